import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, outline, readDocument } from '../document/index.ts'

/** The document's own words, beside the slides that were derived from it. */
export const sourceName = 'source.txt'

/** Reads the document of a deck; null for a deck that was written by hand. */
export async function loadDocument(folder: string): Promise<Document | null> {
  const bytes = await readFile(join(folder, sourceName)).catch(() => null)
  return bytes && outline(await readDocument({ name: sourceName, bytes }))
}
