import type { RevealApi } from 'reveal.js'
import type { SharedState, SlidePoint } from '../link/shared.ts'
import { slideArea, slidePointAt } from './slide-area.ts'

const factor = 2
/** How far an arrow key moves what is shown, in slide sizes. */
const stride = 0.1
const arrows: Readonly<Record<string, SlidePoint>> = {
  ArrowLeft: { x: -stride, y: 0 },
  ArrowRight: { x: stride, y: 0 },
  ArrowUp: { x: 0, y: -stride },
  ArrowDown: { x: 0, y: stride },
}
const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Shows a part of the slide at twice its size: the one under the pointer, moved with Shift and the arrow keys. */
export function zoom(deck: RevealApi, shared: SharedState): { toggle: () => void } {
  const reveal = deck.getRevealElement() as HTMLElement
  let pointer: SlidePoint = { x: 0.5, y: 0.5 }
  addEventListener('pointermove', (event) => {
    if (!shared.get('zoom')) pointer = slidePointAt(deck, event)
  })
  const show = (): void => {
    const point = shared.get('zoom')
    reveal.classList.toggle('zoomed', point !== null)
    reveal.style.scale = 'none'
    if (!point) return
    // The point stays where it is and everything grows away from it.
    const box = reveal.getBoundingClientRect()
    const slide = slideArea(deck)
    const x = slide.left - box.left + point.x * slide.width
    const y = slide.top - box.top + point.y * slide.height
    reveal.style.transformOrigin = `${x}px ${y}px`
    reveal.style.scale = String(factor)
  }
  shared.on('zoom', show)
  deck.on('slidechanged', () => {
    if (shared.get('zoom')) shared.set('zoom', null)
  })
  document.addEventListener(
    'keydown',
    (event) => {
      const now = shared.get('zoom')
      const by = arrows[event.key]
      if (!now || !by || !event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      shared.set('zoom', { x: clamp(now.x + by.x), y: clamp(now.y + by.y) })
    },
    { capture: true },
  )
  return {
    toggle: () =>
      shared.set('zoom', shared.get('zoom') ? null : { x: clamp(pointer.x), y: clamp(pointer.y) }),
  }
}
