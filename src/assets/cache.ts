import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { readIfThere, writeWhole } from '../disk/file.ts'

/** Beside the project's packages where it has any, else where the system keeps such things. */
export function cacheFolder(): string {
  const { STUDY_DECK_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  if (STUDY_DECK_CACHE) return STUDY_DECK_CACHE
  const packages = resolve('node_modules')
  if (existsSync(packages)) return join(packages, '.cache/study-deck')
  return join(LOCALAPPDATA ?? XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'study-deck')
}

const digest = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()
const fileOf = (key: string): string => join(cacheFolder(), digest(key).toString('hex').slice(0, 32))
/** The file begins with the digest of the rest: so many bytes. */
const digestLength = 32

/**
 * Gives what was made before under the same key, or makes it. The cache only saves time: one that can't be read or
 * written, or whose files were damaged, is as good as none.
 *
 * @param key everything that the result depends on
 */
export async function cached(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = fileOf(key)
  const kept = await readIfThere(file).catch(() => null)
  const content = kept?.subarray(digestLength)
  if (content?.length && digest(content).equals(kept?.subarray(0, digestLength) ?? Buffer.alloc(0)))
    return content
  const made = await make()
  await writeWhole(file, Buffer.concat([digest(made), made])).catch(() => {})
  return made
}

/** A file that is in the cache. */
export interface CachedFile {
  /** SHA-256, in hexadecimal. */
  readonly digest: string
  /** In bytes. */
  readonly size: number
  readonly read: () => Promise<Uint8Array>
}

/** Tells of what `cached` gives, without reading it where it was made before. */
export async function cachedFile(key: string, make: () => Promise<Uint8Array>): Promise<CachedFile> {
  const head = await headOf(fileOf(key)).catch(() => null)
  if (head) return { ...head, read: () => cached(key, make) }
  const made = await cached(key, make)
  return { digest: digest(made).toString('hex'), size: made.length, read: async () => made }
}

async function headOf(path: string): Promise<Omit<CachedFile, 'read'> | null> {
  const found = await stat(path)
  if (!found.isFile() || found.size <= digestLength) return null
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(digestLength), 0, digestLength, 0)
    return { digest: buffer.toString('hex'), size: found.size - digestLength }
  } finally {
    await file.close()
  }
}
