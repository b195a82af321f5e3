import { signal } from '@preact/signals'
import type { DeckFiles } from '../../deck/deck-files.ts'
import { deckNameOf } from '../../deck/deck-name.ts'
import { isMarkdown } from '../../deck/slide-files.ts'
import type { Store } from '../../deck/store.ts'
import { themeFiles } from '../../deck/theme-file.ts'
import { isSameBytes, leftOutIn, openState } from '../../edit/index.ts'
import { isServed, servedDecks } from '../served.ts'
import { deck, type OpenDeck, openDeck } from './deck.ts'
import { createDeck, folderId } from './deck-list.ts'
import { readFolder } from './folder-link.ts'
import { isAhead, type KeptDeck, keptDeck, keptDecks, knownFolder, readKept } from './keep.ts'
import { say } from './language.ts'
import { isFree } from './lock.ts'
import { notice, tell, tellFault } from './notice.ts'
import { ask, stopWorker } from './worker-link.ts'

/** The file that is being read, and since when; null for none. */
export const reading = signal<{ readonly name: string; readonly since: number } | null>(null)

let turn = 0

export function stopReading(): void {
  turn++
  reading.value = null
  stopWorker()
}

/** The deck that a file holds, its name null where the file tells none; null for any other file. */
export async function projectOf(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly name: string | null; readonly files: DeckFiles } | null> {
  return /\.html?$/i.test(name) ? ask('unpack', { bytes }) : null
}

/** Opens what a person brings: a deck file, or a document, of which a deck is made. */
export async function openFile(file: File): Promise<void> {
  const mine = ++turn
  notice.value = null
  reading.value = { name: file.name, since: Date.now() }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const project = await projectOf(file.name, bytes)
    if (mine !== turn) return
    if (project) {
      const name = project.name ?? file.name.replace(/\.[^.]*$/, '')
      await openNew(isServed ? deckNameOf(name) || say.unnamed : name, project.files)
      return
    }
    const { slug, files, told } = await ask('derive', { name: file.name, bytes })
    if (mine !== turn) return
    await openNew(slug, files, told)
  } catch (error) {
    if (mine === turn) tellFault(error)
  } finally {
    if (mine === turn) reading.value = null
  }
}

/** Opens the Markdown files of a folder, and what stands beside them. */
export async function openFolder(files: readonly File[]): Promise<void> {
  try {
    const read = await Promise.all(
      files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
    )
    const path = files[0]?.webkitRelativePath ?? ''
    if (!read.some(([name]) => isMarkdown(name))) {
      tell(say.start.noMarkdown, true)
      return
    }
    await openNew(path.split('/').at(-2) ?? say.unnamed, new Map(read))
  } catch (error) {
    tellFault(error)
  }
}

/** Opens a deck that was not here before; where a server keeps the decks, in a folder of its own. */
async function openNew(slug: string, files: DeckFiles, told: OpenDeck['leftOut'] = []): Promise<void> {
  const made = isServed ? await createDeck(slug, files) : null
  if (made !== null) return openInFolder(made, told)
  const same = await keptAs(slug, files)
  // The one that is open is shown already.
  if (same) return same.id === deck.value?.id ? undefined : openKept(same)
  const state = openState(files)
  openDeck(newId(), slug, state, { leftOut: told.length > 0 ? told : leftOutIn(state) })
}

/** The kept deck that has the very same files; null for none. */
async function keptAs(slug: string, files: DeckFiles): Promise<KeptDeck | null> {
  for (const kept of await keptDecks()) {
    if (kept.slug !== slug || kept.names.length !== files.size || kept.folder) continue
    const there = await readKept(kept)
    if ([...files].every(([name, bytes]) => isSameBytes(there.files.get(name), bytes))) return kept
  }
  return null
}

export async function openKept(kept: KeptDeck): Promise<void> {
  try {
    if (!(await isFree(kept.id))) {
      tell(say.bar.elsewhere, true)
      return
    }
    const { files, version } = await readKept(kept)
    openDeck(kept.id, kept.slug, openState(files), { ...kept, version })
  } catch (error) {
    tellFault(error)
  }
}

/** Opens a deck of the folder that the server keeps, with what was done here and does not stand there yet. */
export async function openListed(slug: string): Promise<void> {
  try {
    await openInFolder(slug)
  } catch (error) {
    tellFault(error)
  }
}

async function openInFolder(slug: string, told: OpenDeck['leftOut'] = []): Promise<void> {
  const { deck: folderOf, about, store: decks } = await servedDecks()
  const id = folderId(about, slug)
  if (!(await isFree(id))) {
    tell(say.bar.elsewhere, true)
    return
  }
  const store = folderOf(slug)
  const readTheme = async (): Promise<DeckFiles> => (about.isDeck ? new Map() : themeAmong(decks))
  const theme = await readTheme()
  const kept = await keptDeck(id)
  const before = kept && (await readKept(kept))
  const isAheadOfFolder = before && isAhead(kept)
  const known = isAheadOfFolder ? knownFolder(kept, before.files) : await readFolder(store)
  const files = isAheadOfFolder
    ? before.files
    : new Map([...known].flatMap(([name, { bytes }]) => (bytes ? [[name, bytes]] : [])))
  const state = openState(files)
  const leftOut = told.length > 0 ? told : (kept?.leftOut ?? leftOutIn(state))
  const resumed = { ...kept, leftOut, version: before?.version ?? null }
  openDeck(id, slug, state, resumed, { store, known, theme, readTheme })
}

/** The theme of the office whose decks a folder holds; one that can't be read is told, and there is none. */
async function themeAmong(decks: Store): Promise<DeckFiles> {
  try {
    return await themeFiles(async (path) => (await decks.read(path))?.bytes ?? null)
  } catch (error) {
    tellFault(error)
    return new Map()
  }
}

const newId = (): string => crypto.randomUUID()
