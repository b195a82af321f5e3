import type { Paragraph } from './paragraphs.ts'
import { type Run, wordsOf } from './runs.ts'

/** A run, and whether its words stand on the slide as well. */
export interface MarkedRun {
  readonly run: Run
  readonly isOnSlide: boolean
}

const bare = (text: string): string => text.replace(/\s+/gu, '')

/** Shorter words are anywhere. */
const shortest = 2

/**
 * The words of notes with those marked that the slide shows: each point where it stands in them, points in the order of
 * their paragraph. White space does not count; words that a point leaves out between two parts, `……`, are not marked.
 *
 * @param shown the headings and points of the slide
 */
export function markedWords(notes: readonly Paragraph[], shown: readonly string[]): readonly MarkedRun[][] {
  const text = notes.map(({ runs }) => bare(wordsOf(runs))).join('')
  const on = new Uint8Array(text.length)
  let from = 0
  for (const words of shown.flatMap((one) => one.split('……')).map(bare)) {
    if (words.length < shortest) continue
    const ahead = text.indexOf(words, from)
    const at = ahead < 0 ? text.indexOf(words) : ahead
    if (at < 0) continue
    on.fill(1, at, at + words.length)
    from = at + words.length
  }
  let at = 0
  return notes.map(({ runs }) =>
    runs.flatMap((run): MarkedRun[] => {
      const parts: MarkedRun[] = []
      for (const character of run.text) {
        const last = parts.at(-1)
        const isSpace = /\s/u.test(character)
        const isOnSlide = isSpace ? (last?.isOnSlide ?? false) : on[at] === 1
        if (!isSpace) at += character.length
        if (last && last.isOnSlide === isOnSlide)
          parts[parts.length - 1] = { ...last, run: { ...run, text: last.run.text + character } }
        else parts.push({ run: { ...run, text: character }, isOnSlide })
      }
      return parts
    }),
  )
}
