import type { DeckSettings } from '../deck/settings.ts'

/** Which rendering of a deck a live page has, `''` for none: it tells when it connects, and hears which is current. */
export interface ShownDeck {
  readonly slug: string
  readonly version: string
}

/** What a page needs to become the deck as it now is: its settings, the keys of all slides, and the new ones' HTML. */
export interface DeckUpdate extends ShownDeck {
  /** The version that it changes. A page that has another missed an edit, and is loaded again. */
  readonly from: string
  readonly settings: DeckSettings
  readonly stacks: readonly (readonly string[])[]
  readonly html: Readonly<Record<string, string>>
}

/** Why a deck can't be shown as it now is. */
export interface DeckMistake {
  readonly slug: string
  readonly message: string
}
