import { clauses } from '../../keypoints/clauses.ts'
import { sentences } from '../../keypoints/sentences.ts'
import { likeness } from './compare.ts'

/**
 * An edited point has this much in common with the words that it was; one with less was added. Any two English sentences
 * share a third of their pairs of letters.
 */
const leastAlike = { unspaced: 0.25, spaced: 0.5 } as const
/** A point is no more clauses than this. */
const mostClauses = 4
/** Longer notes than this are searched in part only: UTF-16 units. */
const longest = 20_000

/** What a point does not show of its clause: 一是…, …； */
const around =
  /^(?:[一二三四五六七八九十]+[是要、]|[\s，。；：、])+|(?<![\s，。；：、！,;.])[\s，。；：、！,;.]+$/gu

/** The clauses of a text that are most like some words; null where none is like them at all. */
export function nearestClauses(words: string, text: string): string | null {
  let best: string | null = null
  let most: number = leastAlike[/[\p{Script=Han}\p{Script=Hangul}]/u.test(text) ? 'unspaced' : 'spaced']
  for (const sentence of sentences(text, { start: 0, end: Math.min(text.length, longest) })) {
    const parts = clauses(text, sentence)
    for (let from = 0; from < parts.length; from++)
      for (let to = from; to < Math.min(parts.length, from + mostClauses); to++) {
        const clause = text.slice(parts[from]?.start, parts[to]?.end).replace(around, '')
        const alike = likeness(words, clause)
        if (alike > most) {
          most = alike
          best = clause
        }
      }
  }
  return best
}
