import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

export const agenda: Layout = {
  ...plain,
  name: 'agenda',
  largest: [44, 44, 44, 42, 40, 38, 36],
  list: { ...plainList, gap: 14, block: 24, inline: 54, numbered: 54, line: 1.4, face: 'serif' },
}
