import { effect, signal } from '@preact/signals'
import { readOnce, speakingTime } from '../../deck/speaking-time.ts'
import { type EditedSlide, notesOf } from '../../edit/index.ts'
import { settings, state } from './deck.ts'

/** How long the deck takes to read aloud, once that is known. */
export const minutes = signal<number | null>(null)

/** Milliseconds without a change before it is counted again, and slides that are counted at a time. */
const patience = 400
const atOnce = 60

interface Spoken {
  readonly notes: string
  readonly seconds: number
}
let known = new WeakMap<EditedSlide, Spoken>()
let pace: number | undefined

/** Counts in the background, a few slides at a time: what is done at the desk comes first. */
export function countMinutes(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const files = state.value?.files ?? []
    const now = settings.value
    if (now.pace !== pace) known = new WeakMap()
    pace = now.pace
    clearTimeout(timer)
    const all = files.flatMap((file) => file.slides.map((slide) => ({ slide, file })))
    let at = 0
    const said: Spoken[] = []
    const next = (): void => {
      for (const { slide, file } of all.slice(at, at + atOnce)) {
        const notes = known.get(slide)?.notes ?? notesOf(slide, file).trim()
        const spoken = known.get(slide) ?? { notes, seconds: speakingTime(notes, now) }
        known.set(slide, spoken)
        said.push(spoken)
      }
      at += atOnce
      if (at < all.length) timer = setTimeout(next, 10)
      else {
        const total = readOnce(said).reduce((sum, { seconds }) => sum + seconds, 0)
        minutes.value = Math.max(1, Math.round(total / 60))
      }
    }
    if (all.length > 0) timer = setTimeout(next, patience)
  })
}
