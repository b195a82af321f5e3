import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

export const title: Layout = {
  ...plain,
  name: 'title',
  padding: { top: 110, bottom: 190, wide: 110, narrow: 90, tall: 64 },
  list: { ...plainList, isWhole: true },
  heading: { size: 66, line: 1.32, below: 32, inline: 0 },
}
