import type { DeckSettings } from './settings.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const word = /[\p{L}\p{N}]+/gu

/** What is read in a minute, unless the deck sets its own pace: characters of Chinese, words of other languages. */
const characterPace = 220
const wordPace = 130

function count(text: string): { characters: number; words: number } {
  return {
    characters: text.match(unspaced)?.length ?? 0,
    words: text.replace(unspaced, ' ').match(word)?.length ?? 0,
  }
}

/** What a presenter reads in a minute of a deck that sets no pace, in what its language counts. */
export const usualPace = ({ lang = 'zh-CN' }: DeckSettings): number =>
  /^(?:zh|ja)/i.test(lang) ? characterPace : wordPace

/** Chinese characters and words of other languages in a text, as word processors count them. */
export function countWords(text: string): number {
  const { characters, words } = count(text)
  return characters + words
}

/**
 * Slides as they are read aloud one after another. Those that carry the same notes were made of one paragraph, which is
 * read once, also where slides without notes stand among them; where it comes again behind other notes, it is read again.
 *
 * @param notes of each slide; '' where it has none
 * @returns for each slide the number of its reading
 */
export function readingsOf(notes: readonly string[]): readonly number[] {
  let [count, last, said] = [0, 0, '']
  return notes.map((text) => {
    if (text && text === said) return last
    const number = count++
    if (text) [last, said] = [number, text]
    return number
  })
}

/** The slides with which a reading begins; see `readingsOf`. */
export function readOnce<Slide extends { readonly notes: string }>(slides: readonly Slide[]): Slide[] {
  const readings = readingsOf(slides.map(({ notes }) => notes))
  let begun = 0
  return slides.filter((_, i) => readings[i] === begun && ++begun)
}

/**
 * Seconds to read a text aloud: 220 Chinese characters or 130 words a minute, or at the pace that the deck sets in
 * what its own language counts.
 */
export function speakingTime(text: string, settings: DeckSettings = {}): number {
  const { characters, words } = count(text)
  const usual = usualPace(settings)
  const faster = (settings.pace ?? usual) / usual
  return Math.round(((characters / characterPace + words / wordPace) * 60) / faster)
}
