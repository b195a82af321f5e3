import type { DeckSettings } from '../deck/settings.ts'

/** The settings that the page carries. */
export function readSettings(): DeckSettings {
  return JSON.parse(document.querySelector('#settings')?.textContent || '{}')
}

/** Gives the page other settings; who has read them before reads them again. */
export function writeSettings(settings: DeckSettings): void {
  const carrier = document.querySelector('#settings')
  if (carrier) carrier.textContent = JSON.stringify(settings)
}
