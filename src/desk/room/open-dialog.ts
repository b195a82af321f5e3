import { signal } from '@preact/signals'

/** The dialog that is open. */
export type DialogName = 'settings' | 'markdown' | 'keys' | 'told' | 'version' | 'papers'
export const dialog = signal<DialogName | null>(null)
