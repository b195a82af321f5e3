import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'

const mostResults = 50

/** One dialog to jump to a slide by its number and to search the slides and their notes by words. */
export function findDialog(deck: RevealApi): { open: () => void } {
  const words = wordsFor(document.documentElement.lang)
  const dialog = document.createElement('dialog')
  dialog.className = 'find'
  const input = document.createElement('input')
  input.setAttribute('aria-label', words.find)
  input.placeholder = words.find
  const results = document.createElement('ol')
  dialog.append(input, results)
  document.body.append(dialog)

  const go = (slide: Element): void => {
    // Hidden, it would keep the focus until the next frame, and the deck take no key.
    input.blur()
    dialog.close()
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
    const items = matches().map((slide) => {
      const item = document.createElement('li')
      const button = document.createElement('button')
      const heading =
        slide.querySelector('h1,h2,h3,h4')?.textContent ?? slide.textContent?.trim().slice(0, 30) ?? ''
      button.textContent = `${slides.indexOf(slide as HTMLElement) + 1}  ${heading}`
      button.addEventListener('click', () => go(slide))
      item.append(button)
      return item
    })
    if (input.value.trim() && !items.length) {
      const none = document.createElement('li')
      none.textContent = words.nothingFound
      items.push(none)
    }
    results.replaceChildren(...items)
  })
  dialog.addEventListener('keydown', (event) => {
    // The deck must not take what is typed here for its own keys.
    event.stopPropagation()
    const [first] = matches()
    if (event.key === 'Enter' && event.target === input && first) {
      event.preventDefault()
      go(first)
    }
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
