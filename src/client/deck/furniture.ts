import type { RevealApi } from 'reveal.js'
import type { DeckSettings } from '../../deck/settings.ts'
import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'

/** Where in a deck a slide stands. */
export interface SlidePlace {
  readonly number: number
  readonly total: number
  /** The section's heading; '' where the slide is that heading itself or the deck's cover. */
  readonly section: string
  readonly slide: Element
}

/** The deck's; a view may give its window another. */
const deckTitle = document.title

const isCover = (slide: Element): boolean => slide.matches('.title, .divider')

/** What stands around a slide: above its heading the section's, at its foot whose deck it is and where we are. */
export function furniture(
  settings: DeckSettings,
  { number, total, section, slide }: SlidePlace,
): HTMLElement {
  const words = wordsFor(document.documentElement.lang)
  const { unit, date, marking, logo } = settings
  const title = slide.matches('.title') ? '' : deckTitle
  const whose = [unit, date].filter(Boolean).join(signs.gap)
  const line = make('footer', { class: 'furniture', 'aria-label': words.look.furniture })
  const left = make('div', { class: 'whose' })
  if (logo) left.append(make('img', { src: logo, alt: unit ?? '' }))
  left.append(make('span', {}, whose || title))
  const right = make('div', { class: 'where' })
  // The deck's title stands where nothing else does.
  if (!isCover(slide) && whose && marking) right.append(make('span', {}, title))
  const count = make('div', { class: 'number' })
  count.append(
    make('span', { class: 'slide-number-a' }, String(number)),
    make('span', { class: 'slide-number-delimiter' }, '/'),
    make('span', { class: 'slide-number-b' }, String(total)),
  )
  right.append(count)
  const middle = marking ? make('div', { class: 'marking' }, marking) : make('div', {}, whose && title)
  line.append(left, middle, right)
  if (section && !isCover(slide)) line.append(make('div', { class: 'section' }, make('span', {}, section)))
  line.classList.toggle('on-cover', isCover(slide))
  return line
}

/** Keeps the furniture of the wall in step with the slide being shown. */
export function furnishWall(deck: RevealApi, settings: DeckSettings): void {
  const wall = make('div', { class: 'wall-furniture' })
  // The whole page, or the box of it in which the deck is.
  deck.getViewportElement()?.append(wall)
  const show = (): void => {
    const slide = deck.getCurrentSlide()
    const slides = deck.getSlides()
    const heading = slide.parentElement?.querySelector('section.divider :is(h1, h2, h3)')?.textContent ?? ''
    const place = { number: slides.indexOf(slide) + 1, total: slides.length, section: heading, slide }
    wall.replaceChildren(furniture(settings, place))
  }
  for (const event of ['ready', 'slidechanged', 'study-deck:changed']) deck.on(event, show)
  show()
}
