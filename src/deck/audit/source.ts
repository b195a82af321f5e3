import type { Place } from '../../fault.ts'
import { comparable } from './comparable.ts'
import { compare } from './compare.ts'

/** Where `source.txt` does not say what the document itself says. */
export interface SourceDifference {
  readonly place: Place
  /** The document's words; '' where it has none. */
  readonly document: string
  /** Those of `source.txt`. */
  readonly source: string
}

/**
 * Holds the text that a deck was derived from against the document itself, read again: notes that were altered
 * together with their `source.txt` are found by it. Whoever alters the document itself, its text and what derive remembers
 * of it alike leaves no witness in the folder: the document as it came has to be kept elsewhere.
 *
 * @param original the text of the document
 * @param source the text of `source.txt`, which stands in `file`
 */
export function auditSource(original: string, source: string, file: string): readonly SourceDifference[] {
  if (comparable(original) === comparable(source)) return []
  return compare(original, source).map(({ before, after }) => ({
    place: { file, line: source.slice(0, after.start).split('\n').length },
    document: original.slice(before.start, before.end),
    source: source.slice(after.start, after.end),
  }))
}
