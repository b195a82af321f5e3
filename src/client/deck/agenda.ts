import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { closeDialog, makeDialog } from './dialog.ts'
import { sectionsOf, slideButton } from './sections.ts'

/** A menu of the deck's sections. */
export function agendaMenu(deck: RevealApi): { open: () => void } {
  const words = wordsFor(document.documentElement.lang)
  const list = make('ol')
  const dialog = makeDialog('agenda', words.agenda, list)
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const buttons = [...list.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  })
  return {
    open() {
      const slides = deck.getSlides()
      const here = deck.getCurrentSlide().parentElement
      list.replaceChildren(
        ...sectionsOf(slides).map(({ title, first }) => {
          const button = slideButton(slides.indexOf(first) + 1, title, () => {
            closeDialog(dialog)
            const { h, v } = deck.getIndices(first)
            deck.slide(h, v)
          })
          if (first.parentElement === here) button.setAttribute('aria-current', 'true')
          return make('li', {}, button)
        }),
      )
      dialog.showModal()
      list.querySelector<HTMLElement>('[aria-current]')?.focus()
    },
  }
}
