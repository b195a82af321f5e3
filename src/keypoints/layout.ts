import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { KeyPoint, Layout } from './points.ts'
import { type Scale, size } from './scale.ts'
import type { Node } from './tree/tree.ts'

/** Words that set one side against the other. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/年代|时期|阶段/u, /年代|时期|阶段/u],
  [/^(?:过去|以前|从前|原来)/u, /^(?:现在|如今|今天|今后)/u],
  [/^(?:对内|国内|内部)/u, /^(?:对外|国际|外部)/u],
  [/机遇|成绩|优势/u, /挑战|问题|不足|困难/u],
]

/** Chooses the layout from what is said: dates, figures, an exclamation, two sides, a few short items. */
export function layoutOf(text: string, tree: Node, points: readonly KeyPoint[], scale: Scale): Layout {
  const say = ({ start, end }: Span): string => text.slice(start, end)
  if (tree.signs.includes('quotation')) return 'quotation'
  if (points.some(({ parent }) => parent !== null)) return 'list'
  const most = Math.max(3, Math.ceil(points.length * 0.6))
  if (points.filter(({ span }) => openingDate(say(span))).length >= most) return 'timeline'
  if (points.filter(({ span }) => figuresIn(say(span)).length > 0).length >= most) return 'figures'
  const [first, second] = points
  if (first && second && points.length === 2 && contrasted(say(first.span), say(second.span)))
    return 'contrast'
  const short = points.every(({ span }) => size(say(span), scale) <= scale.fit - scale.short)
  const areItems = points.every(({ node }) => node.kind === 'item')
  if (points.length >= 3 && points.length <= 6 && areItems && short) return 'cards'
  return 'list'
}

function contrasted(one: string, other: string): boolean {
  return sides.some(([first, second]) => first.test(one) && second.test(other))
}
