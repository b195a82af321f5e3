import type { Span } from '../../document/document.ts'
import type { Group, Item, Layout } from '../layout.ts'
import { runOf } from '../matter.ts'
import { panels } from '../panels/index.ts'

/** What is to be done one after another, each step hanging on the one before it. */
export const steps: Layout = {
  ...panels,
  name: 'steps',
  list: { ...panels.list, columns: () => 1 },
  choose({ text, points }) {
    const found = runOf(points, (group) => (group.below.length === 0 ? stepOf(text, group) : null))
    if (!found || found.run.length < fewest || found.run.length > mostSteps) return null
    return { arrangement: { above: found.above, items: found.run, below: found.below } }
  },
}

/** Fewer are no sequence, more have no room one below the other. */
const fewest = 3
const mostSteps = 6

const opens =
  /^(?:第[一二三四五六七八九十]步|首先|其次|再次|然后|接着|接下来|随后|最后)(?![一-龥]{0,2}的)|^(?:and )?(?:first|second|third|then|next|finally|lastly)(?:ly)?\b/iu

/** A point with the word that says where in the sequence it stands, be it its numeral or its own. */
function stepOf(text: string, group: Group): Item | null {
  const { node, span, spans } = group.point
  const [first] = spans
  const word = (from: number): Span | null => {
    const said = opens.exec(text.slice(from, from + 12))?.[0]
    return said ? { start: from, end: from + said.length } : null
  }
  const own = word(span.start)
  if (own) return { ...group, strong: own }
  const { numeral } = node
  const strong = numeral && word(numeral.start)
  return strong && first && first.start >= numeral.end && first.start - numeral.end <= 2
    ? { ...group, opening: { start: numeral.start, end: first.start }, strong }
    : null
}
