import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileMarkdown, fileText } from '../deck/markdown.ts'
import { type CurrentFile, type Merged, mergeDeck } from '../deck/merge.ts'
import { parseRecord, recordName, recordText } from '../deck/record.ts'
import { readFrontMatter } from '../deck/settings.ts'
import { slideFiles } from '../deck/slide-files.ts'
import { isOriginal, sourceName } from '../deck/source-files.ts'
import { type Stamp, stampOf } from '../deck/store.ts'
import { codeOf, makeFolder, readIfThere, replaceIfUnchanged, settled, untilDone } from '../disk/file.ts'
import { partialName, sweep } from '../disk/leftovers.ts'
import { encodeText } from '../document/encode.ts'
import { plainForm, readTextFile, type TextForm } from '../document/encoding.ts'
import { Fault } from '../fault.ts'
import { cutSlides } from '../markdown/cut.ts'

/** With less than this of what it was before, a deck is that of another document. */
const leastFamiliar = 0.2

/** A file of a deck's folder: how it lies on disk, and what it says. */
interface StandingFile extends CurrentFile {
  readonly stamp: Stamp
  readonly form: TextForm
}

/**
 * Writes a derived deck into its folder, keeping what a person did to it. A new deck appears whole or not at all; in
 * one that is there each file is replaced whole, if it still is what was read, else all is merged again; and what derive
 * wrote is remembered last, so that deriving again finishes what was interrupted.
 *
 * @param files the slides
 * @param source the document's text as `source.txt`, and what else stands beside the slides
 * @param dryRun only tells
 * @throws Fault where the folder is the deck of another document, or no deck
 */
export async function writeDeck(
  folder: string,
  files: readonly FileMarkdown[],
  source: ReadonlyMap<string, Uint8Array>,
  dryRun = false,
): Promise<Merged> {
  if (!dryRun) for (const place of [dirname(folder), folder]) await sweep(place)
  return untilDone(folder, async () => {
    const entries = await readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    })
    const before = await readIfThere(join(folder, sourceName))
    if (!before && entries.length > 0) throw new Fault((say) => say.otherFolder, { file: folder })
    const current = before ? await readFiles(folder, entries) : []
    const record = await readIfThere(join(folder, recordName))
    const merged = mergeDeck(record && parseRecord(record.toString()), current, files)
    if (before && !before.equals(source.get(sourceName) ?? before) && merged.familiar < leastFamiliar)
      throw new Fault((say) => say.otherDocument, { file: folder })
    if (dryRun) return merged
    const done = before
      ? await replaceFiles(folder, merged, current, source, record)
      : await createFolder(folder, merged, source)
    return done ? merged : null
  })
}

async function readFiles(folder: string, entries: readonly string[]): Promise<StandingFile[]> {
  const read = slideFiles(entries, isOriginal).map(async (name): Promise<StandingFile[]> => {
    const path = join(folder, name)
    await settled(path)
    const bytes = await readIfThere(path)
    if (!bytes) return []
    const stamp = stampOf(bytes)
    const { text, form } = readTextFile({ name: path, bytes })
    const { body, line } = readFrontMatter(path, text)
    const slides = body.trimStart()
    // The blank lines behind it are of the front matter, so that they stay as they are.
    const frontMatter = text.slice(0, text.length - slides.length)
    const { stacks } = cutSlides(body, line)
    if (stacks.length > 1) return [{ name, stamp, form, frontMatter, slides: [slides], whole: true }]
    const lines = body.split('\n')
    const starts = stacks.flat().map((slide) => slide.body.line - line)
    const cut = starts.map(
      (start, i) =>
        `${lines
          .slice(start, (starts[i + 1] ?? lines.length + 1) - 1)
          .join('\n')
          .trim()}\n`,
    )
    return [{ name, stamp, form, frontMatter, slides: cut, whole: false }]
  })
  return (await Promise.all(read)).flat()
}

/** @returns whether it was done; false where somebody made the deck meanwhile */
async function createFolder(
  folder: string,
  merged: Merged,
  source: ReadonlyMap<string, Uint8Array>,
): Promise<boolean> {
  const beside = join(dirname(folder), partialName())
  try {
    await makeFolder(dirname(folder))
    await mkdir(beside)
    const write = (name: string, data: string | Uint8Array): Promise<void> =>
      writeFile(join(beside, name), data, { flush: true })
    for (const file of merged.files) await write(file.name, fileText(file))
    for (const [name, bytes] of source) await write(name, bytes)
    await write(recordName, recordText(merged.record))
    // An empty folder of that name may be there.
    await rmdir(folder).catch(() => {})
    await rename(beside, folder)
    return true
  } catch (error) {
    await rm(beside, { force: true, recursive: true }).catch(() => {})
    // A system that knows no better says EPERM.
    if (/^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(codeOf(error)) && (await readIfThere(join(folder, sourceName))))
      return false
    throw codeOf(error) && error instanceof Error ? Object.assign(error, { path: folder }) : error
  }
}

/** @returns whether it was done; false where somebody changed a file since it was read */
async function replaceFiles(
  folder: string,
  merged: Merged,
  current: readonly StandingFile[],
  source: ReadonlyMap<string, Uint8Array>,
  record: Uint8Array | null,
): Promise<boolean> {
  const standing = new Map(current.map((file) => [file.name, file]))
  const changed = merged.files.filter((file) => file.changed)
  // What goes goes last: a passage that moves to another file is in both rather than in none.
  for (const file of [...changed.filter(isFilled), ...changed.filter((file) => !isFilled(file))]) {
    const { stamp = null, form = plainForm } = standing.get(file.name) ?? {}
    const after = isFilled(file) ? encodeText(fileText(file), form) : null
    if (!(await replaceIfUnchanged(join(folder, file.name), stamp, after))) return false
  }
  for (const [name, bytes] of source) {
    const path = join(folder, name)
    const there = await readIfThere(path)
    // A picture that is there may be one that a person mended.
    const isDocument = name === sourceName || isOriginal(name)
    if ((!there || isDocument) && !(await replaceIfUnchanged(path, there && stampOf(there), bytes)))
      return false
  }
  return replaceIfUnchanged(
    join(folder, recordName),
    record && stampOf(record),
    Buffer.from(recordText(merged.record)),
  )
}

const isFilled = ({ slides }: FileMarkdown): boolean => slides.length > 0
