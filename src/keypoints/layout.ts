import type { Span } from '../document/document.ts'
import { figuresIn, openingDate } from './figures.ts'
import type { Layout } from './keypoints.ts'
import { type Scale, size } from './scale.ts'

const exclamation = /[！!]["”’」』）)]*$/u
const quotation = /^[“"「『].*[”"」』]$/u
const sides = /^(?:一方面|既|不是|不仅|过去|以前|革命战争年代)/u

/** What a slide's words are laid out as. */
export interface Said {
  readonly heading: Span | null
  readonly points: readonly Span[]
  /** How many of the points are items of an enumeration. */
  readonly items: number
  /** What stands between the points: each one's sentence from its beginning. */
  readonly sentences: readonly Span[]
}

/** Chooses the layout from what is said: dates, figures, an exclamation, two sides, a few short items. */
export function layoutOf(text: string, paragraph: Span, said: Said, scale: Scale): Layout {
  const say = ({ start, end }: Span): string => text.slice(start, end)
  const { points, items } = said
  const words = say(paragraph)
  if (size(words, scale) <= scale.limit * 2 && (exclamation.test(words) || quotation.test(words)))
    return 'quotation'
  const most = Math.max(3, Math.ceil(points.length * 0.6))
  if (points.filter((point) => openingDate(say(point))).length >= most) return 'timeline'
  if (points.filter((point) => figuresIn(say(point)).length > 0).length >= most) return 'figures'
  if (points.length === 2 && said.sentences.some((sentence) => sides.test(say(sentence)))) return 'contrast'
  const short = points.every((point) => size(say(point), scale) <= scale.fit - scale.short)
  if (items >= 3 && items <= 6 && items === points.length && short) return 'cards'
  return 'list'
}
