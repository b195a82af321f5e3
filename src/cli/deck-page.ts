import { basename, dirname, extname, resolve } from 'node:path'
import type { DeckFiles } from '../deck/deck-files.ts'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { projectIn, projectName } from '../deck/project.ts'
import { pathIn } from '../deck/store.ts'
import { readNamed } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { isOurs } from '../page/signs.ts'
import { diskStore } from '../store/disk.ts'

/** Megabytes. */
const largest = 400
/** Who made a page stands in its beginning, in UTF-16 units. */
const beginning = 1024

const read = async (file: string): Promise<string> =>
  (await readNamed(file, largest, (say) => say.pageLarge(largest))).toString()

/** The deck that a page carries. */
export interface CarriedDeck {
  readonly files: DeckFiles
  /** As the page says it; null where it does not. */
  readonly name: string | null
}

/** @returns null for a page without slides of its own */
function carriedBy(file: string, html: string): CarriedDeck | null {
  try {
    const files = projectIn(html)
    return files ? { files, name: projectName(html) } : null
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.texts, { file }) : error
  }
}

/** The deck whose page a person names. @throws Fault for a page that carries no deck */
export async function unpacked(file: string): Promise<CarriedDeck> {
  const carried = carriedBy(file, await read(file))
  if (!carried) throw new Fault((say) => say.noProject, { file })
  return carried
}

/**
 * The deck, where what a person names is the page of one.
 *
 * @returns null for what is no page of ours
 * @throws Fault for a page of ours that carries no deck
 */
export async function deckInPage(file: string): Promise<CarriedDeck | null> {
  if (!/\.html?$/i.test(file)) return null
  const html = await read(file)
  const carried = carriedBy(file, html)
  if (!carried && isOurs(html.slice(0, beginning))) throw new Fault((say) => say.noProject, { file })
  return carried
}

/** The name of a deck that is taken out of its page: as asked for, as carried, else as the page is called. */
export function nameOfPage(file: string, carried: CarriedDeck, given?: string): string {
  const name = basename(file, extname(file))
  const called = deckNameOf(name === 'index' ? basename(dirname(resolve(file))) : name)
  const slug = given ?? carried.name ?? called
  refuseDeckName(slug)
  return slug
}

/**
 * Puts the deck of a page into a folder of its own; where it is there already, just so, it stays.
 *
 * @returns the folder
 * @throws Fault where something else is in that folder
 */
export async function placeDeck(slides: string, slug: string, files: DeckFiles): Promise<string> {
  const store = diskStore(slides)
  const folder = store.place(slug)
  if (!(await store.create(slug, files)))
    for (const [path, bytes] of files) {
      const there = await store.read(pathIn(slug, path))
      if (!there || Buffer.compare(there.bytes, bytes) !== 0)
        throw new Fault((say) => say.deckThere, { file: folder })
    }
  return folder
}
