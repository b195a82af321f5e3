import { showDeck } from './deck/deck.ts'
import { showHandout } from './paper/handout.ts'
import { showSlides } from './paper/slides.ts'
import { showNotes } from './review/review.ts'
import { showSpeaker } from './speaker/speaker.ts'

/** The one page of a deck has several views; `?view=` names the one to show, the slides on the wall unless told. */
const views: Readonly<Record<string, () => void | Promise<void>>> = {
  deck: showDeck,
  speaker: showSpeaker,
  slides: showSlides,
  notes: showNotes,
  handout: showHandout,
}

const asked = new URLSearchParams(location.search)
// `?print-pdf` is what reveal.js calls the pages to print.
const view = asked.has('print-pdf') ? 'slides' : (asked.get('view') ?? 'deck')
// Until now the slides were hidden: to lay them all out as they stand in the page would be for nothing.
document.documentElement.dataset['view'] = view
void (views[view] ?? showDeck)()
