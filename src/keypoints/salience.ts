import type { Span } from '../document/document.ts'

/** Spans that are compared with each other at once. */
const window = 96

/**
 * How central each span is among those around it, 0 to 1: how many of the others say its words, on the average of its
 * words (degree centrality, as in Erkan & Radev, “LexRank”, JAIR 22, 2004, without the random walk). The terms are words
 * where the script has spaces, and pairs of neighbouring characters where it has none: they retrieve Chinese text as
 * well as a dictionary's words do (Nie & Ren, Information Processing & Management 35(4), 1999).
 */
export function salience(text: string, spans: readonly Span[]): number[] {
  const scores: number[] = []
  for (let from = 0; from < spans.length; from += window) {
    const terms = spans.slice(from, from + window).map((span) => wordsIn(text, span))
    const saying = new Map<string, number>()
    for (const term of terms.flatMap((one) => [...one])) saying.set(term, (saying.get(term) ?? 0) + 1)
    const own = terms.map(
      (one) => [...one].reduce((sum, term) => sum + (saying.get(term) ?? 1) - 1, 0) / (one.size || 1),
    )
    const most = Math.max(...own) || 1
    scores.push(...own.map((value) => 0.5 + value / most / 2))
  }
  return scores
}

/** The terms of a span, each with how often it is said there. */
function termsOf(text: string, { start, end }: Span): Map<string, number> {
  const words = text.slice(start, Math.min(end, start + 400)).toLowerCase()
  const terms = new Map<string, number>()
  const count = (term: string): void => void terms.set(term, (terms.get(term) ?? 0) + 1)
  for (const [run] of words.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) count(run)
    else for (let i = 0; i + 1 < run.length; i++) count(run.slice(i, i + 2))
  }
  return terms
}

/** So much of what one span says stands in the other that one of them is enough. */
const enough = 0.8

/** The words (pairs of characters) of a span, to be compared with those of others. */
export function wordsIn(text: string, span: Span): ReadonlySet<string> {
  return new Set(termsOf(text, span).keys())
}

/** One says what the other says: most of its words are the other's. */
export function repeats(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return shared >= Math.min(one.size, other.size) * enough
}
