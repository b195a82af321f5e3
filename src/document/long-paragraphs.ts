import type { Span } from './document.ts'
import { trimmed } from './lines.ts'

/** In UTF-16 units: a paragraph is cut when it is longer than the first, into pieces of about the second. */
const LONGEST_PARAGRAPH = 2000
const PIECE = 700

/** Where a cut is best, better first: behind a sentence, a clause, a word. */
const SEAMS: readonly RegExp[] = [/[。！？!?…][”’」』）)]?|[.](?=\s)/gu, /[；;，,、：:]/gu, /\s/gu]

/** A text of one line has no paragraphs to show; its sentences are put into such. What has no seam stays whole. */
export function cutLongParagraph(text: string, span: Span): readonly Span[] {
  const pieces: Span[] = []
  let { start } = span
  while (span.end - start > LONGEST_PARAGRAPH) {
    const seam = seamIn(text, start + PIECE, start + LONGEST_PARAGRAPH)
    if (seam === null) break
    pieces.push(trimmed(text, start, seam))
    start = trimmed(text, seam, span.end).start
  }
  return start < span.end ? [...pieces, { start, end: span.end }] : pieces
}

function seamIn(text: string, from: number, to: number): number | null {
  const stretch = text.slice(from, to)
  for (const pattern of SEAMS) {
    pattern.lastIndex = 0
    const match = pattern.exec(stretch)
    if (match) return from + match.index + match[0].length
  }
  return null
}
