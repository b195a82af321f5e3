import type { Span } from '../document/document.ts'
import {
  figuresIn,
  type KeyPoint,
  type Node,
  nodesOf,
  type RelationKind,
  saysDeed,
} from '../keypoints/index.ts'

/** A point that is no longer is heard as a whole; a phrase that is longer, or most of its point, stands out of nothing: UTF-16 units. */
const shortPoint = 10
const longestPhrase = 16
const mostOfPoint = 0.7

/**
 * The words that carry a point: the slogan that it quotes; else what its sentence comes to, where the rest only says when,
 * on what condition or what for; else its figure; else of several things to do the first, which those behind it carry
 * out. A span within the point; null where none carries it.
 */
export function keyPhrase(text: string, point: KeyPoint): Span | null {
  const length = point.spans.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length <= shortPoint || point.spans.length > 1) return null
  const [span] = point.spans
  if (!span) return null
  const found =
    withDenial(text, span, slogan(text, span)) ??
    nucleus(text, span, point.node) ??
    affirmed(text, span, onlyFigure(text, span)) ??
    firstDeed(text, span, point.node)
  const isPart = found && found.end - found.start <= Math.min(longestPhrase, length * mostOfPoint)
  return isPart ? found : null
}

const quoted = /“[^“”]{3,14}”/gu

/** The only words in quotation marks. */
function slogan(text: string, { start, end }: Span): Span | null {
  const [only, more] = text.slice(start, end).matchAll(quoted)
  return only && !more ? { start: start + only.index, end: start + only.index + only[0].length } : null
}

const denial =
  /(?:不(?!断|仅|但|同|少|久|可或缺)|未|没有|并非|绝非|勿|杜绝|严禁|禁止|防止|避免|反对|\b(?:not|never|no|without)\b)[^，。；：,;]{0,6}$/iu

/** Where the words just before a span deny it; -1 where they do not. */
const denialOf = (text: string, point: Span, { start }: Span): number =>
  denial.exec(text.slice(point.start, start))?.index ?? -1

/** 不搞“一刀切”: what is denied does not stand out without its denial. */
function withDenial(text: string, point: Span, found: Span | null): Span | null {
  const at = found ? denialOf(text, point, found) : -1
  return found && at >= 0 ? { start: point.start + at, end: found.end } : found
}

/** 不能要求百分之百正确: a figure that is denied is none to be remembered. */
const affirmed = (text: string, point: Span, found: Span | null): Span | null =>
  found && denialOf(text, point, found) >= 0 ? null : found

const clausesIn = ({ start, end }: Span, node: Node): Node[] =>
  nodesOf(node).filter(({ kind, span }) => kind === 'clause' && start <= span.start && span.end <= end)

/** What holds all the same is not what a sentence comes to: 也不论学历、职称有多高. */
const concession =
  /^(?:也|都)?(?:不论|无论|不管|尽管|即使|即便|虽然|哪怕)|^(?:although|though|even if|whether)\b/iu

/** What has a clause like these is told whole: 有人认为，越少越好. */
const whole: ReadonlySet<RelationKind> = new Set(['continuation', 'turn', 'source'])

/** The one clause of a point on which all others depend. */
function nucleus(text: string, point: Span, node: Node): Span | null {
  const clauses = clausesIn(point, node)
  const [main, more] = clauses.filter(({ relation }) => relation === 'joint')
  const isWhole = clauses.some(({ relation }) => whole.has(relation))
  if (!main || more || isWhole || clauses.length < 2) return null
  if (concession.test(text.slice(main.span.start, main.span.end))) return null
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

/** Shorter words are no deed: UTF-16 units. */
const shortestDeed = 4

/** A clause that begins as some words within the first one goes on with these, not with that: 防止不利于就业，不利于稳定的炒作. */
const opening = (text: string, { start }: Span): string => text.slice(start, start + 2)

/** The first of several clauses beside each other, where it says what is to be done: 实施食品安全战略，完善食品安全标准体系. */
function firstDeed(text: string, point: Span, node: Node): Span | null {
  const clauses = clausesIn(point, node)
  const [first] = clauses
  const isDeed = first?.span.start === point.start && saysDeed(text.slice(point.start, first.span.end))
  if (!isDeed || clauses.length < 2 || clauses.some(({ relation }) => relation !== 'joint')) return null
  if (clauses.some(({ span }) => text.slice(point.start, first.span.end).indexOf(opening(text, span)) > 0))
    return null
  const deed = trimmed(text, first.span)
  return deed.end - deed.start >= shortestDeed ? deed : null
}
