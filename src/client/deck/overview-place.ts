import type { RevealApi } from 'reveal.js'
import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { sectionsOf, sectionTitleOf } from './sections.ts'

/** Says in the overview, which shows a part of a long deck, where in all of it one is. */
export function overviewPlace(deck: RevealApi): void {
  const { presenter } = wordsFor(document.documentElement.lang)
  const line = make('p', { class: 'overview-place', role: 'status' })
  document.body.append(line)
  const show = (): void => {
    line.hidden = !deck.isOverview()
    if (line.hidden) return
    const slides = deck.getSlides()
    const slide = deck.getCurrentSlide()
    const sections = sectionsOf(slides)
    const section = sections.findIndex(({ first }) => first.parentElement === slide.parentElement)
    line.replaceChildren(
      make('strong', {}, presenter.place(slides.indexOf(slide) + 1, slides.length)),
      `${presenter.section(section + 1, sections.length)}${signs.dot}${sectionTitleOf(slide)}`,
    )
  }
  for (const event of ['overviewshown', 'overviewhidden', 'slidechanged']) deck.on(event, show)
  show()
}
