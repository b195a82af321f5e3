import type { Words } from '../../words.ts'

/** What a presenter can do with a key; the help sheet is made of the same table as the keys themselves. */
export interface Binding {
  /** As `KeyboardEvent.key` has them, letters small. */
  readonly keys: readonly string[]
  readonly label: keyof Words['presenter']['actions']
  /** Without one, reveal.js does it. */
  readonly act?: (() => void) | undefined
}

/** The marks that Chinese input methods write for a key. */
const fullWidth: ReadonlyMap<string, string> = new Map(
  Object.entries({ '。': '.', '？': '?', '＋': '+', '－': '-', '、': '/' }),
)

/** The key of an event as bindings name it, whatever input method is on. */
function keyOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const { key, code, shiftKey } = event
  if (key === 'F5') return shiftKey ? 'Shift+F5' : key
  if (key === 'Process') return code.startsWith('Key') ? code.slice(3).toLowerCase() : key
  return key.length === 1 ? (fullWidth.get(key) ?? key.toLowerCase()) : key
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** Gives keys their acts, before reveal.js takes them. */
export function bindKeys(bindings: readonly Binding[]): void {
  const acts = new Map(
    bindings.flatMap(({ keys, act }) => (act ? keys.map((key) => [key, act] as const) : [])),
  )
  document.addEventListener(
    'keydown',
    (event) => {
      // reveal.js can be made to send events of any name.
      if (!(event instanceof KeyboardEvent)) return
      if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        acts.get('g')?.()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (typesText(event.target) || document.querySelector('dialog[open]')) return
      const key = keyOf(event)
      // A button or link that has the focus is pressed with these.
      if (
        (key === ' ' || key === 'Enter') &&
        event.target instanceof Element &&
        event.target.closest('button,a')
      ) {
        event.stopPropagation()
        return
      }
      const act = acts.get(key)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    { capture: true },
  )
}
