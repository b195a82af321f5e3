import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { closeDialog, makeDialog } from './dialog.ts'
import { slideButton, titleOf } from './sections.ts'

const mostResults = 50

/** One dialog to jump to a slide by its number and to search the slides and their notes by words. */
export function findDialog(deck: RevealApi): { open: () => void } {
  const words = wordsFor(document.documentElement.lang)
  const input = make('input', { 'aria-label': words.find, placeholder: words.find })
  const results = make('ol')
  const dialog = makeDialog('find', words.presenter.actions.find, input, results)

  const go = (slide: Element): void => {
    closeDialog(dialog)
    const { h, v } = deck.getIndices(slide as HTMLElement)
    deck.slide(h, v)
  }
  const matches = (): Element[] => {
    const wanted = input.value.trim().toLocaleLowerCase()
    const slides = deck.getSlides()
    if (!wanted) return []
    const numbered = /^\d+$/.test(wanted) ? slides[Number(wanted) - 1] : undefined
    const found = slides.filter((slide) => (slide.textContent ?? '').toLocaleLowerCase().includes(wanted))
    return [...new Set(numbered ? [numbered, ...found] : found)].slice(0, mostResults)
  }
  input.addEventListener('input', () => {
    const slides = deck.getSlides()
    const items = matches().map((slide) =>
      make(
        'li',
        {},
        slideButton(slides.indexOf(slide as HTMLElement) + 1, titleOf(slide), () => go(slide)),
      ),
    )
    if (input.value.trim() && !items.length) items.push(make('li', {}, words.nothingFound))
    results.replaceChildren(...items)
  })
  input.addEventListener('keydown', (event) => {
    const [first] = matches()
    if (event.key !== 'Enter' || event.isComposing || !first) return
    event.preventDefault()
    go(first)
  })
  return {
    open: () => {
      input.value = ''
      results.replaceChildren()
      dialog.showModal()
      input.focus()
    },
  }
}
