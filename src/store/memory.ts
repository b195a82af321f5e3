import { refuseFolder } from '../deck/file-names.ts'
import { type Entry, namesIn, type Store, type StoredFile, stampOf } from '../deck/store.ts'

// Runs anywhere.

/** A store that lives as long as the program. */
export interface MemoryStore extends Store {
  /** All files, by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** @param given the files that it begins with, by their paths */
export function memoryStore(given: Iterable<readonly [path: string, bytes: Uint8Array]> = []): MemoryStore {
  const files = new Map(given)
  const listeners = new Set<(path: string) => void>()
  const tell = (path: string): void => {
    for (const listener of listeners) listener(path)
  }
  const fileAt = (path: string): StoredFile | null => {
    const bytes = files.get(namesIn(path).join('/'))
    return bytes ? { bytes, stamp: stampOf(bytes) } : null
  }
  return {
    files,
    place: (path) => path,
    list: async (folder = '') => {
      const depth = namesIn(folder).length
      const entries = new Map<string, Entry>()
      for (const [path, bytes] of files) {
        if (depth > 0 && !path.startsWith(`${folder}/`)) continue
        const [name = '', ...below] = path.split('/').slice(depth)
        const file = { kind: 'file', name, size: bytes.length, stamp: stampOf(bytes) } as const
        entries.set(name, below.length > 0 ? { kind: 'folder', name } : file)
      }
      return [...entries.values()].sort((one, another) => (one.name < another.name ? -1 : 1))
    },
    read: async (path) => fileAt(path),
    write: async (path, bytes, before) => {
      const there = fileAt(path)
      if ((there?.stamp ?? null) !== before) return { written: false, there }
      if (bytes) files.set(path, bytes)
      else files.delete(path)
      tell(path)
      return { written: true, there: fileAt(path) }
    },
    create: async (folder, added) => {
      const above = [...namesIn(folder), ''].join('/')
      const [name = '', ...parents] = namesIn(folder).reverse()
      const parent = parents
        .map((one) => `${one}/`)
        .reverse()
        .join('')
      const beside = [...files.keys()].flatMap((path) =>
        name !== '' && path.startsWith(parent) ? (path.slice(parent.length).split('/')[0] ?? []) : [],
      )
      refuseFolder(name, beside, added.keys())
      if ([...files.keys()].some((path) => path.startsWith(above))) return false
      for (const [path, bytes] of added) {
        files.set(above + path, bytes)
        tell(above + path)
      }
      return true
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
