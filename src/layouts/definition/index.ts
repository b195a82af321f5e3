import type { Span } from '../../document/document.ts'
import type { KeyPoint } from '../../keypoints/index.ts'
import type { Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** A term, and what it means. */
export const definition: Layout = {
  ...plain,
  name: 'definition',
  hasSerifs: true,
  size: 42,
  largest: [54],
  list: { ...plainList, block: 168, inline: 108, numbered: 108, hasTerms: true },
  choose({ text, points }) {
    const [only, ...more] = points
    const term = only && more.length === 0 && only.below.length === 0 ? termOf(text, only.point) : null
    return only && term ? { arrangement: { above: [], items: [{ ...only, strong: term }], below: [] } } : null
  },
}

/** UTF-16 units. */
const longestTerm = 16

/** The term that a point defines: 本法所称国家秘密 of 本法所称国家秘密是指…. */
function termOf(text: string, { node, span }: KeyPoint): Span | null {
  if (!node.signs.includes('definition')) return null
  const at = /，?是指|，?指的是/u.exec(text.slice(span.start, span.end))
  return at && at.index > 1 && at.index <= longestTerm
    ? { start: span.start, end: span.start + at.index }
    : null
}
