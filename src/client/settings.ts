import type { ShownSettings } from '../deck/settings.ts'

/** No slide has a script, whatever it calls its parts. */
const carrier = (): Element | null => document.querySelector('script#study-deck-settings')

/** The settings that the page carries. */
export function readSettings(): ShownSettings {
  return JSON.parse(carrier()?.textContent || '{}')
}

/** Gives the page other settings; who has read them before reads them again. */
export function writeSettings(settings: ShownSettings): void {
  const found = carrier()
  if (found) found.textContent = JSON.stringify(settings)
}
