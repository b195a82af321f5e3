import { lstat, open } from 'node:fs/promises'
import { codeOf } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { isOurs } from '../page/signs.ts'

/** So much of a file tells who made it, in bytes. */
const enough = 1024

/**
 * Refuses to write over a file that is not ours.
 *
 * @param path where a page is to be
 * @param isKnown whether these bytes, which do not say whose they are, were written by us
 * @throws Fault where a person's or another program's file is there, or a folder
 */
export async function refuseStranger(
  path: string,
  isKnown: () => Promise<boolean> = async () => false,
): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    // Where a file is in the place of a folder, whoever makes the folder says so.
    if (/^(?:ENOENT|ENOTDIR)$/.test(codeOf(error))) return null
    throw error
  })
  if (!found) return
  if (found.isDirectory()) throw new Fault((say) => say.notAFile, { file: path })
  if (found.isFile() && (isOurs(await beginningOf(path)) || (await isKnown()))) return
  throw new Fault((say) => say.stranger, { file: path })
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(enough), 0, enough, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
