import { make } from '../element.ts'

/** What a slide is called: its heading, or else how its text begins. */
export function titleOf(slide: Element): string {
  const heading = slide.querySelector('h1,h2,h3,h4,h5,h6')?.textContent?.trim()
  if (heading) return heading
  const copy = slide.cloneNode(true) as Element
  for (const notes of copy.querySelectorAll('aside.notes')) notes.remove()
  return copy.textContent?.trim().slice(0, 30) ?? ''
}

/** The deck's sections: its columns of slides, each called as its first slide. */
export function sectionsOf(slides: readonly HTMLElement[]): readonly { title: string; first: HTMLElement }[] {
  return slides
    .filter((slide) => slide.matches(':first-child'))
    .map((first) => ({ title: titleOf(first), first }))
}

/** The title of the section that a slide stands in. */
export const sectionTitleOf = (slide: Element): string =>
  slide.parentElement?.firstElementChild ? titleOf(slide.parentElement.firstElementChild) : ''

/** A button of a list of slides to go to. */
export function slideButton(number: number, title: string, go: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, make('span', { class: 'number' }, String(number)), title)
  button.addEventListener('click', go)
  return button
}
