import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { KeyPoint, Layout } from './points.ts'
import { type Scale, size } from './scale.ts'
import type { Node } from './tree/tree.ts'

/** Chooses the layout from what is said: dates, figures, an exclamation, two sides, a few short items. */
export function layoutOf(text: string, tree: Node, points: readonly KeyPoint[], scale: Scale): Layout {
  const say = ({ start, end }: Span): string => text.slice(start, end)
  if (tree.signs.includes('quotation')) return 'quotation'
  if (points.some(({ parent }) => parent !== null)) return 'list'
  const most = Math.max(3, Math.ceil(points.length * 0.6))
  if (points.filter(({ span }) => openingDate(say(span))).length >= most) return 'timeline'
  if (points.filter(({ span }) => figuresIn(say(span)).length > 0).length >= most) return 'figures'
  if (points.length === 2 && points[1]?.node.relation === 'contrast') return 'contrast'
  const short = points.every(({ span }) => size(say(span), scale) <= scale.fit - scale.short)
  const areItems = points.every(({ node }) => node.kind === 'item')
  if (points.length >= 3 && points.length <= 6 && areItems && short) return 'cards'
  return 'list'
}
