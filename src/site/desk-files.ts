import { copyFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../assets/cache.ts'
import { deskParts } from '../assets/desk.ts'
import { besideName } from '../desk/names.ts'
import { besideScript, deskPage } from '../desk/page.ts'
import { makeFolder, writeWhole } from '../disk/file.ts'

/**
 * Puts the desk into a folder of pages. It is the same for every folder, so that it is made once for this computer and
 * then only copied.
 */
export async function placeDesk(out: string): Promise<void> {
  const parts = await deskParts()
  const kept = join(cacheFolder(), `desk-${parts.stamp}`)
  const names = ['desk.html', besideName]
  if (!(await Promise.all(names.map((name) => isFile(join(kept, name))))).every(Boolean)) {
    const { files, seldom } = await parts.read()
    await writeWhole(join(kept, besideName), besideScript(seldom))
    await writeWhole(join(kept, 'desk.html'), deskPage(parts, files))
  }
  await makeFolder(out)
  await Promise.all(
    names.map(async (name) => {
      const [from, to] = [join(kept, name), join(out, name)]
      const [wanted, there] = await Promise.all([stat(from), stat(to).catch(() => null)])
      if (there?.size !== wanted.size || there.mtimeMs < wanted.mtimeMs) await copyFile(from, to)
    }),
  )
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
