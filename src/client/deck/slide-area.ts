import type { RevealApi } from 'reveal.js'
import type { SlidePoint } from '../link/shared.ts'

/** Where on its slide something on the screen is. */
export function slidePointAt(deck: RevealApi, { clientX, clientY }: MouseEvent): SlidePoint {
  const { left, top, width, height } = slideArea(deck)
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}

/** The slide on the screen, in CSS pixels of the window. */
export function slideArea(deck: RevealApi): DOMRect {
  return (deck.getSlidesElement() as HTMLElement).getBoundingClientRect()
}
