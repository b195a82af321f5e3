import { type Scale, size } from '../../keypoints/scale.ts'
import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** The one thing that a slide says. */
export const statement: Layout = {
  ...plain,
  name: 'statement',
  size: 40,
  largest: [64],
  list: { ...plainList, inline: 68, numbered: 68, line: 1.5, face: 'serif', isWhole: true },
  choose({ text, scale, points }) {
    const [only, ...more] = points
    if (!only || more.length > 0 || only.below.length > 0) return null
    const length = only.point.spans.reduce(
      (sum, { start, end }) => sum + size(text.slice(start, end), scale),
      0,
    )
    if (length > longest[scale.unit]) return null
    return { arrangement: { above: [], items: [{ ...only, strong: null }], below: [] } }
  },
}

/** Of what is all bold no more is taken in at a glance. */
const longest: Readonly<Record<Scale['unit'], number>> = { characters: 46, words: 24 }
