import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import type { Deck } from '../../src/deck/deck.ts'
import { loadPdfJs } from '../../src/document/readers/pdf-js.ts'
import { visibleText } from '../../src/markdown/visible-text.ts'
import { launchBrowser, type PrintingBrowser } from '../../src/print/browser.ts'
import { exportPdf, type Layout, type PrintableDeck, printableDeck } from '../../src/print/export-deck.ts'
import type { Format } from '../../src/print/formats.ts'
import { comparable, readPages } from '../../src/print/pdf/read-pages.ts'
import { loadDeck } from '../../src/store/load.ts'
import { samples, samplesFolder } from '../samples.ts'

const date = new Date('2026-01-02T03:04:05Z')
let browser: PrintingBrowser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The words of the Markdown of each slide, and of its notes where the slide before has others. */
function wordsOf(deck: Deck): { body: string[]; notes: string }[] {
  let before = ''
  return deck.files
    .flatMap(({ stacks }) => stacks.flat())
    .map(({ body, notes }) => {
      const own = notes
        ? comparable(
            visibleText(deck.parser, notes.text, 'notes')
              .blocks.map((b) => b.text)
              .join(''),
          )
        : ''
      const repeated = own === before
      before = own
      return {
        body: visibleText(deck.parser, body.text, 'body').blocks.map(({ text }) => comparable(text)),
        notes: repeated ? '' : own,
      }
    })
}

/** Every heading, point and note of the Markdown stands in the text of the PDF, the notes whole and in order. */
function expectWords(text: string, deck: Deck, withNotes: boolean): void {
  let at = 0
  for (const { body, notes } of wordsOf(deck)) {
    for (const block of body) expect(text).toContain(block)
    if (!withNotes) continue
    expect(text.slice(at)).toContain(notes)
    at = text.indexOf(notes, at) + notes.length
  }
}

const textsOf = async (pdf: Uint8Array): Promise<string[]> => (await readPages(pdf)).map(({ text }) => text)
const textOf = async (pdf: Uint8Array): Promise<string> => (await textsOf(pdf)).join('')
const print = (deck: PrintableDeck, format: Format, layout: Layout = {}) =>
  exportPdf(browser, deck, format, layout, date)
const open = (pdf: Uint8Array): Promise<PDFDocumentProxy> =>
  loadPdfJs().then(({ getDocument }) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise)

describe('the real deck', () => {
  let deck: PrintableDeck
  const pdfs = {} as Record<Format, Uint8Array>
  beforeAll(async () => {
    const furnished = join(folder, 'furnished')
    cpSync('slides/heilongjiang-secrecy', join(furnished, 'deck'), { recursive: true })
    const first = join(furnished, 'deck/00.md')
    writeFileSync(
      first,
      readFileSync(first, 'utf8').replace(
        '---\n',
        '---\nunit: 某某办公厅\ndate: 2008年9月5日\nmarking: 内部资料\n',
      ),
    )
    deck = await printableDeck(await loadDeck(furnished, 'deck'))
    for (const format of ['slides', 'notes', 'handout'] as const)
      pdfs[format] = (await print(deck, format)).pdf
  })

  it('is in each PDF word by word', async () => {
    expectWords(await textOf(pdfs.slides), deck.deck, false)
    expectWords(await textOf(pdfs.notes), deck.deck, true)
    expectWords(await textOf(pdfs.handout), deck.deck, false)
    const withNotes = await print(deck, 'handout', { withNotes: true })
    expectWords(await textOf(withNotes.pdf), deck.deck, true)
  })

  it.each(['slides', 'notes', 'handout'] as const)('has what a reader asks of a PDF: %s', async (format) => {
    const pdf = await open(pdfs[format])
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: '黑龙江省做好新形势下的保密工作',
      Author: '省委常委、秘书长、省委保密委员会主任刘国中',
      Creator: 'study-deck',
      CreationDate: 'D:20260102030405Z',
      Language: 'zh-CN',
    })
    expect((info as { Subject?: string }).Subject).toBeTruthy()
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await (await pdf.getPage(2)).getStructTree()).toBeTruthy()

    const titles: string[] = []
    const walk = (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>): void => {
      for (const item of items) {
        titles.push(comparable(item.title))
        walk(item.items as typeof items)
      }
    }
    walk(await pdf.getOutline())
    for (const { body } of wordsOf(deck.deck)) expect(titles).toContain(body[0])
  })

  it.each(['slides', 'notes', 'handout'] as const)('embeds its fonts as TrueType: %s', async (format) => {
    const objects = (await PDFDocument.load(pdfs[format])).context.enumerateIndirectObjects()
    const kinds = objects.flatMap(([, object]) =>
      object instanceof PDFDict ? [String(object.get(PDFName.of('Subtype')))] : [],
    )
    expect(kinds).toContain('/CIDFontType2')
    expect(kinds).not.toContain('/Type3')
    expect(kinds).not.toContain('/CIDFontType0')
  })

  it('is the same file when it is made again', async () => {
    const again = await print(deck, 'slides')
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdfs.slides))).toBe(true)
  })

  it('has what opens a section on the page of the notes that follow it', async () => {
    const pages = await textsOf(pdfs.notes)
    expect(pages.length).toBeLessThan(deck.rendered.slides)
    const divider = pages.find((text) => text.includes('幻灯片5'))
    expect(divider).toContain('幻灯片6')
  })

  it('has a page for each slide, or for each step, or for those asked for', async () => {
    const { slides, stacks } = deck.rendered
    const steps = stacks.flat().reduce((sum, { html }) => sum + html.split('fragment').length - 1, slides)
    expect((await open(pdfs.slides)).numPages).toBe(slides)
    expect((await print(deck, 'slides', { steps: true })).pages).toBe(steps)
    const some = await print(deck, 'slides', { range: [3, 5], paper: 'A4', inkSaving: true })
    expect(some.pages).toBe(3)
    const { width, height } = (await PDFDocument.load(some.pdf)).getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    await expect(print(deck, 'slides', { range: [90, 95] })).rejects.toThrow(/there is no slide 90/)
  })

  it.each(['1', '2', '4', '6'])('has %s slides to a page of the handout, behind a cover', async (perPage) => {
    const { pages } = await print(deck, 'handout', { perPage })
    expect(pages).toBe(1 + Math.ceil(deck.rendered.slides / Number(perPage)))
  })
})

it('lets long notes flow on to further pages, whole, each page saying where it is', async () => {
  const slides = join(folder, 'long')
  mkdirSync(join(slides, 'deck'), { recursive: true })
  const notes = Array.from({ length: 90 }, (_, i) => `第${i + 1}段，${'备注很长，'.repeat(20)}完。`)
  writeFileSync(
    join(slides, 'deck/01.md'),
    `# 开头\n\n---\n\n## 长备注\n\n- 备注很长\n\nNote:\n${notes.join('\n\n')}\n`,
  )
  const deck = await printableDeck(await loadDeck(slides, 'deck'))
  const { pdf, pages } = await print(deck, 'notes')
  expect(pages).toBeGreaterThan(5)
  expectWords(await textOf(pdf), deck.deck, true)
  const { items } = await (await (await open(pdf)).getPage(4)).getTextContent()
  const words = comparable(items.map((item) => ('str' in item ? item.str : '')).join(''))
  expect(words).toContain(`第4页,共${pages}页`)
  expect(words).toContain('幻灯片2')
  expectWords(
    await textOf((await print(deck, 'handout', { withNotes: true, perPage: '6' })).pdf),
    deck.deck,
    true,
  )
})

it('has code once, whole, but where each step is a page', async () => {
  const slides = join(folder, 'code')
  mkdirSync(join(slides, 'deck'), { recursive: true })
  writeFileSync(join(slides, 'deck/01.md'), '# Code\n\n```js [1|2]\nlet a = 1\nlet b = 2\n```\n')
  const deck = await printableDeck(await loadDeck(slides, 'deck'))
  const times = async (layout: Layout): Promise<number> =>
    (await textOf((await print(deck, 'slides', layout)).pdf)).split('leta=1').length - 1
  expect(await times({})).toBe(1)
  expect(await times({ steps: true })).toBeGreaterThan(1)
})

it('keeps links, also those between slides', async () => {
  const slides = join(folder, 'linked')
  mkdirSync(join(slides, 'deck'), { recursive: true })
  writeFileSync(
    join(slides, 'deck/01.md'),
    '# One\n\n[out](https://example.org/x), [on](#/1)\n\n---\n\n![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n',
  )
  const pdf = await open((await print(await printableDeck(await loadDeck(slides, 'deck')), 'slides')).pdf)
  const links: { url?: string; dest?: string }[] = await (await pdf.getPage(1)).getAnnotations()
  expect(links.map(({ url }) => url)).toEqual(['https://example.org/x', undefined])
  const [target] = (await pdf.getDestination(links[1]?.dest ?? '')) ?? []
  expect(await pdf.getPageIndex(target)).toBe(1)
  // A slide of a picture alone has its bookmark too.
  expect((await pdf.getOutline())[1]?.title).toBe('Slide 2')
})

describe.skipIf(samples.length === 0)('other documents', () => {
  it.each(['secrets-law.md', 'rural-revitalisation.txt'])('%s is in the notes word by word', async (file) => {
    await deriveCommand(join(samplesFolder, file), { deck: 'sample', slides: join(folder, file) })
    const deck = await printableDeck(await loadDeck(join(folder, file), 'sample'))
    expectWords(await textOf((await print(deck, 'notes')).pdf), deck.deck, true)
  })
})
