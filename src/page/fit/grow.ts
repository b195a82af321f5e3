import type { Layout } from '../../layouts/layout.ts'
import { attribute, classes, isElement, type Node, withAttributes } from '../../markdown/html-tree.ts'
import { type Frame, heightOf, isHeading, isList } from './measure.ts'

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
