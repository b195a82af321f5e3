import type { Span } from '../../document/document.ts'
import { openingDate } from '../../keypoints/index.ts'
import type { Layout } from '../layout.ts'
import { isFlat, mostOf } from '../matter.ts'
import { plain, plainList } from '../plain.ts'

/** What happened, or is to happen, when. */
export const timeline: Layout = {
  ...plain,
  name: 'timeline',
  tightest: 0.94,
  hasSerifs: true,
  largest: [52, 48, 46, 40, 36],
  list: { ...plainList, gap: 0, block: 22, inline: 52, numbered: 52, isWhole: true },
  choose(matter) {
    const { text, points } = matter
    if (!isFlat(matter)) return null
    const items = points.map((group) => ({ ...group, strong: dateOf(text, group.point.span) }))
    const isOne = items.filter(({ strong }) => strong).length >= mostOf(points)
    return isOne ? { arrangement: { above: [], items, below: [] } } : null
  },
}

/** The date that a point begins with. */
export function dateOf(text: string, { start, end }: Span): Span | null {
  const found = openingDate(text.slice(start, end))
  return found && { start: start + found.start, end: start + found.end }
}
