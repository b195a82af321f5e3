import type { Span } from '../document/document.ts'
import { split } from './sentences.ts'
import { trim } from './trimming.ts'

/** Lengths of a point in characters; a shorter clause takes the next one with it. */
const shortest = 8
const longest = 28

/** The clauses of a sentence that can stand alone as a point, in order, trimmed. */
export function clauses(text: string, sentence: Span): Span[] {
  const pieces = split(text, sentence, /[，；：,;:]|[。！？!?.]+/gu)
  const found: Span[] = []
  for (let i = 0; i < pieces.length; i++) {
    const first = pieces[i]
    if (!first) continue
    let point: Span = first
    for (let next = pieces[i + 1]; next; next = pieces[i + 1]) {
      const wide: Span = { start: point.start, end: next.end }
      const enough = point.end - point.start > shortest && balanced(text.slice(point.start, point.end))
      if (enough || wide.end - wide.start > longest + 2) break
      point = wide
      i++
    }
    const trimmed = trim(text, point)
    if (trimmed && balanced(text.slice(trimmed.start, trimmed.end))) found.push(trimmed)
  }
  return found
}

const pairs = ['“”', '‘’', '（）', '《》', '「」', '()', '[]', '【】']

/** No half of a quotation mark or bracket. */
export function balanced(words: string): boolean {
  return pairs.every((pair) => words.split(pair[0] ?? '').length === words.split(pair[1] ?? '').length)
}
