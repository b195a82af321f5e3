import type { Group } from './candidates.ts'
import { rankOf, SYSTEMS, type System } from './numbering.ts'
import type { Style, Unnumbered } from './unnumbered-headings.ts'

/** Between the levels that a format names there is room for every system of numbers. */
const STEP = SYSTEMS.length + 1

/**
 * Which headings stand above which. Where the format names levels they decide, and one heading with a
 * level speaks for all of its system; between them a wider system of numbers stands above a narrower.
 */
export function orderOf(
  sections: readonly Group[],
  unnumbered: readonly Unnumbered[],
): (key: System | Style) => number {
  const hinted = new Map<System, number>()
  const firstAt = new Map<System, number>()
  for (const { system, members } of sections) {
    for (const { at, hint } of members) {
      firstAt.set(system, Math.min(firstAt.get(system) ?? at, at))
      if (hint !== null) hinted.set(system, Math.min(hinted.get(system) ?? hint, hint))
    }
  }
  const named = unnumbered.filter(({ style }) => typeof style === 'number')
  const orders = new Map<System | Style, number>()
  for (const { style } of named) orders.set(style, Number(style) * STEP)
  for (const system of firstAt.keys())
    orders.set(system, systemOrder(system, hinted, named, firstAt.get(system) ?? 0))

  const numbered = [...firstAt].map(([system, at]) => ({ at, order: orders.get(system) ?? 0 }))
  const known = [...numbered, ...named.map(({ at, style }) => ({ at, order: Number(style) * STEP }))]
  const top = Math.min(...new Set(known.map(({ order }) => order)), STEP)
  for (const style of ['bold', 'centred', 'capitals', 'line'] as const) {
    const first = unnumbered.find((one) => one.style === style)
    if (!first) continue
    const above = new Set(known.filter(({ at }) => at < first.at).map(({ order }) => order))
    orders.set(style, above.size > 0 ? Math.max(...above) + 0.5 : top - 0.5)
  }
  const highest = Math.min(top, ...orders.values())
  orders.set('known', highest)
  orders.set('document', highest - 1)
  return (key) => orders.get(key) ?? STEP
}

function systemOrder(
  system: System,
  hinted: ReadonlyMap<System, number>,
  named: readonly Unnumbered[],
  first: number,
): number {
  const own = hinted.get(system)
  if (own !== undefined) return own * STEP
  const rank = rankOf(system)
  const wider = [...hinted].filter(([other]) => rankOf(other) < rank).map(([, level]) => level)
  if (wider.length > 0) return Math.max(...wider) * STEP + 1 + rank
  const narrower = [...hinted].filter(([other]) => rankOf(other) > rank).map(([, level]) => level)
  if (narrower.length > 0) return Math.min(...narrower) * STEP - STEP + rank
  const before = new Set(named.filter(({ at }) => at < first).map(({ style }) => Number(style)))
  return before.size > 0 ? Math.max(...before) * STEP + 1 + rank : 1 + rank
}
