import { lowered, raised } from './formula.ts'

/** A note's mark as it is set: `2`, `[2]`, `（2）`. */
const NOTE_MARK = /^[[(（〔［]?(\d{1,3})[\])）〕］]?$/u
/** What is raised to a power: ten or one figure, a letter or a unit of one or two letters, a sum in brackets. */
const BASE =
  /(?<![\p{Lu}\p{Ll}])(?:\p{Lu}\p{Ll}?|\p{Ll}{1,2})$|(?<![\d.])(?:10|\d)$|[-+−×*/]\s?[\p{Lu}\p{Ll}\d]{1,3}[)）]$/u

/**
 * Small letters above the line, as text without them says it: the mark of a note in brackets, a power in the small
 * figures that fonts have. `10` and `8` must not become 108.
 *
 * @param before the words up to here
 */
export function raisedWords(before: string, words: string, isLink = false): string {
  const said = words.trim()
  const mark = NOTE_MARK.exec(said)?.[1]
  const isBracketed = mark !== undefined && mark !== said
  const base = before.slice(-12)
  const isPower = BASE.test(base)
  if (mark !== undefined && (isLink || isBracketed || !isPower)) return `[${mark}]`
  return /^[-+−–]?\d{1,6}$/u.test(said) && isPower ? raised(said.replace(/[−–]/gu, '-')) : words
}

/** Small letters below the line: the figures that fonts have. */
export function loweredWords(words: string): string {
  return /^\d{1,4}$/u.test(words.trim()) ? lowered(words.trim()) : words
}
