import { readTextFile } from '../document/encoding.ts'
import { type Document, outline, readText } from '../document/index.ts'
import type { FaultWords } from '../words.ts'
import type { Deck } from './deck.ts'
import { readAs } from './dialect.ts'
import { nameFrom } from './file-name.ts'
import { isPage, pageSlides, type ShownSection, shownBy, showsSlides, wholePage } from './foreign/page.ts'
import { notRunBy, revealMdIn, revealMdName, setBeside } from './foreign/set-beside.ts'
import { partsNamed } from './foreign/slidev.ts'
import { besideSlides } from './harmless.ts'
import { type FileMarkdown, fileText } from './markdown.ts'
import { mergeDeck } from './merge.ts'
import type { FileText, FindPart } from './open-file.ts'
import { type DeckText, parseDeck } from './parse.ts'
import { recordName, recordText } from './record.ts'
import { reviewName } from './review/review.ts'
import { readFrontMatter } from './settings.ts'
import { isMarkdown, isReadme, slideFiles } from './slide-files.ts'
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
  /** Slides that stand in the folder's page of reveal.js itself are read, too: nobody is to edit them. */
  readonly withPage?: boolean
}

/**
 * Reads a deck from its files.
 *
 * @param around a deck that stands alone, with its pictures among its files, unless given
 * @throws Fault with file and line
 */
export async function openDeck(slug: string, files: DeckFiles, around?: Around): Promise<Deck> {
  const { folder, siblings, beside, place, theme, withPage = false } = around ?? alone(slug, files)
  const read = (name: string): ReadFile | null => {
    const bytes = files.get(name)
    const path = place(name)
    return bytes ? { path, text: readTextFile({ name: path, bytes }).text } : null
  }
  const own = read(themeFileName)
  const texts = new Map([revealMdName, ...pagesIn(files)].map((name) => [name, read(name)?.text ?? '']))
  const set = setBeside(texts, place)
  const textOf = (name: string): FileText | null => {
    const file = read(name)
    if (!file) return null
    const part: FindPart = (address) => {
      const named = nameFrom(address, name)
      return named === null ? 'outside' : textOf(named)
    }
    return { ...file, setBeside: set(name), part }
  }
  return parseDeck({
    slug,
    folder,
    siblings,
    beside,
    files:
      (withPage ? textsOfPage(files, place, textOf) : null) ??
      slidesIn(files).flatMap((name) => textOf(name) ?? []),
    isDerived: files.has(recordName) || files.has(sourceName),
    review: read(reviewName),
    theme: own ? { file: own.path, text: own.text, beside } : theme,
    told: toldOf(files, place, withPage),
  })
}

interface ReadFile {
  readonly path: string
  readonly text: string
}

/** The files of a deck's slides, in its order: as the page of reveal.js in its folder shows them, else by their names. */
export function slidesIn(files: DeckFiles): string[] {
  const shown = filesOf(shownIn(files).sections).filter((name) => files.has(name))
  if (shown.length) return [...new Set(shown)]
  const own = slideFiles([...files.keys()], isOriginal)
  const parts = new Set(own.flatMap((name) => partsOf(files, name).filter((part) => part !== name)))
  const begins = own.filter((name) => !parts.has(name))
  return begins.length ? begins : own
}

/** The page that is the whole deck, and what it shows. */
function shownIn(files: DeckFiles): { readonly page: string; readonly sections: readonly ShownSection[] } {
  const page = wholePage(pagesIn(files)) ?? ''
  return { page, sections: page ? shownBy(textIn(files, page)) : [] }
}

const filesOf = (sections: readonly ShownSection[]): string[] => sections.flatMap(({ name }) => name ?? [])

/**
 * The page of the folder, where slides stand in it itself: beside files that it shows, or in the place of any. A page
 * that is made of the folder's Markdown is none.
 */
export function pageOf(files: DeckFiles): string | null {
  const { page, sections } = shownIn(files)
  const hasOwn = sections.some(({ name }) => name === null)
  const shows = filesOf(sections).some((name) => files.has(name))
  return hasOwn && (shows || slidesIn(files).every(isReadme)) ? page : null
}

/** What a page shows, in its order: files, and its own slides as Markdown; null where it has none of its own. */
function textsOfPage(
  files: DeckFiles,
  place: Around['place'],
  textOf: (name: string) => FileText | null,
): FileText[] | null {
  const page = pageOf(files)
  if (page === null) return null
  const texts: FileText[] = []
  let own: ShownSection[] = []
  const finish = (): void => {
    for (const { text, separators: values, attributes, inColumn } of pageSlides(own))
      texts.push({
        path: place(page),
        text,
        setBeside: { file: place(page), values, shown: { attributes, inColumn } },
      })
    own = []
  }
  for (const section of shownIn(files).sections) {
    const file = section.name !== null && textOf(section.name)
    if (section.name === null) own.push(section)
    else if (file) {
      finish()
      texts.push(file)
    }
  }
  finish()
  return texts
}

/** The files that stand for slides of a file, by their names in the deck's folder. */
function partsOf(files: DeckFiles, name: string): string[] {
  const bytes = files.get(name)
  if (!bytes || !mayNameParts(bytes)) return []
  const text = textIn(files, name)
  return partsNamed(text).flatMap((address) => nameFrom(address, name) ?? [])
}

/** Whether a file of slides was written for Slidev. */
export function isOfSlidev(files: DeckFiles, name: string): boolean {
  try {
    return readAs(readFrontMatter(name, textIn(files, name)), undefined).program === 'Slidev'
  } catch {
    // What can't be read is told where the deck is opened.
    return false
  }
}

/** Whether `src` stands in a file, which tells without decoding it: that takes longer than to look it through. */
function mayNameParts(bytes: Uint8Array): boolean {
  const [s, r, c] = [0x73, 0x72, 0x63]
  for (let at = bytes.indexOf(s); at >= 0; at = bytes.indexOf(s, at + 1))
    if (bytes[at + 1] === r && bytes[at + 2] === c) return true
  return false
}

/** Markdown files that the files at hand name as a part of the deck, and that are not among them. */
export function namedFiles(files: DeckFiles): string[] {
  const named = [
    ...filesOf(shownIn(files).sections),
    ...[...files.keys()].filter(isMarkdown).flatMap((name) => partsOf(files, name)),
  ]
  return [...new Set(named)].filter((name) => isMarkdown(name) && !files.has(name))
}

/** What a page that is the whole deck shows besides its files, and what of the folder it does not show. */
function toldOf(files: DeckFiles, place: Around['place'], withPage: boolean): NonNullable<DeckText['told']> {
  const revealMd = revealMdIn(textIn(files, revealMdName), place(revealMdName))
  const notRun = notRunBy(revealMd)
  const run = notRun.length
    ? [{ file: place(revealMdName), line: 1, say: (say: FaultWords) => say.notRun(notRun) }]
    : []
  const { page, sections } = shownIn(files)
  const shown = filesOf(sections)
  const own = withPage ? 0 : sections.length - shown.length
  if (!shown.some((name) => files.has(name))) return run
  const file = place(page)
  const names = new Set(shown)
  const others = slideFiles([...files.keys()], isOriginal).filter((name) => !names.has(name))
  return [
    ...[...names]
      .filter((name) => !files.has(name))
      .map((name) => ({ file, line: 1, say: (say: FaultWords) => say.pageMissing(name) })),
    ...(own ? [{ file, line: 1, say: (say: FaultWords) => say.pageSlides(own) }] : []),
    ...(others.length ? [{ file, line: 1, say: (say: FaultWords) => say.pageOthers(others) }] : []),
  ]
}

function alone(slug: string, files: DeckFiles): Around {
  return {
    folder: slug,
    siblings: [slug],
    place: (name) => `${slug}/${name}`,
    beside: (path, from) => {
      const names = [nameFrom(path, from.slice(slug.length + 1)), nameFrom(path, '')]
      const name = names.find((one) => one !== null && files.has(one)) ?? ''
      const bytes = files.get(name)
      return bytes ? { bytes, name } : { lack: 'missing' }
    },
    theme: null,
  }
}

/** The name in the deck's folder of a file that a slide shows: `./图/一.png`. */
export const nameBeside = (path: string): string => path.replace(/^(?:\.?\/)+/, '')

/** The pages that show slides, which say how those are parted. */
const pagesIn = (files: DeckFiles): string[] =>
  [...files.keys()].filter((name) => isPage(name) && showsSlides(textIn(files, name)))

/** The texts of files, by their bytes: each is looked through several times, and decoding takes longer than looking. */
const texts = new WeakMap<Uint8Array, string>()

function textIn(files: DeckFiles, name: string): string {
  const bytes = files.get(name)
  if (!bytes) return ''
  const known = texts.get(bytes)
  if (known !== undefined) return known
  const text = new TextDecoder().decode(bytes)
  texts.set(bytes, text)
  return text
}

/**
 * The document of a deck, from its files; null for a deck that was written by hand.
 *
 * @param file what its owner calls it
 */
export function documentIn(files: DeckFiles, file = sourceName): Document | null {
  const bytes = files.get(sourceName)
  return bytes ? outline(readText({ name: file, bytes })) : null
}

/** The files that stand for slides of these, and theirs. */
function partsBelow(files: DeckFiles, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const part of partsOf(files, name))
      if (files.has(part) && !found.has(part)) {
        found.add(part)
        waiting.push(part)
      }
  return found
}

/** What a page carries of its deck besides what its slides show: see `projectElement`. */
export function projectFiles(files: DeckFiles): DeckFiles {
  const begins = slidesIn(files)
  const names = new Set([
    ...begins,
    ...partsBelow(files, begins),
    sourceName,
    ...besideSlides,
    ...pagesIn(files),
  ])
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
