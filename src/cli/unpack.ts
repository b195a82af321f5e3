import { nameOfPage, placeDeck, unpacked } from './deck-page.ts'

/** Takes the folder of a deck out of its page: all that was in it but the document itself. */
export async function unpackCommand(
  file: string,
  { slides, deck }: { readonly slides: string; readonly deck?: string },
): Promise<void> {
  const carried = await unpacked(file)
  process.stdout.write(`${await placeDeck(slides, nameOfPage(file, carried, deck), carried.files)}\n`)
}
