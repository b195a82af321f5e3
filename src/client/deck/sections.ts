import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'

/** What a slide is called: its heading, or else how its text begins. */
export function titleOf(slide: Element): string {
  const heading = slide.querySelector('h1,h2,h3,h4,h5,h6')?.textContent?.trim()
  if (heading) return heading
  const copy = slide.cloneNode(true) as Element
  for (const notes of copy.querySelectorAll('aside.notes')) notes.remove()
  return copy.textContent?.trim().slice(0, 30) ?? ''
}

/** What the section is called that a slide begins: as it says above its own heading, or as the slide itself. */
export const sectionNameOf = (first: Element): string =>
  first.querySelector('.section-name')?.textContent?.trim() || titleOf(first)

/** What names a section. */
const naming = 'section.divider :is(h1, h2, h3), .section-name'

/** What begins a section without a slide of its own for its name. */
const headed = ':scope > section:first-child:not(.title, .agenda, .recap, .closing) h2'

/** The deck's sections: its columns of slides. */
export function sectionsOf(slides: readonly HTMLElement[]): readonly { title: string; first: HTMLElement }[] {
  return slides
    .filter((slide) => slide.matches(':first-child'))
    .map((first) => ({ title: sectionNameOf(first), first }))
}

/** Which of the deck's sections a slide stands in, `第 2 / 3 部分 · 主要任务`; of what stands in none, the title alone. */
export function sectionPlace(slide: Element, slides: readonly HTMLElement[], language: string): string {
  const columns = sectionsOf(slides).flatMap(({ first }) => first.parentElement ?? [])
  // Where sections have names, what opens and what closes the deck is none.
  const divided = columns.filter((column) => column.querySelector(`${naming}, ${headed}`))
  const counted = divided.length > 0 ? divided : columns
  const column = slide.parentElement
  const at = column ? counted.indexOf(column) : -1
  const title = sectionTitleOf(slide)
  if (at < 0) return title
  return `${wordsFor(language).presenter.section(at + 1, counted.length)}${signs.dot}${title}`
}

/** Whether a column of slides is a slide, of one or of several pages: it is no section of its own. */
export const isOneSlide = (column: Element): boolean =>
  !column.querySelector(':scope > section:not(:first-child, .continued)')

/**
 * The name of the section that a slide stands in, as its divider says or the slide that opens it; in a deck that goes
 * across, that stands before the slide.
 */
export function dividerOf(slide: Element): string {
  const own = slide.parentElement
  for (let column = own; column; column = column.previousElementSibling as HTMLElement | null) {
    if (column !== own && !isOneSlide(column)) return ''
    const name = column.querySelector(naming)
    // What opens with a name of its own is a section, also where it is one slide.
    if (name) return column === own || !name.matches('.section-name') ? (name.textContent?.trim() ?? '') : ''
    if (!isOneSlide(column)) return ''
  }
  return ''
}

/** The title of the section that a slide stands in. */
export const sectionTitleOf = (slide: Element): string =>
  slide.parentElement?.firstElementChild ? sectionNameOf(slide.parentElement.firstElementChild) : ''

/** A button of a list of slides to go to. */
export function slideButton(number: number, title: string, go: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, make('span', { class: 'number' }, String(number)), title)
  button.addEventListener('click', go)
  return button
}
