import 'reveal.js/reveal.css'
import '../styles/deck.ts'
import '../styles/paper.css'
import { slideSize } from '../../deck/slide-size.ts'
import { askedOf } from '../asked.ts'
import { make } from '../element.ts'
import { readSettings } from '../settings.ts'
import { headSlide, unhead } from './headings.ts'
import { type PaperOptions, readPaperOptions } from './options.ts'
import { printButton } from './print-bar.ts'
import { markReady } from './ready.ts'
import { addRules, preparePaper } from './sheet.ts'
import { slideBox } from './slide-box.ts'
import { takeSlides } from './slides-of-page.ts'
import { stepsOf } from './steps.ts'

/** Width and height of a page in CSS pixels, 96 to the inch. */
const pages = { '16:9': [1280, 720], '4:3': [960, 720], A4: [1122.5, 793.7], '9:16': [720, 1280] } as const

/** CSS rules for pages of the size of a slide, or of this paper. */
export function slidePageRules(paper: PaperOptions['paper'] = null): string[] {
  const { ratio = '16:9' } = readSettings()
  const [width, height] = pages[paper ?? ratio]
  const size = slideSize(ratio)
  const scale = Math.min(width / size.width, height / size.height)
  return [
    `@page { size: ${width}px ${height}px; margin: 0 }`,
    `:root { --box-scale: ${scale}; --page-width: ${width}px; --page-height: ${height}px }`,
  ]
}

/** Every slide as a page, as it is on the wall. */
export async function showSlides(): Promise<void> {
  const options = readPaperOptions(askedOf(location))
  const [first, last] = options.range
  preparePaper('slide-pages', options)
  document.documentElement.classList.toggle('steps', options.steps)
  addRules(...slidePageRules(options.paper))
  const main = make('main')
  for (const slide of takeSlides()) {
    const { element, number } = slide
    if (number < first || number > last) continue
    headSlide(slide, slide.beginsSection ? 1 : 2)
    const steps = options.steps ? stepsOf(element) : [element]
    for (const step of steps.slice(1)) unhead(step)
    for (const step of steps) main.append(make('div', { class: 'sheet' }, slideBox(slide, step)))
  }
  document.body.prepend(make('header', { class: 'print-bar' }, printButton()), main)
  await markReady()
}
