import '../styles/slide-box.css'
import { furniture } from '../deck/furniture.ts'
import { groundOf, readGround } from '../deck/ground.ts'
import { make } from '../element.ts'
import { readSettings } from '../settings.ts'
import type { PaperSlide } from './slides-of-page.ts'

/** The deck's, also where the page around its slides is plain paper. */
const theme = document.documentElement.dataset['theme'] ?? ''

/** What of a slide its picture needs. */
type Pictured = Pick<PaperSlide, 'element' | 'number' | 'total' | 'divider'>

/**
 * A slide as it looks on the wall with all its points shown, in a box that style sheets scale with `--box-scale`.
 * The elements around it are those that reveal.js has around a slide being shown, so that the deck's styles apply.
 *
 * @param still the slide itself, or a copy of it at one of its steps
 */
export function slideBox(slide: Pictured, still: HTMLElement = slide.element): HTMLElement {
  const { number, total, divider } = slide
  still.classList.add('present')
  for (const fragment of still.querySelectorAll('.fragment:not(.later)')) fragment.classList.add('visible')
  const foot = furniture(readSettings(), { number, total, section: divider, slide: still })
  readGround(still)
  const ground = groundOf(still)
  const slides = make('div', { class: 'slides' }, make('section', { class: 'stack present' }, still))
  const reveal = make('div', { class: 'reveal' }, ...(ground ? [ground] : []), slides, foot)
  return make('div', { class: 'slide-box', 'data-theme': theme, 'data-number': String(number) }, reveal)
}
