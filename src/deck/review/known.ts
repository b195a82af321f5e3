import { likeness } from '../audit/compare.ts'
import { fingerprint } from '../record.ts'

// While a deck is edited, the same slides are asked for with every change.

/** So much is remembered at most. */
const most = 10_000

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= most) known.clear()
  const found = find()
  known.set(key, found)
  return found
}

const prints = new Map<string, string>()
const alike = new Map<string, number>()

/** The fingerprint of a slide's words. */
export const printOf = (slide: string): string => remembered(prints, slide, () => fingerprint(slide))

/** How alike two slides are, 0 to 1. */
export const likenessOf = (slide: string, other: string): number =>
  remembered(alike, `${printOf(slide)} ${printOf(other)}`, () => likeness(slide, other))
