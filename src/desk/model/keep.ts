import { effect, signal } from '@preact/signals'
import { createStore, type UseStore } from 'idb-keyval'
import type { DeckFiles } from '../../deck/deck-files.ts'
import type { Stamp } from '../../deck/store.ts'
import { filesOf } from '../../edit/index.ts'
import { current, deck, deckTitle, type NewVersion, type OpenDeck, slides } from './deck.ts'
import { knownFiles } from './folder.ts'
import type { KnownFiles } from './folder-link.ts'

/** A deck that this computer keeps. */
export interface KeptDeck {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly slides: number
  /** Milliseconds since 1970. */
  readonly changed: number
  /** The slide that was shown, counted from 0. */
  readonly at: number
  readonly names: readonly string[]
  readonly leftOut?: OpenDeck['leftOut']
  /** A new version of the document that was being taken over: what its file is called, and those that it gives. */
  readonly version?: { readonly name: string; readonly names: readonly string[] }
  /** Of a deck that stands in a folder: how that was when both were the same. */
  readonly folder?: KeptFolder
}

interface KeptFolder {
  readonly stamps: readonly (readonly [name: string, stamp: Stamp])[]
  /** The files that are others at the desk by now, as they were; null for what the desk does not read. */
  readonly before: ReadonlyMap<string, Uint8Array | null>
}

/** Whether the folder of a deck does not have yet what was done at the desk. */
export function isAhead({ folder, names }: KeptDeck): boolean {
  if (!folder) return false
  const there = new Set(folder.stamps.map(([name]) => name))
  return [...folder.before.values()].some((bytes) => bytes !== null) || names.some((name) => !there.has(name))
}

export const keeping = signal<'kept' | 'keeping' | 'failed'>('kept')

let opened: UseStore | null = null
const store = (): UseStore => {
  opened ??= createStore('study-deck', 'decks')
  return opened
}
const deckKey = (id: string): string => `deck ${id}`
const fileKey = (id: string, name: string): string => `file ${id} ${name}`
/** Where a file of the new version is kept among those of the deck: no file has such a name. */
const inVersion = (name: string): string => `/version/${name}`

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })

/** What is kept of the open deck: only what differs from it is written. */
let kept: { readonly id: string; readonly files: ReadonlyMap<string, Uint8Array> } | null = null

/** Writes what changed in one transaction: all of it is kept, or nothing. */
async function keep(record: KeptDeck, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const before = kept?.id === record.id ? kept.files : new Map<string, Uint8Array>()
  kept = { id: record.id, files }
  await store()('readwrite', (objects) => {
    for (const [name, bytes] of files)
      if (before.get(name) !== bytes) objects.put(bytes, fileKey(record.id, name))
    for (const name of before.keys()) if (!files.has(name)) objects.delete(fileKey(record.id, name))
    objects.put(record, deckKey(record.id))
    return finished(objects.transaction)
  })
}

/** So long after it could not be kept it is tried again, in milliseconds: somebody may have made room. */
const patience = 2000

/**
 * Keeps every change of the open deck at once: one after another, since each writes only what differs from the one before.
 * What could not be kept is kept whole as soon as it can be.
 */
export function keepChanges(): void {
  let wanted: (() => Promise<void>) | null = null
  let isKeeping = false
  const keepWanted = async (): Promise<void> => {
    if (isKeeping) return
    isKeeping = true
    while (wanted) {
      const next: () => Promise<void> = wanted
      wanted = null
      try {
        await next()
        if (!wanted) keeping.value = 'kept'
      } catch {
        kept = null
        keeping.value = 'failed'
        await new Promise((done) => setTimeout(done, patience))
        wanted ??= next
      }
    }
    isKeeping = false
  }
  effect(() => {
    const open = deck.value
    if (!open) return
    const now = open.history.now.state
    const at = slides.value.findIndex(({ id }) => id === current.value)
    if (keeping.peek() === 'kept') keeping.value = 'keeping'
    const record: KeptDeck = {
      id: open.id,
      slug: open.slug,
      title: deckTitle.value,
      slides: slides.value.length,
      changed: Date.now(),
      at,
      names: [...now.files.map(({ name }) => name), ...now.beside.keys()],
      leftOut: open.leftOut,
      ...(open.version
        ? { version: { name: open.version.name, names: [...open.version.files.keys()] } }
        : {}),
    }
    const files = filesOf(now)
    const all = new Map([
      ...files,
      ...[...(open.version?.files ?? [])].map(([name, bytes]) => [inVersion(name), bytes] as const),
    ])
    const known =
      open.folder && (knownFiles.value?.id === open.id ? knownFiles.value.files : open.folder.known)
    wanted = () => keep(known ? { ...record, folder: keptFolder(known, files) } : record, all)
    void keepWanted()
  })
}

function keptFolder(known: KnownFiles, files: ReadonlyMap<string, Uint8Array>): KeptFolder {
  return {
    stamps: [...known].map(([name, { stamp }]) => [name, stamp]),
    before: new Map(
      [...known].flatMap(([name, { bytes }]) => (bytes === files.get(name) ? [] : [[name, bytes] as const])),
    ),
  }
}

/** The folder of a kept deck, as it was when both were the same. */
export function knownFolder({ folder }: KeptDeck, files: DeckFiles): KnownFiles {
  return new Map(
    (folder?.stamps ?? []).map(([name, stamp]) => {
      const before = folder?.before.get(name)
      return [name, { stamp, bytes: before === undefined ? (files.get(name) ?? null) : before }]
    }),
  )
}

/** The decks that this computer keeps, the last one first; none where it keeps nothing. */
export async function keptDecks(): Promise<readonly KeptDeck[]> {
  try {
    const found = await store()('readonly', (objects) => {
      const range = IDBKeyRange.bound('deck ', 'deck \uffff')
      const request: IDBRequest<KeptDeck[]> = objects.getAll(range)
      return new Promise<KeptDeck[]>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    })
    return found.sort((one, other) => other.changed - one.changed)
  } catch {
    return []
  }
}

/** The deck that this computer keeps under an id. */
export const keptDeck = async (id: string): Promise<KeptDeck | null> =>
  (await keptDecks()).find((one) => one.id === id) ?? null

/** A deck as it was kept last. */
export async function readKept({
  id,
  names,
  version,
}: KeptDeck): Promise<{ readonly files: DeckFiles; readonly version: NewVersion | null }> {
  const files = await readFiles(id, names)
  if (!version) return { files, version: null }
  const kept = await readFiles(id, version.names.map(inVersion))
  const versionFiles = version.names.flatMap((name) => {
    const bytes = kept.get(inVersion(name))
    return bytes ? [[name, bytes] as const] : []
  })
  return { files, version: { name: version.name, files: new Map(versionFiles) } }
}

async function readFiles(id: string, names: readonly string[]): Promise<DeckFiles> {
  const files = await store()('readonly', async (objects) => {
    const read = (name: string): Promise<readonly [string, Uint8Array | undefined]> => {
      const request: IDBRequest<Uint8Array | undefined> = objects.get(fileKey(id, name))
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve([name, request.result])
        request.onerror = () => reject(request.error)
      })
    }
    return Promise.all(names.map(read))
  })
  return new Map(files.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])))
}

export async function forgetKept({ id, names, version }: KeptDeck): Promise<void> {
  await store()('readwrite', (objects) => {
    objects.delete(deckKey(id))
    for (const name of [...names, ...(version?.names ?? []).map(inVersion)]) objects.delete(fileKey(id, name))
    return finished(objects.transaction)
  })
}
