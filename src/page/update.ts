import type { DeckSettings } from '../deck/settings.ts'

/** What a page needs to become the deck as it now is: its settings, the keys of all slides, and the new ones' HTML. */
export interface DeckUpdate {
  readonly slug: string
  readonly settings: DeckSettings
  readonly stacks: readonly (readonly string[])[]
  readonly html: Readonly<Record<string, string>>
}

/** Why a deck can't be shown as it now is. */
export interface DeckMistake {
  readonly slug: string
  readonly message: string
}
