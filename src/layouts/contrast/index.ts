import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** Two sides of a matter, one set against the other. */
export const contrast: Layout = {
  ...plain,
  name: 'contrast',
  tightest: 0.94,
  size: 38,
  largest: [48, 46, 42, 38],
  paragraphInline: 40,
  list: {
    ...plainList,
    gap: 40,
    block: 70,
    least: 150,
    inline: 68,
    numbered: 68,
    columns: () => 2,
    columnGap: 40,
    isWhole: true,
  },
  choose({ points, tree }) {
    if (!tree) return null
    const [first, second, ...others] = points
    const isFlat = points.every(({ below }) => below.length === 0)
    const isPair = second?.point.node.relation === 'contrast' && first?.point.node !== second.point.node
    return isPair && isFlat && others.length <= mostBehind
      ? { arrangement: { above: [], items: points.slice(0, 2), below: others.map(({ point }) => point) } }
      : null
  },
}

/** What both sides come to: points behind them. */
const mostBehind = 3
