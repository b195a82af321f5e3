import type { EditedFile } from './deck-state.ts'

type Slides = EditedFile['slides']

/** An editor may save all line ends as its own. */
export const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

/** A line that so many slides have tells none of them from the others. */
const mostWithLine = 8

/**
 * Which slides of two versions of a file are the same ones: those with the same words wherever they stand, those that share
 * lines, and those that stand in the place of one that is gone.
 *
 * @returns for each slide of the later version its place in the earlier one; null for one that is new
 */
export function sameSlides(before: Slides, after: Slides): readonly (number | null)[] {
  const found: (number | null)[] = after.map(() => null)
  const free = new Set(before.keys())
  const pair = (at: number, was: number | undefined): void => {
    if (was === undefined || !free.delete(was)) return
    found[at] = was
  }
  const byWords = new Map(keysOf(before).map((key, i) => [key, i]))
  keysOf(after).forEach((key, at) => {
    pair(at, byWords.get(key))
  })
  const byLine = new Map<string, number[]>()
  for (const was of free)
    for (const line of linesIn(before[was]?.text))
      byLine.set(line, [...(byLine.get(line) ?? []), was].slice(0, mostWithLine + 1))
  after.forEach(({ text }, at) => {
    if (found[at] !== null) return
    const shared = new Map<number, number>()
    for (const line of linesIn(text)) {
      const with_ = byLine.get(line) ?? []
      if (with_.length <= mostWithLine)
        for (const was of with_) shared.set(was, (shared.get(was) ?? 0) + line.length)
    }
    const [most] = [...shared].filter(([was]) => free.has(was)).sort(([, one], [, other]) => other - one)
    pair(at, most?.[0])
  })
  found.forEach((was, at) => {
    if (was === null) pair(at, at === 0 ? 0 : (found[at - 1] ?? before.length) + 1)
  })
  return found
}

/** What tells a slide from others: its words, and which of several with the same words it is. */
function keysOf(slides: Slides): string[] {
  const counts = new Map<string, number>()
  return slides.map(({ text }) => {
    const words = plain(text)
    const count = (counts.get(words) ?? 0) + 1
    counts.set(words, count)
    return `${count} ${words}`
  })
}

/** The lines of a slide that say something. */
const linesIn = (text = ''): Set<string> =>
  new Set(
    plain(text)
      .split('\n')
      .filter((line) => /[\p{L}\p{N}]/u.test(line)),
  )
