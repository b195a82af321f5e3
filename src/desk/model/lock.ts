import { computed, effect } from '@preact/signals'
import { deck } from './deck.ts'

const nameOf = (id: string): string => `study-deck ${id}`

/** Whether no other window has a deck open: two would overwrite each other. */
export async function isFree(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return true
  const { held = [] } = await navigator.locks.query()
  return !held.some(({ name }) => name === nameOf(id))
}

/** Holds the open deck for this window for as long as it is open here. */
export function holdDeck(): void {
  if (!('locks' in navigator)) return
  const id = computed(() => deck.value?.id)
  effect(() => {
    const held = id.value
    if (held === undefined) return
    let release = (): void => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    void navigator.locks.request(nameOf(held), () => until)
    return release
  })
}
