import type { FileComment } from './comments.ts'

/** A paragraph of a file that came back. */
export interface EditedParagraph {
  readonly text: string
  /** Of a point: 0 for the first level. */
  readonly level: number
  /** It stands in a table. */
  readonly isFixed: boolean
}

/** The words of a table's cells, row by row; what a cell reaches over has none of its own. */
export type EditedTable = readonly (readonly string[])[]

/** A slide of a file that came back, or of the deck as it would be written now. */
export interface EditedSlide {
  /** As its file counts, from 1. */
  readonly number: number
  readonly heading: string
  readonly body: readonly EditedParagraph[]
  readonly tables: readonly EditedTable[]
  readonly notes: readonly EditedParagraph[]
  /** What its words are. */
  readonly print: string
  /** What its words were when the file was written; null for one that was added, undefined where the file does not tell. */
  readonly was: string | null | undefined
  /** What somebody remarked on it. */
  readonly comments: readonly FileComment[]
}

/** A file that came back. */
export interface EditedFile {
  readonly slides: readonly EditedSlide[]
  /** What the words of all its slides were when it was written; null where it does not tell. */
  readonly originals: ReadonlySet<string> | null
  /** What stands around the words of its slides: at the foot, above headings. */
  readonly around: ReadonlySet<string>
}
