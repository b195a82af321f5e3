import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { sectionPlace } from './sections.ts'

/** Says in the overview, which shows a part of a long deck, where in all of it one is. */
export function overviewPlace(deck: RevealApi): void {
  const language = document.documentElement.lang
  const { presenter } = wordsFor(language)
  const line = make('p', { class: 'overview-place', role: 'status' })
  document.body.append(line)
  const show = (): void => {
    line.hidden = !deck.isOverview()
    const field = deck.getSlidesElement()
    if (field) field.style.translate = line.hidden ? '' : shift(deck)
    if (line.hidden) return
    const slides = deck.getSlides()
    const slide = deck.getCurrentSlide()
    line.replaceChildren(
      make('strong', {}, presenter.place(slides.indexOf(slide) + 1, slides.length)),
      sectionPlace(slide, slides, language),
    )
  }
  for (const event of ['overviewshown', 'overviewhidden', 'slidechanged']) deck.on(event, show)
  show()
}

/** In reveal.js, between two slides of the overview, and how small it shows them at least. */
const BETWEEN = 70
const SMALLEST = 150

/**
 * How far to move the overview, in which reveal.js has the current slide in the middle, so that slides fill the window:
 * beside the first and the last there is nothing to see. As a value of `translate`.
 */
function shift(deck: RevealApi): string {
  const { innerWidth, innerHeight } = window
  const shorter = Math.min(innerWidth, innerHeight)
  const scale = (Math.max(shorter / 5, SMALLEST) / shorter) * deck.getScale()
  const { width, height } = deck.getComputedSlideSize()
  const { h, v = 0 } = deck.getIndices()
  const columns = deck.getHorizontalSlides()
  const rows = columns.map((column) => column.querySelectorAll(':scope > section').length)
  const across = along(h, columns.length, (width + BETWEEN) * scale, innerWidth)
  const down = along(v, Math.max(1, ...rows), (height + BETWEEN) * scale, innerHeight)
  return `${across}px ${down}px`
}

/** @param step from one slide to the next @param room of the window */
function along(at: number, count: number, step: number, room: number): number {
  const first = room / 2 - (at + 0.5) * step
  const last = first + count * step
  return Math.round(
    count * step <= room ? room / 2 - (first + last) / 2 : Math.min(-first, Math.max(0, room - last)),
  )
}
