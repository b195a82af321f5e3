import { effect, signal } from '@preact/signals'
import { createStore, type UseStore } from 'idb-keyval'
import { bytesOf, type DeckState, openState, slidesOf } from '../../edit/index.ts'
import { current, deck, deckTitle, slides } from './deck.ts'

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
}

export const keeping = signal<'kept' | 'keeping' | 'failed'>('kept')

let opened: UseStore | null = null
const store = (): UseStore => {
  opened ??= createStore('study-deck', 'decks')
  return opened
}
const deckKey = (id: string): string => `deck ${id}`
const fileKey = (id: string, name: string): string => `file ${id} ${name}`

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })

/** What is kept of the open deck: only what differs from it is written. */
let kept: { readonly id: string; readonly files: ReadonlyMap<string, Uint8Array> } | null = null

const filesIn = ({ files, beside }: DeckState): Map<string, Uint8Array> =>
  new Map([...files.map((file) => [file.name, bytesOf(file)] as const), ...beside])

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

/** Keeps every change of the open deck at once. */
export function keepChanges(): void {
  let turn = 0
  effect(() => {
    const open = deck.value
    if (!open) return
    const now = open.history.now.state
    const at = slides.value.findIndex(({ id }) => id === current.value)
    const mine = ++turn
    keeping.value = 'keeping'
    const record: KeptDeck = {
      id: open.id,
      slug: open.slug,
      title: deckTitle.value,
      slides: slides.value.length,
      changed: Date.now(),
      at,
      names: [...now.files.map(({ name }) => name), ...now.beside.keys()],
    }
    keep(record, filesIn(now)).then(
      () => {
        if (mine === turn) keeping.value = 'kept'
      },
      () => {
        kept = null
        keeping.value = 'failed'
      },
    )
  })
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

/** Reads a deck as it was kept last. @throws Fault with file and line for front matter that can't be read */
export async function readKept({ id, names }: KeptDeck): Promise<DeckState> {
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
  return openState(new Map(files.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))))
}

export async function forgetKept({ id, names }: KeptDeck): Promise<void> {
  await store()('readwrite', (objects) => {
    objects.delete(deckKey(id))
    for (const name of names) objects.delete(fileKey(id, name))
    return finished(objects.transaction)
  })
}

export const slideCount = (state: DeckState): number => slidesOf(state).length
