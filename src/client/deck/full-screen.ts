import type { RevealApi } from 'reveal.js'
import { askedOf } from '../asked.ts'

/** What the address of a page asks that is to be shown on full screen, and what its opener is told and answers. */
export const fullScreen = 'full'

/** Goes from full screen to the window and back. */
export function toggleFullScreen(): void {
  // Refused, everything stays as it is.
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done.catch(() => undefined)
}

/**
 * Shows a page that was opened to be presented on full screen. A browser lets it only for a key or a click: for the one with
 * which the page was opened, where its opener may hand that on, else for the first step or click in the page itself.
 */
export function presentFull(deck: RevealApi): void {
  if (!askedOf(location).has(fullScreen)) return
  const done = new AbortController()
  const { signal } = done
  const go = (): Promise<void> => document.documentElement.requestFullscreen()
  const goIfPressed = (): void => {
    if (signal.aborted || !navigator.userActivation?.isActive) return
    // Once: whoever leaves full screen wants to.
    done.abort()
    go().catch(() => undefined)
  }
  addEventListener('fullscreenchange', () => done.abort(), { signal })
  addEventListener('click', goIfPressed, { signal })
  for (const step of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(step, goIfPressed)
  // A page from a file has no origin by which its opener could name it.
  if (!window.opener || location.origin === 'null') return
  addEventListener(
    'message',
    ({ source, data }) => {
      if (source !== window.opener || data !== fullScreen) return
      go().then(
        () => done.abort(),
        // The key or click was too long ago.
        () => undefined,
      )
    },
    { signal },
  )
  window.opener.postMessage(fullScreen, '/')
}
