import type { RevealApi } from 'reveal.js'
import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'

/** Names the first keys to know on the first slide, until the presenter does anything. */
export function hint(deck: RevealApi): void {
  if (!deck.isFirstSlide()) return
  const line = make('p', { class: 'hint' }, wordsFor(document.documentElement.lang).presenter.hint)
  document.body.append(line)
  const gone = new AbortController()
  const go = (): void => {
    line.remove()
    gone.abort()
  }
  for (const event of ['keydown', 'pointerdown', 'beforeprint'] as const)
    addEventListener(event, go, { capture: true, signal: gone.signal })
  deck.on('slidechanged', go)
}
