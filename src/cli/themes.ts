import { dirname } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { parseDeck } from '../deck/parse.ts'
import { makeFolder, writeWhole } from '../disk/file.ts'
import { embedFonts } from '../page/fonts/fonts.ts'
import { renderDeck } from '../page/render-deck.ts'
import { sampleDeck } from '../page/sample-deck.ts'
import { themesPage } from '../page/themes-page.ts'
import { refuseStranger } from '../store/ours.ts'

/** Writes a page that shows every layout in every theme; it opens without a net. */
export async function themesCommand({ out }: { readonly out: string }): Promise<void> {
  const { fonts, client } = installedAssets()
  const deck = await parseDeck({
    slug: 'themes',
    folder: '.',
    siblings: ['themes'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'themes.md', text: sampleDeck }],
    isDerived: false,
  })
  const rendered = await renderDeck(deck, { fonts, withNotes: false })
  const html = themesPage(rendered, client, await embedFonts(fonts, rendered.lang, rendered.characters))
  await refuseStranger(out)
  await makeFolder(dirname(out)).catch(() => {})
  await writeWhole(out, html)
  process.stdout.write(`${out}\n`)
}
