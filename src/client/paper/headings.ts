import { wordsFor } from '../../words.ts'
import type { PaperSlide } from './slides-of-page.ts'

/**
 * Makes a slide's first heading the one by which it is found, at this level of the whole paper; a PDF's bookmarks are
 * made of the headings. A slide that has no heading gets one that is not seen.
 */
export function headSlide({ element, number }: PaperSlide, level: number): void {
  const [first, ...others] = element.querySelectorAll('h1,h2,h3,h4,h5,h6')
  for (const heading of others) heading.setAttribute('aria-level', String(level + 1))
  if (first) {
    first.setAttribute('aria-level', String(level))
    return
  }
  const unseen = document.createElement('div')
  unseen.className = 'unseen-heading'
  unseen.role = 'heading'
  unseen.ariaLevel = String(level)
  unseen.textContent = wordsFor(document.documentElement.lang).paper.slide(String(number))
  element.prepend(unseen)
}

/** Takes the headings of a slide that is shown again out of the bookmarks. */
export function unhead(slide: Element): void {
  for (const heading of slide.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')) heading.role = 'paragraph'
}
