import type { Span } from '../document/document.ts'
import { figuresIn } from './figures.ts'
import { finite, opener, subordinate } from './introductions.ts'
import { quoted } from './quotation.ts'
import { type Scale, size } from './scale.ts'
import { trim } from './trimming.ts'

/** Before these an English clause can end. */
const breaks: readonly RegExp[] = [
  /,(?=\s(?:and|but|so|or|yet)\s(?!(?:is|are|was|were|will|has|have|had|can|may|must|shall|should|would|could)\b)[^,]{3,60}\s(?:is|are|was|were|will|has|have|had|can|may|must|shall|should|would|could)\s)/giu,
  /,(?=\s(?:the|an?|which|who|where|including|especially|particularly|with|even|as|so|because|\p{Ll}{2,}ing)\s(?![^,]*,?\s(?:and|or)\s[^,]*$))/giu,
  /\s(?=(?:because|which|who|while|when|where|if|so|but|until|unless|whether|although|since)\s)/giu,
  /\s(?=(?:solely|nor|(?:and|or)\s(?:to|has|have|had|is|are|was|were|will|shall|can|must|in|for|by|with|on|from)|that|than|without|including|through|in order|(?<!as well\s)as)\s)/giu,
  /\s(?=(?:to|for|with|by|from|in|on|at|into|under|against|among|between)\s)/giu,
]
/** Here only, where a clause is hardly too long. */
const lastBreak = /\s(?=of\s)/giu
/** What is left behind a cut and leads on to what was cut off. */
const leadingOn =
  /(?:\s(?:as well|in|on|at|by|for|from|with|to|of|as|than|nor|and|or|but|the|an?|that|which|those|such|just|more|most|contrary|(?<!\b(?:is|are|was|were|be|been|keep)\s)\p{Ll}+ing))+$/iu
/** Words whose sense hangs on what is behind them: No one shall be held guilty of any act … which did not constitute an offence. */
const denies = /\b(?:no|not|nor|none|nothing|nobody|never|neither|only|cannot)\b|n[’']t\b/iu

/** Cut off here, what is denied stays as it is. */
const harmless = /^,?\s(?:n?or|of|solely|because|in order)\s/iu
const past = /\b\p{L}+ed\b/iu
/** The predicate behind what stood between it and its subject: Intel, the company that …, is going to … */
const resumed = /,\s(?:is|are|was|were|will|has|have|had|can|may|must|shall|should|would|could)\b/iu

/**
 * The beginning of a clause that is too long for a point, cut where a reader could stop: an English one before
 * a conjunction or preposition, a Chinese one at white space, or at a 、 behind a figure or behind the first parts of
 * a long list; else the clause as it is.
 */
export function shorten(text: string, point: Span, scale: Scale): Span {
  const words = text.slice(point.start, Math.min(point.end, point.start + 400))
  if (size(words, scale) <= scale.limit) return point
  const cut = scale.unit === 'words' ? wordCut(words, scale) : characterCut(text, point, words, scale)
  const shorter = cut > 0 ? trim(text, { start: point.start, end: point.start + cut }, scale) : null
  return shorter ?? point
}

/** Where an English clause is cut; 0 where every cut would leave what says nothing, or something else. */
function wordCut(words: string, scale: Scale): number {
  if (subordinate.test(words)) return 0
  const total = size(words, scale)
  for (const pattern of total <= scale.longest ? [...breaks, lastBreak] : breaks) {
    let best = 0
    for (const { index } of words.matchAll(pattern)) {
      const kept = words.slice(0, index).replace(leadingOn, '')
      const length = size(kept, scale)
      if (length > scale.limit) break
      if (denies.test(kept) && !harmless.test(words.slice(index))) continue
      const says =
        total > scale.limit * 2 ||
        finite.test(kept) ||
        (!opener.test(kept) && (past.test(kept) || !finite.test(words.slice(index))))
      if (length >= scale.short + 2 && says && (total > scale.limit * 2 || !resumed.test(words.slice(index))))
        best = kept.length
    }
    if (best) return best
  }
  return 0
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
  const fit = [...words.matchAll(/\S+/gu)][scale.fit]?.index ?? 0
  const cut = scale.unit === 'characters' ? scale.fit : fit
  return trim(text, { start: span.start, end: span.start + cut }, scale)
}
