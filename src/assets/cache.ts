import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeWhole } from '../disk/file.ts'

/** Beside the project's packages where it has any, else where the system keeps such things. */
export function cacheFolder(): string {
  const { STUDY_DECK_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  if (STUDY_DECK_CACHE) return STUDY_DECK_CACHE
  const packages = resolve('node_modules')
  if (existsSync(packages)) return join(packages, '.cache/study-deck')
  return join(LOCALAPPDATA ?? XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'study-deck')
}

const digest = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()

/**
 * Gives what was made before under the same key, or makes it. The cache only saves time: one that can't be read or
 * written, or whose files were damaged, is as good as none.
 *
 * @param key everything that the result depends on
 */
export async function cached(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = cacheFolder()
  const file = join(folder, digest(key).toString('hex').slice(0, 32))
  const kept = await readFile(file).catch(() => null)
  // The file begins with the digest of the rest.
  if (kept && kept.length > 32 && digest(kept.subarray(32)).equals(kept.subarray(0, 32)))
    return kept.subarray(32)
  const made = await make()
  await writeWhole(file, Buffer.concat([digest(made), made])).catch(() => {})
  return made
}
