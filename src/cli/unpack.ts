import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { projectIn } from '../deck/project.ts'
import { makeFolder, writeWhole } from '../disk/file.ts'
import { partialName } from '../disk/leftovers.ts'
import { Fault } from '../fault.ts'

/** Takes the folder of a deck out of its page: all that was in it but the document itself. */
export async function unpackCommand(
  file: string,
  { slides, deck }: { readonly slides: string; readonly deck?: string },
): Promise<void> {
  const files = projectIn(await readFile(file, 'utf8'))
  if (!files) throw new Fault((say) => say.noProject, { file })
  const name = basename(file, extname(file))
  const slug = deck ?? deckNameOf(name === 'index' ? basename(dirname(resolve(file))) : name)
  refuseDeckName(slug)
  const folder = join(slides, slug)
  if ((await readdir(folder).catch((): string[] => [])).length > 0)
    throw new Fault((say) => say.otherFolder, { file: folder })
  const beside = join(slides, partialName())
  try {
    await makeFolder(slides)
    await mkdir(beside)
    for (const [path, bytes] of files) await writeWhole(join(beside, path), bytes)
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {})
    throw error
  }
  process.stdout.write(`${folder}\n`)
}
