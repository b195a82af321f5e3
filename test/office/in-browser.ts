// What the test of the browser's bytes runs in a page: what the desk would.
import { fromBase64, toBase64 } from '../../src/base64.ts'
import { openDeck } from '../../src/deck/deck-files.ts'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { type FontLibrary, packagesOf } from '../../src/page/fonts/library.ts'
import { createCutter } from '../../src/page/fonts/subset.ts'

declare global {
  /** A file of the package in base64, by its name as `fonts.json` has it. */
  function readPackaged(name: string): Promise<string>
}

const read = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  fromBase64(await globalThis.readPackaged(name)) ?? new Uint8Array()

/** The files of a deck of that Markdown, in base64. */
export async function make(markdown: string): Promise<{ pptx: string; docx: string }> {
  const list = new TextDecoder().decode(await read('fonts.json'))
  const cutter = read('harfbuzz-subset.wasm').then(createCutter)
  const fonts: FontLibrary = {
    package: packagesOf(JSON.parse(list)),
    read: (slice) => read(`${slice.package}/${slice.file}`),
    cutter: () => cutter,
    cached: (_, make) => make(),
  }
  const deck = await openDeck('deck', new Map([['01.md', new TextEncoder().encode(markdown)]]))
  const [pptx, docx] = [await deckToPptx(deck, { fonts }), await deckToDocx(deck, { fonts })]
  return { pptx: toBase64(pptx.bytes), docx: toBase64(docx.bytes) }
}
