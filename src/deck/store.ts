import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** What tells the content of a file from any other: the same bytes have the same stamp, in whatever store they lie. */
export type Stamp = string

/** In bytes: of a larger file nothing is read, and its stamp tells only its size and date. */
export const largestFile = 20 * 1024 * 1024

/** A file of a store as it was read. */
export interface StoredFile {
  readonly bytes: Uint8Array
  readonly stamp: Stamp
}

/** What stands in a folder of a store. */
export type Entry =
  | { readonly kind: 'folder'; readonly name: string }
  /** `size` in bytes. */
  | { readonly kind: 'file'; readonly name: string; readonly size: number; readonly stamp: Stamp }

/** What became of a change: whether it was made, and what is there now; null where nothing is. */
export interface Outcome {
  readonly written: boolean
  readonly there: StoredFile | null
}

/**
 * Where decks are kept: a folder on disk, a folder given to the browser, a deck file. Files are named by their paths,
 * with slashes: `保密/01.md`. Several hands may be at work on them: each change names what it was made from, and is done
 * whole or not at all.
 */
export interface Store {
  /** What its owner calls a file of it: `slides/保密/01.md`. */
  place(path: string): string
  /**
   * What stands in a folder, by name; nothing where there is no such folder. Links, which could lead out of the store,
   * are left out.
   *
   * @param folder the store's own unless given
   */
  list(folder?: string): Promise<readonly Entry[]>
  /**
   * @returns null where there is no such file
   * @throws Fault where something else has its name, or it is larger than `largestFile`
   */
  read(path: string): Promise<StoredFile | null>
  /**
   * Writes a file, and makes the folders above it; not if it is another one by now than the bytes were made from.
   *
   * @param bytes null takes the file away
   * @param before the stamp of what they were made from; null for a file that is not to be there yet
   * @throws Fault where something else than a file has its name
   */
  write(path: string, bytes: Uint8Array | null, before: Stamp | null): Promise<Outcome>
  /**
   * Makes a folder with all its files; where the system can do that, it appears whole, else its last file comes last.
   *
   * @param files by their paths in the folder
   * @returns false where there is one already, with something in it
   */
  create(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<boolean>
  /**
   * Tells of files that are written or taken away, by whomever; of a change perhaps twice.
   *
   * @returns ends it
   */
  watch(listener: (path: string) => void): () => void
}

/** All files of a store, or of a folder of it, by their paths from there. */
export async function allFiles(
  list: Store['list'],
  folder = '',
): Promise<Map<string, Extract<Entry, { kind: 'file' }>>> {
  const found = new Map<string, Extract<Entry, { kind: 'file' }>>()
  const visit = async (below: string): Promise<void> => {
    for (const entry of await list(pathIn(folder, below))) {
      const path = pathIn(below, entry.name)
      if (entry.kind === 'folder') await visit(path)
      else found.set(path, entry)
    }
  }
  await visit('')
  return found
}

/** The stamp of a content. */
export function stampOf(bytes: Uint8Array): Stamp {
  return bytesToHex(sha256(bytes))
}

/**
 * The names of which a path consists, from the store's own folder downwards; none for that folder.
 *
 * @throws RangeError for what would lead out of a store, or somewhere else on another system
 */
export function namesIn(path: string): string[] {
  if (path === '') return []
  const names = path.split('/')
  if (names.some((name) => /^\.{0,2}$|[\\\0]/.test(name))) throw new RangeError(`no path in a store: ${path}`)
  return names
}

/** The path in a store of what stands in a folder of it; '' is the store's own folder, or that folder itself. */
export const pathIn = (folder: string, name: string): string => [folder, name].filter(Boolean).join('/')
