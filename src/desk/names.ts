/** Where a file that a page carries stands in one long base64; `packed` by gzip. */
export interface CarriedPlace {
  readonly from: number
  readonly to: number
  readonly packed: boolean
}
export type CarriedIndex = Readonly<Record<string, CarriedPlace>>

/** The element that holds the files that the desk carries; with `-index` behind, the one that says where each stands. */
export const carriedId = 'study-deck-carried'
/** The worker's script among those files. */
export const workerName = 'desk-worker.js'
/** The script of the Markdown editor among them. */
export const editorName = 'desk-editor.js'
/** The page of the desk, beside the decks. */
export const deskName = 'desk.html'
/** The script beside the desk with what is seldom needed: the fonts of Traditional Chinese, Japanese and Korean. */
export const besideName = 'desk-fonts.js'

/** By a `<meta>` of this name a page knows that a server keeps its decks. */
export const servedName = 'study-deck-served'
/** The header that lets the page in at its server, and what the address calls it that the page was opened with. */
export const keyHeader = 'study-deck-key'
export const keyName = 'key'
/** Where the server has the decks, and the files that the desk is made with. */
export const decksAddress = '/decks'
export const filesAddress = '/files'

/** What the server tells the page of its folder, at `decksAddress` with `?about`. */
export interface AboutDecks {
  /** What its owner calls it: `slides`. */
  readonly folder: string
  /** Its whole path, by which the browser knows it again. */
  readonly path: string
  /** Whether it is itself a deck. */
  readonly isDeck: boolean
}
