import { readingsOf } from '../../deck/speaking-time.ts'
import type { SpokenSlide } from './outline.ts'

/** Where in the notes the presenter is at each step of a slide. */
export interface Saying {
  /** The sentences of the point now showing. */
  readonly now: readonly number[]
  /** Every sentence below this number is said. */
  readonly from: number
}

/**
 * Follows the presenter through a deck's notes. A paragraph that several slides share is read through once: on a further
 * slide the presenter begins behind what the slides before it showed.
 *
 * @returns for each slide and each of its steps
 */
export function followNotes(slides: readonly SpokenSlide[]): Saying[][] {
  const readings = readingsOf(slides.map(({ notes }) => notes))
  const read = new Map<number | undefined, number>()
  return slides.map(({ sentences, steps }, i) => {
    const before = read.get(readings[i]) ?? 0
    const [heading = [], ...points] = steps
    const unread = sentences.find(({ number }) => number > before)?.number
    const start =
      heading.length && Math.min(...heading) > before ? heading : unread === undefined ? [] : [unread]
    let now = start
    const sayings = [start, ...points].map((numbers) => {
      // A point that a person wrote stands in no sentence: the presenter is where the one before it was.
      if (numbers.length) now = numbers
      return { now, from: now.length ? Math.min(...now) : before + 1 }
    })
    read.set(readings[i], Math.max(before, ...sayings.flatMap((saying) => saying.now)))
    return sayings
  })
}
