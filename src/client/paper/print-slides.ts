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
  if (document.readyState === 'complete') loadFaces(deck)
  else addEventListener('load', () => loadFaces(deck), { once: true })
  document.addEventListener('study-deck:edited', () => setTimeout(() => loadFaces(deck)))
}

/**
 * Loads the faces of all slides, since there is no time to wait for one when it comes to printing: only those of
 * characters that stand on slides, of which a live page has a tenth, and after all else that the page asks for.
 */
function loadFaces(deck: RevealApi): void {
  const shown = deck
    .getSlides()
    .flatMap(({ children }) => [...children].filter((part) => !part.matches('aside.notes')))
  const characters = [...new Set(shown.map(({ textContent }) => textContent).join(''))].join('')
  const named = [...document.fonts].map(({ family, style, weight }) => {
    const [lightest] = weight.split(' ')
    return `${style} ${lightest} 1em "${family.replaceAll('"', '')}"`
  })
  for (const face of new Set(named)) void document.fonts.load(face, characters).catch(() => undefined)
}
