import type { Block } from './blocks.ts'
import type { Span } from './document.ts'
import { orderOf } from './levels.ts'
import { columns } from './lines.ts'
import { type Numbering, rankOf, type System } from './numbering.ts'
import { firstSentenceEnd } from './punctuation.ts'
import { type Unnumbered, unnumberedHeadings } from './unnumbered-headings.ts'

/** A heading found in a block; what the block has behind it is a paragraph. */
export interface Heading {
  readonly span: Span
  /** As written; null where it has none. */
  readonly number: string | null
  /** The lower, the higher the heading; only the order counts. */
  readonly order: number
}

export interface Headings {
  /** By the index of their block. */
  readonly headings: ReadonlyMap<number, Heading>
  /** The heads of numbered paragraphs that are no sections. */
  readonly runIns: ReadonlyMap<number, Span>
}

/**
 * How a numbered block stands. `bare`: a line that is a heading; `stopped`: the same with a full stop;
 * `run-in`: a short sentence, then its text; `item`: a part of a list; `long`: a paragraph.
 */
type Shape = 'bare' | 'stopped' | 'run-in' | 'item' | 'long'

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

type Role = 'sections' | 'run-ins' | 'none'

/** In half-width columns: some sixty Chinese characters. */
export const WIDEST_HEADING = 130
/** A sentence with its full stop is a heading only when it is shorter than that. */
const WIDEST_STOPPED = 70

/**
 * The headings among the blocks, by their numbers and their layout together.
 *
 * @param skipped blocks that were already told to be something else
 */
export function headingsOf(text: string, blocks: readonly Block[], skipped: ReadonlySet<number>): Headings {
  const candidates = inSequence(
    blocks.flatMap((block, at) => (skipped.has(at) ? [] : candidate(text, block, at))),
  )
  const groups = grouped(candidates)
  const unnumbered = unnumberedHeadings(text, blocks, skipped, candidates)
  const roles = rolesOf(groups, candidates, unnumbered, blocks.length)
  const sections = groups.filter((_, at) => roles[at] === 'sections').map(headingMembers)
  const orders = orderOf(sections, unnumbered)

  const headings = new Map<number, Heading>()
  for (const { at, span, style } of unnumbered) headings.set(at, { span, number: null, order: orders(style) })
  for (const { system, members } of sections) {
    for (const { at, number, headingEnd } of members) {
      const start = blocks[at]?.span.start ?? 0
      headings.set(at, {
        span: { start, end: headingEnd },
        number: text.slice(start, start + number.length).trim(),
        order: orders(system),
      })
    }
  }
  const runIns = new Map<number, Span>()
  for (const [at, { members }] of groups.entries()) {
    if (roles[at] !== 'run-ins') continue
    for (const member of members) {
      const start = blocks[member.at]?.span.start ?? 0
      if (member.shape === 'run-in') runIns.set(member.at, { start, end: member.headingEnd })
    }
  }
  return { headings, runIns }
}

function candidate(text: string, { span, number, layout, rows }: Block, at: number): readonly Candidate[] {
  if (!number || rows.length > 0 || layout.image !== undefined || layout.footnote) return []
  const hint = layout.heading ?? null
  const { shape, headingEnd } = shapeOf(text, span, number)
  return [{ at, number, hint: shape === 'long' ? null : hint, shape, headingEnd }]
}

const ITEM_END = /[；;，,]$/u
/** A head that ends in a colon: `指导思想：以…为指导`. */
const COLON_HEAD = /^[^，。；、：:]{2,16}[：:](?=.{10})/u

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
    if (stop === null) return { shape: 'bare', headingEnd: end }
    return { shape: columns(text, start, end) <= WIDEST_STOPPED ? 'stopped' : 'long', headingEnd: end }
  }
  return { shape: fits(stop) ? 'run-in' : 'long', headingEnd: stop }
}

/** How far a number may run ahead of the last: a heading in between is missing or was not seen. */
const WIDEST_GAP = 3

/** Without what only looks like a number: a year, a quantity, a line that was cut before a figure. */
function inSequence(candidates: readonly Candidate[]): readonly Candidate[] {
  const last = new Map<System, number>()
  return candidates
    .map((one) => asLetter(one, last))
    .filter(({ number, shape, hint }) => {
      const { system, value } = number
      const before = last.get(system)
      const heads = shape === 'bare' || shape === 'run-in' || hint !== null
      const accepted = number.doubtful
        ? heads && (hint !== null || (before !== undefined && value === before + 1))
        : value === 1 ||
          (before === undefined ? heads || value <= WIDEST_GAP : heads || value - before <= WIDEST_GAP)
      if (accepted) last.set(system, value)
      return accepted
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

function grouped(candidates: readonly Candidate[]): readonly Group[] {
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

/** Laws have articles; what is numbered inside an article is a part of it. */
const LEAST_ARTICLES = 3
/** Items of these systems are paragraphs, however they are written. */
const NEVER_SECTIONS: ReadonlySet<System> = new Set(['clause', 'circled', 'enumerated'])

function rolesOf(
  groups: readonly Group[],
  candidates: readonly Candidate[],
  unnumbered: readonly Unnumbered[],
  end: number,
): readonly Role[] {
  const clauses = candidates.filter(({ number }) => number.system === 'clause')
  const firstClause = clauses.length >= LEAST_ARTICLES ? (clauses[0]?.at ?? end) : end
  const byBlock = new Map(candidates.map((one) => [one.at, one]))
  const hasBody = ({ at, number }: Candidate): boolean => {
    const next = byBlock.get(at + 1)
    return at + 1 < end && (!next || rankOf(next.number.system) > rankOf(number.system))
  }
  const roles = groups.map(({ system, members }): Role => {
    const first = members[0]?.at ?? 0
    if (rankOf(system) > rankOf('clause') && first > firstClause) return 'none'
    return roleOf(system, members, hasBody)
  })
  return promoted(groups, roles, unnumbered)
}

function roleOf(system: System, members: readonly Candidate[], hasBody: (one: Candidate) => boolean): Role {
  const count = (...shapes: readonly Shape[]): number =>
    members.filter(({ shape }) => shapes.includes(shape)).length
  if (NEVER_SECTIONS.has(system)) return count('run-in') > 0 && system !== 'clause' ? 'run-ins' : 'none'
  if (members.some(({ hint }) => hint !== null)) return 'sections'
  if (count('item') * 2 >= members.length) return 'none'
  const isLine = ({ shape }: Candidate): boolean => shape === 'bare' || shape === 'stopped'
  // What follows the last line of a list is not its body.
  const endsList = (at: number): boolean => {
    const before = members[at - 1]
    return at === members.length - 1 && before !== undefined && isLine(before) && !hasBody(before)
  }
  const bodies = members.filter((one, at) => isLine(one) && hasBody(one) && !endsList(at))
  if (rankOf(system) <= rankOf('article')) return count('bare') > 0 ? 'sections' : 'none'
  if (bodies.length > 0 || (rankOf(system) <= rankOf('han') && count('bare') > 1)) return 'sections'
  return count('run-in') > 0 ? 'run-ins' : 'none'
}

/** Numbered paragraphs with a head are the sections of a document that has no wider ones around them. */
function promoted(
  groups: readonly Group[],
  roles: readonly Role[],
  unnumbered: readonly Unnumbered[],
): readonly Role[] {
  const sections = groups.filter((_, at) => roles[at] === 'sections')
  return groups.map(({ system, members }, at) => {
    const role = roles[at] ?? 'none'
    const first = members[0]?.at ?? 0
    const last = members.at(-1)?.at ?? 0
    if (role !== 'run-ins' || members.length < 2 || NEVER_SECTIONS.has(system) || system === 'ordinal')
      return role
    const starts = (group: Group): number => group.members[0]?.at ?? 0
    const around = sections.some((one) => rankOf(one.system) < rankOf(system) && starts(one) < first)
    const inside = sections.some(
      (one) => rankOf(one.system) > rankOf(system) && starts(one) > first && starts(one) < last,
    )
    const laidOut = unnumbered.some((one) => one.at < first && one.style !== 'known')
    return inside || !(around || laidOut) ? 'sections' : role
  })
}

/** Of a group of sections, the members that head one. */
function headingMembers({ system, members }: Group): Group {
  const heads = members.filter(({ shape, hint }) =>
    rankOf(system) <= rankOf('section')
      ? shape === 'bare' || hint !== null
      : shape !== 'long' && shape !== 'item',
  )
  return { system, members: heads }
}
