import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, renameSync, rmSync } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Stamp } from '../deck/store.ts'
import { Fault } from '../fault.ts'
import type { FaultWords } from '../words.ts'
import { partialName, sweep } from './leftovers.ts'

/** A file that was changed within so many milliseconds may be being written: editors empty it first. */
const quiet = 300
/** So often a change is tried before a person is told that another program does not let the file be. */
const mostTries = 20

/** What the system calls a mistake: `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/**
 * Reads a file that may not be there; null then.
 *
 * @throws Fault for a pipe, a device or a folder: nothing may ever come from them
 */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    if (!(await stat(path)).isFile()) throw new Fault((say) => say.notAFile, { file: path })
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The stamp of a content, as everywhere, by the system's own and quicker means. */
export function stampOf(bytes: Uint8Array): Stamp {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Reads a file that a person named. From a pipe, a device or a terminal there may come nothing, or no end of it.
 *
 * @param largest in megabytes
 * @param tooLarge what to do about a larger one
 * @throws Fault where there is no such file, or it is none to be read, or it is larger
 */
export async function readNamed(
  file: string,
  largest: number,
  tooLarge: (words: FaultWords) => string,
): Promise<Buffer> {
  const found = await stat(file).catch(() => null)
  if (!found) throw new Fault((say) => say.noFile, { file })
  if (found.isDirectory()) throw new Fault((say) => say.isFolder, { file })
  if (!found.isFile()) throw new Fault((say) => say.noPlainFile, { file })
  if (found.size > largest * 2 ** 20) throw new Fault(tooLarge, { file })
  const bytes = await readFile(file).catch(() => {
    throw new Fault((say) => say.unreadable, { file })
  })
  // Some say that they are empty and never end being read; this one grew.
  if (bytes.length > largest * 2 ** 20) throw new Fault(tooLarge, { file })
  return bytes
}

/** Makes a folder and those above it. (With `recursive`, Node never ends in a place like /proc.) */
export async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch(async (error: unknown) => {
      const isFolder = await stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      )
      if (!isFolder) throw error
    })
  try {
    await make()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await make()
  }
}

/** Writes a file beside its place and renames it, so that it is never there by half, whatever was there before. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await inPlaceOf(path, data, async (beside, target) => {
    await rename(beside, target)
    return true
  })
}

/**
 * Puts a person's file in the place of what was read of it, if that is still what is there.
 *
 * @param before the stamp of what it held when it was read; null where it was not there
 * @param after null takes it away
 * @returns whether it was done; false where it holds something else by now, and then nothing is written
 */
export async function replaceIfUnchanged(
  path: string,
  before: Stamp | null,
  after: Uint8Array | null,
): Promise<boolean> {
  if (before && after && stampOf(after) === before) return true
  if (!after) {
    await settled(path)
    if (!holds(path, before)) return false
    const there = await stat(path).catch(() => null)
    if (there) refuseReadOnly(path, there)
    rmSync(path, { force: true })
    return true
  }
  return inPlaceOf(path, after, async (beside, target) => {
    await settled(target)
    // Nothing else of this process comes between the two, and of another one hardly anything can.
    if (!holds(target, before)) return false
    renameSync(beside, target)
    return true
  })
}

/**
 * Makes a folder with all its files beside its place and renames it, so that it is never there by half.
 *
 * @param files by their paths in the folder, with slashes
 * @param copies where files stand that are too large to be read, by such paths
 * @returns false where there is one already, with something in it
 */
export async function createFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  copies: ReadonlyMap<string, string> = new Map(),
): Promise<boolean> {
  const above = dirname(resolve(folder))
  const beside = join(above, partialName())
  try {
    await makeFolder(above)
    for (const place of [above, folder]) await sweep(place)
    await mkdir(beside)
    const place = async (path: string, put: (to: string) => Promise<void>): Promise<void> => {
      await makeFolder(dirname(join(beside, path)))
      await put(join(beside, path))
    }
    for (const [path, bytes] of files) await place(path, (to) => writeFile(to, bytes, { flush: true }))
    for (const [path, from] of copies) await place(path, (to) => copyFile(from, to))
    // An empty folder of that name may be there.
    await rmdir(folder).catch(() => {})
    await rename(beside, folder)
    return true
  } catch (error) {
    await rm(beside, { force: true, recursive: true }).catch(() => {})
    // A system that knows no better says EPERM.
    if (
      /^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(codeOf(error)) &&
      (await readdir(folder).catch(() => [])).length > 0
    )
      return false
    throw codeOf(error) && error instanceof Error ? Object.assign(error, { path: folder }) : error
  }
}

/**
 * Changes a person's file: reads it, and puts in its place what is made of it. Whoever changes it meanwhile loses
 * nothing: then it is read and changed once more.
 *
 * @param change of what the file holds, null where it is not there, makes what it is to hold
 * @throws Fault where another program changes it all the time
 */
export async function changeFile(
  path: string,
  change: (there: Buffer | null) => Uint8Array | Promise<Uint8Array>,
): Promise<void> {
  await untilDone(path, async () => {
    await settled(path)
    const before = await readIfThere(path)
    return (await replaceIfUnchanged(path, before && stampOf(before), await change(before))) || null
  })
}

/**
 * Tries something until nobody comes between.
 *
 * @param attempt null where somebody did
 * @throws Fault where somebody always does
 */
export async function untilDone<T>(path: string, attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries++) {
    const done = await attempt()
    if (done !== null) return done
  }
  throw new Fault((say) => say.busy, { file: path })
}

/** Waits until nobody seems to be writing a file. */
export async function settled(path: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Math.abs(Date.now() - mtimeMs),
      () => quiet,
    )
    if (age >= quiet) return
    await setTimeout(quiet - age)
  }
}

function holds(path: string, expected: Stamp | null): boolean {
  try {
    return lstatSync(path).isFile() && stampOf(readFileSync(path)) === expected
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return expected === null
  }
}

/** Nobody's leave to write: what somebody marked as read-only, on Windows, too. */
const writable = 0o222

/** A file that is marked as read-only stays what it is, though whoever owns its folder could put another in its place. */
function refuseReadOnly(path: string, { mode }: { readonly mode: number }): void {
  if ((mode & writable) === 0) throw new Fault((say) => say.readOnly, { file: path })
}

const swept = new Set<string>()

/**
 * Writes data beside a place.
 *
 * @param put brings it from there into its place; whatever it leaves beside is taken away
 */
async function inPlaceOf(
  path: string,
  data: string | Uint8Array,
  put: (beside: string, target: string) => Promise<boolean>,
): Promise<boolean> {
  // A link goes on to lead where it leads.
  const target = await realpath(path).catch(() => path)
  const folder = dirname(resolve(target))
  const beside = join(folder, partialName())
  try {
    await makeFolder(folder)
    if (!swept.has(folder)) await sweep(folder)
    swept.add(folder)
    const there = await stat(target).catch(() => null)
    if (there && !there.isFile()) throw new Fault((say) => say.notAFile, { file: path })
    if (there) refuseReadOnly(path, there)
    await writeFile(beside, data, { flush: true })
    // Who may read it stays the same.
    if (there) await chmod(beside, there.mode & 0o777).catch(() => {})
    return await put(beside, target)
  } catch (error) {
    // A person knows nothing of the file beside; and some errors name no file at all.
    throw codeOf(error) && error instanceof Error ? Object.assign(error, { path }) : error
  } finally {
    await rm(beside, { force: true }).catch(() => {})
  }
}
