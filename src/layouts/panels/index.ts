import type { Span } from '../../document/document.ts'
import type { KeyPoint } from '../../keypoints/index.ts'
import { size } from '../../keypoints/scale.ts'
import type { Group, Item, Layout } from '../layout.ts'
import { plain, plainList } from '../plain.ts'

/** Items of an enumeration in the document's own numerals, and as a band what follows from them. */
export const panels: Layout = {
  ...plain,
  name: 'panels',
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
    hasWholeWords: true,
    columns: (items) => (items > 3 ? 2 : 1),
    columnGap: 20,
  },
  choose({ text, scale, points, tree }) {
    if (!tree) return null
    const start = points.findIndex(isItem)
    const behind = points.slice(start).findIndex((group) => !isItem(group))
    const end = behind < 0 ? points.length : start + behind
    const items = points.slice(Math.max(0, start), end)
    const [introduction, conclusion] = [points.slice(0, Math.max(0, start)), points.slice(end)]
    const around = [...introduction, ...conclusion]
    const letters = items
      .flatMap(({ point, below }) => [point, ...below])
      .reduce((sum, { span }) => sum + size(text.slice(span.start, span.end), scale), 0)
    const fits =
      start >= 0 &&
      items.length >= 2 &&
      items.length <= mostPanels &&
      introduction.length <= mostAround &&
      conclusion.length <= mostAround &&
      letters <= panelRoom &&
      around.every(({ below }) => below.length === 0)
    if (!fits) return null
    const paragraphs = (groups: readonly Group[]): KeyPoint[] => groups.map(({ point }) => point)
    return {
      arrangement: {
        above: paragraphs(introduction),
        items: items.map((group) => panelOf(text, group)),
        below: paragraphs(conclusion),
      },
    }
  },
}

/** As many panels as a slide has room for, as many characters in all of them, and points before and behind them. */
const mostPanels = 6
const panelRoom = 180
const mostAround = 2

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
