import { useEffect, useRef } from 'preact/hooks'
import type { MenuItem } from './menu.tsx'

/** Where a menu opens: in CSS pixels, from the corner of what holds it, or of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
  readonly isInWindow?: boolean
}

/** A menu where somebody clicked; a click elsewhere or Esc closes it. */
export function PopupMenu({
  label,
  place: { x, y, isInWindow = false },
  items,
  onClose,
}: {
  readonly label: string
  readonly place: MenuPlace
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [menu, before] = [root.current, document.activeElement]
    menu?.querySelector('button')?.focus()
    const away = (event: Event): void => {
      if (event.target instanceof Node && !menu?.contains(event.target)) onClose()
    }
    addEventListener('pointerdown', away)
    return () => {
      removeEventListener('pointerdown', away)
      // What was done may have given the focus to something.
      const now = document.activeElement
      if (before instanceof HTMLElement && (now === document.body || menu?.contains(now)))
        before.focus({ preventScroll: true })
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(root.current?.querySelectorAll<Element & HTMLElement>('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons.at(at - 1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      class="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      ref={root}
      style={{ left: `${x}px`, top: `${y}px`, ...(isInWindow ? { position: 'fixed' } : {}) }}
      onKeyDown={onKeyDown}
    >
      {items.map(([name, action]) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          onClick={() => {
            onClose()
            action()
          }}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
