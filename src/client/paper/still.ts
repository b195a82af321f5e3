import type { RevealApi } from 'reveal.js'
import { dividerOf } from '../deck/sections.ts'
import { slideBox } from './slide-box.ts'

/** A copy of a slide of the running deck, without what reveal.js wrote on it to show or hide it. */
export function stillOf(slide: HTMLElement): HTMLElement {
  const still = slide.cloneNode(true) as HTMLElement
  still.classList.remove('past', 'present', 'future')
  for (const attribute of ['hidden', 'aria-hidden']) still.removeAttribute(attribute)
  for (const property of ['display', 'top', 'transform']) still.style.removeProperty(property)
  still.querySelector(':scope > aside.notes')?.remove()
  return still
}

/**
 * A picture of a slide of the running deck.
 *
 * @param still a copy of it at one of its steps
 */
export function stillBox(deck: RevealApi, slide: HTMLElement, still: HTMLElement): HTMLElement {
  const slides = deck.getSlides()
  const number = slides.indexOf(slide) + 1
  return slideBox({ element: still, number, total: slides.length, divider: dividerOf(slide) })
}
