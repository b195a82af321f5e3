import { randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../fault.ts'

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
 * Writes a derived deck into its folder. A file that stands there with other words is a person's work: it is kept.
 *
 * @throws Fault where the folder is the deck of another document
 */
export async function writeDeck(
  folder: string,
  files: ReadonlyMap<string, string>,
  source: Uint8Array,
): Promise<Written[]> {
  const sourceFile = join(folder, 'source.txt')
  const before = await readFile(sourceFile).catch(() => null)
  const occupied =
    !before &&
    (await access(folder).then(
      () => true,
      () => false,
    ))
  if (occupied || (before && !before.equals(source)))
    throw new Fault(
      `${folder} holds ${before ? 'the deck of another document' : 'something else'}; choose another name with --deck`,
    )
  const written: Written[] = []
  for (const [name, text] of files) {
    const file = join(folder, name)
    const now = await readFile(file, 'utf8').catch(() => null)
    if (now === null) await writeWhole(file, text)
    written.push({ file, state: now === null ? 'new' : now === text ? 'unchanged' : 'kept' })
  }
  if (!before) await writeWhole(sourceFile, source)
  return written
}
