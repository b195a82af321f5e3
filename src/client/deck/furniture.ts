import type { RevealApi } from 'reveal.js'
import type { ShownSettings } from '../../deck/settings.ts'
import { footOf } from '../../theme/foot.ts'
import type { FooterItem } from '../../theme/office.ts'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { groundsRead } from './ground.ts'
import { dividerOf, titleOf } from './sections.ts'

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

const isCover = (slide: Element): boolean => slide.matches('.title, .divider, .closing')

/** A slide has the name of its section where it opens it, or as its heading. */
const saysItself = (slide: Element, section: string): boolean =>
  slide.querySelector('.section-name') !== null || titleOf(slide) === section

/** What stands around a slide: above its heading the section's, at its foot whose deck it is and where we are. */
export function furniture(
  settings: ShownSettings,
  { number, total, section, slide }: SlidePlace,
): HTMLElement {
  const words = wordsFor(document.documentElement.lang)
  const line = make('footer', { class: 'furniture', 'aria-label': words.look.furniture })
  const isTitle = slide.matches('.title')
  for (const [i, place] of (isTitle ? coverFoot : footOf(settings)).entries()) {
    const items = place.map((item) => (item === 'title' && isCover(slide) ? null : show(item, settings)))
    const shown = items.filter((item) => item !== null)
    if (place.includes('number')) shown.push(countOf(number, total))
    line.append(make('div', { class: ['whose', 'middle', 'where'][i] ?? '' }, ...shown))
  }
  if (isTitle) line.append(...imprint(settings))
  if (section && !isCover(slide) && !saysItself(slide, section))
    line.append(make('div', { class: 'section' }, make('span', {}, section)))
  line.classList.toggle('on-cover', isCover(slide))
  line.classList.toggle('on-title', isTitle)
  return line
}

/** The cover says its deck's title itself, and the rest in its own place. */
const coverFoot: readonly (readonly FooterItem[])[] = [['logo'], [], ['number']]

/** One thing of the foot; null where the deck does not tell it. */
function show(item: FooterItem, { unit, date, marking, logo }: ShownSettings): HTMLElement | null {
  if (item === 'logo') return logo ? make('img', { src: logo, alt: unit ?? '' }) : null
  const said = { unit, date, marking, title: deckTitle, number: undefined }[item]
  return said ? make('span', { class: item === 'title' ? 'deck-title' : item }, said) : null
}

function countOf(number: number, total: number): HTMLElement {
  const count = make('div', { class: 'number' })
  count.append(
    make('span', { class: 'slide-number-a' }, String(number)),
    make('span', { class: 'slide-number-delimiter' }, '/'),
    make('span', { class: 'slide-number-b' }, String(total)),
  )
  return count
}

/** On the cover: how it may be passed on at the top left, as on official papers, and below the title who and when. */
function imprint({ unit, date, marking }: ShownSettings): HTMLElement[] {
  const lines = [unit, date].flatMap((said) => (said ? [make('span', {}, said)] : []))
  return [
    ...(marking ? [make('div', { class: 'marking' }, marking)] : []),
    ...(lines.length ? [make('div', { class: 'imprint' }, ...lines)] : []),
  ]
}

/**
 * Marks what is around the slides with what they show, for its colours. A style sheet could see it (`:has`), but a browser
 * then looks through all slides at every step: of a thousand it would take seconds.
 */
function tellShown(viewport: HTMLElement, slide: HTMLElement): void {
  const cover = ['title', 'divider', 'closing'].find((name) => slide.classList.contains(name))
  const { on } = slide.dataset
  for (const [name, value] of [
    ['shows', cover],
    ['on', on],
  ] as const)
    if (value) viewport.dataset[name] = value
    else delete viewport.dataset[name]
}

/** Keeps the furniture of the wall in step with the slide being shown. */
export function furnishWall(deck: RevealApi, settings: ShownSettings): void {
  const wall = make('div', { class: 'wall-furniture' })
  // The whole page, or the box of it in which the deck is.
  const viewport = deck.getViewportElement()
  viewport?.append(wall)
  const show = (): void => {
    const slide = deck.getCurrentSlide()
    const slides = deck.getSlides()
    const place = {
      number: slides.indexOf(slide) + 1,
      total: slides.length,
      section: dividerOf(slide),
      slide,
    }
    wall.replaceChildren(furniture(settings, place))
    if (viewport) tellShown(viewport, slide)
  }
  // Whether a ground is dark is known a little later.
  const showOnGround = (): void => void groundsRead().then(show)
  document.addEventListener('study-deck:edited', showOnGround)
  showOnGround()
  for (const event of ['ready', 'slidechanged', 'study-deck:changed']) deck.on(event, show)
  show()
}
