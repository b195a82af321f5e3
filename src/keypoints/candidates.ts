import type { Span } from '../document/document.ts'
import { type Clause, clauses } from './clauses.ts'
import { type Scale, size } from './scale.ts'
import { type Sentence, trimmedSpan } from './sentences.ts'
import { shorten } from './shortening.ts'
import { trim } from './trimming.ts'

/** A part of a sentence that could be a point, trimmed. */
export interface Candidate extends Span {
  /** The first of its sentence that says something. */
  readonly lead: boolean
  /** Which sentence it is from, counted from 0. */
  readonly sentence: number
  /** Goes on about what stands before it, and was found with nothing to lean on. */
  readonly dependent: boolean
}

/** The candidates of a sentence, in order, none overlapping another. */
export function candidatesOf(text: string, sentence: Sentence, index: number, scale: Scale): Candidate[] {
  const parts = clauses(text, sentence)
  const found: Candidate[] = []
  let i = firstToSay(parts)
  while (i < parts.length) {
    const group = grouped(text, parts, i, scale)
    const point = group && pointOf(text, parts, i, group.to, scale)
    if (point)
      found.push({
        ...point,
        lead: found.length === 0,
        sentence: index,
        dependent: parts[i]?.role === 'dependent',
      })
    i = group ? group.to + 1 : i + 1
  }
  return found
}

/** The first clause that is more than a frame; the first of all where every one is. */
function firstToSay(parts: readonly Clause[]): number {
  const first = parts.findIndex(({ role }) => role !== 'frame')
  return Math.max(0, first)
}

/** The clauses from one on that make one point; null where the clause says nothing by itself. */
function grouped(text: string, parts: readonly Clause[], from: number, scale: Scale): { to: number } | null {
  const first = parts[from]
  if (!first) return null
  if (first.role === 'frame' && parts.length > 1) return null
  const length = (to: number): number => size(text.slice(first.start, parts[to]?.end ?? first.end), scale)
  const rest = parts.length - 1
  if (length(rest) <= scale.fit && parts.slice(from).every(({ role }) => role !== 'frame'))
    return { to: rest }
  let to = from
  // A condition is nothing without what it is the condition of.
  while (to < rest && (parts[to]?.role === 'condition' || parts[to]?.role === 'time')) to++
  if (length(to) > scale.limit) return from < to ? null : { to }
  for (let next = parts[to + 1]; next; next = parts[to + 1]) {
    if (next.role === 'frame' || next.role === 'time' || next.role === 'condition') break
    const wanted = length(to) < scale.short || next.role === 'dependent' || isStub(text, parts, to + 1, scale)
    if (!wanted || length(to + 1) > scale.fit) break
    to++
  }
  return { to }
}

/** A last clause too short to be a point of its own. */
function isStub(text: string, parts: readonly Clause[], at: number, scale: Scale): boolean {
  const part = parts[at]
  return (
    at === parts.length - 1 &&
    part !== undefined &&
    size(text.slice(part.start, part.end), scale) < scale.short
  )
}

function pointOf(
  text: string,
  parts: readonly Clause[],
  from: number,
  to: number,
  scale: Scale,
): Span | null {
  const first = parts[from]
  const last = parts[to]
  if (!first || !last) return null
  const whole = trimmedSpan(text, { start: first.start, end: last.end })
  const point = whole && trim(text, whole, scale)
  return point && shorten(text, point, scale)
}
