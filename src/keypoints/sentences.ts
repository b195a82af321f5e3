import type { Span } from '../document/document.ts'
import { quoted } from './quotation.ts'

/** A part of a paragraph with a full stop or a semicolon behind it. */
export interface Sentence extends Span {
  /** What ends it, empty at the end of a paragraph without any. */
  readonly mark: string
}

const ends =
  /(?:[。！？…؟।॥]|[!?](?![\p{L}\p{N}]))+[”’」』）)\]"]*|[；;؛]|\.(?:[ \u00a0]\.){2,3}|\.[”’"')\]]*(?=\s|$)|(?<=\p{L})\.\d{1,2}(?=\s+\p{Lu}|$)|\n+/gu
const quotedEnd = /[”’」』）)\]"]$/u
/** What goes on behind a quotation: `“…！”的精神`. */
const goesOn = /^[，、；：,;:的等和与及]/u
/** … and . . . */
const leftOut = /^(?:…|\. \.)/u
/** Behind `Reg.` and the like a number is what it counts: `Reg. No. 12`, `Sec. 3`. */
const counted = /^\s(?:Nos?\.|§|\d)/u
const abbreviation =
  /(?:^|[\s(“"])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Nos?|Arts?|vs|etc|Jr|Sr|Inc|Ltd|Co|Gen|Sen|Rep|Gov|Fig|Vol|pp|cf|pars?|subsecs?|secs?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/u

/**
 * Cuts a span into sentences and the parts between semicolons, in order. Full stops inside
 * quotation marks and brackets, and those of abbreviations and numbers, end nothing.
 */
export function sentences(text: string, span: Span): Sentence[] {
  const kept = quoted(text, span)
  const inside = text.slice(span.start, span.end)
  const found: Sentence[] = []
  let from = 0
  const push = (to: number, mark: string): void => {
    const trimmed = trimmedSpan(text, { start: span.start + from, end: span.start + to })
    if (trimmed) found.push({ ...trimmed, mark })
    from = to
  }
  for (const match of inside.matchAll(ends)) {
    const words = match[0]
    const to = match.index + words.length
    const insideQuotation =
      kept[match.index] === 1 &&
      !(quotedEnd.test(words) && kept[to] !== 1 && !goesOn.test(inside.slice(to, to + 1)))
    if (insideQuotation) continue
    // A line of an English sentence that the next one goes on with.
    if (words.startsWith('\n') && /^\p{Ll}/u.test(inside.slice(to, to + 2))) continue
    if (leftOut.test(words) && /^\s*[\p{Ll},;]/u.test(inside.slice(to, to + 4))) continue
    if (words.startsWith('.') && isAbbreviation(inside, from, match.index, to)) continue
    push(to, words)
  }
  push(inside.length, '')
  return found
}

/** The number of an item, an abbreviation, or a stop that the sentence goes on behind. */
function isAbbreviation(text: string, from: number, at: number, to: number): boolean {
  if (at - from < 6 && /^\s*[（(]?\p{N}{1,3}$/u.test(text.slice(from, at))) return true
  return (
    abbreviation.test(text.slice(Math.max(0, at - 12), at)) ||
    (counted.test(text.slice(to, to + 5)) &&
      /\b\p{Lu}\p{L}{1,3}$/u.test(text.slice(Math.max(0, at - 6), at))) ||
    /^\p{Ll}/u.test(text.slice(to, to + 8).trimStart())
  )
}

/** The span without the white space around it; null where nothing is left. */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : null
}
