import type { Span } from '../document/document.ts'
import { leadsIn } from './lead-ins.ts'
import { quoted } from './quotation.ts'
import { trimmedSpan } from './sentences.ts'

export interface Clause extends Span {
  /** The punctuation behind it, empty at the end of its sentence. */
  readonly mark: string
}

const marks =
  /[，：:]|;(?=\s)|[,、](?=\s)|,(?!\d)|(?<!\s)\s*——\s*|\s[–—-]{1,3}\s?|(?<![\p{Script=Han}\d])—(?![\p{Script=Han}\d])|،/gu

/**
 * Cuts a sentence at its commas, colons and dashes. Those inside quotation marks, brackets and numbers cut
 * nothing, nor do the commas between the parts of an English list.
 */
export function clauses(text: string, sentence: Span): Clause[] {
  const kept = quoted(text, sentence)
  const inside = text.slice(sentence.start, sentence.end)
  const found: Clause[] = []
  let from = 0
  const push = (to: number, mark: string): void => {
    const span = trimmedSpan(text, { start: sentence.start + from, end: sentence.start + to })
    const says = span && /[\p{L}\p{N}]/u.test(text.slice(span.start, Math.min(span.end, span.start + 200)))
    if (span && says) found.push({ ...withoutStop(text, span), mark })
    from = to + mark.length
  }
  for (const match of inside.matchAll(marks)) {
    if (kept[match.index] === 1) continue
    if (match[0] === ':' && /\d/u.test(inside.charAt(match.index + 1))) continue
    if (isAmount.test(inside.slice(match.index + 1, match.index + 12))) continue
    if (match[0] === ',' && !partsEnglish(inside, from, match.index)) continue
    push(match.index, match[0])
  }
  push(inside.length, '')
  return found
}

/** Says how much what stands before it comes to, and nothing without that: 放假调休，共8天. */
const isAmount = /^(?:共计?|合计|总计|累计)\d[\d.]*[^，：\d]{1,3}(?:[，。；]|$)/u

const newClause =
  /^\s*(?:(?:and|but|so|or|yet|nor)\s+(?:I|we|you|he|she|it|they|there|this|that|these|those|let|no one|everyone|nobody)\b|when|while|because|although|though|unless|except|until|since|whether|if|so that|I|we|you|he|she|they|it|there|let|everyone|no one|but|yet|(?:which|who|including|especially|particularly|\p{Ll}{3,}ing)\s(?![^,]*,?\s(?:and|or)\s[^,]*$))/iu

/** A comma behind an introduction (In this struggle, …) or before a clause of its own; Chinese text with ASCII commas always. */
function partsEnglish(text: string, from: number, at: number): boolean {
  if (/\p{Script=Han}/u.test(text.slice(Math.max(0, at - 3), at + 4))) return true
  return newClause.test(text.slice(at + 1, at + 80)) || (at - from < 100 && leadsIn(text.slice(from, at)))
}

/** Without the full stop or semicolon that ends the sentence. */
function withoutStop(text: string, { start, end }: Span): Span {
  while (end > start + 1 && /[。！!；;….\s]/u.test(text.charAt(end - 1))) end--
  return { start, end }
}
