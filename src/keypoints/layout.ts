import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { KeyPoint, Layout } from './points.ts'
import { type Scale, size } from './scale.ts'
import type { Node } from './tree/tree.ts'

/** Chooses the layout from what is said: dates, figures, an exclamation, two sides, a few short items. */
export function layoutOf(text: string, tree: Node, points: readonly KeyPoint[], scale: Scale): Layout {
  const say = ({ start, end }: Span): string => text.slice(start, end)
  if (tree.signs.includes('quotation')) return 'quotation'
  if (panelsOf(text, points, scale)) return 'panels'
  if (points.some(({ parent }) => parent !== null)) return 'list'
  const most = Math.max(3, Math.ceil(points.length * 0.6))
  if (points.filter(({ span }) => openingDate(say(span))).length >= most) return 'timeline'
  if (points.filter(({ span }) => figuresIn(say(span)).length > 0).length >= most) return 'figures'
  const [first, second] = points
  if (first && !second && termOf(text, first)) return 'definition'
  if (points.length === 2 && points[1]?.node.relation === 'contrast') return 'contrast'
  return 'list'
}

/** As many panels as a slide has room for, as many characters in all of them, and points before and behind them. */
const mostPanels = 6
const panelRoom = 180
const mostAround = 2

/** An item of an enumeration as a panel shows it, and the points below it. */
export interface Panel {
  readonly item: KeyPoint
  readonly below: readonly KeyPoint[]
}

/** The items of an enumeration, with the points that introduce them and those that follow from them. */
export interface Panels {
  readonly introduction: readonly KeyPoint[]
  readonly panels: readonly Panel[]
  readonly conclusion: readonly KeyPoint[]
}

/** The panels that points make where they are a run of items, with little around them; else null. */
export function panelsOf(text: string, points: readonly KeyPoint[], scale: Scale): Panels | null {
  const first = points.filter(({ parent }) => parent === null)
  const start = first.findIndex(isItem)
  const behind = first.slice(start).findIndex((point) => !isItem(point))
  const end = behind < 0 ? first.length : start + behind
  const panels = first.slice(start, end).map((item) => {
    const at = points.indexOf(item)
    return { item, below: points.filter(({ parent }) => parent === at) }
  })
  const [introduction, conclusion] = [first.slice(0, Math.max(0, start)), first.slice(end)]
  const around = [...introduction, ...conclusion]
  const letters = panels
    .flatMap(({ item, below }) => [item, ...below])
    .reduce((sum, { span }) => sum + size(text.slice(span.start, span.end), scale), 0)
  const fits =
    start >= 0 &&
    panels.length >= 2 &&
    panels.length <= mostPanels &&
    introduction.length <= mostAround &&
    conclusion.length <= mostAround &&
    letters <= panelRoom
  const isFlat = around.every((point) => !points.some(({ parent }) => points[parent ?? -1] === point))
  return fits && isFlat ? { introduction, panels, conclusion } : null
}

const isItem = ({ node }: KeyPoint): boolean => node.kind === 'item'

/** Between a numeral and the words of its item there is no more than 要: UTF-16 units. */
const nextToNumeral = 2

/** The numeral of an item, where its words stand right behind it. */
export function numeralOf({ node, spans }: KeyPoint): Span | null {
  const [first] = spans
  const { numeral } = node
  const isNear = numeral && first && first.start >= numeral.end && first.start - numeral.end <= nextToNumeral
  return isNear ? numeral : null
}

/** The term that a point defines: 本法所称国家秘密 of 本法所称国家秘密是指…. */
export function termOf(text: string, { node, span }: KeyPoint): Span | null {
  if (!node.signs.includes('definition')) return null
  const at = /，?是指|，?指的是/u.exec(text.slice(span.start, span.end))
  return at && at.index > 1 && at.index <= longestTerm
    ? { start: span.start, end: span.start + at.index }
    : null
}
const longestTerm = 16
