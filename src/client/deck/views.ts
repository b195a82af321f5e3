import { wordsFor } from '../../words.ts'
import { addressAsking, go } from '../asked.ts'
import { make } from '../element.ts'

/** Links to the other views of this page: the deck as one file has no list that leads there. */
export function otherViews(): HTMLElement {
  const { views } = wordsFor(document.documentElement.lang).paper
  const hasNotes = document.querySelector('.slides aside.notes') !== null
  const links = (['notes', 'handout'] as const)
    .filter((view) => view !== 'notes' || hasNotes)
    .map((view) => {
      const href = addressAsking(new URLSearchParams({ view }))
      const link = make('a', { href }, views[view])
      link.addEventListener('click', (event) => {
        // Another place of the same Blob, as the desk presents a deck, would load nothing.
        if (location.protocol !== 'blob:') return
        event.preventDefault()
        go(href)
      })
      return link
    })
  return make('nav', { class: 'other-views' }, ...links)
}
