import type { DeckSettings } from '../deck/settings.ts'

/** The settings that the page carries. */
export function readSettings(): DeckSettings {
  return JSON.parse(document.querySelector('#settings')?.textContent || '{}')
}
