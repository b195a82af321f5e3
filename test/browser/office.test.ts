import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { fontFolder } from '../../src/assets/font-folder.ts'
import { buildFolder } from '../../src/assets/installed.ts'
import { toBase64 } from '../../src/base64.ts'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { sampleDeck } from '../../src/page/sample-deck.ts'
import { deckOf, fonts } from '../office/decks.ts'
import { launchChromium } from './chromium.ts'

it('makes the same PowerPoint and Word files in a browser as in Node, byte for byte', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // No grammars of programming languages, which are as large as all the rest.
    plugins: [
      {
        name: 'without-languages',
        enforce: 'pre',
        resolveId: (id) => (id === 'shiki/langs' ? '\0no-languages' : null),
        load: (id) => (id === '\0no-languages' ? 'export const bundledLanguages = {}' : null),
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
    build: {
      write: false,
      minify: false,
      reportCompressedSize: false,
      lib: {
        entry: 'test/office/in-browser.ts',
        formats: ['iife'],
        name: 'Office',
        fileName: () => 'office.js',
      },
    },
  })
  const [output] = [built].flat()
  const code = output && 'output' in output ? output.output[0].code : ''
  const markdown = sampleDeck.replace(/---\n\n<!-- \.slide: class="code"[\s\S]*$/, '')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.exposeFunction('readPackaged', async (name: string) => {
      const [folder, file] = name.split('/')
      const path = file && folder ? join(fontFolder(folder), 'files', file) : join(buildFolder(), name)
      return toBase64(await readFile(path))
    })
    await page.addScriptTag({ content: code })
    const made = await page.evaluate<{ pptx: string; docx: string }>(
      `Office.make(${JSON.stringify(markdown)})`,
    )
    const deck = await deckOf(markdown)
    expect(made.pptx).toBe(toBase64((await deckToPptx(deck, { fonts })).bytes))
    expect(made.docx).toBe(toBase64((await deckToDocx(deck, { fonts })).bytes))
  } finally {
    await browser.close()
  }
}, 180_000)
