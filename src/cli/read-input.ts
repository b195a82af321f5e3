import { readNamed } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { systemLanguage } from '../store/language.ts'
import { type ReadDocument, readSafely } from '../store/read-document.ts'
import { faultWords } from '../words.ts'

/** Megabytes. */
const largest = 20

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
  const bytes =
    file === standardInput
      ? await readAll(process.stdin, name)
      : await readNamed(file, largest, (say) => say.tooLarge)
  return { bytes, ...(await readSafely({ name, bytes })) }
}

async function readAll(stream: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > largest * 2 ** 20) throw new Fault((say) => say.tooLarge, { file })
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault((say) => say.unreadable, { file })
  }
  return Buffer.concat(chunks)
}
