import { type Signal, signal } from '@preact/signals'

/** A few words that this computer remembers, where it lets the page. */
export function keptText(name: string): Signal<string> {
  const key = `study-deck:${name}`
  const kept = signal(read(key))
  kept.subscribe((words) => {
    try {
      localStorage.setItem(key, words)
    } catch {
      // They are asked for again next time.
    }
  })
  return kept
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
