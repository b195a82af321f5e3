import { signal } from '@preact/signals'
import type { DeckFiles } from '../../deck/deck-files.ts'
import { readFrontMatter } from '../../deck/settings.ts'
import { slideFiles } from '../../deck/slide-files.ts'
import { isOriginal } from '../../deck/source-files.ts'
import type { Store } from '../../deck/store.ts'
import { readTextFile } from '../../document/encoding.ts'
import type { AboutDecks } from '../names.ts'
import { servedDecks } from '../served.ts'
import { isAhead, type KeptDeck, keptDecks } from './keep.ts'

/** A deck of the folder that the server keeps. */
export interface ListedDeck {
  readonly slug: string
  readonly title: string
}

export interface DeckList {
  /** What its owner calls the folder. */
  readonly folder: string
  readonly decks: readonly ListedDeck[]
  /** Decks of which this browser has what no folder has: theirs is gone. */
  readonly lost: readonly KeptDeck[]
}

/** The decks of the folder; null until they are known. */
export const deckList = signal<DeckList | null>(null)

/** By this the browser knows a deck again. */
export const folderId = ({ path }: AboutDecks, slug: string): string => `${path}#${slug}`

/** Looks what decks there are. @throws Fault where the server has ended */
export async function listDecks(): Promise<void> {
  const { about, store, deck } = await servedDecks()
  const slugs = about.isDeck
    ? [about.folder]
    : (await store.list()).flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []))
  const decks = await Promise.all(
    slugs.map(async (slug) => ({ slug, title: await titleOf(deck(slug), slug) })),
  )
  const ids = new Set(slugs.map((slug) => folderId(about, slug)))
  const isHere = ({ id }: KeptDeck): boolean => id.startsWith(folderId(about, ''))
  const lost = (await keptDecks()).filter((one) => isHere(one) && isAhead(one) && !ids.has(one.id))
  deckList.value = { folder: about.folder, decks, lost }
}

/** What a deck calls itself; its folder's name where it has no title that can be read. */
async function titleOf(store: Store, slug: string): Promise<string> {
  try {
    const names = (await store.list()).map(({ name }) => name)
    const [name = ''] = slideFiles(names, isOriginal)
    const file = await store.read(name)
    if (!file) return slug
    return readFrontMatter(name, readTextFile({ name, bytes: file.bytes }).text).settings.title ?? slug
  } catch {
    return slug
  }
}

/**
 * Makes a folder of a new deck, under its name or one that is free.
 *
 * @returns the name; null where the folder is itself a deck
 * @throws Fault where it can't be made
 */
export async function createDeck(slug: string, files: DeckFiles): Promise<string | null> {
  const { about, store } = await servedDecks()
  if (about.isDeck) return null
  for (let number = 1; ; number++) {
    const name = number === 1 ? slug : `${slug}-${number}`
    if (await store.create(name, files)) return name
  }
}
