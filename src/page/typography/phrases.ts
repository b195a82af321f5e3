/** Particles that belong to the word before them. */
const particle = /^[的地得了着过之等们]$/u
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
  return found
}
