import { refuseFolder } from '../deck/file-names.ts'
import { type Entry, largestFile, namesIn, type Store, type StoredFile, stampOf } from '../deck/store.ts'
import { Fault } from '../fault.ts'
import type { FaultWords } from '../words.ts'
import { KnownStamps } from './known-stamps.ts'
import { lookThrough } from './look-through.ts'

// Runs in a browser.

/** So often a folder that is watched is looked through, in milliseconds. */
const pause = 1000
/** Folders that no deck stands in. */
const foreign = /^(?:\.|node_modules$)/

/** A store that is a folder on this computer which its owner gave to the page (File System Access), or one of the page's own. */
export function browserFolderStore(root: FileSystemDirectoryHandle): Store {
  const stamps = new KnownStamps()

  const folderAt = async (names: readonly string[], create = false): Promise<FileSystemDirectoryHandle> => {
    let folder = root
    for (const name of names) folder = await folder.getDirectoryHandle(name, { create })
    return folder
  }

  const read = async (path: string): Promise<StoredFile | null> => {
    const [folders, name] = split(path)
    const file = await there(async () => (await folderAt(folders)).getFileHandle(name), path)
    return file && contentOf(file, path)
  }

  const entryOf = async (path: string, handle: FileSystemHandle): Promise<Entry[]> => {
    const { name } = handle
    if (isFolder(handle)) return [{ kind: 'folder', name }]
    if (!isFile(handle)) return []
    // It may be gone by now.
    const file = await there(() => handle.getFile(), path)
    if (!file) return []
    const { size, lastModified: modified } = file
    const stamp = await stamps.of(path, { size, modified }, async () => stampOf(await bytesOf(file)))
    return [{ kind: 'file', name, size, stamp }]
  }

  const write: Store['write'] = async (path, bytes, before) => {
    const found = await read(path)
    if ((found?.stamp ?? null) !== before) return { written: false, there: found }
    const [folders, name] = split(path)
    if (!bytes && !found) return { written: true, there: null }
    const folder = await folderAt(folders, true)
    if (!bytes) {
      await folder.removeEntry(name)
      return { written: true, there: null }
    }
    const handle = await folder.getFileHandle(name, { create: true })
    // It goes into a file beside, which the browser puts in the place of this one when it is closed.
    const writer = await handle.createWritable()
    try {
      await writer.write(Uint8Array.from(bytes))
      const now = await contentOf(handle, path)
      const isAsRead = found ? now.stamp === before : now.bytes.length === 0
      if (!isAsRead) {
        await writer.abort()
        return { written: false, there: now }
      }
      await writer.close()
      return { written: true, there: { bytes, stamp: stampOf(bytes) } }
    } catch (error) {
      await writer.abort().catch(() => {})
      if (!found && (await handle.getFile()).size === 0) await folder.removeEntry(name).catch(() => {})
      throw error
    }
  }

  const inTurn = <T>(work: () => Promise<T>, path: string): Promise<T> =>
    navigator.locks.request('study-deck-store', () => told(work, path))

  return {
    place: (path) => [root.name, path].filter(Boolean).join('/'),
    list: async (path = '') => {
      const names = namesIn(path)
      const handles = await there(async () => {
        const found: FileSystemHandle[] = []
        for await (const handle of (await folderAt(names)).values()) found.push(handle)
        return found
      }, path)
      const sorted = (handles ?? []).sort((one, other) => (one.name < other.name ? -1 : 1))
      return (
        await Promise.all(sorted.map((handle) => entryOf([...names, handle.name].join('/'), handle)))
      ).flat()
    },
    read,
    // One after another, also of several windows: between looking and writing nothing of ours comes.
    write: (path, bytes, before) => inTurn(() => write(path, bytes, before), path),
    create: (folder, files) =>
      inTurn(async () => {
        const names = namesIn(folder)
        const beside: string[] = []
        const parent = await there(() => folderAt(names.slice(0, -1)), folder)
        if (names.length > 0 && parent) for await (const name of parent.keys()) beside.push(name)
        refuseFolder(names.at(-1) ?? '', beside, files.keys())
        const made = await folderAt(names, true)
        for await (const _ of made.keys()) return false
        try {
          for (const [path, bytes] of files) await write([...names, path].join('/'), bytes, null)
          return true
        } catch (error) {
          for await (const name of made.keys()) await made.removeEntry(name, { recursive: true })
          throw error
        }
      }, folder),
    watch: (listener) => lookThrough(() => states(root), listener, pause),
  }
}

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory'
const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file'

function split(path: string): [folders: string[], name: string] {
  const names = namesIn(path)
  return [names.slice(0, -1), names.at(-1) ?? '']
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

async function contentOf(handle: FileSystemFileHandle, path: string): Promise<StoredFile> {
  const file = await handle.getFile()
  if (file.size > largestFile) throw new Fault((say) => say.tooLarge, { file: path })
  const bytes = await bytesOf(file)
  return { bytes, stamp: stampOf(bytes) }
}

/** Sizes and dates of all files below a folder, by their paths. */
async function states(folder: FileSystemDirectoryHandle, above = ''): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const handle of folder.values()) {
    const path = above + handle.name
    if (isFolder(handle)) {
      if (foreign.test(handle.name)) continue
      for (const [below, state] of await states(handle, `${path}/`)) found.set(below, state)
    } else if (isFile(handle)) {
      const file = await handle.getFile().catch(() => null)
      if (file) found.set(path, `${file.size} ${file.lastModified}`)
    }
  }
  return found
}

/** What a browser refuses, in the words for what a system refuses. */
const refusals: Readonly<Record<string, (say: FaultWords) => string>> = {
  TypeMismatchError: (say) => say.notAFile,
  NotAllowedError: (say) => say.system.EACCES,
  SecurityError: (say) => say.system.EACCES,
  NoModificationAllowedError: (say) => say.system.EBUSY,
  InvalidStateError: (say) => say.system.EBUSY,
  QuotaExceededError: (say) => say.system.ENOSPC,
  NotReadableError: (say) => say.system.EIO,
  TypeError: (say) => say.system.EINVAL,
}

/** @throws Fault in a person's words */
async function told<T>(work: () => Promise<T>, path: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refusal = error instanceof Error ? refusals[error.name] : undefined
    throw refusal ? new Fault(refusal, { file: path }) : error
  }
}

/** @returns null where there is nothing */
function there<T>(work: () => Promise<T>, path: string): Promise<T | null> {
  return told(work, path).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NotFoundError') return null
    throw error
  })
}
