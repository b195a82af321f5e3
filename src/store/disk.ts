import { type Stats, watch } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { refuseFolder } from '../deck/file-names.ts'
import { type Entry, largestFile, namesIn, type Stamp, type Store, type StoredFile } from '../deck/store.ts'
import { codeOf, createFolder, replaceIfUnchanged, stampOf } from '../disk/file.ts'
import { isPartial, sweep } from '../disk/leftovers.ts'
import { Fault } from '../fault.ts'
import { KnownStamps } from './known-stamps.ts'

// Runs in Node.

/** A store that is a folder on disk; one that is not there is made by the first file in it. */
export function diskStore(root: string): Store {
  const stamps = new KnownStamps()

  /** @throws Fault for a way that leads through a link */
  const locate = async (path: string): Promise<string> => {
    let place = root
    for (const name of namesIn(path)) {
      place = join(place, name)
      if ((await stateOf(place))?.isSymbolicLink()) throw new Fault((say) => say.notAFile, { file: place })
    }
    return place
  }

  const read = async (path: string): Promise<StoredFile | null> => {
    const place = await locate(path)
    const state = await stateOf(place)
    if (!state) return null
    // From a pipe nothing may ever come.
    if (!state.isFile()) throw new Fault((say) => say.notAFile, { file: place })
    if (state.size > largestFile) throw new Fault((say) => say.tooLarge, { file: place })
    const bytes = await readFile(place).catch(nothing)
    return bytes && { bytes, stamp: stampOf(bytes) }
  }

  const entryOf = async (folder: string, name: string): Promise<Entry[]> => {
    const place = join(folder, name)
    const state = await stateOf(place)
    if (state?.isDirectory()) return [{ kind: 'folder', name }]
    if (!state?.isFile()) return []
    const { size, mtimeMs: modified } = state
    const digest = async (): Promise<Stamp> => stampOf(await readFile(place))
    // It may be gone by now.
    const stamp = await stamps.of(place, { size, modified }, digest).catch(nothing)
    return stamp === null ? [] : [{ kind: 'file', name, size, stamp }]
  }

  return {
    place: (path) => join(root, path),
    list: async (folder = '') => {
      const place = await locate(folder)
      // What is under way is nothing yet.
      const names = await readdir(place).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return []
        throw error
      })
      return (
        await Promise.all(
          names
            .filter((name) => !isPartial(name))
            .sort()
            .map((name) => entryOf(place, name)),
        )
      ).flat()
    },
    read,
    write: async (path, bytes, before) => {
      const place = await locate(path)
      await sweep(dirname(place))
      const written = await replaceIfUnchanged(place, before, bytes)
      if (!written) return { written, there: await read(path) }
      return { written, there: bytes && { bytes, stamp: stampOf(bytes) } }
    },
    create: async (folder, files) => {
      const place = await locate(folder)
      const beside = await readdir(dirname(place)).catch((): string[] => [])
      refuseFolder(basename(place), folder === '' ? [] : beside, files.keys())
      return createFolder(place, files)
    },
    watch: (listener) => {
      const watcher = watch(root, { recursive: true }, (_, name) => {
        if (name) listener(name.split(sep).join('/'))
      })
      // A folder that goes while it is watched is no mistake of anybody.
      watcher.on('error', () => {})
      return () => watcher.close()
    },
  }
}

const stateOf = (place: string): Promise<Stats | null> => lstat(place).catch(nothing)

/** null for what is not there. @throws what else went wrong */
function nothing(error: unknown): null {
  if (/^(?:ENOENT|ENOTDIR)$/.test(codeOf(error))) return null
  throw error
}
