import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../model/language.ts'

/** A dialog over the room; Esc closes it, and what had the focus has it again. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={wide ? 'wide' : ''}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        {/* The … of a button says that a dialog comes. */}
        <h2 id="dialog-title">{title.replace(/\s*…$/, '')}</h2>
        <button type="button" class="plain" aria-label={say.close} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  )
}
