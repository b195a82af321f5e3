import type { Span } from '../document/document.ts'
import { figuresIn } from './figures.ts'
import { quoted } from './quotation.ts'
import { type Scale, size } from './scale.ts'
import { trim } from './trimming.ts'
import { wordCut } from './word-cuts.ts'

/**
 * The beginning of a clause that is too long for a point, cut where a reader could stop: an English one as
 * `wordCut` says, a Chinese one at white space, or at a 、 behind a figure or behind the first parts of
 * a long list; else the clause as it is.
 */
export function shorten(text: string, point: Span, scale: Scale): Span {
  const words = text.slice(point.start, Math.min(point.end, point.start + 400))
  if (size(words, scale) <= scale.limit) return point
  const cut = scale.unit === 'words' ? wordCut(words, scale) : characterCut(text, point, words, scale)
  const shorter = cut > 0 ? trim(text, { start: point.start, end: point.start + cut }, scale) : null
  return shorter ?? point
}

/** A list this long is told by its first parts: characters. */
const list = 48

function characterCut(text: string, point: Span, words: string, scale: Scale): number {
  const space = [...words.matchAll(/\s+/gu)].findLast(
    ({ index }) => index <= scale.limit && index >= scale.short,
  )
  if (space) return space.index
  const kept = quoted(text, { start: point.start, end: point.start + words.length })
  const pause = [...words.matchAll(/、/gu)].findLast(
    ({ index }) =>
      kept[index] !== 1 &&
      index >= scale.short &&
      (index <= scale.limit || (index <= scale.longest && figuresIn(words.slice(0, index)).length > 0)),
  )
  // What is behind may be the noun that all the parts belong to: 推动西部大开发、东北全面振兴的制度.
  if (!pause || words.slice(pause.index).includes('的')) return 0
  return words.length > list || figuresIn(words.slice(0, pause.index)).length > 0 ? pause.index : 0
}

/** The first words of what has no punctuation at all: there is no better place to stop. */
export function opening(text: string, span: Span, scale: Scale): Span | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + 400))
  if (size(words, scale) <= scale.limit) return trim(text, span, scale)
  if (scale.unit === 'words' && size(words, scale) <= scale.limit * 3) return shorten(text, span, scale)
  const cut = scale.unit === 'characters' ? scale.fit : ([...words.matchAll(/\S+/gu)][scale.fit]?.index ?? 0)
  return trim(text, { start: span.start, end: span.start + cut }, scale)
}
