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

/** How many of some points must be of one kind for the slide to be. */
export const mostOf = (points: readonly Group[]): number => Math.max(3, Math.ceil(points.length * 0.6))
