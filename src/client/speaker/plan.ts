import { readingsOf } from '../../deck/speaking-time.ts'
import type { SpokenSlide } from './outline.ts'
import type { Saying } from './said.ts'

/** When the presenter should be where, in seconds from the start. */
export interface Plan {
  /** The time at which each step of each slide should begin. */
  readonly begins: readonly (readonly number[])[]
  readonly total: number
}

interface Length {
  /** Seconds to say a text. */
  readonly timeOf: (text: string) => number
  /** Seconds for slides by their names, from a rehearsal; they go before what their notes ask for. */
  readonly timings?: Readonly<Record<string, number>> | undefined
  /** Seconds that the whole has; the plan is stretched to them. */
  readonly target?: number | undefined
}

/** Makes the plan from the length of the notes; what slides share of them counts once. */
export function planOf(
  slides: readonly SpokenSlide[],
  sayings: readonly (readonly Saying[])[],
  { timeOf, timings = {}, target }: Length,
): Plan {
  const readings = readingsOf(slides.map(({ notes }) => notes))
  const last = new Map(readings.map((reading, i) => [reading, i]))
  const done = new Map<number | undefined, number>()
  let at = 0
  const begins = slides.map((slide, i) => {
    const whole = timeOf(slide.notes)
    const reading = readings[i]
    const before = done.get(reading) ?? 0
    const saidAt = (saying: Saying): number =>
      slide.sentences
        .filter(({ number }) => number < saying.from)
        .reduce((sum, { text }) => sum + timeOf(text), 0)
    // An earlier point behind a later one takes no time back.
    let reached = before
    const inside = (sayings[i] ?? []).map((saying) => {
      reached = Math.max(reached, Math.min(whole, saidAt(saying)))
      return reached - before
    })
    // The last slide of a paragraph has all that is left of it, the others what lies before the next one's first point.
    const next = readings[i + 1] === reading ? sayings[i + 1]?.[0] : undefined
    const isLast = last.get(reading ?? 0) === i
    const end = isLast || !next ? whole : Math.max(reached, Math.min(whole, saidAt(next)))
    done.set(reading, end)
    const own = end - before
    const planned = Object.hasOwn(timings, slide.name) ? (timings[slide.name] ?? own) : own
    const share = own ? planned / own : 0
    const begin = at
    at += planned
    return inside.map((seconds) => begin + seconds * share)
  })
  const stretch = target && at ? target / at : 1
  return {
    begins: begins.map((steps) => steps.map((seconds) => seconds * stretch)),
    total: target ?? at,
  }
}

/** The seconds that a plan gives a slide. */
export function plannedFor({ begins, total }: Plan, slide: number): number {
  return (begins[slide + 1]?.[0] ?? total) - (begins[slide]?.[0] ?? total)
}

/**
 * How many seconds the presenter is behind the plan, below 0 ahead of it: nothing while a step takes no longer than it
 * should.
 */
export function behindPlan({ begins, total }: Plan, slide: number, step: number, elapsed: number): number {
  const steps = begins[slide] ?? []
  const begin = steps[step] ?? total
  const end = steps[step + 1] ?? begins[slide + 1]?.[0] ?? total
  return elapsed > end ? elapsed - end : elapsed < begin ? elapsed - begin : 0
}
