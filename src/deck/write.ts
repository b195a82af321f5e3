import { encodeText } from '../document/encode.ts'
import { plainForm, readTextFile, type TextForm } from '../document/encoding.ts'
import { Fault } from '../fault.ts'
import { cutSlides } from '../markdown/cut.ts'
import { type DeckFiles, newDeckFiles } from './deck-files.ts'
import { type FileMarkdown, fileText } from './markdown.ts'
import { type CurrentFile, type Merged, mergeDeck } from './merge.ts'
import { parseRecord, recordName, recordText } from './record.ts'
import { readFrontMatter } from './settings.ts'
import { slideFiles } from './slide-files.ts'
import { isOriginal, sourceName } from './source-files.ts'
import { pathIn, type Stamp, type Store, type StoredFile, stampOf } from './store.ts'

/** With less than this of what it was before, a deck is that of another document. */
const leastFamiliar = 0.2
/** So often it is tried to write a deck before a person is told that another program does not let it be. */
const mostTries = 20

/** A file of a deck's folder: how it was written, and what it says. */
interface StandingFile extends CurrentFile {
  readonly stamp: Stamp
  readonly form: TextForm
}

/**
 * Writes a derived deck into its folder, keeping what a person did to it. A new deck appears whole or not at all; in
 * one that is there each file is replaced whole, if it still is what was read, else all is merged again; and what derive
 * wrote is remembered last, so that deriving again finishes what was interrupted.
 *
 * @param folder of the deck in the store; '' where that is the deck
 * @param files the slides
 * @param source the document's text as `source.txt`, and what else stands beside the slides
 * @param dryRun only tells
 * @throws Fault where the folder is the deck of another document, or no deck, or another program changes it all the time
 */
export async function writeDeck(
  store: Store,
  folder: string,
  files: readonly FileMarkdown[],
  source: DeckFiles,
  dryRun = false,
): Promise<Merged> {
  const file = store.place(folder)
  for (let tries = 0; tries < mostTries; tries++) {
    const entries = await store.list(folder)
    const names = entries.flatMap(({ kind, name }) => (kind === 'file' ? [name] : []))
    const before = await store.read(pathIn(folder, sourceName))
    const record = await store.read(pathIn(folder, recordName))
    const derived = record && parseRecord(new TextDecoder().decode(record.bytes))
    // One of them may be gone: the other tells a deck.
    const isDeck = before !== null || derived !== null
    if (!isDeck && entries.length > 0) throw new Fault((say) => say.otherFolder, { file })
    const current = isDeck ? await readFiles(store, folder, names) : []
    const merged = mergeDeck(derived?.files ?? null, current, files)
    const document = source.get(sourceName)
    const isSame = before ? !document || before.stamp === stampOf(document) : !isDeck
    if (!isSame && merged.familiar < leastFamiliar) throw new Fault((say) => say.otherDocument, { file })
    if (dryRun) return merged
    const done = isDeck
      ? await replaceFiles(store, folder, merged, current, source, record)
      : await store.create(folder, newDeckFiles(files, source))
    if (done) return merged
  }
  throw new Fault((say) => say.busy, { file })
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function readFiles(store: Store, folder: string, names: readonly string[]): Promise<StandingFile[]> {
  const read = slideFiles(names, isOriginal).map(async (name): Promise<StandingFile[]> => {
    const path = pathIn(folder, name)
    const file = await store.read(path)
    return file ? [cut(name, store.place(path), file)] : []
  })
  return (await Promise.all(read)).flat()
}

/** Cuts a file into its front matter and its slides. */
function cut(name: string, place: string, { bytes, stamp }: StoredFile): StandingFile {
  const { text, form } = readTextFile({ name: place, bytes })
  const { body, line } = readFrontMatter(place, text)
  const slides = body.trimStart()
  // The blank lines behind it are of the front matter, so that they stay as they are.
  const frontMatter = text.slice(0, text.length - slides.length)
  const { stacks } = cutSlides(body, line)
  if (stacks.length > 1) return { name, stamp, form, frontMatter, slides: [slides], whole: true }
  const lines = body.split('\n')
  const starts = stacks.flat().map((slide) => slide.body.line - line)
  const pieces = starts.map(
    (start, i) =>
      `${lines
        .slice(start, (starts[i + 1] ?? lines.length + 1) - 1)
        .join('\n')
        .trim()}\n`,
  )
  return { name, stamp, form, frontMatter, slides: pieces, whole: false }
}

/** @returns whether it was done; false where somebody changed a file since it was read */
async function replaceFiles(
  store: Store,
  folder: string,
  merged: Merged,
  current: readonly StandingFile[],
  source: DeckFiles,
  record: StoredFile | null,
): Promise<boolean> {
  const replace = async (name: string, bytes: Uint8Array | null, before: Stamp | null): Promise<boolean> =>
    (await store.write(pathIn(folder, name), bytes, before)).written
  const standing = new Map(current.map((file) => [file.name, file]))
  const changed = merged.files.filter((file) => file.changed)
  // What goes goes last: a passage that moves to another file is in both rather than in none.
  for (const file of [...changed.filter(isFilled), ...changed.filter((file) => !isFilled(file))]) {
    const { stamp = null, form = plainForm } = standing.get(file.name) ?? {}
    const after = isFilled(file) ? encodeText(fileText(file), form) : null
    if (!(await replace(file.name, after, stamp))) return false
  }
  for (const [name, bytes] of source) {
    const there = await store.read(pathIn(folder, name))
    // A picture that is there may be one that a person mended.
    const isDocument = name === sourceName || isOriginal(name)
    if ((!there || isDocument) && !(await replace(name, bytes, there?.stamp ?? null))) return false
  }
  return replace(recordName, bytesOf(recordText(merged.record, source)), record?.stamp ?? null)
}

const isFilled = ({ slides }: FileMarkdown): boolean => slides.length > 0
