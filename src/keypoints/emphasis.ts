import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { Layout } from './points.ts'

/**
 * The part of a point that its slide shows large: the figure among `figures`, the date on a `timeline`.
 * Of several figures it is the one that its clause comes to (从3.68万亿元增长到4.93万亿元 → 4.93万亿元).
 *
 * @returns a span of `text` inside the point; null where the layout emphasises nothing or the point has none
 */
export function emphasisOf(text: string, point: Span, layout: Layout): Span | null {
  const words = text.slice(point.start, point.end)
  const found = layout === 'timeline' ? openingDate(words) : layout === 'figures' ? figureOf(words) : null
  return found && { start: point.start + found.start, end: point.start + found.end }
}

/** The last figure of the first clause that has any. */
function figureOf(words: string): Span | null {
  const all = figuresIn(words)
  const [first] = all
  if (!first) return null
  const rest = words.slice(first.end).search(/[，；。]|,\s/u)
  const clauseEnd = rest < 0 ? words.length : first.end + rest
  return all.findLast(({ start }) => start < clauseEnd) ?? first
}
