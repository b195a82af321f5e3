import 'reveal.js/reveal.css'
import '../styles/deck.ts'
import '../styles/paper.css'
import '../styles/handout.css'
import { wordsFor } from '../../words.ts'
import { askedOf } from '../asked.ts'
import { make } from '../element.ts'
import { readSettings } from '../settings.ts'
import { everyPage } from './every-page.ts'
import { headSlide } from './headings.ts'
import { type PaperOptions, readPaperOptions } from './options.ts'
import { type Passage, passagesOf } from './passages.ts'
import { handoutBar } from './print-bar.ts'
import { markReady } from './ready.ts'
import { addRules, cssString, marginStyle, pageCount, preparePaper } from './sheet.ts'
import { slideBox } from './slide-box.ts'
import { type PaperSlide, takeSlides } from './slides-of-page.ts'

/** Several slides to an A4 page, with lines for writing or the notes beside them, behind a cover. */
export async function showHandout(): Promise<void> {
  const options = readPaperOptions(askedOf(location))
  const [first, last] = options.range
  preparePaper('handout', options)
  addRules(
    `@page { size: A4; margin: 18mm 15mm; ${marginStyle()}; @bottom-left { content: ${cssString(document.title)} } @bottom-right { ${pageCount()} } }`,
    '@page cover { @bottom-left { content: none } @bottom-right { content: none } }',
  )
  const all = takeSlides()
  const slides = all.filter(({ number }) => number >= first && number <= last)
  for (const slide of slides) headSlide(slide, slide.beginsSection ? 1 : 2)
  const main = make('main', { class: `per-page-${options.perPage}` })
  main.append(
    ...(options.withNotes
      ? passagesOf(slides).map(withNotes)
      : sheets(slides, options.perPage).map((sheet) =>
          make(
            'div',
            { class: 'sheet' },
            ...sheet.map((slide) => withLines(slide, linesFor[options.perPage])),
          ),
        )),
  )
  everyPage(main)('top', readSettings().marking ?? '')
  main.classList.toggle('with-notes', options.withNotes)
  const opening = cover(options, all[0])
  document.body.prepend(opening, main)
  await markReady()
  breakAsOnSlide(opening.querySelector('h1'), all[0]?.element.querySelector('h1'))
}

/** The title and below it who and when: as the first slide says it, and as the settings do. */
function cover(options: PaperOptions, opening: PaperSlide | undefined): HTMLElement {
  const { unit, date, marking } = readSettings()
  const byline = opening?.element.matches('.title') ? [...opening.element.querySelectorAll('p')] : []
  // The slide's own words have the places where they may break.
  const title = opening?.element.querySelector('h1')?.cloneNode(true)
  const words = title?.textContent === document.title ? [...title.childNodes] : [document.title]
  const said = [...byline.map(({ textContent }) => textContent?.trim()), unit, date, marking]
  const lines = [...new Set(said)].filter((line) => line !== undefined)
  return make(
    'header',
    { class: 'cover' },
    handoutBar(options),
    make('h1', {}, ...words),
    ...lines.map((line) => make('p', {}, line)),
  )
}

/** Gives a title the room that it has on its slide, in its own size, so that it breaks where it does there. */
function breakAsOnSlide(title: HTMLElement | null, slide: HTMLElement | null | undefined): void {
  if (!title || !slide?.offsetWidth) return
  const em = Number.parseFloat(getComputedStyle(slide).fontSize)
  title.style.setProperty('--measure', String(slide.offsetWidth / em))
}

function sheets(slides: readonly PaperSlide[], perPage: number): PaperSlide[][] {
  const found: PaperSlide[][] = []
  for (let from = 0; from < slides.length; from += perPage) found.push(slides.slice(from, from + perPage))
  return found
}

/** Lines for writing that the space beside or below a slide has room for, 9 mm each. */
const linesFor = { 1: 14, 2: 4, 3: 7, 4: 7, 6: 3 } as const

const number = ({ number }: PaperSlide): HTMLElement =>
  make('p', { class: 'number' }, wordsFor(document.documentElement.lang).paper.slide(String(number)))

function withLines(slide: PaperSlide, lines: number): HTMLElement {
  const picture = make('div', {}, slideBox(slide), number(slide))
  return make(
    'article',
    { class: 'cell' },
    picture,
    make(
      'div',
      { class: 'lines' },
      ...Array.from({ length: lines }, () => make('hr', { role: 'presentation' })),
    ),
  )
}

/** The notes stand once, beside all the slides that were made of them. */
function withNotes({ slides, notes }: Passage): HTMLElement {
  const pictures = slides.map((slide) => make('div', {}, slideBox(slide), number(slide)))
  const text = make('div', { class: 'notes' })
  if (notes) text.append(...notes.childNodes)
  return make('article', { class: 'cell' }, make('div', { class: 'pictures' }, ...pictures), text)
}
