import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FileMarkdown, fileText } from '../deck/markdown.ts'
import { type CurrentFile, type Merged, mergeDeck } from '../deck/merge.ts'
import { readFrontMatter } from '../deck/settings.ts'
import { Fault } from '../fault.ts'
import { cutSlides } from '../markdown/cut.ts'
import { createParser } from '../markdown/parser.ts'
import { isOriginal, sourceName } from './document.ts'
import { readRecord, recordName, recordText } from './record.ts'

/** With less than this of what it was before, a deck is that of another document. */
const leastFamiliar = 0.2

/** Writes a file beside its place and renames it, so that it is never there by half. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${randomBytes(4).toString('hex')}.partial`
  try {
    await writeFile(beside, data)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/**
 * Writes a derived deck into its folder, keeping what a person did to it. A new deck appears whole or not at all; in
 * one that is there each file is replaced whole, and what derive wrote is remembered last, so that deriving again
 * finishes what was interrupted.
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
  const entries = await readdir(folder).catch(() => [])
  const before = await readFile(join(folder, sourceName)).catch(() => null)
  if (!before && entries.length > 0) throw new Fault((say) => say.otherFolder, { file: folder })
  const current = before ? await readFiles(folder, entries) : []
  const merged = mergeDeck(before && (await readRecord(folder)), current, files)
  if (before && !before.equals(source.get(sourceName) ?? before) && merged.familiar < leastFamiliar)
    throw new Fault((say) => say.otherDocument, {
      file: folder,
    })
  if (dryRun) return merged
  await clearInterrupted(folder, entries)
  if (before) await replaceFiles(folder, merged, source)
  else await createFolder(folder, merged, source)
  return merged
}

async function readFiles(folder: string, entries: readonly string[]): Promise<CurrentFile[]> {
  const md = createParser()
  const names = entries.filter((name) => name.endsWith('.md') && name !== 'README.md' && !isOriginal(name))
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const { body, line } = readFrontMatter(join(folder, name), text)
      const frontMatter = text.slice(0, text.length - body.length).replaceAll('\r\n', '\n')
      const { stacks } = cutSlides(md, body, line)
      if (stacks.length > 1) return { name, frontMatter, slides: [body], whole: true }
      const lines = body.split(/\r?\n/)
      const starts = stacks.flat().map((slide) => slide.body.line - line)
      const slides = starts.map(
        (start, i) =>
          `${lines
            .slice(start, (starts[i + 1] ?? lines.length + 1) - 1)
            .join('\n')
            .trim()}\n`,
      )
      return { name, frontMatter, slides, whole: false }
    }),
  )
}

async function createFolder(
  folder: string,
  merged: Merged,
  source: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const beside = join(dirname(folder), `.${basename(folder)}.${randomBytes(4).toString('hex')}.partial`)
  try {
    await mkdir(beside, { recursive: true })
    for (const file of merged.files) await writeFile(join(beside, file.name), fileText(file))
    for (const [name, bytes] of source) await writeFile(join(beside, name), bytes)
    await writeFile(join(beside, recordName), recordText(merged.record))
    // An empty folder of that name may be there.
    await rmdir(folder).catch(() => {})
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { force: true, recursive: true })
    throw error
  }
}

async function replaceFiles(
  folder: string,
  merged: Merged,
  source: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const changed = merged.files.filter((file) => file.changed)
  for (const file of changed)
    if (file.slides.length > 0) await replaceText(join(folder, file.name), fileText(file))
  for (const file of changed) if (file.slides.length === 0) await rm(join(folder, file.name), { force: true })
  for (const [name, bytes] of source) {
    const path = join(folder, name)
    const there = await readFile(path).catch(() => null)
    // A picture that is there may be one that a person mended.
    const isDocument = name === sourceName || isOriginal(name)
    if (!there || (isDocument && !there.equals(bytes))) await writeWhole(path, bytes)
  }
  const record = recordText(merged.record)
  const before = await readFile(join(folder, recordName), 'utf8').catch(() => null)
  if (record !== before) await writeWhole(join(folder, recordName), record)
}

/** Replaces a file, its line ends as they were. */
async function replaceText(path: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '')
  await writeWhole(path, before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text)
}

/** Removes what an earlier derive left when it was stopped half way. */
async function clearInterrupted(folder: string, entries: readonly string[]): Promise<void> {
  const partial = /\.[0-9a-f]{8}\.partial$/
  for (const name of entries) if (partial.test(name)) await rm(join(folder, name), { force: true })
  const beside = await readdir(dirname(folder)).catch(() => [])
  for (const name of beside)
    if (partial.test(name) && name.startsWith(`.${basename(folder)}.`))
      await rm(join(dirname(folder), name), { force: true, recursive: true })
}
