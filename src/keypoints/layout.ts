import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { Layout } from './keypoints.ts'
import { type Scale, size } from './scale.ts'

const exclamation = /[！!]["”’」』）)]*$/u
/** Thanks and greetings are no slogans. */
const courtesy = /感谢|谢谢|敬意|祝贺|问候|感謝|謝謝|\bthank/iu
const quotation = /^[“"「『].*[”"」』]$/u

/** Words that set one side against the other. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/年代|时期|阶段/u, /年代|时期|阶段/u],
  [/^(?:过去|以前|从前|原来)/u, /^(?:现在|如今|今天|今后)/u],
  [/^(?:对内|国内|内部)/u, /^(?:对外|国际|外部)/u],
  [/机遇|成绩|优势/u, /挑战|问题|不足|困难/u],
]

/** What a slide's words are laid out as. */
export interface Said {
  readonly points: readonly Span[]
  /** How many of the points are items of an enumeration. */
  readonly items: number
}

/** Chooses the layout from what is said: dates, figures, an exclamation, two sides, a few short items. */
export function layoutOf(text: string, paragraph: Span, { points, items }: Said, scale: Scale): Layout {
  const say = ({ start, end }: Span): string => text.slice(start, end)
  const words = say(paragraph)
  const isShort = size(words, scale) <= scale.limit * 2
  if (isShort && !courtesy.test(words) && (exclamation.test(words) || quotation.test(words)))
    return 'quotation'
  const most = Math.max(3, Math.ceil(points.length * 0.6))
  if (points.filter((point) => openingDate(say(point))).length >= most) return 'timeline'
  if (points.filter((point) => figuresIn(say(point)).length > 0).length >= most) return 'figures'
  const [first, second] = points
  if (first && second && points.length === 2 && contrasted(say(first), say(second))) return 'contrast'
  const short = points.every((point) => size(say(point), scale) <= scale.fit - scale.short)
  if (items >= 3 && items <= 6 && items === points.length && short) return 'cards'
  return 'list'
}

function contrasted(one: string, other: string): boolean {
  return sides.some(([first, second]) => first.test(one) && second.test(other))
}
