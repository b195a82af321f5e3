import { make } from '../element.ts'

/** A dialog over the page, with its title; what is typed in it drives no deck. */
export function makeDialog(
  kind: string,
  title: string,
  ...children: readonly (Node | string)[]
): HTMLDialogElement {
  const heading = make('h2', { id: `study-deck-${kind}` }, title)
  const dialog = make('dialog', { class: `presenter-dialog ${kind}`, 'aria-labelledby': heading.id }, heading)
  dialog.append(...children)
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    closeDialog(dialog)
  })
  // A click beside the dialog is one on the dialog's own element.
  dialog.addEventListener('click', ({ target }) => target === dialog && closeDialog(dialog))
  document.body.append(dialog)
  return dialog
}

/** Closes a dialog so that the next key is the deck's: hidden, what has the focus keeps it until the next frame. */
export function closeDialog(dialog: HTMLDialogElement): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  dialog.close()
}
