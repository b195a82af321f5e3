import { installedAssets, installedPdfTables } from './assets/installed.ts'
import type { Deck } from './deck/deck.ts'
import { openDeck } from './deck/deck-files.ts'
import type { DraftDeck } from './deck/draft.ts'
import { deckMarkdown as draftMarkdown, fileText } from './deck/markdown.ts'
import { type Document, type InputFile, readDocument as read, type SourceText } from './document/index.ts'
import type { Remark } from './fault.ts'
import { deckToDocx as toDocx } from './office/docx/deck-to-docx.ts'
import { deckToPptx as toPptx } from './office/pptx/deck-to-pptx.ts'
import { buildPage } from './page/build-page.ts'

export { auditDeck, type DeckAudit } from './deck/audit/audit.ts'
export { composeDeck } from './deck/compose/compose.ts'
export type { Deck } from './deck/deck.ts'
export type { DraftDeck } from './deck/draft.ts'
export type { Document, InputFile, Paragraph, Section, SourceText, Span } from './document/index.ts'
export { outline } from './document/index.ts'
export { Fault, type Place, type Remark } from './fault.ts'
export {
  type KeyPoint,
  type KeyPointOptions,
  type KeyPoints,
  keyPoints,
  type ParagraphPoints,
} from './keypoints/index.ts'

export { deckToPaper, type PaperOptions } from './office/papers/deck-to-paper.ts'
export type { Paper, PaperKind } from './office/papers/paper.ts'
export { paperToDocx } from './office/papers/paper-to-docx.ts'
export { paperToPage } from './office/papers/paper-to-page.ts'

/**
 * Reads a document: Word, PDF, web page, Markdown or plain text, told apart by the bytes.
 *
 * @param file its name, which messages show and whose extension is a hint, and its bytes
 * @returns its words, line ends as `\n`, and what its format says of their layout
 * @throws Fault where it can't be read or has no words
 */
export function readDocument(file: InputFile): Promise<SourceText> {
  return read(file, installedPdfTables)
}

/**
 * The Markdown files of a derived deck.
 *
 * @returns their text by their names, in the deck's order; the front matter stands in the first
 */
export function deckMarkdown(draft: DraftDeck): Record<string, string> {
  return Object.fromEntries(draftMarkdown(draft).map((file) => [file.name, fileText(file)]))
}

/**
 * Reads a deck from its Markdown.
 *
 * @param name the deck's own; messages begin with it
 * @param files what the deck's folder would hold, by name: `01.md`, pictures; `source.txt` where it was derived
 * @throws Fault with file and line where a file can't be read
 */
export function parseDeck(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Deck> {
  const bytes = Object.entries(files).map(
    ([file, content]) =>
      [file, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
  )
  return openDeck(name, new Map(bytes))
}

/** A deck as one page. */
export interface Page {
  readonly html: string
  /** Counted as they are shown: a slide that holds too much is several. */
  readonly slides: number
  /** What whoever prepares the deck should know. */
  readonly remarks: readonly Remark[]
}

/**
 * Builds the page of a deck: one HTML file with all that it needs, which asks the network for nothing.
 *
 * @param options.document the deck is held against it, and the page marks what was edited
 * @param options.withNotes whether it carries the speaker notes; it does unless told
 * @throws Fault with file and line
 */
export async function renderPage(
  deck: Deck,
  { document = null, withNotes = true }: { document?: Document | null; withNotes?: boolean } = {},
): Promise<Page> {
  const { html, rendered } = await buildPage(deck, document, withNotes, installedAssets())
  return { html, slides: rendered.slides, remarks: rendered.remarks }
}

/** A file of Office. */
export interface OfficeFile {
  readonly bytes: Uint8Array
  /** Counted as they are shown. */
  readonly slides: number
  /** What whoever prepares the deck should know. */
  readonly remarks: readonly Remark[]
}

/**
 * A deck as a PowerPoint presentation (`.pptx`).
 *
 * @param options.embedFonts the file carries its fonts
 * @param options.template an office's own presentation or template, whose masters and layouts the slides stand on
 * @throws Fault with file and line; where the template is none, is damaged, or has no layouts
 */
export function deckToPptx(
  deck: Deck,
  options: { readonly template?: InputFile; readonly embedFonts?: boolean } = {},
): Promise<OfficeFile> {
  return toPptx(deck, { ...options, fonts: installedAssets().fonts })
}

/**
 * The speaker's script of a deck as a Word document (`.docx`).
 *
 * @param options.official the layout of Chinese official papers, GB/T 9704
 * @param options.embedFonts the file carries its fonts
 * @param options.withRemarks a wide margin to write in
 * @throws Fault with file and line
 */
export function deckToDocx(
  deck: Deck,
  options: {
    readonly official?: boolean
    readonly withRemarks?: boolean
    readonly embedFonts?: boolean
  } = {},
): Promise<OfficeFile> {
  return toDocx(deck, { ...options, fonts: installedAssets().fonts })
}
