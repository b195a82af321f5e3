import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** Of an article of a law, whole: chosen by what the paragraph is, not by what it says. */
export const article: Layout = {
  ...plain,
  name: 'article',
  size: 33,
  line: 1.6,
  list: { ...plainList, line: 1.6, inline: 35, numbered: 35 },
  paragraphInline: 35,
}
