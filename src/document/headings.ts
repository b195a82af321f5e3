import type { Block } from './blocks.ts'
import { candidatesOf } from './candidates.ts'
import type { Span } from './document.ts'
import { isKnownHeading } from './kinds.ts'
import { ordersOf } from './levels.ts'
import { headingMembers, rolesOf } from './roles.ts'
import { seriesOf } from './series.ts'
import { unnumberedHeadings } from './unnumbered-headings.ts'

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
  /** The bare numbers of counted paragraphs. */
  readonly counted: ReadonlyMap<number, Span>
  /** The headings that are the titles of further documents in the file, in order. */
  readonly documents: readonly number[]
}

/** 前言 or Executive Summary, set larger than all that follow, has none of them below it. */
function besideOthers(text: string, headings: Map<number, Heading>): void {
  const [first, ...others] = [...headings].sort(([one], [other]) => one - other)
  if (!first || others.length === 0) return
  const [at, heading] = first
  const highest = others.reduce((least, [, { order }]) => Math.min(least, order), Number.POSITIVE_INFINITY)
  if (heading.order < highest && isKnownHeading(text.slice(heading.span.start, heading.span.end)))
    headings.set(at, { ...heading, order: highest })
}

/**
 * The headings among the blocks, by their numbers and their layout together.
 *
 * @param skipped blocks that were already told to be something else
 * @param contents those of them that are the table of contents
 */
export function headingsOf(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  contents: ReadonlySet<number>,
): Headings {
  const series = seriesOf(candidatesOf(text, blocks, skipped))
  const numbered = series.flatMap(({ members }) => members).sort((one, other) => one.at - other.at)
  const unnumbered = unnumberedHeadings(text, blocks, skipped, contents, numbered)
  const roles = rolesOf(series, numbered, unnumbered, blocks.length)
  const sections = series.filter((_, at) => roles[at] === 'sections').map(headingMembers)
  const orders = ordersOf(sections, unnumbered)

  const headings = new Map<number, Heading>()
  for (const one of unnumbered)
    headings.set(one.at, { span: one.span, number: null, order: orders.ofUnnumbered(one) })
  for (const one of sections) {
    for (const { at, number, headingEnd } of one.members) {
      const start = blocks[at]?.span.start ?? 0
      headings.set(at, {
        span: { start, end: headingEnd },
        number: text.slice(start, start + number.length).trim(),
        order: orders.ofSeries(one),
      })
    }
  }
  const runIns = new Map<number, Span>()
  const counted = new Map<number, Span>()
  for (const [at, { members }] of series.entries()) {
    if (roles[at] === 'sections') continue
    for (const member of members) {
      const start = blocks[member.at]?.span.start ?? 0
      const { doubtful, length } = member.number
      if (roles[at] === 'run-ins' && member.shape === 'run-in')
        runIns.set(member.at, { start, end: member.headingEnd })
      else if (doubtful && member.shape === 'long') counted.set(member.at, { start, end: start + length })
    }
  }
  besideOthers(text, headings)
  const documents = unnumbered.flatMap(({ at, style }) => (style === 'document' ? [at] : []))
  return { headings, runIns, counted, documents }
}
