import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** Of an article of a law, whole: chosen by what the paragraph is, not by what it says. */
export const article: Layout = {
  ...plain,
  name: 'article',
  size: 34,
  line: 1.55,
  largest: [56, 50, 46, 42, 40, 38, 36],
  list: { ...plainList, gap: 20, line: 1.55, inline: 0, numbered: 0 },
  padding: { ...plain.padding, top: 64 },
  margin: (shape) => (shape === 'tall' ? null : { width: 270, gap: 40, size: 36, whole: 270 }),
}
