import { rankOf, SYSTEMS, type System } from './numbering.ts'
import type { Series } from './series.ts'
import { MOST_LEADING, type Style, type Unnumbered } from './unnumbered-headings.ts'

/** Between the levels that a format names there is room for every system of numbers. */
const STEP = SYSTEMS.length + 1
/** A series inside another of its own system stands below that and above the next system. */
const DEPTH = 0.1
/** What has no number stands between two that have one. */
const HALF = 0.5
/** What has nothing but its place and its mark stands below what its type shows. */
const QUARTER = 0.25
const SHOWN_BY_LITTLE: ReadonlySet<Style> = new Set(['line', 'question'])

/** How high a heading stands: the lower, the higher; only the order counts. */
export interface Orders {
  readonly ofSeries: (series: Series) => number
  /** By the block of the heading. */
  readonly ofUnnumbered: (one: Unnumbered) => number
}

/**
 * Which headings stand above which. Where the format names levels they decide, and one heading with a level speaks
 * for all of its system; between them, and between two of one level, a wider system of numbers stands above a
 * narrower. A style without numbers stands above the numbers that begin anew below it, else below what is before it.
 */
export function ordersOf(sections: readonly Series[], unnumbered: readonly Unnumbered[]): Orders {
  const hinted = new Map<System, number>()
  const firstAt = new Map<System, number>()
  for (const { system, members } of sections) {
    for (const { at, hint } of members) {
      firstAt.set(system, Math.min(firstAt.get(system) ?? at, at))
      if (hint !== null) hinted.set(system, Math.min(hinted.get(system) ?? hint, hint))
    }
  }
  const named = unnumbered.filter(({ style }) => typeof style === 'number')
  const systems = new Map<System, number>()
  for (const [system, first] of firstAt) systems.set(system, systemOrder(system, hinted, named, first))
  const ofSeries = ({ system, depth }: Series): number => (systems.get(system) ?? STEP) + depth * DEPTH

  const marks: readonly Mark[] = sections
    .flatMap((series) =>
      series.members.map(({ at, number }) => ({ at, order: ofSeries(series), begins: number.value <= 1 })),
    )
    .sort((one, other) => one.at - other.at)
  const known = [...marks, ...named.map(({ at, style }) => ({ at, order: Number(style) * STEP }))]
  const top = known.length > 0 ? highestOf(known.map(({ order }) => order)) : STEP
  const isAmongChapters = betweenChapters(sections)
  const begun = new Map(marks.flatMap(({ at, order, begins }) => (begins ? [[at, order] as const] : [])))
  const begunBelow = (at: number): number | undefined =>
    [...Array(MOST_LEADING + 1).keys()].map((i) => begun.get(at + 1 + i)).find((order) => order !== undefined)
  const first = known.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  const orders = new Map<number, number>()
  const place = (style: Style, places: readonly number[]): void => {
    const above = known.filter(({ at }) => at < (places[0] ?? 0)).map(({ order }) => order)
    // What stands only before the first of the others, or parts no chapters, is a notice or a preface beside them.
    const isFront = known.length > 0 && known.every(({ at }) => at > (places.at(-1) ?? 0))
    const isBeside = isFront || !places.some(isAmongChapters)
    const least =
      above.length > 0
        ? above.reduce((most, order) => Math.max(most, order)) + HALF
        : top - (isBeside ? 0 : HALF)
    const below = least + (SHOWN_BY_LITTLE.has(style) ? QUARTER : 0)
    for (const at of places) orders.set(at, below)
  }
  for (const [style, places] of placesOf(unnumbered)) {
    const headed = places.flatMap((at) => begunBelow(at) ?? [])
    const below = orderOfRestarted(places, marks) ?? (headed.length > 0 ? highestOf(headed) : null)
    if (below !== null) {
      for (const at of places) orders.set(at, below - HALF)
      continue
    }
    // The same type on the cover and within shows nothing of both.
    place(
      style,
      places.filter((at) => at < first),
    )
    place(
      style,
      places.filter((at) => at >= first),
    )
  }
  const highest = highestOf([top, ...orders.values()])
  const ofUnnumbered = ({ at, style }: Unnumbered): number =>
    typeof style === 'number'
      ? style * STEP
      : style === 'known'
        ? highest
        : style === 'document'
          ? highest - 1
          : (orders.get(at) ?? STEP)
  return { ofSeries, ofUnnumbered }
}

const highestOf = (orders: readonly number[]): number =>
  orders.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)

/** Whether a block stands between the first and the last chapter; where there are not several, all do. */
function betweenChapters(sections: readonly Series[]): (at: number) => boolean {
  const chapters = sections
    .filter(({ system }) => rankOf(system) <= rankOf('chapter'))
    .flatMap(({ members }) => members.map(({ at }) => at))
    .sort((one, other) => one - other)
  const [first = 0, last = 0] = [chapters[0], chapters.at(-1)]
  return (at) => chapters.length < 2 || (at > first && at < last)
}

interface Mark {
  readonly at: number
  readonly order: number
  readonly begins: boolean
}

/** The places of each style whose level is told by nothing but them. */
function placesOf(unnumbered: readonly Unnumbered[]): ReadonlyMap<Style, readonly number[]> {
  const places = new Map<Style, number[]>()
  for (const { at, style } of unnumbered) {
    if (typeof style === 'number' || style === 'known' || style === 'document') continue
    const ofStyle = places.get(style)
    if (ofStyle) ofStyle.push(at)
    else places.set(style, [at])
  }
  return places
}

/** The order of the widest numbers that begin anew below most of the places, null where none do. */
function orderOfRestarted(places: readonly number[], marks: readonly Mark[]): number | null {
  let next = 0
  let followed = 0
  const begun: number[] = []
  for (const [at, place] of places.entries()) {
    while ((marks[next]?.at ?? Number.POSITIVE_INFINITY) < place) next++
    const mark = marks[next]
    if (!mark || mark.at > (places[at + 1] ?? Number.POSITIVE_INFINITY)) continue
    followed++
    if (mark.begins) begun.push(mark.order)
  }
  return begun.length >= 2 && begun.length * 2 > followed
    ? begun.reduce((least, order) => Math.min(least, order))
    : null
}

function systemOrder(
  system: System,
  hinted: ReadonlyMap<System, number>,
  named: readonly Unnumbered[],
  first: number,
): number {
  const own = hinted.get(system)
  const rank = rankOf(system)
  const wider = [...hinted].filter(([other]) => rankOf(other) < rank).map(([, level]) => level)
  // Of two systems with one level, as type of one size has it, the numbers tell which is wider.
  if (own !== undefined && !wider.includes(own)) return own * STEP
  if (wider.length > 0) return Math.max(own ?? 0, ...wider) * STEP + 1 + rank
  const narrower = [...hinted].filter(([other]) => rankOf(other) > rank).map(([, level]) => level)
  if (narrower.length > 0) return Math.min(...narrower) * STEP - STEP + rank
  const before = new Set(named.filter(({ at }) => at < first).map(({ style }) => Number(style)))
  if (before.size === 0) return 1 + rank
  // Chapters stand beside what is named before all of them: a notice, a change log.
  const isFront = rank <= rankOf('chapter') && named.every(({ at }) => at < first)
  return isFront ? Math.min(...before) * STEP : Math.max(...before) * STEP + 1 + rank
}
