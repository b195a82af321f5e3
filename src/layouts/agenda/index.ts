import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

export const agenda: Layout = {
  ...plain,
  name: 'agenda',
  tightest: 0.86,
  padding: { ...plain.padding, top: 64 },
  margin: (shape) =>
    shape === 'wide' ? { width: 150, gap: 40, size: 48, whole: 150, isVertical: true } : null,
  largest: [44, 44, 44, 42, 40, 38, 36],
  list: {
    ...plainList,
    gap: 14,
    block: 24,
    inline: 54,
    numbered: 54,
    line: 1.3,
    face: 'serif',
    isWhole: true,
  },
}
