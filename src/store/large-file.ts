import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, readFile, stat } from 'node:fs/promises'

/** A file that is copied rather than read. */
export interface LargeFile {
  /** SHA-256, in hexadecimal. */
  readonly digest: string
  /** In bytes. */
  readonly size: number
  readonly copyTo: (place: string) => Promise<void>
  /** Its content, for what can copy no file. */
  readonly read: () => Promise<Uint8Array>
}

/** A file on disk as it is published. */
export async function largeFile(path: string): Promise<LargeFile> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  const { size } = await stat(path)
  return {
    digest: hash.digest('hex'),
    size,
    copyTo: (place) => copyFile(path, place),
    read: () => readFile(path),
  }
}

/** SHA-256, in hexadecimal. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}
