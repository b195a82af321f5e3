import { useEffect, useRef } from 'preact/hooks'

/** What a menu offers: its name, and what it does. */
export type MenuItem = readonly [name: string, action: () => void]

/** A button that opens a list of things to do. */
export function Menu({
  name,
  kind,
  items,
}: {
  readonly name: string
  readonly kind: string
  readonly items: readonly MenuItem[]
}) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = (): void => {
    if (menu.current) menu.current.open = false
  }
  useEffect(() => {
    const away = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close()
    }
    addEventListener('pointerdown', away)
    return () => removeEventListener('pointerdown', away)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('summary, .menu button') ?? [])]
    const at = all.findIndex((one) => one.matches(':focus'))
    if (event.key === 'Escape') {
      close()
      all[0]?.focus()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (menu.current) menu.current.open = true
      all.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % all.length)?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <details class={`more ${kind}`} ref={menu} onKeyDown={onKeyDown}>
      <summary>{name} ▾</summary>
      <div class="menu">
        {items.map(([item, action]) => (
          <button
            key={item}
            type="button"
            onClick={() => {
              close()
              action()
            }}
          >
            {item}
          </button>
        ))}
      </div>
    </details>
  )
}
