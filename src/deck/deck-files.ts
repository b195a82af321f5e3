import { readTextFile } from '../document/encoding.ts'
import { type Document, outline, readText } from '../document/index.ts'
import type { Deck } from './deck.ts'
import { isPage, revealMdName, setBeside, showsMarkdown } from './foreign/set-beside.ts'
import { type FileMarkdown, fileText } from './markdown.ts'
import { mergeDeck } from './merge.ts'
import { type DeckText, parseDeck } from './parse.ts'
import { recordName, recordText } from './record.ts'
import { reviewName } from './review/review.ts'
import { slideFiles } from './slide-files.ts'
import { isOriginal, sourceName } from './source-files.ts'
import { allFiles, largestFile, pathIn, type Store } from './store.ts'
import { themeFileName } from './theme-file.ts'

/** What a deck's folder holds, by the names of the files. */
export type DeckFiles = ReadonlyMap<string, Uint8Array>

/**
 * The files of a deck that is new.
 *
 * @param markdown the slides as they are derived
 * @param source what stands beside them, as `sourceFiles` gives it
 */
export function newDeckFiles(markdown: readonly FileMarkdown[], source: DeckFiles): DeckFiles {
  const { files, record } = mergeDeck(null, [], markdown)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  return new Map([
    ...files.map((file) => [file.name, encode(fileText(file))] as const),
    ...source,
    [recordName, encode(recordText(record, source))],
  ])
}

/** Where a deck stands: what of it is not in its own folder. */
export interface Around extends Pick<Deck, 'folder' | 'siblings' | 'beside'> {
  /** What its owner calls a file of the deck: `slides/保密/01.md`. */
  readonly place: (name: string) => string
  /** The theme of the office whose decks stand together, for one that has none of its own. */
  readonly theme: DeckText['theme']
}

/**
 * Reads a deck from its files.
 *
 * @param around a deck that stands alone, with its pictures among its files, unless given
 * @throws Fault with file and line
 */
export async function openDeck(slug: string, files: DeckFiles, around?: Around): Promise<Deck> {
  const { folder, siblings, beside, place, theme } = around ?? alone(slug, files)
  const read = (name: string): ReadFile | null => {
    const bytes = files.get(name)
    const path = place(name)
    return bytes ? { path, text: readTextFile({ name: path, bytes }).text } : null
  }
  const own = read(themeFileName)
  const texts = new Map([revealMdName, ...pagesIn(files)].map((name) => [name, read(name)?.text ?? '']))
  const set = setBeside(texts, place)
  return parseDeck({
    slug,
    folder,
    siblings,
    beside,
    files: slidesIn(files).flatMap((name) => {
      const file = read(name)
      return file ? [{ ...file, setBeside: set(name) }] : []
    }),
    isDerived: files.has(recordName) || files.has(sourceName),
    review: read(reviewName),
    theme: own ? { file: own.path, text: own.text, beside } : theme,
  })
}

interface ReadFile {
  readonly path: string
  readonly text: string
}

const slidesIn = (files: DeckFiles): string[] => slideFiles([...files.keys()], isOriginal)

function alone(slug: string, files: DeckFiles): Around {
  return {
    folder: slug,
    siblings: [slug],
    place: (name) => `${slug}/${name}`,
    beside: (path) => {
      const bytes = files.get(nameBeside(path))
      return bytes ? { bytes } : { lack: 'missing' }
    },
    theme: null,
  }
}

/** The name in the deck's folder of a file that a slide shows: `./图/一.png`. */
export const nameBeside = (path: string): string => path.replace(/^(?:\.?\/)+/, '')

/** The pages that show slides, which say how those are parted. */
const pagesIn = (files: DeckFiles): string[] =>
  [...files.keys()].filter((name) => isPage(name) && showsMarkdown(textIn(files, name)))

const textIn = (files: DeckFiles, name: string): string => new TextDecoder().decode(files.get(name))

/** What of a deck's folder may be there besides its slides and its document, and says something of the deck. */
export const besideSlides = [recordName, reviewName, themeFileName, revealMdName]

/**
 * The document of a deck, from its files; null for a deck that was written by hand.
 *
 * @param file what its owner calls it
 */
export function documentIn(files: DeckFiles, file = sourceName): Document | null {
  const bytes = files.get(sourceName)
  return bytes ? outline(readText({ name: file, bytes })) : null
}

/** What a page carries of its deck besides what its slides show: see `projectElement`. */
export function projectFiles(files: DeckFiles): DeckFiles {
  const names = new Set([...slidesIn(files), sourceName, ...besideSlides, ...pagesIn(files)])
  return new Map([...files].filter(([name]) => names.has(name)))
}

/** Reads a deck's folder in a store, with the pictures in it; of the document only its text. */
export async function readDeckFiles(store: Store, folder: string): Promise<DeckFiles> {
  const files = new Map<string, Uint8Array>()
  for (const [name, { size }] of await allFiles(store.list, folder)) {
    if (size > largestFile || isOriginal(name)) continue
    const file = await store.read(pathIn(folder, name))
    if (file) files.set(name, file.bytes)
  }
  return files
}
