import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { parseDeck } from '../deck/parse.ts'
import { isOriginal, sourceName } from '../deck/source-files.ts'
import { type Document, outline, readDocument, readText } from '../document/index.ts'
import { Fault } from '../fault.ts'
import { besideReader } from './beside.ts'

const largest = 20 * 1024 * 1024

/** The names of the deck folders in a folder, in order. */
export async function deckNames(slides: string): Promise<string[]> {
  const entries = await readdir(slides, { withFileTypes: true }).catch(() => null)
  if (!entries) throw new Fault((say) => say.noSlides, { file: slides })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

/**
 * Finds the folder of a deck.
 *
 * @throws Fault for a name that is no deck's
 */
export async function findDeck(slides: string, slug: string): Promise<string> {
  const folder = join(slides, slug)
  const decks = await deckNames(slides)
  if (decks.includes(slug)) return folder
  throw new Fault((say) => say.noSuchDeck(decks), { file: folder })
}

/**
 * Reads a deck from its folder.
 *
 * @throws Fault for a name that is no deck's, a folder without Markdown, a file over 20 MB, a mistake in front matter
 */
export async function loadDeck(slides: string, slug: string): Promise<Deck> {
  const folder = await findDeck(slides, slug)
  // A link could lead out of the folder.
  const entries = await readdir(folder, { withFileTypes: true })
  const isDerived = entries.some(({ name }) => name === sourceName)
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map(({ name }) => name)
    .filter((name) => !isOriginal(name))
  if (!names.length) throw new Fault((say) => say.noMarkdown, { file: folder })
  const files = await Promise.all(
    names.sort(new Intl.Collator('en', { numeric: true }).compare).map(async (name) => {
      const path = join(folder, name)
      if ((await stat(path)).size > largest) throw new Fault((say) => say.tooLarge, { file: path })
      return { path, text: await readFile(path, 'utf8') }
    }),
  )
  return parseDeck({ slug, folder, files, isDerived, beside: besideReader(folder) })
}

/**
 * The text of the document itself, read again, where the folder has it beside `source.txt`; null where `source.txt`
 * is all there is.
 *
 * @throws Fault where it can't be read any more
 */
export async function readOriginal(folder: string): Promise<string | null> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (isOriginal(name)) return (await readDocument({ name: path, bytes: await readFile(path) })).text
  }
  return null
}

/** Reads the document of a deck; null for a deck that was written by hand. */
export async function loadDocument(folder: string): Promise<Document | null> {
  const bytes = await readFile(join(folder, sourceName)).catch(() => null)
  return bytes && outline(readText({ name: join(folder, sourceName), bytes }))
}
