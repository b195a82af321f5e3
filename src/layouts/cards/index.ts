import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

export const cards: Layout = {
  ...plain,
  name: 'cards',
  size: 32,
  largest: [44, 44, 40, 38, 34, 33],
  list: {
    ...plainList,
    gap: 24,
    block: 97,
    least: 160,
    inline: 52,
    numbered: 52,
    line: 1.45,
    columns: (items, shape) => (shape === 'narrow' || items === 2 || items === 4 ? 2 : 3),
    columnGap: 24,
  },
}
