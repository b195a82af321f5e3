import { fullScreen } from '../../client/deck/full-screen.ts'
import { say } from '../model/language.ts'
import { tell, tellFault } from '../model/notice.ts'
import { builtPage } from './build.ts'

/** A page of the deck has several views. */
export type View = 'deck' | 'speaker' | 'notes' | 'handout'

/**
 * Shows the deck in a window of its own: the page that would be saved, in one of its views.
 *
 * @param at the slide to begin at, as the page's address has it: `/2/1`
 */
export async function present(view: View = 'deck', at = ''): Promise<void> {
  // A browser opens a window for a key or a click, not for what comes of it a second later.
  const shown = window.open('', '_blank')
  if (!shown) {
    tell(say.bar.blocked, true)
    return
  }
  shown.document.title = say.bar.preparing
  shown.document.body.textContent = say.bar.preparing
  try {
    const page = new Blob([await builtPage()], { type: 'text/html' })
    const address = URL.createObjectURL(page)
    if (view === 'deck') handOnFullScreen(shown)
    // A Blob's address has no query: what is asked stands behind the place.
    const asked = view === 'deck' ? `${at || '/0/0'}?${fullScreen}` : `${at}?view=${view}`
    shown.location.replace(`${address}#${asked}`)
  } catch (error) {
    shown.close()
    tellFault(error)
  }
}

/** Lets a window go to full screen for the key or click with which it was opened, when it is ready and the browser can. */
function handOnFullScreen(shown: Window): void {
  addEventListener('message', function answer({ source, data }) {
    if (source !== shown || data !== fullScreen) return
    removeEventListener('message', answer)
    // Known to Chromium: https://wicg.github.io/capability-delegation/spec.html
    const delegation = { targetOrigin: '/', delegate: 'fullscreen' }
    try {
      shown.postMessage(fullScreen, delegation)
    } catch {
      // The key or click was too long ago.
    }
  })
}
