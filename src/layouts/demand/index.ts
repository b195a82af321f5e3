import type { Layout } from '../layout.ts'
import { list } from '../list/index.ts'
import { isFlat } from '../matter.ts'

/** How things are, and on a band what follows from it. */
export const demand: Layout = {
  ...list,
  name: 'demand',
  hasBand: true,
  choose(matter) {
    const { points, tree } = matter
    if (!tree) return null
    const last = points.at(-1)
    const causes = points.slice(0, -1)
    return last && isFlat(matter) && causes.length > 0 && last.point.node.relation === 'demand'
      ? { arrangement: { above: [], items: causes, below: [last.point] } }
      : null
  },
}
