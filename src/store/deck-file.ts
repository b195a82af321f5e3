import { projectIn } from '../deck/project.ts'
import { type MemoryStore, memoryStore } from './memory.ts'

// Runs anywhere.

/**
 * The store that a built page carries: the folder of its deck, without the document itself. Whoever changed it builds
 * the page again from its files.
 *
 * @returns null for a page that carries none
 */
export function deckFileStore(html: string): MemoryStore | null {
  const files = projectIn(html)
  return files && memoryStore(files)
}
