import { parentPort, workerData } from 'node:worker_threads'
import { installedPdfTables } from '../assets/installed.ts'
import { type InputFile, outline, readDocument } from '../document/index.ts'
import { Fault } from '../fault.ts'
import type { Reading } from './read-document.ts'

/** The thread in which a document is read: see `readSafely`. */
async function read(file: InputFile): Promise<Reading> {
  try {
    const source = await readDocument(file, installedPdfTables)
    return { source, document: outline(source) }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.texts, place: error.place }
    throw error
  }
}

void read(workerData).then((reading) => parentPort?.postMessage(reading))
