import { countWords, speakingTime } from '../../deck/speaking-time.ts'
import { signs, wordsFor } from '../../words.ts'
import { readSettings } from '../settings.ts'

/** How long notes are, to read and to say. */
export interface Amount {
  readonly words: number
  readonly seconds: number
}

export function amountOf(notes: Element | null): Amount {
  const text = notes?.textContent ?? ''
  return { words: countWords(text), seconds: speakingTime(text, readSettings()) }
}

export const sumOf = (amounts: readonly Amount[]): Amount => ({
  words: amounts.reduce((sum, { words }) => sum + words, 0),
  seconds: amounts.reduce((sum, { seconds }) => sum + seconds, 0),
})

/** `420 字 · 约 2 分钟` */
export function sayAmount({ words, seconds }: Amount): string {
  const say = wordsFor(document.documentElement.lang)
  if (words === 0) return say.paper.words(words)
  const time =
    seconds < 90
      ? say.paper.seconds(Math.max(5, Math.round(seconds / 5) * 5))
      : say.minutes(Math.round(seconds / 60))
  return `${say.paper.words(words)}${signs.dot}${time}`
}
