import type { Span } from '../document/index.ts'

/** A deck as it is derived, before it is Markdown; all its words are the document's, but for the agenda's heading. */
export interface DraftDeck {
  readonly title: string
  readonly language: string
  readonly files: readonly DraftFile[]
}

/** A section of the document: one file, one stack of slides. */
export interface DraftFile {
  readonly name: string
  readonly slides: readonly DraftSlide[]
}

export interface DraftSlide {
  /** The layout, and `continued` for a further slide of what the one before it began. */
  readonly classes: readonly string[]
  readonly parts: readonly DraftPart[]
  /** The document's paragraphs that this slide stands for, whole, line by line. */
  readonly notes: readonly string[]
  /** What the presenter is told of the slide: ours, and none of the document's. */
  readonly told?: string
  /** What of that part of the document is not here, for whoever edits the slide. */
  readonly remark?: string
}

export type DraftPart =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: string
      /** Its lines end where the document's do. */
      readonly isBroken?: boolean
    }
  | { readonly kind: 'points'; readonly points: readonly DraftPoint[] }
  | { readonly kind: 'quotation' | 'paragraph' | 'footnote'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'image'; readonly file: string; readonly text: string }

export interface DraftPoint {
  readonly text: string
  /** What of it stands out, in bold: spans of `text`, in order. */
  readonly strong: readonly Span[]
  /** The points of the second level that stand below it. */
  readonly below: readonly DraftPoint[]
}

/** The words that a slide shows, in order. */
export function shownWords({ parts }: Pick<DraftSlide, 'parts'>): string[] {
  return parts.flatMap((part) =>
    part.kind === 'points'
      ? part.points.flatMap(({ text, below }) => [text, ...below.map((point) => point.text)])
      : part.kind === 'table'
        ? part.rows.flat()
        : [part.text],
  )
}
