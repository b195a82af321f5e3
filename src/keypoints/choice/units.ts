import type { Span } from '../../document/document.ts'
import { address } from '../cues.ts'
import { figuresIn } from '../figures.ts'
import { hasSubject, isLed, opensWithPredicate, opensWithVerb, subjectOf } from '../relations/predicates.ts'
import { type Scale, size } from '../scale.ts'
import { simplified } from '../simplified.ts'
import type { ClauseNode } from '../tree/clause-tree.ts'
import { type Node, nodesOf } from '../tree/tree.ts'
import { trim } from '../trimming.ts'

/** What of a sentence could be a point: clauses with all that they are not said without. */
export interface Unit {
  /** The clauses that it shows, its nucleus first, and the words of others that it has its subject from. */
  readonly shown: readonly Node[]
  /** One, or several with words of the sentence left out between them; without connectives and marks at their ends. */
  readonly spans: readonly Span[]
  /** The one of the spans that says what is said. */
  readonly main: Span
  /** Who is to do it, where that stands in none of the spans: it is shown where nothing beside it says so. */
  readonly actor: Span | null
  /** The words of its nucleus before trimming, simplified: what is trimmed off (要, 因此) tells what it is for. */
  readonly words: string
  /** The first of its sentence that says something, or what frames in the middle of its sentence lead up to. */
  readonly lead: boolean
  /** In the scale's unit. */
  readonly size: number
}

/** What is longer than so many points has lost its punctuation and is no clause. */
const unspoken = 10

/** Nothing but a remark: （发展改革委牵头，各地区按职责分工负责）. */
const remark = /^（[^（）]*）$/u

/**
 * The units of a sentence, in order; no two have a nucleus in common.
 *
 * @param apart each thing that the sentence says is a unit of its own (in a law), not with its neighbour
 */
export function unitsOf(text: string, sentence: Node, scale: Scale, apart: boolean): Unit[] {
  if (remark.test(text.slice(sentence.span.start, sentence.span.end))) return []
  const clauses = clausesOf(sentence)
  const sizes = clauses.map(({ span }) => size(text.slice(span.start, span.end), scale))
  const length = (from: number, to: number): number =>
    sizes.slice(from, to + 1).reduce((sum, one) => sum + one, 0)
  const whole = wholeSentence(text, clauses, scale, apart)
  if (whole) return [whole]
  const units: Unit[] = []
  let done = -1
  let framed = false
  for (const core of clauses) {
    if (core.at <= done) continue
    if (core.relation !== 'joint') {
      framed ||= core.relation === 'circumstance'
      continue
    }
    if (isAddress(text, core)) continue
    const shown = closure(core)
    if (apart) for (const node of nodesOf(core)) shown.add(node)
    const from = Math.min(...clauseNumbers(shown), core.at)
    let to = Math.max(core.at, ...clauseNumbers(shown))
    for (let next = clauses[to + 1]; next && joins(next); next = clauses[to + 1]) {
      shown.add(next)
      to++
    }
    function joins(next: ClauseNode): boolean {
      const leads = next.relation !== 'joint' && !next.needs.some((other) => shown.has(other))
      // 这是做好工作的关键: what only comments on it is no part of it.
      if (comment.test(next.words)) return false
      if (leads || !next.needs.every((other) => shown.has(other) || other.relation === 'subject'))
        return false
      if (apart) return (sizes[to + 1] ?? 0) < scale.short || length(from, to) < scale.short
      const joined = length(from, to + 1)
      const rest = length(from, clauses.length - 1)
      const isOrder = order.test(next.words) && to + 2 < clauses.length
      const stub = ((sizes[to + 1] ?? 0) < scale.short && !isOrder) || length(from, to) < scale.short
      if (hasFigure(next) && clauses.slice(from, to + 1).some(hasFigure)) return false
      if (next.relation !== 'joint') return joined <= scale.fit
      const ends =
        rest <= scale.fit && clauses.slice(to + 1).every(({ relation }) => relation !== 'circumstance')
      return (
        joined <= (length(from, to) < scale.short ? scale.longest : scale.fit) &&
        (stub || ends || (joined <= scale.pair && !order.test(next.words)))
      )
    }
    const unit = unitFrom(text, clauses, core, [...shown], scale, units.length === 0 || framed)
    if (unit && unit.size <= scale.limit * unspoken) {
      units.push(unit)
      framed = false
    }
    done = to
  }
  return units
}

/** Tells by when it is to be so. */
export function isTimed({ shown, words }: Unit): boolean {
  return shown.some(({ relation }) => relation === 'date') || /[年月日底末]前[^，]{0,4}完成/u.test(words)
}

/** The clauses of a sentence, in order. */
export function clausesOf(sentence: Node): ClauseNode[] {
  return nodesOf(sentence)
    .filter((node): node is ClauseNode => node.kind === 'clause')
    .sort((one, other) => one.at - other.at)
}

/** An English sentence that is not too long, or a law's, is shown whole: a clause of it reads like a scrap. */
function wholeSentence(
  text: string,
  clauses: readonly ClauseNode[],
  scale: Scale,
  apart: boolean,
): Unit | null {
  const [first] = clauses
  const last = clauses.at(-1)
  if (!first || !last || scale.unit !== 'words') return null
  const words = text.slice(first.span.start, last.span.end)
  if (!apart && clauses.length > 1 && size(words, scale) > scale.whole) return null
  if (clauses.length === 1 && isAddress(text, first)) return null
  const nucleus = clauses.find(({ relation }) => relation === 'joint') ?? first
  return unitFrom(text, clauses, nucleus, [nucleus, ...clauses.filter((one) => one !== nucleus)], scale, true)
}

const comment = /^这(?:既|也|就|正|才)?是/u
const order = /^(?:还|也|都)?(?:要|必须|坚决|严禁)/u

function hasFigure(clause: ClauseNode): boolean {
  return figuresIn(clause.words).length > 0
}

/** Only names those who are spoken to. */
function isAddress(text: string, { span }: ClauseNode): boolean {
  return span.end - span.start < 120 && address.test(text.slice(span.start, span.end))
}

/** A node and whatever it is not shown without. */
export function closure(node: Node): Set<Node> {
  const all = new Set<Node>([node])
  // A set is gone through with what is added on the way.
  for (const one of all) for (const other of one.needs) if (other.kind === 'clause') all.add(other)
  return all
}

function clauseNumbers(nodes: Iterable<Node>): number[] {
  return [...nodes].flatMap((node) => ('at' in node && typeof node.at === 'number' ? [node.at] : []))
}

function unitFrom(
  text: string,
  clauses: readonly ClauseNode[],
  core: ClauseNode,
  shown: readonly Node[],
  scale: Scale,
  lead: boolean,
): Unit | null {
  const all = spansOf(text, clauses, shown, scale)
  if (!all) return null
  // The nucleus itself may be trimmed off, as the 第一 of 第一，要…: the span behind it says what is said.
  const main = all.find(({ end }) => core.span.start < end)
  if (!main) return null
  const [first] = all
  const isNamed = shown.every(
    ({ span, relation }) => span.end > (first?.end ?? 0) || relation === 'subject' || relation === 'topic',
  )
  // Of whom it is said stands before it, not in it, where that was said of something else before; in it where it has
  // a subject of its own: 对超编的人员，组织部门不得…，财政部门不得….
  const named = first && first !== main && isNamed && subjectOf(core.words) === 0 ? first : null
  const spans = named ? all.slice(1) : all
  const given = named ?? [core, ...shown].find((node) => node.actor)?.actor ?? null
  const isSaid = given === null || spans.some(({ start }) => start <= given.start)
  return {
    shown,
    spans,
    main,
    actor: isSaid ? null : trim(text, given),
    words: simplified(text.slice(core.span.start, core.span.end)),
    lead,
    size: spans.reduce((sum, { start, end }) => sum + size(text.slice(start, end), scale), 0),
  }
}

/** So many clauses may be left out in a row. */
const gapped = 24
/** Has no room for somebody and what they do: 同时, 近年来. */
const brief = 6

/** What would be left out between two parts of a sentence may name whom the second one speaks of. */
function hidesSubject(clauses: readonly ClauseNode[], last: Span, node: Node): boolean {
  const [to] = clauseNumbers([node])
  if (to === undefined || hasSubject(clauses[to]?.words ?? '')) return false
  for (let at = to - 1; at >= 0 && (clauses[at]?.span.start ?? 0) >= last.end; at--) {
    const words = clauses[at]?.words ?? ''
    if (at < to - gapped) return true
    if (words.length > brief && !opensWithVerb(words) && !opensWithPredicate(words) && !isLed(words))
      return true
  }
  return false
}

/** The spans of nodes, those beside each other as one; also over a gap where they all together are short. */
function spansOf(
  text: string,
  clauses: readonly ClauseNode[],
  nodes: readonly Node[],
  scale: Scale,
): Span[] | null {
  const pieces = [...nodes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const [first] = pieces
  const end = Math.max(...pieces.map(({ span }) => span.end))
  if (!first) return null
  const together = size(text.slice(first.span.start, end), scale) <= scale.limit
  const spans: Span[] = []
  for (const node of pieces) {
    const { span: piece } = node
    const last = spans.at(-1)
    const gap = last && text.slice(last.end, piece.start)
    const isOne = together || !/[\p{L}\p{N}]/u.test(gap ?? '')
    if (last && (isOne || piece.start <= last.end || hidesSubject(clauses, last, node)))
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) }
    else spans.push(piece)
  }
  const trimmed = spans.map((span) => trim(text, span))
  return trimmed.every((span) => span !== null) ? trimmed : null
}
