import type { Span } from '../document/document.ts'
import { quoted } from './quotation.ts'
import { type Scale, size } from './scale.ts'
import { trim } from './trimming.ts'

/** Before these an English clause can end. */
const breaks: readonly RegExp[] = [
  /\s(?=(?:because|which|who|while|when|where|if|so|but|until|unless|whether|although|since)\s)/giu,
  /\s(?=(?:and|or|that|than|without|including|through|in order|as)\s)/giu,
  /\s(?=(?:to|for|with|by|from|in|on|at|of|into|under|against|among|between)\s)/giu,
]

/** Longer than this a clause has lost its punctuation and is cut where there is room. */
const unpunctuated = 60

/**
 * The beginning of a clause that is too long for a point, cut where a reader could stop. Chinese
 * clauses are cut only between long coordinated parts (、) or at white space, else stay whole up to 60 characters.
 */
export function shorten(text: string, point: Span, scale: Scale): Span {
  const words = text.slice(point.start, Math.min(point.end, point.start + 400))
  if (size(words, scale) <= scale.limit) return point
  const cut = scale.unit === 'words' ? wordCut(words, scale) : characterCut(text, point, words, scale)
  const shorter = cut > 0 ? trim(text, { start: point.start, end: point.start + cut }, scale) : null
  return shorter ?? point
}

function wordCut(words: string, scale: Scale): number {
  for (const pattern of breaks) {
    let best = 0
    for (const { index } of words.matchAll(pattern)) {
      const length = size(words.slice(0, index), scale)
      if (length > scale.fit + 2) break
      if (length >= scale.short + 2) best = index
    }
    if (best) return best
  }
  return [...words.matchAll(/\S+/gu)][scale.fit]?.index ?? 0
}

function characterCut(text: string, point: Span, words: string, scale: Scale): number {
  const kept = quoted(text, { start: point.start, end: point.start + words.length })
  const space = [...words.matchAll(/\s+/gu)].findLast(
    ({ index }) => index <= scale.limit && index >= scale.short,
  )
  if (space) return space.index
  if (words.length <= unpunctuated) return 0
  const pause = [...words.matchAll(/、/gu)].findLast(
    ({ index }) => index <= scale.limit && index >= scale.short * 2 && kept[index] !== 1,
  )
  return pause?.index ?? scale.fit
}
