import { redo, undo } from '../model/deck.ts'
import { isReviewing } from '../model/review.ts'
import { present } from '../out/present.ts'
import { saveDeckFile } from '../out/save.ts'
import { dialog } from './open-dialog.ts'
import { placeInPage } from './place-in-page.ts'
import { signChosen } from './review-pane.tsx'

const panes = ['#strip', '#stage input, #stage button', '.clauses [tabindex="0"], .words button']

/** The keys of the whole room; a text field keeps its own for undoing what is typed. */
export function roomKeys(event: KeyboardEvent): void {
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches('textarea, input[type=text], .cm-content')
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isControl = event.ctrlKey || event.metaKey
  let action: (() => void) | null = null
  if (key === 'F5') action = () => void present('deck', event.shiftKey ? placeInPage() : '')
  else if (key === 'F1' || (key === '?' && !isTyping)) action = () => (dialog.value = 'keys')
  else if (key === 'F6') action = () => nextPane(event.shiftKey ? -1 : 1)
  else if (isControl && key === 's') action = () => void saveDeckFile()
  else if (isControl && !isTyping && key === 'z') action = event.shiftKey ? redo : undo
  else if (isControl && !isTyping && key === 'y') action = redo
  else if (isControl && key === 'Enter' && !isTyping && isReviewing.value) action = () => void signChosen()
  if (!action) return
  event.preventDefault()
  action()
}

/** F6 goes from pane to pane. */
function nextPane(step: number): void {
  const elements = panes.map((selector) => document.querySelector<HTMLElement>(selector))
  const here = elements.findIndex((element) => {
    const pane = element?.closest('.strip, .stage, .words')
    return pane?.contains(document.activeElement)
  })
  elements[(here + step + elements.length) % elements.length]?.focus()
}
