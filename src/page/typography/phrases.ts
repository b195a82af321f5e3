/** Particles that belong to the word before them. */
const particle = /^[的地得了着过之等们]$/u
/** Words of one character that stand between others: these belong to neither. */
const joint = /^[和与及或在以为对把被将从向让使是不]$/u
const numeral = /^第?[零〇一二三四五六七八九十百千万两\d]+$/u
/** Marks that end what they follow, and those that begin what follows them: no line begins or ends with them. */
export const closing = /^[，。、；：！？）》〉」』】〕〗”’…—～·%‰℃,.;:!?)\]}］｝]+$/u
export const opening = /^[（《〈「『【〔〖“‘([{［｛$￥]+$/u

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Cuts text into phrases that a line had better not break: words with their particles and punctuation. The phrases
 * joined are the text; text of a language with spaces comes back whole.
 *
 * @param language BCP 47
 */
export function phrases(text: string, language: string): string[] {
  if (!unspaced.test(text)) return [text]
  const found: string[] = []
  let opened = false
  for (const { segment } of segmenter(language).segment(text)) {
    const last = found.at(-1)
    const joins =
      last !== undefined &&
      (opened ||
        closing.test(segment) ||
        particle.test(segment) ||
        (!unspaced.test(last) && !unspaced.test(segment)))
    if (joins) found[found.length - 1] = last + segment
    else found.push(segment)
    opened = opening.test(segment)
  }
  return terms(found)
}

const bare = (phrase: string): string => phrase.replace(/[^\p{L}\p{N}]+/gu, '')
const isOneHan = (phrase: string): boolean => /^\p{Script=Han}$/u.test(phrase)
const isTwoHan = (phrase: string): boolean => /^\p{Script=Han}{2}$/u.test(phrase)

/**
 * Joins what is one term though it is several words: a word of one character and what it stands before (新形势), a
 * number and what it counts (二十届), two words of two characters that end a clause (深化改革).
 */
function terms(phrases: readonly string[]): string[] {
  const found: string[] = []
  for (const [i, phrase] of phrases.entries()) {
    const last = found.at(-1)
    const word = bare(phrase)
    const isEnd = phrase.startsWith(word) && (phrase !== word || i === phrases.length - 1)
    const joins =
      last !== undefined &&
      ((isOneHan(last) && !joint.test(last)) ||
        (isOneHan(word) && numeral.test(last)) ||
        (isEnd && isTwoHan(last) && isTwoHan(word)))
    if (joins) found[found.length - 1] = last + phrase
    else found.push(phrase)
  }
  return found
}
