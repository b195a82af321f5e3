import type { Document, Paragraph, Section, Span } from '../document/document.ts'
import { clauses } from './clauses.ts'
import { enumeratedItems } from './enumerations.ts'
import { sentences } from './sentences.ts'
import { trim } from './trimming.ts'

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

const mostPoints = 6

/** Chooses the key points of every paragraph. Deterministic; linear in the length of the document. */
export function keyPoints(document: Document): KeyPoints {
  const found = new Map<Paragraph, ParagraphPoints>()
  const visit = (section: Section): void => {
    for (const paragraph of section.paragraphs)
      if (paragraph.kind === 'prose' || paragraph.kind === 'article')
        found.set(paragraph, ofParagraph(document.text, paragraph))
    section.sections.forEach(visit)
  }
  document.sections.forEach(visit)
  return found
}

/** Every enumerated item by its leading clause; without any, the leading clauses of the sentences. */
function ofParagraph(text: string, { span, runIn, kind }: Paragraph): ParagraphPoints {
  const prose = { start: runIn?.end ?? span.start, end: span.end }
  const items = enumeratedItems(text, prose)
  const whole = sentences(text, prose)
  const leads = whole.flatMap((sentence) => clauses(text, sentence).slice(0, 1))
  const heading = runIn ? trim(text, runIn) : items.length || leads.length > 1 ? (leads[0] ?? null) : null
  const candidates = items.length
    ? items.flatMap((item) => clauses(text, item).slice(0, 1))
    : (leads.length > 1 ? leads : whole.flatMap((sentence) => clauses(text, sentence))).slice(
        0,
        mostPoints + 1,
      )
  const points = candidates.filter(
    (point) => !heading || point.start >= heading.end || point.end <= heading.start,
  )
  return {
    heading,
    points: items.length ? points : points.slice(0, mostPoints),
    layout: kind === 'article' ? 'article' : 'list',
  }
}
