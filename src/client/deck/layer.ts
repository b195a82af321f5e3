import type { RevealApi } from 'reveal.js'
import { make } from '../element.ts'

/** A layer over the slides, of their size and scale; they themselves have only slides for children. */
export function slideLayer(deck: RevealApi): HTMLElement {
  const layer = make('div', { class: 'slide-layer', 'aria-hidden': 'true' })
  deck.getRevealElement()?.append(layer)
  return layer
}
