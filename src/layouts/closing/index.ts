import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** The document's last call, with which the people in the room go. */
export const closing: Layout = {
  ...plain,
  name: 'closing',
  size: 38,
  largest: [48, 44, 42],
  padding: { top: 90, bottom: 110, wide: 130, narrow: 90, tall: 64 },
  heading: { size: 60, line: 1.4, below: 40, inline: 0 },
  list: { ...plainList, gap: 22, inline: 0, numbered: 0, isWhole: true },
}
