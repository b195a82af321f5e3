import type { RevealApi } from 'reveal.js'
import { stillBox, stillOf } from '../paper/still.ts'

const byStep = (slide: HTMLElement, shown: number): HTMLElement => {
  const still = stillOf(slide)
  for (const fragment of still.querySelectorAll<HTMLElement>('.fragment')) {
    const index = Number(fragment.dataset['fragmentIndex'] ?? 0)
    fragment.classList.remove('visible', 'current-fragment')
    fragment.classList.toggle('later', index > shown)
    fragment.classList.toggle('current-fragment', index === shown)
  }
  return still
}

/** A picture of what the next step shows, null at the end of the deck. */
export function nextStep(deck: RevealApi): HTMLElement | null {
  const current = deck.getCurrentSlide()
  const { f = -1 } = deck.getIndices()
  const more = [...current.querySelectorAll<HTMLElement>('.fragment')].some(
    ({ dataset }) => Number(dataset['fragmentIndex'] ?? 0) > f,
  )
  const slides = deck.getSlides()
  const slide = more ? current : slides[slides.indexOf(current) + 1]
  if (!slide) return null
  const box = stillBox(deck, slide, byStep(slide, more ? f + 1 : -1))
  box.inert = true
  box.ariaHidden = 'true'
  return box
}
