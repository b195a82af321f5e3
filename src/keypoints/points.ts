import type { Paragraph, Span } from '../document/document.ts'
import type { Node } from './tree/tree.ts'

/** One point of a slide: one span of the document, or several with words of their sentence left out between them. */
export interface KeyPoint {
  /** The span that says what is said; the only one of most points. */
  readonly span: Span
  /** All of them, in order; `……` stands between them where they are shown. */
  readonly spans: readonly Span[]
  /** The index, in the same list, of the point that this one belongs under; null for those of the first level. */
  readonly parent: number | null
  /** What of the paragraph's tree it stands for: a sentence, or an item of an enumeration with its numeral. */
  readonly node: Node
}

/** What goes on the slide of one paragraph; every word of it a span of that paragraph. */
export interface ParagraphPoints {
  /** The topic sentence or clause that heads the slide; null where the paragraph has none worth showing. */
  readonly heading: Span | null
  /** In the document's order, on two levels: those below a point stand right behind it. */
  readonly points: readonly KeyPoint[]
  /** What the paragraph was read as; the form of its slide is read off it. */
  readonly tree: Node
}

/** The key points of each paragraph that has any. */
export type KeyPoints = ReadonlyMap<Paragraph, ParagraphPoints>

export type Detail = 'brief' | 'standard' | 'full'

export interface KeyPointOptions {
  /** How much of a paragraph its points say; `standard` unless told. */
  readonly detail?: Detail
  /** The most points chosen for a paragraph, the items of an enumeration not counted. */
  readonly points?: number
}
