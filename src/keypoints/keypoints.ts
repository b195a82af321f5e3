import type { Document, Paragraph, Span } from '../document/document.ts'

/** How a slide is laid out, chosen from what its paragraph says; a plain class in the Markdown. */
export type Layout = 'list' | 'cards' | 'contrast' | 'figures' | 'timeline' | 'quotation' | 'article'

/** What goes on the slide of one paragraph; every word of it a span of that paragraph. */
export interface ParagraphPoints {
  /** The topic sentence or clause that heads the slide; null where the paragraph has none worth showing. */
  readonly heading: Span | null
  /** In the document's order. */
  readonly points: readonly Span[]
  readonly layout: Layout
}

/** The key points of each paragraph that has any. */
export type KeyPoints = ReadonlyMap<Paragraph, ParagraphPoints>

/** Chooses the key points of every paragraph. Deterministic; linear in the length of the document. */
export declare function keyPoints(document: Document): KeyPoints
