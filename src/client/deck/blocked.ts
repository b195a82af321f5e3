import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import type { Link } from '../link/link.ts'
import { closeDialog, makeDialog } from './dialog.ts'

/**
 * What the presenter chooses where the browser opens no second window: this one may be on the wall, and the notes are
 * not for everyone's eyes.
 */
export function blockedDialog(link: Link): { open: () => void } {
  const { presenter } = wordsFor(document.documentElement.lang)
  // A browser opens for a person's own click what it blocks for a script.
  const tab = make('a', { class: 'choice', target: link.otherName, rel: 'opener' }, presenter.speakerAsTab)
  const here = make('button', { type: 'button', class: 'choice' }, presenter.actions.speakerHere)
  const dialog = makeDialog('blocked', presenter.blocked, tab, here, make('p', {}, presenter.blockedWhy))
  tab.addEventListener('click', () => closeDialog(dialog))
  here.addEventListener('click', () => location.assign(link.otherAddress()))
  return {
    open() {
      tab.href = link.otherAddress()
      dialog.showModal()
      tab.focus()
    },
  }
}
