import { serveLive } from '../site/server.ts'
import { deckInPage, nameOfPage, placeDeck } from './deck-page.ts'
import { portNumber } from './port.ts'

/**
 * Serves the decks live until it is stopped, and says where. The deck of a page becomes a folder among them first.
 *
 * @param file one Markdown file or folder in place of `slides`, or the page of a deck
 */
export async function devCommand(
  file: string | undefined,
  { slides, port, deck }: { slides: string; port?: string; deck?: string },
): Promise<void> {
  const number = portNumber(port)
  const carried = file === undefined ? null : await deckInPage(file)
  if (file === undefined || !carried) {
    const { address } = await serveLive(file ?? slides, number)
    process.stdout.write(`${address}\n`)
    return
  }
  const slug = nameOfPage(file, carried, deck)
  const folder = await placeDeck(slides, slug, carried.files)
  const { address } = await serveLive(slides, number)
  process.stdout.write(`${folder}\n${address}${encodeURIComponent(slug)}/\n`)
}
