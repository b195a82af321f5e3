import type { DeckSettings } from './settings.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const inWord = /[\p{L}\p{N}]/u

/** What is read in a minute, unless the deck sets its own pace: characters of Chinese, words of other languages. */
const characterPace = 220
const wordPace = 130

/** How much a text has to read: Chinese characters, and words of other languages. */
export interface Amount {
  readonly characters: number
  readonly words: number
}

type Kind = 'character' | 'word' | 'other'
const kinds = new Map<string, Kind>()

function kindOf(character: string): Kind {
  const kind = unspaced.test(character) ? 'character' : inWord.test(character) ? 'word' : 'other'
  kinds.set(character, kind)
  return kind
}

export function amountOf(text: string): Amount {
  let [characters, words] = [0, 0]
  let before: Kind = 'other'
  for (const character of text) {
    const kind = kinds.get(character) ?? kindOf(character)
    if (kind === 'character') characters++
    else if (kind === 'word' && before !== 'word') words++
    before = kind
  }
  return { characters, words }
}

/** What a presenter reads in a minute of a deck that sets no pace, in what its language counts. */
export const usualPace = ({ lang = 'zh-CN' }: DeckSettings): number =>
  /^(?:zh|ja)/i.test(lang) ? characterPace : wordPace

/** Chinese characters and words of other languages in a text, as word processors count them. */
export function countWords(text: string): number {
  const { characters, words } = amountOf(text)
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

/** Seconds to read a text aloud; see `secondsFor`. */
export const speakingTime = (text: string, settings: DeckSettings = {}): number =>
  secondsFor(amountOf(text), settings)

/**
 * Seconds to read so much aloud: 220 Chinese characters or 130 words a minute, or at the pace that the deck sets in what
 * its own language counts.
 */
export function secondsFor({ characters, words }: Amount, settings: DeckSettings): number {
  const usual = usualPace(settings)
  const faster = (settings.pace ?? usual) / usual
  return Math.round(((characters / characterPace + words / wordPace) * 60) / faster)
}
