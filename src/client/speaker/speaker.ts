import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'

/**
 * A second window with the full paragraph of the slide being shown. The deck fills it itself:
 * it needs no script of its own, which the page's policy would forbid.
 */
export function speakerView(deck: RevealApi): { open: () => void } {
  const words = wordsFor(document.documentElement.lang)
  let view: Window | null = null

  const show = (): void => {
    if (!view || view.closed) return
    const { document: page } = view
    const slides = deck.getSlides()
    const current = deck.getCurrentSlide()
    const place = slides.indexOf(current)
    const next = slides[place + 1]
    const header = page.createElement('header')
    const heading = page.createElement('strong')
    heading.textContent = current.querySelector('h1,h2,h3')?.textContent ?? ''
    const number = page.createElement('span')
    number.textContent = `${place + 1} / ${slides.length}`
    header.append(heading, number)
    const notes = page.createElement('main')
    const own = current.querySelector('aside.notes')
    if (own) for (const part of own.childNodes) notes.append(page.importNode(part, true))
    else notes.textContent = words.noNotes
    const below = page.createElement('p')
    below.className = 'next'
    below.textContent = next
      ? `${words.next}：${next.querySelector('h1,h2,h3')?.textContent ?? ''}`
      : words.end
    page.body.replaceChildren(header, notes, below)
    view.scrollTo(0, 0)
  }

  const open = (): void => {
    view = window.open('', 'study-deck-speaker', 'width=1100,height=750')
    if (!view) {
      alert(words.blocked)
      return
    }
    const { document: page } = view
    page.title = words.speaker
    page.documentElement.lang = document.documentElement.lang
    page.body.className = 'speaker-view'
    page.head.replaceChildren(
      ...[...document.querySelectorAll('style')].map((style) => page.importNode(style, true)),
    )
    // Keys pressed here drive the deck.
    view.onkeydown = (event) => {
      if (event.key === 'ArrowRight' || event.key === 'PageDown' || event.key === ' ') deck.next()
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') deck.prev()
      else return
      event.preventDefault()
    }
    show()
  }
  deck.on('slidechanged', show)
  return { open }
}
