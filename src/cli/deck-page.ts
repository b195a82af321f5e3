import { basename, dirname, extname, resolve } from 'node:path'
import type { DeckFiles } from '../deck/deck-files.ts'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { projectIn } from '../deck/project.ts'
import { slideFiles } from '../deck/slide-files.ts'
import { isOriginal } from '../deck/source-files.ts'
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

/** @returns null for a page without slides of its own */
function projectOf(file: string, html: string): DeckFiles | null {
  try {
    const files = projectIn(html)
    return files && slideFiles([...files.keys()], isOriginal).length > 0 ? files : null
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.texts, { file }) : error
  }
}

/** The files of the deck whose page a person names. @throws Fault for a page that carries no deck */
export async function unpacked(file: string): Promise<DeckFiles> {
  const files = projectOf(file, await read(file))
  if (!files) throw new Fault((say) => say.noProject, { file })
  return files
}

/**
 * The files of the deck, where what a person names is the page of one.
 *
 * @returns null for what is no page of ours
 * @throws Fault for a page of ours that carries no deck
 */
export async function deckInPage(file: string): Promise<DeckFiles | null> {
  if (!/\.html?$/i.test(file)) return null
  const html = await read(file)
  const files = projectOf(file, html)
  if (!files && isOurs(html.slice(0, beginning))) throw new Fault((say) => say.noProject, { file })
  return files
}

/** The name of a deck that is taken out of its page. @param given by whoever takes it out */
export function nameOfPage(file: string, given?: string): string {
  const name = basename(file, extname(file))
  const slug = given ?? deckNameOf(name === 'index' ? basename(dirname(resolve(file))) : name)
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
