import type { Layout } from '../../layouts/layout.ts'
import {
  attribute,
  classes,
  type Element,
  isElement,
  type Node,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { type Frame, heightOf, isHeading, isList, isMarginal } from './measure.ts'

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

const styled = (node: Element, style: string): Element =>
  withAttributes(node, { style: [attribute(node, 'style'), style].filter(Boolean).join(';') })

/** Several parts with a number each in the margin share the height that is left, between them and around them. */
function apart(nodes: readonly Node[], frame: Frame, left: number): Node[] {
  const own = Math.floor(left / (nodes.filter(isMarginal).length + 1))
  return nodes.map((node, i) => {
    const number = isMarginal(node) ? node : nodes[i - 1]
    if (!isElement(node) || !number || !isMarginal(number)) return node
    const above = number === nodes[0] ? 0 : Math.ceil(40 * frame.scale)
    return styled(node, `margin-block-start:${above + own}px`)
  })
}

/** The list of a slide gets the height that is left, which its rows share. */
export function shareHeight(nodes: readonly Node[], frame: Frame, page: number): Node[] {
  const lists = nodes.filter(isList)
  const [list] = lists
  const isSimple = nodes.every(
    (node) => isList(node) || isHeading(node) || (isElement(node) && node.tagName === 'p'),
  )
  const isApart = nodes.filter(isMarginal).length > 1
  if (!list || (lists.length > 1 && !isApart) || !isSimple) return [...nodes]
  const left = page - heightOf(nodes, frame, true) - slack
  if (left < 8) return [...nodes]
  if (isApart) return apart(nodes, frame, left)
  const height = Math.floor(heightOf([list], frame) + left)
  const filled = styled(
    withAttributes(list, { class: [...classes(list), 'filled'].join(' ') }),
    `min-height:${height}px`,
  )
  return nodes.map((node) => (node === list ? filled : node))
}
