import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { installedPdfTables } from '../assets/installed.ts'
import type { Deck } from '../deck/deck.ts'
import type { DeckFiles } from '../deck/deck-files.ts'
import { type DeckText, parseDeck } from '../deck/parse.ts'
import { recordName } from '../deck/record.ts'
import { deckOfFile, isMarkdown, slideFiles } from '../deck/slide-files.ts'
import { isOriginal, sourceName } from '../deck/source-files.ts'
import { themeFileName } from '../deck/theme-file.ts'
import { readIfThere } from '../disk/file.ts'
import { readTextFile } from '../document/encoding.ts'
import { type Document, lostWords, originalWords, outline, readText } from '../document/index.ts'
import { Fault } from '../fault.ts'
import { besideReader } from './beside.ts'
import { readSafely } from './read-document.ts'

/** Where a deck is. */
export interface DeckPlace {
  readonly slug: string
  readonly folder: string
  /** The names of its Markdown files, in order. */
  readonly names: readonly string[]
  /** The folder of the decks, where it is one of several. */
  readonly among?: string
}

const largest = 20 * 1024 * 1024

/**
 * Finds the decks that a person names: the folders in a folder; the folder itself, where it has slides and no decks in it;
 * or one Markdown file.
 *
 * @param slides a folder or a file
 * @throws Fault where there is no such thing, or folders without slides
 */
export async function findDecks(slides: string): Promise<DeckPlace[]> {
  const found = await stat(slides).catch(() => null)
  if (found?.isFile() && isMarkdown(basename(slides)))
    return [{ slug: deckOfFile(basename(slides)), folder: dirname(slides), names: [basename(slides)] }]
  if (!found?.isDirectory()) throw new Fault((say) => say.noSlides, { file: slides })
  const entries = await readdir(slides, { withFileTypes: true })
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort()
  const places = await Promise.all(folders.map((slug) => placeOf(slug, join(slides, slug))))
  const decks = places.filter(({ names }) => names.length > 0)
  if (decks.length > 0) return decks.map((deck) => ({ ...deck, among: slides }))
  const itself = await placeOf(basename(resolve(slides)), slides)
  if (itself.names.length > 0) return [itself]
  const [first] = places
  if (first) throw new Fault((say) => say.noMarkdown, { file: first.folder })
  return []
}

async function placeOf(slug: string, folder: string): Promise<DeckPlace> {
  const entries = await readdir(folder, { withFileTypes: true })
  // A link could lead out of the folder.
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return { slug, folder, names: slideFiles(files, isOriginal) }
}

/**
 * Finds a deck by its name, or by that of its one file.
 *
 * @throws Fault for a name that is no deck's
 */
export async function findDeck(slides: string, slug: string): Promise<DeckPlace> {
  if (isMarkdown(basename(slug))) {
    const [alone] = await findDecks(slug)
    if (alone) return alone
  }
  const decks = await findDecks(slides)
  const deck = decks.find((one) => one.slug === slug)
  if (deck) return deck
  throw new Fault((say) => say.noSuchDeck(decks.map((one) => one.slug)), { file: join(slides, slug) })
}

/**
 * Reads a deck from its files.
 *
 * @param siblings the names of the decks that stand beside it
 * @throws Fault for a file over 20 MB or that is no text, front matter that can't be read
 */
export async function readDeck(
  { slug, folder, names, among }: DeckPlace,
  siblings: readonly string[] = [slug],
): Promise<Deck> {
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      if ((await stat(path)).size > largest) throw new Fault((say) => say.tooLarge, { file: path })
      return { path, text: readTextFile({ name: path, bytes: await readFile(path) }).text }
    }),
  )
  const isDerived = (await readdir(folder)).some((name) => name === recordName || name === sourceName)
  const revealMd = await readRevealMd(folder)
  const theme = readTheme(folder) ?? (among === undefined ? null : readTheme(among))
  return parseDeck({
    slug,
    folder,
    siblings,
    beside: besideReader(folder),
    files,
    isDerived,
    revealMd,
    theme,
  })
}

/** Reads a deck by its name. @throws Fault as `findDeck` and `readDeck` do */
export async function loadDeck(slides: string, slug: string): Promise<Deck> {
  const place = await findDeck(slides, slug)
  const siblings = (await findDecks(slides)).map((one) => one.slug)
  return readDeck(place, siblings)
}

/** The office's theme in a folder; null where there is none. */
function readTheme(folder: string): DeckText['theme'] {
  const beside = besideReader(folder)
  const file = join(folder, themeFileName)
  const found = beside(themeFileName, file)
  return 'bytes' in found
    ? { file, text: readTextFile({ name: file, bytes: found.bytes }).text, beside }
    : null
}

/** What reveal-md was told of a folder's decks; nothing where that can't be read. */
async function readRevealMd(folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const path = join(folder, 'reveal-md.json')
    const bytes = await readOwn(folder, 'reveal-md.json')
    if (!bytes) return {}
    const { text } = readTextFile({ name: path, bytes })
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    return {}
  }
}

/**
 * Reads a file of a deck's folder; null where there is none.
 *
 * @throws Fault for a link, which could lead out of the folder: what it leads to would stand in the page
 */
async function readOwn(folder: string, name: string): Promise<Buffer | null> {
  const path = join(folder, name)
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
  if (isLink) throw new Fault((say) => say.notAFile, { file: path })
  return readIfThere(path)
}

/**
 * The text of the document itself, read again, where the folder has it beside `source.txt`; null where `source.txt`
 * is all there is.
 *
 * @throws Fault where it can't be read any more
 */
export async function readOriginal(folder: string): Promise<Original | null> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const bytes = isOriginal(name) ? await readOwn(folder, name) : null
    if (!bytes) continue
    const { source } = await readSafely({ name: path, bytes })
    const words = await originalWords({ name: path, bytes }, installedPdfTables)
    return { path, text: source.text, lost: words ? lostWords(words, source) : [] }
  }
  return null
}

/** A document as it is read again. */
export interface Original {
  readonly path: string
  readonly text: string
  /** Words that stand in the file, taken out in another way than its reader does, and are nowhere in what was read. */
  readonly lost: readonly string[]
}

/** Reads the document of a deck; null for a deck that was written by hand. */
export async function loadDocument(folder: string): Promise<Document | null> {
  const bytes = await readOwn(folder, sourceName)
  return bytes && outline(readText({ name: join(folder, sourceName), bytes }))
}

/** What a page carries of its deck: the slides as they are written, and the document's text; pictures come as they are shown. */
export async function readProject({ folder, names }: DeckPlace): Promise<DeckFiles> {
  const wanted = [...names, sourceName, recordName].map(
    async (name) => [name, await readOwn(folder, name).catch(() => null)] as const,
  )
  return new Map((await Promise.all(wanted)).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])))
}
