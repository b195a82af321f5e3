import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Fault } from '../fault.ts'
import { systemLanguage } from '../store/language.ts'
import { type ReadDocument, readSafely } from '../store/read-document.ts'
import { faultWords } from '../words.ts'

const largest = 20 * 1024 * 1024

/** The argument that stands for standard input. */
export const standardInput = '-'

export interface Input extends ReadDocument {
  readonly bytes: Uint8Array
}

/**
 * Reads the file that a person named, or standard input for `-`, and finds its outline.
 *
 * @throws Fault when there is no such file, it is over 20 MB or cannot be read
 */
export async function readInput(file: string): Promise<Input> {
  const name = file === standardInput ? faultWords(systemLanguage()).standardInput : file
  if (file !== standardInput) {
    const found = await stat(file).catch(() => null)
    if (!found) throw new Fault((say) => say.noFile, { file })
    if (found.isDirectory()) throw new Fault((say) => say.isFolder, { file })
  }
  const bytes = await readAll(file === standardInput ? process.stdin : createReadStream(file), name)
  return { bytes, ...(await readSafely({ name, bytes })) }
}

async function readAll(stream: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > largest) throw new Fault((say) => say.tooLarge, { file })
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault((say) => say.unreadable, { file })
  }
  return Buffer.concat(chunks)
}
