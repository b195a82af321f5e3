import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** Two sides of a matter, one set against the other. */
export const contrast: Layout = {
  ...plain,
  name: 'contrast',
  size: 38,
  largest: [48, 46],
  list: {
    ...plainList,
    gap: 40,
    block: 70,
    least: 240,
    inline: 68,
    numbered: 68,
    columns: () => 2,
    columnGap: 40,
  },
  choose({ points }) {
    const [, second] = points
    const isFlat = points.every(({ below }) => below.length === 0)
    return points.length === 2 && isFlat && second?.point.node.relation === 'contrast'
      ? { arrangement: { above: [], items: points, below: [] } }
      : null
  },
}
