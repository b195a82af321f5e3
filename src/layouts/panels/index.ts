import type { Span } from '../../document/document.ts'
import { size } from '../../keypoints/scale.ts'
import type { Group, Item, Layout } from '../layout.ts'
import { runOf } from '../matter.ts'
import { plain, plainList } from '../plain.ts'

/** Items of an enumeration in the document's own numerals, and as a band what follows from them. */
export const panels: Layout = {
  ...plain,
  name: 'panels',
  tightest: 0.94,
  hasSerifs: true,
  size: 32,
  line: 1.4,
  largest: [46, 46, 42, 38, 34, 33],
  hasBand: true,
  gap: 16,
  list: {
    ...plainList,
    gap: 16,
    block: 26,
    inline: 68,
    numbered: 68,
    lead: { most: 3, inline: 98 },
    line: 1.4,
    isWhole: true,
    columns: (items) => (items > 3 ? 2 : 1),
    columnGap: 20,
  },
  choose({ text, scale, points, tree }) {
    const found = tree && runOf(points, (group) => (isItem(group) ? panelOf(text, group) : null))
    if (!found || found.run.length < 2 || found.run.length > mostPanels) return null
    const letters = found.run
      .flatMap(({ point, below }) => [point, ...below])
      .reduce((sum, { span }) => sum + size(text.slice(span.start, span.end), scale), 0)
    if (letters > panelRoom) return null
    return { arrangement: { above: found.above, items: found.run, below: found.below } }
  },
}

/** As many panels as a slide has room for, and as many characters in all of them. */
const mostPanels = 6
const panelRoom = 200

const isItem = ({ point }: Group): boolean => point.node.kind === 'item'

/** Between a numeral and the words of its item there is no more than 要: UTF-16 units. */
const nextToNumeral = 2

/** An item with its numeral, where its words stand right behind that. */
function panelOf(text: string, group: Group): Item {
  const { node, spans } = group.point
  const [first] = spans
  const { numeral } = node
  if (!numeral || !first || first.start < numeral.end || first.start - numeral.end > nextToNumeral)
    return group
  // 一是要: the verb belongs to the words.
  const sign = text.slice(numeral.start, numeral.end).replace(/要$/u, '')
  const strong: Span = { start: numeral.start, end: numeral.start + sign.length }
  return { ...group, opening: { start: numeral.start, end: first.start }, strong }
}
