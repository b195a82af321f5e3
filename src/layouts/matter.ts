import type { KeyPoint } from '../keypoints/index.ts'
import type { Group, Matter } from './layout.ts'

/** Points with those below them. */
export function groupsOf(points: readonly KeyPoint[]): Group[] {
  return points.flatMap((point, i) =>
    point.parent === null ? [{ point, below: points.filter(({ parent }) => parent === i) }] : [],
  )
}

/** Nothing stands on a second level. */
export const isFlat = ({ points }: Pick<Matter, 'points'>): boolean =>
  points.every(({ below }) => below.length === 0)

/** What stands around a run of points: so many before it, and behind it. */
const mostAround = 2

/** Points of one kind behind each other, with the few before and behind them; null where they are none or not alone. */
export function runOf<T>(
  points: readonly Group[],
  kind: (group: Group) => T | null,
): {
  readonly above: readonly KeyPoint[]
  readonly run: readonly T[]
  readonly below: readonly KeyPoint[]
} | null {
  const found = points.map(kind)
  const start = found.findIndex((one) => one !== null)
  const behind = found.findIndex((one, i) => i > start && one === null)
  const end = behind < 0 ? points.length : behind
  const [above, below] = [points.slice(0, Math.max(0, start)), points.slice(end)]
  const isAlone = [above, below].every(
    (around) => around.length <= mostAround && around.every((group) => group.below.length === 0),
  )
  if (start < 0 || !isAlone) return null
  const paragraphs = (groups: readonly Group[]): KeyPoint[] => groups.map(({ point }) => point)
  return {
    above: paragraphs(above),
    run: found.slice(start, end).filter((one) => one !== null),
    below: paragraphs(below),
  }
}

/** How many of some points must be of one kind for the slide to be. */
export const mostOf = (points: readonly Group[]): number => Math.max(3, Math.ceil(points.length * 0.6))
