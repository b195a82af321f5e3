import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { sectionPlace } from './sections.ts'

/** Says in the overview, which shows a part of a long deck, where in all of it one is. */
export function overviewPlace(deck: RevealApi): void {
  const language = document.documentElement.lang
  const { presenter } = wordsFor(language)
  const line = make('p', { class: 'overview-place', role: 'status' })
  document.body.append(line)
  const show = (): void => {
    line.hidden = !deck.isOverview()
    if (line.hidden) return
    const slides = deck.getSlides()
    const slide = deck.getCurrentSlide()
    line.replaceChildren(
      make('strong', {}, presenter.place(slides.indexOf(slide) + 1, slides.length)),
      sectionPlace(slide, slides, language),
    )
  }
  for (const event of ['overviewshown', 'overviewhidden', 'slidechanged']) deck.on(event, show)
  show()
}
