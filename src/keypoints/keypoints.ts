import type { Document, Paragraph, Section, Span } from '../document/document.ts'
import { keyPointsOf } from './paragraphs.ts'

/** How a slide is laid out, chosen from what its paragraph says; a plain class in the Markdown. */
export type Layout = 'list' | 'cards' | 'contrast' | 'figures' | 'timeline' | 'quotation' | 'article'

/** One item of an enumeration (一是…；二是…). */
export interface EnumeratedItem {
  /** The one of the paragraph's points that stands for the item. */
  readonly point: Span
  /** All that the item says, without its ordinal. */
  readonly body: Span
  /** The item's own points, what its `point` says left out; empty unless `detail` is `full`. */
  readonly points: readonly Span[]
}

/** What goes on the slide of one paragraph; every word of it a span of that paragraph. */
export interface ParagraphPoints {
  /** The topic sentence or clause that heads the slide; null where the paragraph has none worth showing. */
  readonly heading: Span | null
  /** In the document's order. */
  readonly points: readonly Span[]
  readonly layout: Layout
  /**
   * The one of the points without which the items behind it would say something else (任何组织和个人不得有下列行为);
   * null where there is none, or the heading says it.
   */
  readonly leadIn: Span | null
  /** Those of the points that are items of an enumeration, in order; they are always all among the points. */
  readonly items: readonly EnumeratedItem[]
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

/**
 * Chooses the key points of every paragraph of prose and every article. Deterministic; linear in the
 * length of the document; never throws, whatever the text.
 */
export function keyPoints(document: Document, options: KeyPointOptions = {}): KeyPoints {
  return new Map(
    document.sections.flatMap((section) => keyPointsOf(document.text, paragraphsOf(section), options)),
  )
}

/** The paragraphs of a section and of those below it that can carry points, in order. */
function paragraphsOf(section: Section): Paragraph[] {
  const own = section.paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'article')
  return [...own, ...section.sections.flatMap(paragraphsOf)]
}
