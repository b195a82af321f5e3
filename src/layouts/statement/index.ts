import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** The one thing that a slide says. */
export const statement: Layout = {
  ...plain,
  name: 'statement',
  size: 40,
  largest: [64],
  list: { ...plainList, inline: 68, numbered: 68, line: 1.5, face: 'serif', hasWholeWords: true },
  choose({ points }) {
    const [only, ...more] = points
    if (!only || more.length > 0 || only.below.length > 0) return null
    return { arrangement: { above: [], items: [{ ...only, strong: null }], below: [] } }
  },
}
