import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** This computer, in a folder that several may share. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
const pattern = /^\.study-deck-([0-9a-f]{6})-(\d+)-[0-9a-f]{8}\.partial$/
/** No work takes so long, in milliseconds. */
const longest = 24 * 60 * 60 * 1000

/**
 * A name for what is under way, a file or a folder. It tells whose it is, so that what a run left when it was killed
 * is known from what another is just writing. Short, since the name of the file that it becomes may be as long as names can be.
 */
export function partialName(): string {
  return `.study-deck-${host}-${process.pid}-${randomBytes(4).toString('hex')}.partial`
}

/** Whether something is under way, or was left so. */
export const isPartial = (name: string): boolean => pattern.test(name)

/** Takes away what runs that have ended left in a folder; nothing else. What can't be taken away stays. */
export async function sweep(folder: string): Promise<void> {
  for (const path of await leftoversIn(folder))
    await rm(path, { recursive: true, force: true, maxRetries: 2 }).catch(() => {})
}

/** The paths of what runs that have ended left in a folder. */
export async function leftoversIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const found = names.map(async (name) =>
    (await isLeftover(name, join(folder, name))) ? [join(folder, name)] : [],
  )
  return (await Promise.all(found)).flat()
}

async function isLeftover(name: string, path: string): Promise<boolean> {
  const [, writer, pid] = pattern.exec(name) ?? []
  if (!writer) return false
  if (writer === host && !isRunning(Number(pid))) return true
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > longest
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It may be another person's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
