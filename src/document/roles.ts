import type { Candidate, Shape } from './candidates.ts'
import { rankOf, type System } from './numbering.ts'
import type { Series } from './series.ts'
import type { Unnumbered } from './unnumbered-headings.ts'

/** What the members of a group are: headings of sections, paragraphs with a head, or plain paragraphs. */
export type Role = 'sections' | 'run-ins' | 'none'

/** Laws have articles; what is numbered inside an article is a part of it. */
const LEAST_ARTICLES = 3
/** Items of these systems are paragraphs, however they are written. */
const NEVER_SECTIONS: ReadonlySet<System> = new Set([
  'clause',
  'circled',
  'bracketed-letter',
  'bracketed-capital',
  'enumerated',
])

/** The role of each group, in the order of the groups. */
export function rolesOf(
  groups: readonly Series[],
  candidates: readonly Candidate[],
  unnumbered: readonly Unnumbered[],
  end: number,
): readonly Role[] {
  const clauses = candidates.filter(({ number }) => number.system === 'clause')
  const firstClause = clauses.length >= LEAST_ARTICLES ? (clauses[0]?.at ?? end) : end
  const ranks = new Map(
    groups.flatMap(({ system, depth, members }) =>
      members.map(({ at }) => [at, rankOf(system) + depth / 10]),
    ),
  )
  const hasBody = ({ at }: Candidate): boolean => {
    const next = ranks.get(at + 1)
    return at + 1 < end && (next === undefined || next > (ranks.get(at) ?? 0))
  }
  const named = namedRanges(groups)
  const roles = groups.map(({ system, members }): Role => {
    const first = members[0]?.at ?? 0
    const isNamed = members.some(({ hint }) => hint !== null)
    const [from = end, to = 0] = named.get(system) ?? []
    // Where the format names the headings of a system, numbers between them are those of paragraphs.
    if (!isNamed && from < first && first < to) return 'none'
    if (rankOf(system) > rankOf('clause') && first > firstClause && !isNamed) return 'none'
    return roleOf(system, members, hasBody)
  })
  return outvoted(groups, promoted(groups, withoutLone(groups, roles), unnumbered))
}

/** For each system from the first to the last heading of one series that the format names. */
function namedRanges(groups: readonly Series[]): ReadonlyMap<System, readonly [from: number, to: number]> {
  const ranges = new Map<System, readonly [number, number]>()
  for (const { system, members } of groups) {
    const hinted = members.filter(({ hint }) => hint !== null)
    const [first, last] = [hinted[0], hinted.at(-1)]
    if (first && last && hinted.length > 1 && hinted.length === members.length)
      ranges.set(system, [first.at, last.at])
  }
  return ranges
}

/** So many lists to one that looks like sections. */
const MOST_LISTS = 4

/** Where nearly all series of a narrow system are lists, as the options of an exam are, one that looks otherwise is another. */
function outvoted(groups: readonly Series[], roles: readonly Role[]): readonly Role[] {
  const votes = new Map<System, { lists: number; sections: number }>()
  for (const [at, { system, members }] of groups.entries()) {
    const vote = votes.get(system) ?? { lists: 0, sections: 0 }
    votes.set(system, vote)
    if (roles[at] === 'sections') vote.sections++
    // A paragraph with a head of its own is no option of a list.
    else if (roles[at] === 'none' && members.length > 1) vote.lists++
  }
  return groups.map(({ system, members }, at) => {
    const { lists, sections } = votes.get(system) ?? { lists: 0, sections: 0 }
    const isNamed = members.some(({ hint }) => hint !== null)
    const isList = rankOf(system) > rankOf('han') && !isNamed && lists >= sections * MOST_LISTS
    return isList && roles[at] === 'sections' ? 'none' : (roles[at] ?? 'none')
  })
}

/** One narrow number alone is no series; it heads a section only inside another. */
function withoutLone(groups: readonly Series[], roles: readonly Role[]): readonly Role[] {
  const firstWithin = firstOfWider(groups.filter((_, at) => roles[at] === 'sections'))
  const last = new Map<System, number>()
  return groups.map(({ system, members: [first, ...more] }, at) => {
    const role = roles[at] ?? 'none'
    const before = last.get(system) ?? 0
    last.set(system, (more.at(-1) ?? first)?.number.value ?? before)
    if (role !== 'sections' || !first || more.length > 0 || first.hint !== null) return role
    const countsOn = first.number.value <= 1 || first.number.value === before + 1
    const isInside = countsOn && firstWithin(system) < first.at
    return rankOf(system) <= rankOf('han') || isInside ? role : 'none'
  })
}

/** For a system, where the first of all series of wider ones begins; infinite where there is none. */
function firstOfWider(groups: readonly Series[]): (system: System) => number {
  const firsts = new Map<System, number>()
  for (const { system, members } of groups)
    firsts.set(system, Math.min(firsts.get(system) ?? Number.POSITIVE_INFINITY, members[0]?.at ?? 0))
  return (system) =>
    Math.min(
      ...[...firsts].map(([other, at]) => (rankOf(other) < rankOf(system) ? at : Number.POSITIVE_INFINITY)),
    )
}

function roleOf(system: System, members: readonly Candidate[], hasBody: (one: Candidate) => boolean): Role {
  const count = (...shapes: readonly Shape[]): number =>
    members.filter(({ shape }) => shapes.includes(shape)).length
  // Articles that the format names as headings, each a line over its text, are sections.
  const areNamed = members.every(({ shape, hint }) => shape === 'bare' && hint !== null)
  if (NEVER_SECTIONS.has(system) && !(system === 'clause' && areNamed))
    return count('run-in') > 0 && system !== 'clause' ? 'run-ins' : 'none'
  if (members.some(({ hint }) => hint !== null)) return 'sections'
  if (count('item') * 2 >= members.length) return 'none'
  // Where most are paragraphs without a head, one that ends early is one, too.
  if (rankOf(system) > rankOf('han') && count('long') * 2 > members.length) return 'none'
  const isLine = ({ shape }: Candidate): boolean => shape === 'bare' || shape === 'stopped'
  // What follows the last line of a list is not its body.
  const endsList = (at: number): boolean => {
    const before = members[at - 1]
    return at === members.length - 1 && before !== undefined && isLine(before) && !hasBody(before)
  }
  const bodies = members.filter((one, at) => isLine(one) && hasBody(one) && !endsList(at)).length
  // `§ 3. Scope.` is the title of an article when its text stands below it.
  if (rankOf(system) <= rankOf('article'))
    return (count('bare') > 0 && bodies > 0) || bodies * 2 >= members.length
      ? 'sections'
      : count('run-in') > 0
        ? 'run-ins'
        : 'none'
  if (rankOf(system) <= rankOf('han') && (bodies > 0 || count('bare') > 1)) return 'sections'
  // Lines that follow one another are items.
  if (bodies > 0 && bodies * 2 >= count('bare', 'stopped') - 1) return 'sections'
  return count('run-in') > 0 ? 'run-ins' : 'none'
}

/** Numbered paragraphs with a head are the sections of a document that has no wider ones around them. */
function promoted(
  groups: readonly Series[],
  roles: readonly Role[],
  unnumbered: readonly Unnumbered[],
): readonly Role[] {
  const sections = groups.filter((_, at) => roles[at] === 'sections')
  const firstAround = firstOfWider(sections)
  /** For each system, where the series of counted paragraphs end that began before. */
  const ends = new Map<System, number>()
  const endsAround = (system: System): number =>
    Math.max(0, ...[...ends].map(([other, end]) => (rankOf(other) < rankOf(system) ? end : 0)))
  return groups.map(({ system, members }, at) => {
    const role = roles[at] ?? 'none'
    const first = members[0]?.at ?? 0
    const last = members.at(-1)?.at ?? 0
    if (role !== 'sections') ends.set(system, Math.max(last, ends.get(system) ?? 0))
    const headless = members.filter(({ shape }) => shape === 'long').length
    if (headless * 3 > members.length) return role
    if (role !== 'run-ins' || members.length < 2 || NEVER_SECTIONS.has(system) || system === 'ordinal')
      return role
    const starts = (group: Series): number => group.members[0]?.at ?? 0
    const around = firstAround(system) < first
    const inside = sections.some(
      (one) => rankOf(one.system) > rankOf(system) && starts(one) > first && starts(one) < last,
    )
    // A list within a paragraph that is counted heads no part of the document.
    if (endsAround(system) > last) return role
    const laidOut = unnumbered.some((one) => one.at < first && one.style !== 'known')
    return inside || !(around || laidOut) ? 'sections' : role
  })
}

/** Of a group of sections, the members that head one. */
export function headingMembers({ system, depth, members }: Series): Series {
  const named = new Set(members.flatMap(({ hint, number }) => (hint === null ? [] : [number.value])))
  const isNamed = named.size * 2 > members.length
  let last = 0
  const heads = members.filter(({ shape, hint, number }) => {
    const isHead = hint !== null || (shape !== 'long' && shape !== 'item')
    // Among headings that the format names, one that it does not name is one where it counts on.
    const heads =
      isHead && (!isNamed || hint !== null || (number.value === last + 1 && !named.has(number.value)))
    if (heads) last = number.value
    return heads
  })
  return { system, depth, members: heads }
}
