import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../fault.ts'
import { sourceName } from './document.ts'

/** What became of each file of a deck that was derived. */
export interface Written {
  readonly file: string
  readonly state: 'new' | 'unchanged' | 'kept'
}

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
 * Writes a derived deck into its folder, the document first. A file that stands there with other words is a person's
 * work: it is kept.
 *
 * @param source the document's text as `source.txt`, and what else stands beside the slides
 * @throws Fault where the folder is the deck of another document
 */
export async function writeDeck(
  folder: string,
  slides: ReadonlyMap<string, string>,
  source: ReadonlyMap<string, Uint8Array>,
): Promise<Written[]> {
  await refuseOccupied(folder, source.get(sourceName))
  const written: Written[] = []
  for (const [name, data] of [...source, ...slides]) {
    const file = join(folder, name)
    const now = await readFile(file).catch(() => null)
    if (now === null) await writeWhole(file, data)
    written.push({ file, state: now === null ? 'new' : now.equals(Buffer.from(data)) ? 'unchanged' : 'kept' })
  }
  return written
}

async function refuseOccupied(folder: string, text: Uint8Array | undefined): Promise<void> {
  const there = await readdir(folder).catch(() => null)
  if (!there?.length) return
  const before = await readFile(join(folder, sourceName)).catch(() => null)
  if (before && text && before.equals(text)) return
  const what = before ? 'the deck of another document' : 'something else'
  throw new Fault(`this folder holds ${what}; choose another name with --deck`, { file: folder })
}
