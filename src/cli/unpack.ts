import { basename, dirname, extname, resolve } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { projectIn } from '../deck/project.ts'
import { readNamed } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { diskStore } from '../store/disk.ts'

/** Megabytes. */
const largest = 400

/** Takes the folder of a deck out of its page: all that was in it but the document itself. */
export async function unpackCommand(
  file: string,
  { slides, deck }: { readonly slides: string; readonly deck?: string },
): Promise<void> {
  const files = projectIn((await readNamed(file, largest, (say) => say.pageLarge(largest))).toString())
  if (!files) throw new Fault((say) => say.noProject, { file })
  const name = basename(file, extname(file))
  const slug = deck ?? deckNameOf(name === 'index' ? basename(dirname(resolve(file))) : name)
  refuseDeckName(slug)
  const store = diskStore(slides)
  const folder = store.place(slug)
  if (!(await store.create(slug, files))) throw new Fault((say) => say.otherFolder, { file: folder })
  process.stdout.write(`${folder}\n`)
}
