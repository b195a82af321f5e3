import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { installedPdfTables } from '../assets/installed.ts'
import type { Deck } from '../deck/deck.ts'
import {
  type DeckFiles,
  documentIn,
  isOfSlidev,
  namedFiles,
  openDeck,
  pageOf,
  slidesIn,
} from '../deck/deck-files.ts'
import { isPage, largestPage } from '../deck/foreign/page.ts'
import { besideSlides } from '../deck/harmless.ts'
import type { DeckText } from '../deck/parse.ts'
import { parseRecord, recordName } from '../deck/record.ts'
import { deckOfFile, isMarkdown, isReadme, slideFiles } from '../deck/slide-files.ts'
import { isOriginal, sourceName } from '../deck/source-files.ts'
import { themeFileName } from '../deck/theme-file.ts'
import { readTextFile } from '../document/encoding.ts'
import { type Document, lostWords, originalWords, type SourceText } from '../document/index.ts'
import { asFault, Fault } from '../fault.ts'
import { faultWords, spoken } from '../words.ts'
import { besideReader } from './beside.ts'
import { diskStore } from './disk.ts'
import { readSafely } from './read-document.ts'

/** More pages of reveal.js than a folder of slides has. */
const mostPages = 100

/** More files than a deck consists of. */
const mostFiles = 300

/** Whether a path names a deck that is one file, or the page of one. */
export const isDeckFile = (path: string): boolean => isMarkdown(basename(path)) || isPage(basename(path))

/** Where a deck is. */
export interface DeckPlace {
  readonly slug: string
  readonly folder: string
  /** The names of its Markdown files, in order, and of the page that has slides of its own. */
  readonly names: readonly string[]
  /** Links among them, which could lead out of the folder, and are not read. */
  readonly links?: readonly string[]
  /** Why the folder can't be read. */
  readonly fault?: Fault
  /** The folder of the decks, where it is one of several. */
  readonly among?: string
}

/**
 * Finds the decks that a person names: the folders in a folder; the folder itself, where it has slides and no decks in it;
 * one Markdown file; or a page of reveal.js.
 *
 * @param slides a folder or a file
 * @throws Fault where there is no such thing, or folders without slides
 */
export async function findDecks(slides: string): Promise<DeckPlace[]> {
  const found = await stat(slides).catch(() => null)
  if (found?.isFile() && isMarkdown(basename(slides)))
    return [{ slug: deckOfFile(basename(slides)), folder: dirname(slides), names: [basename(slides)] }]
  if (found?.isFile() && isPage(basename(slides))) {
    const folder = dirname(slides)
    const place = { slug: basename(resolve(folder)), folder, names: [basename(slides)] }
    const read = await readFiles(place)
    if (pageOf(read) === null && !slidesIn(read).length)
      throw new Fault((say) => say.noSlides, { file: slides })
    return [place]
  }
  if (!found?.isDirectory()) throw new Fault((say) => say.noSlides, { file: slides })
  const entries = await readdir(slides, { withFileTypes: true })
  const itself = await placeOf(basename(resolve(slides)), slides)
  if (await isOneDeck(itself)) return [itself]
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort()
  const places = await Promise.all(folders.map((slug) => placeOf(slug, join(slides, slug))))
  const decks = places.filter(({ names, fault }) => names.length > 0 || fault)
  if (decks.length > 0) return decks.map((deck) => ({ ...deck, among: slides }))
  if (itself.names.length > 0 || itself.fault) return [itself]
  const [first] = places
  if (first) throw new Fault((say) => say.noMarkdown, { file: first.folder })
  return []
}

async function placeOf(slug: string, folder: string): Promise<DeckPlace> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    const links = entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name)
    const place = { slug, folder, names: slideFiles(files, isOriginal), links: links.filter(isMarkdown) }
    if (!files.some(isPage)) return place
    const read = await readFiles(place)
    const page = pageOf(read)
    return {
      ...place,
      names: page === null ? slidesIn(read) : [page, ...slidesIn(read).filter((name) => !isReadme(name))],
    }
  } catch (error) {
    // What is wrong with one folder is no fault of the others.
    return { slug, folder, names: [], fault: asFault(error) }
  }
}

/** Whether the folders below a folder are no decks: slides of its own stand in them, or it is a deck of Slidev. */
async function isOneDeck(place: DeckPlace): Promise<boolean> {
  if (place.names.some((name) => name.includes('/'))) return true
  // So a deck of Slidev is called.
  const names = place.names.filter((name) => name === 'slides.md')
  if (!names.length) return false
  const files = await readFiles({ ...place, names })
  return [...files.keys()].some((name) => name.includes('/')) || names.some((name) => isOfSlidev(files, name))
}

/**
 * Finds a deck by its name, or by that of its one file.
 *
 * @throws Fault for a name that is no deck's
 */
export async function findDeck(slides: string, slug: string): Promise<DeckPlace> {
  if (isDeckFile(slug)) {
    const [alone] = await findDecks(slug)
    if (alone) return alone
  }
  const decks = await findDecks(slides)
  const deck = decks.find((one) => one.slug === slug)
  if (deck) return deck
  throw new Fault((say) => say.noSuchDeck(decks.map((one) => one.slug)), { file: join(slides, slug) })
}

/**
 * Reads the files of a deck that its page is made of, but for the pictures.
 *
 * @throws Fault for slides over 20 MB, and for a link among them, which could lead out of the folder: what it leads to
 * would stand in the page
 */
export async function readFiles({ folder, names, fault }: DeckPlace): Promise<DeckFiles> {
  if (fault) throw fault
  const store = diskStore(folder)
  const read = async (name: string): Promise<[string, Uint8Array][]> => {
    const file = await store.read(name)
    return file ? [[name, file.bytes]] : []
  }
  const [named] = names.filter(isPage)
  const pages = named ? [named] : await pagesIn(folder)
  const files = await Promise.all([
    ...[...names, sourceName].map(read),
    ...[...besideSlides, ...pages].map((name) => read(name).catch(() => [])),
  ])
  const found = new Map(files.flat())
  // What is named may name others.
  for (let named = namedFiles(found); named.length > 0 && found.size < mostFiles; ) {
    const more = await Promise.all(named.slice(0, mostFiles).map((name) => read(name).catch(() => [])))
    for (const [name, bytes] of more.flat()) found.set(name, bytes)
    named = more.flat().length ? namedFiles(found) : []
  }
  return found
}

/** Pages of a folder that may show its slides; more of them than anybody has are none. */
async function pagesIn(folder: string): Promise<string[]> {
  const pages: string[] = []
  for (const name of (await readdir(folder)).filter(isPage).sort().slice(0, mostPages)) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile() && found.size < largestPage) pages.push(name)
  }
  return pages
}

/**
 * Understands the files of a deck.
 *
 * @param siblings the names of the decks that stand beside it
 * @throws Fault for slides that are no text, front matter that can't be read
 */
export async function openPlace(
  { slug, folder, among, links = [] }: DeckPlace,
  files: DeckFiles,
  siblings: readonly string[] = [slug],
): Promise<Deck> {
  const theme = among === undefined ? null : readTheme(among)
  const { place } = diskStore(folder)
  const deck = await openDeck(slug, files, {
    folder,
    siblings,
    beside: besideReader(folder),
    place,
    theme,
    withPage: true,
  })
  const { linkedSlides: message } = faultWords(spoken(deck.settings.lang ?? ''))
  const told = links.map((name) => ({ place: { file: place(name) }, message }))
  return { ...deck, remarks: [...deck.remarks, ...told] }
}

/** Reads a deck from its files. @throws Fault as `readFiles` and `openPlace` do */
export async function readDeck(place: DeckPlace, siblings?: readonly string[]): Promise<Deck> {
  return openPlace(place, await readFiles(place), siblings)
}

/** Reads a deck by its name. @throws Fault as `findDeck` and `readDeck` do */
export async function loadDeck(slides: string, slug: string): Promise<Deck> {
  const place = await findDeck(slides, slug)
  const siblings = (await findDecks(slides)).map((one) => one.slug)
  return readDeck(place, siblings)
}

/** The theme of the office whose decks stand in a folder; null where there is none. */
function readTheme(folder: string): DeckText['theme'] {
  const beside = besideReader(folder)
  const file = join(folder, themeFileName)
  try {
    const found = beside(themeFileName, file)
    if ('bytes' in found) return { file, text: readTextFile({ name: file, bytes: found.bytes }).text, beside }
    const { lack } = found
    const why = { outside: 'linkedSlides', notFile: 'notAFile', large: 'tooLarge' } as const
    return lack === 'missing' ? null : new Fault((say) => say[why[lack]], { file })
  } catch (error) {
    return asFault(error)
  }
}

/**
 * The text of the document itself, read again, where the folder has it beside `source.txt`; null where `source.txt`
 * is all there is.
 *
 * @throws Fault where it can't be read any more
 */
export async function readOriginal(folder: string): Promise<Original | null> {
  // There may be more of them: of another document, from which the deck was derived before.
  const original = (await readRecord(folder))?.source?.original
  for (const name of original ? [original] : await readdir(folder)) {
    const path = join(folder, name)
    const bytes = isOriginal(name) ? (await diskStore(folder).read(name))?.bytes : null
    if (!bytes) continue
    const { source } = await readSafely({ name: path, bytes })
    const words = await originalWords({ name: path, bytes }, installedPdfTables)
    return { path, source, lost: words ? lostWords(words, source) : [] }
  }
  return null
}

/** A document as it is read again. */
export interface Original {
  readonly path: string
  readonly source: SourceText
  /** Words that stand in the file, taken out in another way than its reader does, and are nowhere in what was read. */
  readonly lost: readonly string[]
}

/** What derive remembers of a deck; null where it remembers nothing. */
export async function readRecord(folder: string): Promise<ReturnType<typeof parseRecord>> {
  const file = await diskStore(folder).read(recordName)
  return file && parseRecord(new TextDecoder().decode(file.bytes))
}

/** Reads the document of a deck; null for a deck that was written by hand. */
export async function loadDocument(folder: string): Promise<Document | null> {
  const store = diskStore(folder)
  const file = await store.read(sourceName)
  return file && documentIn(new Map([[sourceName, file.bytes]]), store.place(sourceName))
}
