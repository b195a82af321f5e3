import { readTextFile } from '../document/encoding.ts'
import { type Document, outline, readText } from '../document/index.ts'
import type { Deck } from './deck.ts'
import { type FileMarkdown, fileText } from './markdown.ts'
import { mergeDeck } from './merge.ts'
import { parseDeck } from './parse.ts'
import { recordName, recordText } from './record.ts'
import { slideFiles } from './slide-files.ts'
import { isOriginal, sourceName } from './source-files.ts'

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
    [recordName, encode(recordText(record))],
  ])
}

/**
 * Reads a deck from its files.
 *
 * @throws Fault with file and line
 */
export async function openDeck(slug: string, files: DeckFiles): Promise<Deck> {
  return parseDeck({
    slug,
    folder: slug,
    siblings: [slug],
    files: slideFiles([...files.keys()], isOriginal).map((name) => {
      const path = `${slug}/${name}`
      return { path, text: readTextFile({ name: path, bytes: files.get(name) ?? new Uint8Array() }).text }
    }),
    isDerived: files.has(recordName) || files.has(sourceName),
    revealMd: {},
    beside: (path) => {
      const bytes = files.get(path)
      return bytes ? { bytes } : { lack: 'missing' }
    },
  })
}

/** The document of a deck, from its files; null for a deck that was written by hand. */
export function documentIn(files: DeckFiles): Document | null {
  const bytes = files.get(sourceName)
  return bytes ? outline(readText({ name: sourceName, bytes })) : null
}

/** What a page carries of its deck: see `projectElement`. */
export function projectFiles(files: DeckFiles): DeckFiles {
  const names = [...slideFiles([...files.keys()], isOriginal), sourceName, recordName]
  return new Map(
    names
      .flatMap((name) => [[name, files.get(name)] as const])
      .flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])),
  )
}
