import type { Span } from '../../document/document.ts'
import { phrases, type Together, termsOf } from '../../page/typography/phrases.ts'

/** How long a term is, in characters of Chinese and in words of a language that has spaces. */
const lengths = { unspaced: { least: 3, most: 6 }, spaced: { least: 2, most: 3 } } as const

/** Characters that end what a term is said of, and that are no part of one. */
const particle = /[的地得和与及或]$/u
const leading = /^(?:[和与及或的其]|应当|应该|必须|可以|不得)+/u
const between = /^(?:the|an?|of|to|in|on|for|and|or|by|with|at|from|than|that|our|its|their|is|are)\s/iu
const mark = /[，。；：、！？,;:.!?）)]\s*$/u

/** The terms of a text, found by what it says again and again. */
export class Terms {
  readonly #language: string
  readonly #together: Together
  /** How often each pair of characters stands in the text. */
  readonly #pairs = new Map<string, number>()

  /** @param language BCP 47 */
  constructor(text: string, language: string) {
    this.#language = language
    this.#together = termsOf(text)
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2)
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1)
    }
  }

  /** The term that a clause ends with: what it is about, rather than what is to be done with it; null for none. */
  in(text: string, { start, end }: Span): Span | null {
    const clause = text.slice(start, end)
    const isSpaced = !/\p{Script=Han}/u.test(clause)
    const { least, most } = lengths[isSpaced ? 'spaced' : 'unspaced']
    const pieces = isSpaced
      ? (clause.match(/\S+\s*/g) ?? [])
      : phrases(clause, this.#language, this.#together)
    const sizeOf = (piece: string): number => (isSpaced ? 1 : piece.replace(/[^\p{L}\p{N}]/gu, '').length)
    // Of the ends of the clause that are short enough, the longest one that begins with a word.
    let [size, to] = [0, end]
    let found: Span | null = null
    for (const piece of pieces.slice(1).reverse()) {
      const isEdge = mark.test(piece) || between.test(piece) || (size >= least && particle.test(piece))
      if ((size > 0 && isEdge) || size + sizeOf(piece) > most) break
      size += sizeOf(piece)
      to -= piece.length
      if (size >= least && (isSpaced || this.#beginsWord(text, to))) found = bare(text, { start: to, end })
    }
    return found
  }

  /** Whether a character belongs with the one behind it rather than with the one before: 违约方｜承担, not 违约｜方承担. */
  #beginsWord(text: string, at: number): boolean {
    const countOf = (from: number): number => this.#pairs.get(text.slice(from, from + 2)) ?? 0
    return countOf(at - 1) <= countOf(at)
  }
}

/** Without the particles and marks at its ends. */
function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const before = leading.exec(words)?.[0].length ?? 0
  const behind = /[的\s\p{P}]*$/u.exec(words)?.[0].length ?? 0
  return { start: start + before, end: Math.max(start + before, end - behind) }
}
