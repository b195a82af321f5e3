import type { Span } from '../document/document.ts'
import { type Clause, clauses } from './clauses.ts'
import { address } from './cues.ts'
import { figuresIn } from './figures.ts'
import { subordinate } from './introductions.ts'
import { type Scale, size } from './scale.ts'
import { type Sentence, trimmedSpan } from './sentences.ts'
import { shorten } from './shortening.ts'
import { simplified } from './simplified.ts'
import { trim } from './trimming.ts'

/** A part of a sentence that could be a point, trimmed. */
export interface Candidate extends Span {
  /** Its words before trimming, in simplified characters: what is trimmed off (要, 因此) tells what it is for. */
  readonly words: string
  /** The first of its sentence that says something, or the equal of the first. */
  readonly lead: boolean
  /** What frames in the middle of its sentence lead up to (…，以…为契机，在…的同时，不断强化保密意识). */
  readonly framed: boolean
  /** Which sentence it is from, counted from 0. */
  readonly sentence: number
  /** Goes on about what stands before it, and was found with nothing to lean on. */
  readonly dependent: boolean
}

/** What is longer than so many points has lost its punctuation and is no clause. */
const unspoken = 5

/** The candidates of a sentence, in order, none overlapping another. */
export function candidatesOf(text: string, sentence: Sentence, index: number, scale: Scale): Candidate[] {
  const parts = clauses(text, sentence)
  // Elsewhere than at the head of the paragraph, what they are said of names nothing.
  const isParallel = (i: number): boolean => index === 0 && parallel(text, parts, i)
  const found: Candidate[] = []
  let framed = false
  for (let i = 0; i < parts.length; ) {
    if ((parts[i]?.role === 'frame' && (parts.length > 1 || parts[i]?.mark)) || isAddress(text, parts[i])) {
      framed = true
      i++
      continue
    }
    const group = isParallel(i) ? { from: i, to: i } : grouped(text, parts, i, scale)
    const joined = pointOf(text, parts, group, scale)
    // Half of a quotation mark in one of several clauses spoils that one only.
    const { from, to } = joined ? group : { from: i, to: i }
    const point = joined ?? pointOf(text, parts, { from, to }, scale)
    const role = parts[from]?.role
    if (point && size(text.slice(point.start, point.end), scale) <= scale.limit * unspoken)
      found.push({
        ...point,
        words: simplified(text.slice(parts[from]?.start ?? point.start, point.end)),
        lead: found.length === 0 || isParallel(from),
        framed: framed && found.length > 0,
        sentence: index,
        dependent:
          (role === 'dependent' && from > 0 && !isParallel(from)) ||
          (subordinate.test(text.slice(point.start, point.end)) && point.end < (parts[to]?.end ?? 0)) ||
          ((from > i || point.start > (parts[from]?.start ?? 0)) &&
            bare.test(text.slice(point.start, point.end)) &&
            !isParallel(from)),
      })
    if (point) framed = false
    i = to + 1
  }
  return found
}

/** Only names those who are spoken to. */
function isAddress(text: string, clause: Clause | undefined): boolean {
  return (
    clause !== undefined &&
    clause.end - clause.start < 120 &&
    address.test(text.slice(clause.start, clause.end))
  )
}

/** Begins to say what something is; what it is stands at the end of the sentence (…是关系…，…知悉的事项). */
const defines = /^[^，]{2,20}是(?:指|关系|由|以|依|经|为|从)/u

/** The same, where a reason or a rule stands in between (…是两个以上合伙人为了共同的事业目的，订立的…的协议). */
const definesFor = /^[^，]{2,12}是[^，]*(?:为了?|依照|依据|根据|按照|通过)[^，]*$/u
const defined = /的[^，的]{1,8}$/u

/** No clause waits longer for its predicate: clauses. */
const patience = 8

/** A predicate that has lost what it is said of. */
const bare =
  /^(?![^，]*[把将])[^，]*作为[^，]{2,8}$|^(?:是|应当?|不得|可以|由|均|视为|适用|属于|有权|不能|能够|才[能会]|就[能会])/u

/** The first and last of the clauses that make one point, counted in their sentence. */
interface Group {
  readonly from: number
  readonly to: number
}

/** The clauses that make one point with the one at `at`, or with the one that it is the condition or topic of. */
function grouped(text: string, parts: readonly Clause[], at: number, scale: Scale): Group {
  const length = lengthOf(text, parts, scale)
  const last = parts.length - 1
  let core = at
  while (
    core < last &&
    core - at < patience &&
    (waits(parts[core]) || (core > at && parts[core]?.role === 'frame'))
  )
    core++
  const from = beginning(text, parts, { from: at, to: core }, scale)
  const words = (i: number): string => text.slice(parts[i]?.start ?? 0, parts[i]?.end)
  const isDefinition =
    defines.test(words(at)) || (at < last && definesFor.test(words(at)) && defined.test(words(last)))
  if (isDefinition && length(at, last) <= scale.longest) return { from: at, to: last }
  const rest = parts.slice(from)
  if (
    length(from, last) <= scale.whole &&
    rest.every(({ role }) => role !== 'frame') &&
    rest.filter((part) => hasFigure(text, part)).length < 2
  )
    return { from, to: last }
  let to = core
  for (let next = parts[to + 1]; next; next = parts[to + 1]) {
    if (next.role === 'frame' || waits(next)) break
    const joined = length(from, to + 1)
    const stub = length(to + 1, to + 1) < scale.short
    if (hasFigure(text, next) && parts.slice(from, to + 1).some((part) => hasFigure(text, part))) break
    const wanted =
      stub ||
      next.role === 'dependent' ||
      (joined <= scale.pair && !order.test(text.slice(next.start, next.end))) ||
      length(from, to) < scale.short
    if (!wanted || joined > scale.fit) break
    to++
  }
  return { from, to }
}

const says = /^(?:更|也|又)?是(?![非否])/u

/** One of several things that are said of the same (实施这一战略，是…的重大部署，是…的历史任务), or what they are said of. */
function parallel(text: string, parts: readonly Clause[], at: number): boolean {
  const isSaid = (i: number): boolean => {
    const part = parts[i]
    return part !== undefined && says.test(text.slice(part.start, part.start + 3))
  }
  return isSaid(at) ? isSaid(at - 1) || isSaid(at + 1) : isSaid(at + 1) && isSaid(at + 2)
}

const order = /^(?:还|也|都)?(?:要|必须|坚决|严禁)/u

/** Without this the clause behind it says the opposite. */
const forbidding = /禁止|不得|严禁|不准/u

function hasFigure(text: string, { start, end }: Span): boolean {
  return figuresIn(text.slice(start, Math.min(end, start + 200))).length > 0
}

/** Says nothing without the clause behind it. */
function waits(clause: Clause | undefined): boolean {
  return clause?.role === 'condition' || clause?.role === 'topic' || clause?.role === 'time'
}

/**
 * Where a group begins that is too long with all that waits for its last clause: at the first condition
 * from which it fits, else at that clause itself; it stays long where it would say the opposite.
 */
function beginning(text: string, parts: readonly Clause[], { from, to }: Group, scale: Scale): number {
  const length = lengthOf(text, parts, scale)
  if (from === to || length(from, to) <= scale.limit) return from
  const fitting = (most: number): number => {
    for (let k = from; k < to; k++) {
      const role = parts[k]?.role
      if ((k === from || role === 'condition') && length(k, to) <= most) return k
    }
    return to
  }
  const forbids = parts.slice(from, to).some((part) => forbidding.test(text.slice(part.start, part.end)))
  if (forbids) return from
  return fitting(scale.limit)
}

/** Clauses farther apart make no point together: UTF-16 units. */
const farthest = 400

/** How long the point of some clauses would be. */
function lengthOf(
  text: string,
  parts: readonly Clause[],
  scale: Scale,
): (from: number, to: number) => number {
  return (from, to) => {
    const span = { start: parts[from]?.start ?? 0, end: parts[to]?.end ?? 0 }
    if (span.end - span.start > farthest) return Number.POSITIVE_INFINITY
    const { start, end } = trim(text, span, scale) ?? span
    return size(text.slice(start, end), scale)
  }
}

function pointOf(text: string, parts: readonly Clause[], { from, to }: Group, scale: Scale): Span | null {
  const first = parts[from]
  const last = parts[to]
  if (from < to && first && last && last.end - first.start > farthest) return null
  const whole = first && last && trimmedSpan(text, { start: first.start, end: last.end })
  const point = whole ? trim(text, whole, scale) : null
  return point && shorten(text, point, scale)
}
