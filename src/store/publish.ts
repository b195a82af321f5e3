import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { lstat, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { CachedFile } from '../assets/cache.ts'
import { clashOf } from '../deck/file-names.ts'
import { codeOf, makeFolder, readIfThere, writeWhole } from '../disk/file.ts'
import { partialName, sweep } from '../disk/leftovers.ts'
import { Fault } from '../fault.ts'
import { digestOfFile, type LargeFile } from './large-file.ts'
import { refuseStranger } from './ours.ts'

/** Where a folder of built pages says which of its files are ours, as `sha256sum` writes it. */
export const manifestName = '.study-deck.sha256'

/** What is known without being read: it is not even read where it is there already. */
type Known = CachedFile | LargeFile

/** A file by its path in the folder, with slashes. */
export interface PublishedFile {
  readonly name: string
  readonly content: string | Uint8Array | Known
}

/**
 * Puts a set of files into a folder as a whole: what was there before stays until all of it is written. Then what an
 * earlier set had and this one has not goes, unless a person changed it; whatever else is in the folder stays.
 *
 * @throws Fault where two of the files can't stand in one folder, or another program's file is in the place of one
 */
export async function publish(folder: string, files: readonly PublishedFile[]): Promise<void> {
  refuseClashes(folder, files)
  await makeFolder(folder)
  await sweep(folder)
  const manifest = join(folder, manifestName)
  // What it leads to would be written over.
  const isLink = (await lstat(manifest).catch(() => null))?.isSymbolicLink() ?? false
  if (isLink) throw new Fault((say) => say.notAFile, { file: manifest })
  const before = parseManifest((await readIfThere(manifest))?.toString() ?? '')
  const known = new Set(before.map(entryText))
  const isKnown = async (name: string): Promise<boolean> =>
    known.has(entryText({ name, digest: await digestOfFile(join(folder, name)) }))
  for (const { name } of files) await refuseStranger(join(folder, name), () => isKnown(name))
  const after = files.map(({ name, content }) => ({
    name,
    digest: isKnownFile(content) ? content.digest : digestOf(content),
  }))
  const isThere = await Promise.all(
    files.map(
      async ({ name, content }, i) =>
        isKnownFile(content) &&
        known.has(entryText(after[i] ?? { name, digest: '' })) &&
        (await stat(join(folder, name)).catch(() => null))?.size === content.size,
    ),
  )
  const stage = join(folder, partialName())
  try {
    await mkdir(stage)
    for (const { name, content } of files.filter((_, i) => !isThere[i])) {
      await makeFolder(dirname(join(stage, 'new', name)))
      await writeContent(join(stage, 'new', name), content)
    }
    // Of both, so that the next run knows what to take away, should this one be killed here.
    await writeWhole(manifest, manifestText([...before, ...after]))
    moveIntoPlace(
      folder,
      stage,
      after.filter((_, i) => !isThere[i]),
    )
    await removeGone(folder, before, new Set(after.map(({ name }) => name)))
    await writeWhole(manifest, manifestText(after))
  } catch (error) {
    throw codeOf(error) && error instanceof Error && !('dest' in error)
      ? Object.assign(error, { path: pathOf(error, folder, stage) })
      : error
  } finally {
    await rm(stage, { recursive: true, force: true, maxRetries: 2 }).catch(() => {})
  }
}

/** The place for which a file was meant. */
function pathOf(error: Error, folder: string, stage: string): string {
  const path = 'path' in error ? String(error.path) : folder
  return path.startsWith(stage) ? join(folder, path.slice(join(stage, 'new').length)) : path
}

interface Entry {
  readonly name: string
  readonly digest: string
}

const isKnownFile = (content: PublishedFile['content']): content is Known =>
  typeof content === 'object' && 'digest' in content

async function writeContent(place: string, content: PublishedFile['content']): Promise<void> {
  if (!isKnownFile(content)) await writeFile(place, content)
  else if ('copyTo' in content) await content.copyTo(place)
  else await writeFile(place, await content.read())
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

const entryText = ({ name, digest }: Entry): string => `${digest}  ${name}\n`

function manifestText(entries: readonly Entry[]): string {
  return [...new Set(entries.map(entryText))].join('')
}

/** A manifest that somebody wrote can't lead out of its folder. */
function parseManifest(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    const [, digest = '', name = ''] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
    return name && isInside('/folder', join('/folder', name)) ? [{ name, digest }] : []
  })
}

/** Moves what is staged into its place, without a pause in which another could come between; all of it or nothing. */
function moveIntoPlace(folder: string, stage: string, entries: readonly Entry[]): void {
  const undo: (() => void)[] = []
  try {
    for (const { name } of entries) {
      const [fresh, old, place] = [join(stage, 'new', name), join(stage, 'old', name), join(folder, name)]
      mkdirSync(dirname(old), { recursive: true })
      mkdirSync(dirname(place), { recursive: true })
      if (moved(place, old)) undo.push(() => renameSync(old, place))
      renameSync(fresh, place)
      undo.push(() => renameSync(place, fresh))
    }
  } catch (error) {
    for (const back of undo.reverse()) back()
    throw error
  }
}

/** Moves a file; false where there is none. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function removeGone(
  folder: string,
  before: readonly Entry[],
  stays: ReadonlySet<string>,
): Promise<void> {
  for (const { name, digest } of before) {
    if (stays.has(name)) continue
    const path = join(folder, name)
    // Not through a link, which could lead out of the folder.
    const real = await realpath(path).catch(() => null)
    if (!real || !isInside(await realpath(folder), real)) continue
    if ((await digestOfFile(path).catch(() => '')) === digest) rmSync(path, { force: true })
    try {
      rmdirSync(dirname(path))
    } catch {
      // Something else is in it.
    }
  }
}

/**
 * Whether a place for what is made stands among the decks that it is made of, where it would be taken for one. Whoever
 * works inside that folder has no other place.
 */
export async function isAmongDecks(slides: string, path: string): Promise<boolean> {
  return (await standsIn(slides, path)) && !(await standsIn(slides, '.'))
}

/** Whether a path is a folder or stands in it, links followed as far as they go. */
export async function standsIn(folder: string, path: string): Promise<boolean> {
  const real = async (one: string): Promise<string> =>
    realpath(one).catch(async () =>
      dirname(one) === one ? one : join(await real(dirname(one)), basename(one)),
    )
  const [above, below] = await Promise.all([real(resolve(folder)), real(resolve(path))])
  return above === below || isInside(above, below)
}

/** Whether a path is below a folder, both as they are named. */
function isInside(folder: string, path: string): boolean {
  return resolve(path).startsWith(resolve(folder) + sep)
}

/** A deck may be called like a file that stands beside the decks, or like another deck but for capitals. */
function refuseClashes(folder: string, files: readonly PublishedFile[]): void {
  const clash = clashOf(
    files.map(({ name }) => name),
    [manifestName],
  )
  if (clash) throw new Fault((say) => say.clash(clash.other), { file: join(folder, clash.path) })
}
