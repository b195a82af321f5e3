import { countWords, readOnce, speakingTime } from '../../deck/speaking-time.ts'
import { signs, wordsFor } from '../../words.ts'
import { readSettings } from '../settings.ts'

/** Notes, and how long they are to read and to say. */
export interface Amount {
  readonly notes: string
  readonly words: number
  readonly seconds: number
}

export function amountOf(notes: Element | null): Amount {
  const text = notes?.textContent?.trim() ?? ''
  return { notes: text, words: countWords(text), seconds: speakingTime(text, readSettings()) }
}

/** How much passages are one after another. */
export function sumOf(amounts: readonly Amount[]): Pick<Amount, 'words' | 'seconds'> {
  const read = readOnce(amounts)
  return {
    words: read.reduce((sum, { words }) => sum + words, 0),
    seconds: read.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

/** `420 字 · 约 2 分钟` */
export function sayAmount({ words, seconds }: Pick<Amount, 'words' | 'seconds'>): string {
  const say = wordsFor(document.documentElement.lang)
  if (words === 0) return say.paper.words(words)
  const time =
    seconds < 90
      ? say.paper.seconds(Math.max(5, Math.round(seconds / 5) * 5))
      : say.minutes(Math.round(seconds / 60))
  return `${say.paper.words(words)}${signs.dot}${time}`
}
