import type { Span } from '../../document/document.ts'
import { figuresIn } from '../../keypoints/index.ts'
import type { Layout } from '../layout.ts'
import { isFlat, mostOf } from '../matter.ts'
import { plain, plainList } from '../plain.ts'

/** Figures, large; one fills the slide, several share a grid. */
export const figures: Layout = {
  ...plain,
  name: 'figures',
  hasSerifs: true,
  largest: [72, 50, 44, 42, 38],
  list: {
    ...plainList,
    gap: 20,
    block: 35,
    inline: 50,
    numbered: 50,
    line: 1.4,
    columns: (items) => (items > 1 ? 2 : 1),
    columnGap: 28,
  },
  choose(matter) {
    const { text, points } = matter
    if (!isFlat(matter)) return null
    const items = points.map((group) => ({ ...group, strong: figureOf(text, group.point.span) }))
    const isOne = items.filter(({ strong }) => strong).length >= mostOf(points)
    return isOne ? { arrangement: { above: [], items, below: [] } } : null
  },
}

/**
 * The figure that a point comes to: of several, the last one of the first clause that has any
 * (从3.68万亿元增长到4.93万亿元 → 4.93万亿元).
 */
export function figureOf(text: string, point: Span): Span | null {
  const words = text.slice(point.start, point.end)
  const all = figuresIn(words)
  const [first] = all
  if (!first) return null
  const rest = words.slice(first.end).search(/[，；。]|,\s/u)
  const clauseEnd = rest < 0 ? words.length : first.end + rest
  const found = all.findLast(({ start }) => start < clauseEnd) ?? first
  return { start: point.start + found.start, end: point.start + found.end }
}
