import type { Span } from '../document/document.ts'
import { figuresIn, type KeyPoint, type Node, nodesOf } from '../keypoints/index.ts'

/** A point that is no longer is heard as a whole; a phrase that is longer, or most of its point, stands out of nothing: UTF-16 units. */
const shortPoint = 10
const longestPhrase = 16
const mostOfPoint = 0.7

/**
 * The words that carry a point: the slogan that it quotes; else what its sentence comes to, where the rest only says when,
 * on what condition or what for; else its figure. A span within the point; null where none carries it.
 */
export function keyPhrase(text: string, point: KeyPoint): Span | null {
  const length = point.spans.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length <= shortPoint || point.spans.length > 1) return null
  const [span] = point.spans
  if (!span) return null
  const found = slogan(text, span) ?? nucleus(text, span, point.node) ?? onlyFigure(text, span)
  const isPart = found && found.end - found.start <= Math.min(longestPhrase, length * mostOfPoint)
  return isPart ? found : null
}

const quoted = /“[^“”]{3,14}”/gu

/** The only words in quotation marks. */
function slogan(text: string, { start, end }: Span): Span | null {
  const [only, more] = text.slice(start, end).matchAll(quoted)
  return only && !more ? { start: start + only.index, end: start + only.index + only[0].length } : null
}

/** The one clause of a point on which all others depend. */
function nucleus(text: string, { start, end }: Span, node: Node): Span | null {
  const clauses = nodesOf(node).filter(
    ({ kind, span }) => kind === 'clause' && start <= span.start && span.end <= end,
  )
  const [main, more] = clauses.filter(({ relation }) => relation === 'joint')
  if (!main || more || clauses.length < 2) return null
  return trimmed(text, main.span)
}

/** Without the mark behind it. */
function trimmed(text: string, { start, end }: Span): Span {
  const mark = /[，。；：、！？,;:.!?\s]+$/u.exec(text.slice(start, end))?.[0].length ?? 0
  return { start, end: end - mark }
}

function onlyFigure(text: string, { start, end }: Span): Span | null {
  const [only, more] = figuresIn(text.slice(start, end))
  return only && !more ? { start: start + only.start, end: start + only.end } : null
}
