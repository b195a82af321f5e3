import { comparable } from './comparable.ts'

/** What turns the words behind it into their contrary. */
const denial = /[不未非无無勿毋莫没沒]/u
const digit = /\d/u
const letter = /\p{Script=Latin}/u
/** A number and this are one: 2024年, 5%. */
const unit = /[年月日时時分秒个個项項条條款章节節元万萬亿億%％‰人次倍岁歲]/u

/** Whether a cut between two characters goes through a number, its unit or a word; '' is the end of the text. */
const splits = (before: string, after: string): boolean =>
  (digit.test(before) && (digit.test(after) || unit.test(after))) ||
  (letter.test(before) && letter.test(after))

/**
 * Finds words where a text has them whole: the first of them does not stand right behind a denial, and neither end goes
 * through a number or a word. `属于国家秘密` is not what `不属于国家秘密` says, nor `4年` what `2024年` does.
 *
 * @param from where to begin, in UTF-16 units
 * @returns where they begin; -1 where they stand nowhere whole
 */
export function findWhole(text: string, words: string, from = 0): number {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const before = at > 0 ? text.charAt(at - 1) : ''
    if (denial.test(before) || splits(before, words.charAt(0))) continue
    if (!splits(words.slice(-1), text.charAt(end))) return at
  }
  return -1
}

/** A point of several spans of its sentence shows `……` between them. */
export const partsOf = (words: string): readonly string[] =>
  words
    .split(/…+/)
    .map(comparable)
    .filter((part) => part !== '')

/** Whether a text has the parts of some words one behind another, whatever stands between them. */
export function containsParts(text: string, words: string): boolean {
  if (findWhole(text, words) >= 0) return true
  let from = 0
  return partsOf(words).every((part) => {
    const at = from < 0 ? -1 : findWhole(text, part, from)
    from = at < 0 ? -1 : at + part.length
    return at >= 0
  })
}
