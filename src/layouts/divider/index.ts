import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

export const divider: Layout = {
  ...plain,
  name: 'divider',
  padding: { top: 90, bottom: 230, wide: 120, narrow: 90, tall: 64 },
  heading: { size: 52, line: 1.4, below: 0, inline: 324 },
}
