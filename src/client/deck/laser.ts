import type { RevealApi } from 'reveal.js'
import { make } from '../element.ts'
import type { SharedState } from '../link/shared.ts'
import { slidePointAt } from './slide-area.ts'

/** A red dot that follows the pointer, in this window or the other. */
export function laser(
  deck: RevealApi,
  shared: SharedState,
  layer: HTMLElement,
): { follow: (on: boolean) => void } {
  const dot = make('div', { class: 'laser', hidden: '' })
  layer.append(dot)
  shared.on('laser', () => {
    const point = shared.get('laser')
    dot.hidden = !point
    if (!point) return
    dot.style.left = `${point.x * 100}%`
    dot.style.top = `${point.y * 100}%`
  })
  let on = false
  let due = 0
  addEventListener('pointermove', (event) => {
    if (!on) return
    cancelAnimationFrame(due)
    due = requestAnimationFrame(() => {
      if (on) shared.set('laser', slidePointAt(deck, event))
    })
  })
  return {
    follow(wanted) {
      on = wanted
      if (!on) shared.set('laser', null)
    },
  }
}
