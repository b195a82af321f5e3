import { wordsFor } from '../../words.ts'
import { closeDialog, makeDialog } from '../deck/dialog.ts'
import { make } from '../element.ts'

/** What the presenter set by hand; null: as the deck has it. */
export interface TimeSettings {
  /** Minutes. */
  readonly target: number | null
  /** Characters or words a minute. */
  readonly pace: number | null
}

const numberIn = (input: HTMLInputElement): number | null =>
  Number(input.value) > 0 ? Number(input.value) : null

/** The dialog in which a presenter sets the time there is and how fast the notes are read. */
export function timeSettings(change: (settings: TimeSettings) => void): {
  /**
   * @param byNotes seconds that the notes take
   * @param usualPace in a minute, where none is set
   */
  open: (now: TimeSettings, byNotes: number, usualPace: number) => void
} {
  const { presenter } = wordsFor(document.documentElement.lang)
  const input = (): HTMLInputElement => make('input', { type: 'number', min: '1', max: '1000', step: 'any' })
  const target = input()
  const pace = input()
  const hint = make('p', { class: 'hint' })
  const done = make('button', { type: 'submit', class: 'plain' }, presenter.close)
  const form = make(
    'form',
    { method: 'dialog' },
    make('label', {}, presenter.target, target),
    make('label', {}, presenter.pace, pace),
    hint,
    done,
  )
  const dialog = makeDialog('time-settings', presenter.settings, form)
  const take = (): void => change({ target: numberIn(target), pace: numberIn(pace) })
  // The page's policy lets no form be sent, not even to a dialog.
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    take()
    closeDialog(dialog)
  })
  form.addEventListener('change', take)
  return {
    open(now, byNotes, usualPace) {
      target.value = String(now.target ?? '')
      pace.value = String(now.pace ?? '')
      target.placeholder = String(Math.max(1, Math.round(byNotes / 60)))
      pace.placeholder = String(usualPace)
      hint.textContent = presenter.planned(Math.max(1, Math.round(byNotes / 60)))
      dialog.showModal()
      target.select()
    },
  }
}
