import type { RevealApi } from 'reveal.js'
import { slideBox } from '../paper/slide-box.ts'

const byStep = (slide: HTMLElement, shown: number): HTMLElement => {
  const still = slide.cloneNode(true) as HTMLElement
  still.classList.remove('past', 'present', 'future')
  still.removeAttribute('hidden')
  still.removeAttribute('aria-hidden')
  for (const property of ['display', 'top']) still.style.removeProperty(property)
  still.querySelector(':scope > aside.notes')?.remove()
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
  const stack = slide.parentElement?.cloneNode(false) as HTMLElement
  stack.removeAttribute('style')
  for (const attribute of ['hidden', 'aria-hidden']) stack.removeAttribute(attribute)
  stack.classList.remove('past', 'future')
  const divider = slide.parentElement?.querySelector('section.divider :is(h1, h2, h3)')?.textContent ?? ''
  const place = { number: slides.indexOf(slide) + 1, total: slides.length, section: { stack, divider } }
  const box = slideBox({ ...place, element: byStep(slide, more ? f + 1 : -1) })
  box.inert = true
  box.ariaHidden = 'true'
  return box
}
