import { askedOf } from './asked.ts'
import './own-page.ts'
import { showDeck } from './deck/deck.ts'
import { showHandout } from './paper/handout.ts'
import { showSlides } from './paper/slides.ts'
import { showNotes } from './review/review.ts'
import { showSpeaker } from './speaker/speaker.ts'

/** The one page of a deck has several views; `?view=` names the one to show, the slides on the wall unless told. */
const views: ReadonlyMap<string, () => void | Promise<void>> = new Map([
  ['deck', showDeck],
  ['speaker', showSpeaker],
  ['slides', showSlides],
  ['notes', showNotes],
  ['handout', showHandout],
])

const asked = askedOf(location)
// `?print-pdf` is what reveal.js calls the pages to print.
const wanted = asked.has('print-pdf') ? 'slides' : (asked.get('view') ?? '')
const view = views.has(wanted) ? wanted : 'deck'
// Until now the slides were hidden: to lay them all out as they stand in the page would be for nothing.
document.documentElement.dataset['view'] = view
void views.get(view)?.()
