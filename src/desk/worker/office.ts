import { openDeck } from '../../deck/deck-files.ts'
import { deckToDocx } from '../../office/docx/deck-to-docx.ts'
import { deckToPaper } from '../../office/papers/deck-to-paper.ts'
import { paperToDocx } from '../../office/papers/paper-to-docx.ts'
import { paperToPage } from '../../office/papers/paper-to-page.ts'
import { deckToPptx } from '../../office/pptx/deck-to-pptx.ts'
import type { Work } from '../messages.ts'
import { deckAssets } from './deck-assets.ts'

/** A deck as a file of Office, the same bytes as `study-deck export` makes. */
export async function office({
  slug,
  files,
  format,
  template,
  official,
}: Work['office']['asked']): Promise<Work['office']['answer']> {
  const deck = await openDeck(slug, files)
  const { fonts } = await deckAssets()
  const { bytes } =
    format === 'pptx'
      ? await deckToPptx(deck, { fonts, ...(template ? { template } : {}) })
      : await deckToDocx(deck, { fonts, official })
  return { bytes }
}

/** A paper of the meeting, of the deck's own words. */
export async function paper({
  slug,
  files,
  kind,
  count,
  official,
}: Work['paper']['asked']): Promise<Work['paper']['answer']> {
  const made = deckToPaper(await openDeck(slug, files), kind, { official, ...(count ? { count } : {}) })
  return { name: made.name, docx: paperToDocx(made, official), page: paperToPage(made) }
}
