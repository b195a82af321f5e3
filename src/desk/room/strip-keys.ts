import { addSlides, deleteSlides, duplicateSlides, moveSlides } from '../../edit/index.ts'
import { act, choose, chosen, current, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { tell } from '../model/notice.ts'
import { listed } from '../model/review.ts'
import type { MenuItem } from './menu.tsx'

/** What was cut or copied, as Markdown. */
let clipboard: readonly string[] = []

const indexOf = (id: number): number => slides.value.findIndex((slide) => slide.id === id)

/** The chosen slides in the deck's order. */
const chosenSlides = (): number[] => slides.value.filter(({ id }) => chosen.value.has(id)).map(({ id }) => id)

export function copy(): void {
  clipboard = slides.value.filter(({ id }) => chosen.value.has(id)).map(({ text }) => text)
}

export function remove(): void {
  const ids = chosenSlides()
  act((state) => deleteSlides(state, ids), ids[0] ?? null)
  tell(say.strip.removed(ids.length))
}

export function cut(): void {
  copy()
  remove()
}

export function paste(): void {
  if (clipboard.length === 0) return
  let added: readonly number[] = []
  act((state) => {
    const made = addSlides(state, current.value, clipboard)
    added = made.ids
    return made.state
  })
  const [first] = added
  if (first !== undefined) choose(first, added)
}

export function duplicate(): void {
  const ids = chosenSlides()
  act((state) => duplicateSlides(state, ids))
}

/** Moves the chosen slides by one place. */
export function moveBy(step: -1 | 1): void {
  const ids = chosenSlides()
  const moving = new Set(ids)
  const all = slides.value
  const [first, last] = [indexOf(ids[0] ?? -1), indexOf(ids.at(-1) ?? -1)]
  const target = step < 0 ? first - 2 : last + 1
  if (step < 0 ? first <= 0 : last >= all.length - 1) return
  const behind = all[target]?.id ?? null
  act((state) => moveSlides(state, ids, behind !== null && moving.has(behind) ? null : behind))
  tell(say.strip.moved(indexOf(ids[0] ?? -1) + 1))
}

function go(to: number, extend: boolean): void {
  const all = listed.value
  const slide = all[Math.max(0, Math.min(all.length - 1, to))]
  if (!slide) return
  choose(slide.id, extend ? new Set([...chosen.value, slide.id]) : [slide.id])
}

/** What can be done with the chosen slides. */
export const slideActions = (): readonly MenuItem[] => [
  [say.strip.up, () => moveBy(-1)],
  [say.strip.down, () => moveBy(1)],
  [say.strip.duplicate, duplicate],
  [say.strip.cut, cut],
  [say.strip.copy, copy],
  ...(clipboard.length > 0 ? [[say.strip.paste, paste] as const] : []),
  [say.strip.remove, remove],
]

/** The keys of the strip. */
export function stripKeys(event: KeyboardEvent): void {
  const at = listed.value.findIndex(({ id }) => id === current.value)
  const keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => go(at - 1, event.shiftKey),
    ArrowDown: () => go(at + 1, event.shiftKey),
    PageUp: () => go(at - 5, event.shiftKey),
    PageDown: () => go(at + 5, event.shiftKey),
    Home: () => go(0, event.shiftKey),
    End: () => go(listed.value.length - 1, event.shiftKey),
    Delete: remove,
    Backspace: remove,
  }
  const withControl: Readonly<Record<string, () => void>> = {
    a: () =>
      choose(
        current.value,
        listed.value.map(({ id }) => id),
      ),
    c: copy,
    x: cut,
    v: paste,
    d: duplicate,
  }
  const withAlt: Readonly<Record<string, () => void>> = {
    ArrowUp: () => moveBy(-1),
    ArrowDown: () => moveBy(1),
  }
  const table = event.altKey ? withAlt : event.ctrlKey || event.metaKey ? withControl : keys
  const action = table[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  if (!action) return
  event.preventDefault()
  action()
}
