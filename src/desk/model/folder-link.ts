import { slideFiles } from '../../deck/slide-files.ts'
import { isOriginal } from '../../deck/source-files.ts'
import { allFiles, largestFile, type Stamp, type Store, type StoredFile } from '../../deck/store.ts'
import { type DeckState, filesOf, isSameBytes, type TheirFiles } from '../../edit/index.ts'
import { Fault } from '../../fault.ts'

/** A file as it was when the deck at the desk and its folder were the same. */
export interface KnownFile {
  /** null for what the desk does not read: the document itself, a large film. */
  readonly bytes: Uint8Array | null
  readonly stamp: Stamp
}

export type KnownFiles = ReadonlyMap<string, KnownFile>

/** The deck at the desk, as its link to a folder sees it. */
export interface LinkedDeck {
  readonly state: () => DeckState
  /**
   * Takes over what another hand did.
   *
   * @throws Fault for a file that can't be read
   */
  readonly takeOver: (before: ReadonlyMap<string, Uint8Array>, theirs: TheirFiles) => void
}

/** So often it is tried to bring both together before a person is told that another program does not let it be. */
const mostTries = 20
/** An editor that empties a file is about to write it: milliseconds. */
const patience = 400

/** Keeps the deck at the desk and the folder that it stands in the same, whoever changes which. */
export class FolderLink {
  readonly store: Store
  readonly #deck: LinkedDeck
  readonly #known: Map<string, KnownFile>
  /** Files that can't be read as another hand left them: nothing is written there until they are mended. */
  readonly #unread = new Map<string, { readonly stamp: Stamp; readonly fault: Fault }>()

  /** @param known the folder as it was when the deck was read from it */
  constructor(store: Store, deck: LinkedDeck, known: KnownFiles) {
    this.store = store
    this.#deck = deck
    this.#known = new Map(known)
  }

  /** The folder as it was when both were the same. */
  get known(): KnownFiles {
    return this.#known
  }

  /**
   * Takes over what others did in the folder, and writes there what was done here: only files that are others by now, and
   * none that is not still what it was.
   *
   * @throws Fault where the folder is gone, a file can't be read or written
   */
  async bringTogether(): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const fault = await this.#takeOver()
      if (await this.#write()) {
        if (fault) throw fault
        return
      }
    }
    throw new Fault((say) => say.busy, { file: this.store.place('') })
  }

  /** @returns what is wrong with a file that can't be read; it is left alone */
  async #takeOver(): Promise<Fault | null> {
    const there = await allFiles(this.store.list)
    const had = [...this.#known.keys()]
    if (slidesOf([...there.keys()]).length === 0 && slidesOf(had).length > 0)
      throw new Fault((say) => say.folderGone, { file: this.store.place('') })
    const before = new Map<string, Uint8Array>()
    const theirs = new Map<string, StoredFile | null>()
    for (const name of new Set([...had, ...there.keys()])) {
      const entry = there.get(name)
      const stamp = entry?.stamp
      const known = this.#known.get(name)
      if (stamp === known?.stamp || (entry && entry.stamp === this.#unread.get(name)?.stamp)) continue
      if (entry && isUnread(name, entry.size)) {
        this.#known.set(name, { bytes: null, stamp: entry.stamp })
        continue
      }
      const file = entry ? await this.#read(name) : null
      if (known?.bytes) before.set(name, known.bytes)
      theirs.set(name, file)
    }
    // Each by itself: one that can't be read is no reason to leave the others.
    for (const [name, file] of theirs)
      try {
        this.#deck.takeOver(before, new Map([[name, file?.bytes ?? null]]))
        this.#unread.delete(name)
        if (file) this.#known.set(name, file)
        else this.#known.delete(name)
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        if (file) this.#unread.set(name, { stamp: file.stamp, fault: error })
      }
    return [...this.#unread.values()][0]?.fault ?? null
  }

  async #read(name: string): Promise<StoredFile | null> {
    const file = await this.store.read(name)
    if (!file || file.bytes.length > 0) return file
    await new Promise((done) => setTimeout(done, patience))
    return this.store.read(name)
  }

  /** @returns whether the folder is as the deck is; false where another hand came between */
  async #write(): Promise<boolean> {
    const files = filesOf(this.#deck.state())
    if (slidesOf([...files.keys()]).length === 0) throw new Error('a deck without slides is not written')
    for (const [name, bytes] of files) {
      const known = this.#known.get(name)
      if (known?.bytes === bytes || this.#unread.has(name)) continue
      if (known?.bytes && isSameBytes(known.bytes, bytes)) {
        this.#known.set(name, { ...known, bytes })
        continue
      }
      const { written, there } = await this.store.write(name, bytes, known?.stamp ?? null)
      if (!written || !there) return false
      this.#known.set(name, { bytes, stamp: there.stamp })
    }
    // What goes goes last: a slide that moves to another file is in both rather than in none.
    for (const [name, { bytes, stamp }] of this.#known) {
      if (files.has(name) || bytes === null || isOriginal(name)) continue
      if (!(await this.store.write(name, null, stamp)).written) return false
      this.#known.delete(name)
    }
    return true
  }
}

const slidesOf = (names: readonly string[]): string[] => slideFiles(names, isOriginal)

/** The document itself, of which the desk needs only the text; and what is too large to be read. */
const isUnread = (name: string, size: number): boolean => isOriginal(name) || size > largestFile

/**
 * Reads a deck's folder.
 *
 * @returns its files; of those that the desk does not read the stamp
 */
export async function readFolder(store: Store): Promise<KnownFiles> {
  const files = await allFiles(store.list)
  const read = [...files].map(async ([name, { size, stamp }]): Promise<[string, KnownFile][]> => {
    if (isUnread(name, size)) return [[name, { bytes: null, stamp }]]
    const file = await store.read(name)
    return file ? [[name, file]] : []
  })
  return new Map((await Promise.all(read)).flat())
}
