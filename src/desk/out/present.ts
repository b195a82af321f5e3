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
    // A Blob's address has no query: the view stands behind the place.
    const asked = view === 'deck' ? '' : `?view=${view}`
    shown.location.replace(`${address}${at || asked ? `#${at}${asked}` : ''}`)
  } catch (error) {
    shown.close()
    tellFault(error)
  }
}
