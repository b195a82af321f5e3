import type { Block } from './blocks.ts'
import type { Span } from './document.ts'
import { columns } from './lines.ts'
import { type Numbering, rankOf, type System } from './numbering.ts'
import { firstSentenceEnd } from './punctuation.ts'

/**
 * How a numbered block stands. `bare`: a line that is a heading; `stopped`: the same with a full stop;
 * `run-in`: a short sentence, then its text; `item`: a part of a list; `long`: a paragraph.
 */
export type Shape = 'bare' | 'stopped' | 'run-in' | 'item' | 'long'

export interface Candidate {
  readonly at: number
  readonly number: Numbering
  readonly shape: Shape
  /** Where its heading would end. */
  readonly headingEnd: number
  readonly hint: number | null
}

/** Candidates of one system that count on under one heading. */
export interface Group {
  readonly system: System
  readonly members: readonly Candidate[]
}

/** In half-width columns: some sixty Chinese characters. */
export const WIDEST_HEADING = 130
/** A sentence with its full stop is a heading only when it is shorter than that. */
const WIDEST_STOPPED = 70

/** The numbered blocks, in order, without those whose number is none: a year, a quantity, a line cut before a figure. */
export function candidatesOf(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
): readonly Candidate[] {
  return inSequence(blocks.flatMap((block, at) => (skipped.has(at) ? [] : candidate(text, block, at))))
}

function candidate(text: string, { span, number, layout, rows }: Block, at: number): readonly Candidate[] {
  if (!number || rows.length > 0 || layout.image !== undefined || layout.footnote) return []
  const hint = layout.heading ?? null
  const { shape, headingEnd } = shapeOf(text, span, number)
  return [{ at, number, hint: shape === 'long' ? null : hint, shape, headingEnd }]
}

const ITEM_END = /[；;，,]$/u
/** A head that ends in a colon: `指导思想：以…为指导`. */
const COLON_HEAD = /^[^，。；：:]{2,16}[：:](?=.{6})/u

function shapeOf(
  text: string,
  { start, end }: Span,
  number: Numbering,
): { shape: Shape; headingEnd: number } {
  const from = start + number.length
  const tail = text.slice(Math.max(from, end - 2), end)
  if (ITEM_END.test(tail)) return { shape: 'item', headingEnd: end }
  const stop = firstSentenceEnd(text, from, Math.min(end, from + WIDEST_HEADING))
  const colon = COLON_HEAD.exec(text.slice(from, Math.min(end, from + 40)))
  if (colon) return { shape: 'run-in', headingEnd: from + colon[0].length }
  const fits = (to: number): boolean =>
    to - start <= WIDEST_HEADING && columns(text, start, to) <= WIDEST_HEADING
  if (stop === null || stop >= end) {
    if (!fits(end)) return { shape: 'long', headingEnd: end }
    if (stop === null || isCapitals(text.slice(from, end))) return { shape: 'bare', headingEnd: end }
    return { shape: columns(text, start, end) <= WIDEST_STOPPED ? 'stopped' : 'long', headingEnd: end }
  }
  return { shape: fits(stop) ? 'run-in' : 'long', headingEnd: stop }
}

/** `SECTION 1. SHORT TITLE.` */
export function isCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && !/[\p{Ll}\p{sc=Han}]/u.test(words)
}

/** How far a number may run ahead of the last: a heading in between is missing or was not seen. */
const WIDEST_GAP = 3

function inSequence(candidates: readonly Candidate[]): readonly Candidate[] {
  const last = new Map<System, number>()
  return candidates.flatMap((candidate) => {
    const one = asLetter(candidate, last)
    const { number, shape, hint } = one
    const { system, value } = number
    const before = last.get(system)
    const heads = shape === 'bare' || shape === 'run-in' || hint !== null
    const follows =
      before === undefined
        ? heads || value <= WIDEST_GAP
        : // A number that comes again is a mistake in a heading, but no number before a sentence.
          (value > before || shape === 'bare' || hint !== null) && (heads || value - before <= WIDEST_GAP)
    const accepted = number.doubtful
      ? heads && (hint !== null || (before !== undefined && value === before + 1))
      : value === 1 || follows
    if (!accepted) return []
    last.set(system, value)
    return [one]
  })
}

/** `C.` after `B.` is a letter, not a hundred. */
function asLetter(one: Candidate, last: ReadonlyMap<System, number>): Candidate {
  const before = last.get('letter')
  if (one.number.system !== 'roman' || before === undefined) return one
  const letters: Readonly<Record<number, number>> = { 1: 9, 5: 22, 10: 24, 50: 12, 100: 3 }
  const value = letters[one.number.value]
  return value === before + 1 ? { ...one, number: { ...one.number, system: 'letter', value } } : one
}

/** The candidates of each system in their runs: a run ends where the counting begins anew or a wider number comes. */
export function groupsOf(candidates: readonly Candidate[]): readonly Group[] {
  const groups: { system: System; members: Candidate[] }[] = []
  const open = new Map<System, Candidate[]>()
  for (const one of candidates) {
    const { system, value } = one.number
    if (one.shape !== 'item' && one.shape !== 'long') {
      for (const narrower of [...open.keys()]) if (rankOf(narrower) > rankOf(system)) open.delete(narrower)
    }
    const members = open.get(system)
    if (members && value > 1) {
      members.push(one)
    } else {
      const fresh = [one]
      open.set(system, fresh)
      groups.push({ system, members: fresh })
    }
  }
  return groups
}
