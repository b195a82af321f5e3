import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

/** Of every slide that names no layout, and of whatever has no other form. */
export const list: Layout = {
  ...plain,
  name: 'list',
  largest: [58, 56, 48, 42, 38, 36, 34],
  choose: ({ points }) => ({ arrangement: { above: [], items: points, below: [] } }),
}
