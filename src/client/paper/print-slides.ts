import type { RevealApi } from 'reveal.js'
import '../styles/paper.css'
import { make } from '../element.ts'
import { slidePageRules } from './slides.ts'
import { stillBox, stillOf } from './still.ts'

/** What makes the page one for paper; see `preparePaper`. */
const classes = ['print-pdf', 'paper', 'slide-pages', 'printing-deck']

/** Lets the running deck be printed as any page is, Ctrl+P: every slide a page, as `?view=slides` has them. */
export function printSlides(deck: RevealApi): void {
  const running = deck.getRevealElement()
  if (!running) return
  let pages: HTMLElement | null = null
  let rules: HTMLElement | null = null
  addEventListener('beforeprint', () => {
    if (pages) return
    pages = make(
      'main',
      {},
      ...deck
        .getSlides()
        .map((slide) => make('div', { class: 'sheet' }, stillBox(deck, slide, stillOf(slide)))),
    )
    rules = make('style', {}, slidePageRules().join('\n'))
    document.head.append(rules)
    document.documentElement.classList.add(...classes)
    // In its place, so that nothing on the page has the same id twice.
    running.replaceWith(pages)
  })
  addEventListener('afterprint', () => {
    pages?.replaceWith(running)
    rules?.remove()
    document.documentElement.classList.remove(...classes)
    pages = null
    deck.layout()
  })
  // There is no time to wait for a face when it comes to printing.
  for (const face of document.fonts) if (face.status === 'unloaded') void face.load().catch(() => undefined)
}
