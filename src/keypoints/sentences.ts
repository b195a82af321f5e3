import type { Span } from '../document/document.ts'

/** A sentence ends at its full stop, with the quotation marks and brackets that close behind it. */
const end = /[。！？!?]+[”’」』）)]*|\.(?=\s)|\n+/gu

/** Sentence segmentation of a span, in order; white space around a sentence is left out. */
export function sentences(text: string, span: Span): Span[] {
  return split(text, span, end)
}

/** Cuts a span behind every match of the pattern; empty pieces are left out. */
export function split(text: string, span: Span, pattern: RegExp): Span[] {
  const inside = text.slice(span.start, span.end)
  const pieces: Span[] = []
  let from = 0
  const push = (to: number): void => {
    const piece = inside.slice(from, to)
    const start = span.start + from + (piece.length - piece.trimStart().length)
    const words = piece.trim()
    if (words) pieces.push({ start, end: start + words.length })
    from = to
  }
  for (const match of inside.matchAll(pattern)) push(match.index + match[0].length)
  push(inside.length)
  return pieces
}
