import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
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
/** A file begins with the digest of its content and that of its key: so many bytes each. */
const digestLength = 32
const headLength = 2 * digestLength

/**
 * Gives what was made before under the same key, or makes it. The cache only saves time: one that can't be read or
 * written, or whose files were damaged, is as good as none.
 *
 * @param key everything that the result depends on
 */
export async function cached(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = fileOf(key)
  const kept = await readIfThere(file).catch(() => null)
  const content = kept?.subarray(headLength)
  const head = (of: Uint8Array): Buffer => Buffer.concat([digest(of), digest(key)])
  if (content?.length && kept?.subarray(0, headLength).equals(head(content))) return content
  const made = await make()
  // A link that somebody put there is not followed.
  await rm(file, { force: true }).catch(() => {})
  await writeWhole(file, Buffer.concat([head(made), made])).catch(() => {})
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
  const head = await headOf(key).catch(() => null)
  if (head) return { ...head, read: () => cached(key, make) }
  const made = await cached(key, make)
  return { digest: digest(made).toString('hex'), size: made.length, read: async () => made }
}

async function headOf(key: string): Promise<Omit<CachedFile, 'read'> | null> {
  const path = fileOf(key)
  const found = await stat(path)
  if (!found.isFile() || found.size <= headLength) return null
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    const isOfKey = buffer.subarray(digestLength).equals(digest(key))
    return isOfKey ? { digest: buffer.toString('hex', 0, digestLength), size: found.size - headLength } : null
  } finally {
    await file.close()
  }
}
