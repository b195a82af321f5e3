import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { installedPdfTables } from '../assets/installed.ts'
import {
  type Document,
  formatOf,
  type InputFile,
  outline,
  readDocument,
  type SourceText,
} from '../document/index.ts'
import { Fault, type Place } from '../fault.ts'
import type { Texts } from '../words.ts'

/** A document as it was read and understood. */
export interface ReadDocument {
  readonly source: SourceText
  readonly document: Document
}

/** What the worker answers. */
export type Reading = ReadDocument | { readonly fault: Texts; readonly place: Place | undefined }

/** In milliseconds: what takes longer was made to. */
const LONGEST_READING = 60_000
/** In bytes: a plain text of a hundred thousand characters or so. */
const SMALL_TEXT = 500_000
/** In megabytes: a book of a million characters takes a third. */
const LARGEST_MEMORY = 1024

/** Compiled, it stands beside this file; the sources, as tests run them, read in this thread. */
const worker = fileURLToPath(new URL('./reading-worker.cjs', import.meta.url))

/**
 * Reads a document in a thread of its own, which is stopped where it takes more time or memory than any document does.
 *
 * @throws Fault when it can't be read, or is stopped
 */
export async function readSafely(file: InputFile): Promise<ReadDocument> {
  // A thread takes longer to start than a plain text to be read, which expands to nothing.
  const isSmall = file.bytes.length <= SMALL_TEXT && formatOf(file) === 'text'
  if (isSmall || !existsSync(worker)) {
    const source = await readDocument(file, installedPdfTables)
    return { source, document: outline(source) }
  }
  const reading = await inWorker(file)
  if ('fault' in reading) throw new Fault(reading.fault, reading.place)
  return reading
}

async function inWorker(file: InputFile): Promise<Reading> {
  const thread = new Worker(worker, {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_MEMORY },
  })
  const stopped = new Fault((say) => say.readingStopped, { file: file.name })
  const timer = setTimeout(() => void thread.terminate(), LONGEST_READING)
  try {
    return await new Promise<Reading>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stopped : error),
      )
      thread.once('exit', () => reject(stopped))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
