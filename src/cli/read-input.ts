import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Document, outline, readDocument } from '../document/index.ts'
import { Fault } from '../fault.ts'

const largest = 20 * 1024 * 1024

/** Reads the file a person named and finds its outline. */
export async function readInput(
  file: string,
): Promise<{ document: Document; bytes: Uint8Array; text: string }> {
  const found = await stat(file).catch(() => null)
  if (!found) throw new Fault('no such file; check the name', { file })
  if (found.isDirectory()) throw new Fault('is a folder; name the document in it', { file })
  if (found.size === 0) throw new Fault('the file is empty; there is nothing to derive', { file })
  if (found.size > largest) throw new Fault('the file is over 20 MB; cut it into parts', { file })
  const bytes = await readFile(file)
  const source = await readDocument({ name: basename(file), bytes })
  const document = outline(source)
  if (!document.text.trim()) throw new Fault('the file has no text; there is nothing to derive', { file })
  return { document, bytes, text: source.text }
}
