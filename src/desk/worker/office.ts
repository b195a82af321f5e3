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
}: Work['office']['asked']): Promise<Work['office']['answer']> {
  const deck = await openDeck(slug, files)
  const { fonts } = await deckAssets()
  const { bytes } = await (format === 'pptx' ? deckToPptx : deckToDocx)(deck, { fonts })
  return { bytes }
}

/** A paper of the meeting, of the deck's own words. */
export async function paper({ slug, files, kind }: Work['paper']['asked']): Promise<Work['paper']['answer']> {
  const made = deckToPaper(await openDeck(slug, files), kind)
  return { name: made.name, docx: paperToDocx(made, false), page: paperToPage(made) }
}
