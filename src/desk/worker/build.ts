import { documentIn, openDeck, projectFiles } from '../../deck/deck-files.ts'
import { formatPlace } from '../../fault.ts'
import { buildPage } from '../../page/build-page.ts'
import type { Work } from '../messages.ts'
import { deckAssets } from './deck-assets.ts'

/** The page of a deck, as `study-deck build` makes it. */
export async function build({ slug, files }: Work['build']['asked']): Promise<Work['build']['answer']> {
  const { html, rendered } = await buildPage(
    await openDeck(slug, files),
    documentIn(files),
    true,
    await deckAssets(),
    projectFiles(files),
  )
  return { html, remarks: rendered.remarks.map(({ place, message }) => `${formatPlace(place)}: ${message}`) }
}
