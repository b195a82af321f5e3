import { comparable } from './comparable.ts'
import { likeness } from './compare.ts'
import type { DocumentLines } from './document-lines.ts'
import { findWhole, partsOf } from './whole.ts'

/** An altered paragraph is found again in the document by so many of its pieces, of so many characters. */
const mostPieces = 50
const pieceLength = 10
/** Pieces of shorter paragraphs overlap: UTF-16 units. */
const mostOverlapping = 50
/** So many lines that may be the one are compared. */
const mostNear = 8
/** Words of a slide without notes are looked for in so many places. */
const mostPlaces = 8

/** Where comparable words begin in the document's, -1 where they don't. */
export type Find = (words: string) => number

/** Which line an offset is in, by where the lines start. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The lines of the document that have pieces of a paragraph of the notes, those with most first. The pieces of a short
 * one are shorter and overlap, so that some are whole wherever one word is another.
 */
function nearestLines(said: string, { starts }: DocumentLines, find: Find): number[] {
  const length = Math.min(pieceLength, Math.max(2, Math.floor(said.length / 4)))
  const step = said.length < mostOverlapping ? Math.ceil(length / 3) : length
  const votes = new Map<number, number>()
  for (let from = 0; from + length <= Math.min(said.length, mostPieces * pieceLength); from += step) {
    const offset = find(said.slice(from, from + length))
    if (offset < 0) continue
    const line = lineAt(starts, offset)
    votes.set(line, (votes.get(line) ?? 0) + 1)
  }
  return [...votes].sort(([, one], [, other]) => other - one).map(([line]) => line)
}

/** A paragraph of the notes as the document has it; as it is where the document has nothing of it. */
export function documentsLine(text: string, document: DocumentLines, find: Find): string {
  const said = comparable(text)
  if (document.byWords.has(said)) return text
  const near = nearestLines(said, document, find)
    .slice(0, mostNear)
    .map((at) => document.lines[at]?.text ?? '')
  const alike = near.map((line) => likeness(line, text))
  return near[alike.indexOf(Math.max(...alike))] ?? text
}

/** Which lines of the document a paragraph of the notes may be. */
export function linesOf(text: string, document: DocumentLines, find: Find): readonly number[] {
  const said = comparable(text)
  return document.byWords.get(said) ?? nearestLines(said, document, find).slice(0, 1)
}
/** Which lines of the document have some words of a slide. */
export function linesWith(text: string, { words, starts }: DocumentLines): number[] {
  const [part = ''] = partsOf(comparable(text))
  const found: number[] = []
  if (part === '') return found
  for (
    let at = findWhole(words, part);
    at >= 0 && found.length < mostPlaces;
    at = findWhole(words, part, at + 1)
  )
    found.push(lineAt(starts, at))
  return found
}
