import { showDeck } from './deck/deck.ts'

/** The one page of a deck has several views; `?view=` names the one to show, the slides on the wall unless told. */
const views: Readonly<Record<string, () => void | Promise<void>>> = {
  deck: showDeck,
}

const view = new URLSearchParams(location.search).get('view') ?? 'deck'
void (views[view] ?? showDeck)()
