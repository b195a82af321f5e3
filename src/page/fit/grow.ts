import { shapeOf } from '../../deck/slide-size.ts'
import type { Layout, Shape } from '../../layouts/layout.ts'
import {
  around,
  attribute,
  classes,
  type Element,
  element,
  isElement,
  isText,
  type Node,
  textNode,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { type Frame, heightOf, isHeading, isList, isSeen } from './measure.ts'

const step = 0.94
/** What a slide's content may fill of its page in type that has grown. */
const fullest = 0.94

/**
 * The sizes above a layout's own that are tried, the largest first; 1 is its own: a few points are read from the back row
 * in one glance, and the page is used.
 */
export function largerScales(body: readonly Node[], layout: Layout): readonly number[] {
  if (layout.growsAlone && (body.some(isList) || body.filter((node) => !isHeading(node)).length > 1))
    return []
  const sizes = layout.largest
  const points = body.reduce((sum, node) => sum + pointsIn(node), 0)
  const most = (sizes[Math.max(0, points - 1)] ?? sizes.at(-1) ?? layout.size) / layout.size
  const scales: number[] = []
  for (let scale = most; scale > 1.02; scale *= step) scales.push(Number(scale.toFixed(3)))
  return scales
}

/** Whether content of that height leaves the page air. */
export const leavesAir = (height: number, page: number): boolean => height <= page * fullest

/** Points of all levels; those beside a list are set smaller than it and do not count. */
function pointsIn(node: Node): number {
  if (!isElement(node)) return 0
  const inside = node.childNodes.reduce((sum, child) => sum + pointsIn(child), 0)
  return node.tagName === 'li' ? 1 + inside : inside
}

/** Heights are estimates: so much of what is left stays free, in CSS pixels. */
const slack = 16

/** The list of a slide gets the height that is left, which its rows share. */
export function shareHeight(nodes: readonly Node[], frame: Frame, page: number): Node[] {
  const lists = nodes.filter(isList)
  const [list] = lists
  const isSimple = nodes.every(
    (node) => isList(node) || isHeading(node) || (isElement(node) && node.tagName === 'p'),
  )
  if (!list || lists.length > 1 || !isSimple) return [...nodes]
  const left = page - heightOf(nodes, frame, true) - slack
  if (left < 8) return [...nodes]
  const height = Math.floor(heightOf([list], frame) + left)
  const style = [attribute(list, 'style'), `min-height:${height}px`].filter(Boolean).join(';')
  const filled = withAttributes(list, { style, class: [...classes(list), 'filled'].join(' ') })
  return nodes.map((node) => (node === list ? filled : node))
}

/** An agenda of so many sections stands in two columns. */
const longAgenda = 8

/** How a list is better arranged than one point below the other, where that fits on one slide; null where it is not. */
export function sideBySide(body: readonly Node[], frame: Frame): Node[] | null {
  return frame.layout.name === 'agenda' ? inTwoColumns(body, frame) : acrossLine(body, frame)
}

/** A long agenda in two columns, each read downwards. */
function inTwoColumns(body: readonly Node[], frame: Frame): Node[] | null {
  const list = body.find(isList)
  const count = list?.childNodes.filter(isSeen).length ?? 0
  if (!list || count < longAgenda || shapeOf(frame.ratio) === 'tall') return null
  const style = `grid-template-rows:repeat(${Math.ceil(count / 2)},auto)`
  const columns = withAttributes(list, { style, class: [...classes(list), 'two-columns'].join(' ') })
  return body.map((node) => (node === list ? columns : node))
}

/** No more than this stand side by side along a line, by the shape of the slide. */
const mostAcross: Readonly<Record<Shape, number>> = { wide: 4, narrow: 3, tall: 1 }
/** Of a date along the line and of the year in it, in CSS pixels. */
const dateSize = 34
const yearSize = 66
const year = /(\d{4})/

/** A timeline whose dates stand side by side, where there is room for each; null where there is none. */
function acrossLine(body: readonly Node[], frame: Frame): Node[] | null {
  const list = body.find(isList)
  if (frame.layout.name !== 'timeline' || !list) return null
  const items = list.childNodes.filter(isSeen).filter(isElement)
  if (items.length < 2 || items.length > mostAcross[shapeOf(frame.ratio)]) return null
  const width = frame.width / items.length - 36
  const fits = items.every((item) => {
    const date = item.childNodes.find(isSeen)
    if (!date || !isElement(date) || date.tagName !== 'strong') return false
    const letters = (text: string): number =>
      [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/.test(letter) ? 0.6 : 1), 0)
    const parts = textOf(date).split(year)
    return parts.reduce((sum, part, i) => sum + letters(part) * (i % 2 ? yearSize : dateSize), 0) <= width
  })
  if (!fits) return null
  const dated = around(
    list,
    list.childNodes.map((item) => (isElement(item) ? withDateAbove(item) : item)),
  )
  const across = withAttributes(dated, { class: [...classes(list), 'across'].join(' ') })
  return body.map((node) => (node === list ? across : node))
}

/** The date that an item begins with, its year apart, on a line of its own with the mark behind it. */
function withDateAbove(item: Element): Element {
  const at = item.childNodes.findIndex(isSeen)
  const date = item.childNodes[at]
  if (!date || !isElement(date)) return item
  const parts = textOf(date)
    .split(year)
    .flatMap((part, i): Node[] =>
      part ? [i % 2 ? element('span', [textNode(part)], { class: 'year' }) : textNode(part)] : [],
    )
  const next = item.childNodes[at + 1]
  const mark = next && isText(next) ? (/^[，,、：:]/.exec(next.value)?.[0] ?? '') : ''
  const rest = next && isText(next) ? [textNode(next.value.slice(mark.length))] : next ? [next] : []
  const above = element('span', [around(date, parts), ...(mark ? [textNode(mark)] : [])], { class: 'when' })
  return around(item, [...item.childNodes.slice(0, at), above, ...rest, ...item.childNodes.slice(at + 2)])
}
