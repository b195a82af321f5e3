import type { ParagraphKind, Span } from '../document/document.ts'
import { clauses } from './clauses.ts'
import { type Scale, size } from './scale.ts'
import { sentences, trimmedSpan } from './sentences.ts'

/** Items behind these words, read without them, say the opposite. */
const forbidding = /不得|禁止|严禁|不准|不许|切忌|\b(?:not|never|no)\b/iu
/** What a list is about, where the words before that are too many to show. */
const announcing = /下列|以下|如下|之一|不得|禁止|严禁|不准|\bfollowing\b/iu

/**
 * What introduces a list so that its items say something else without it: words that forbid
 * (任何组织和个人不得有下列行为：), and in an article of a law whatever stands before its items.
 *
 * @param before what stands between the head of the paragraph and its first item
 * @returns the sentence before the items without its colon, or the last of its clauses where it is too long to show;
 *   null where the items stand alone
 */
export function leadInOf(text: string, before: Span, kind: ParagraphKind, scale: Scale): Span | null {
  const span = trimmedSpan(text, before)
  if (!span || !/[：:]$/u.test(text.charAt(span.end - 1))) return null
  const parts = sentences(text, span)
  const stop = parts.slice(0, -1).findLast(({ mark }) => !/[；;]/u.test(mark))
  const whole = withoutConnective(text, { start: stop?.end ?? span.start, end: span.end - 1 })
  if (!whole) return null
  const words = text.slice(whole.start, whole.end)
  if (kind !== 'article' && !forbidding.test(words)) return null
  if (size(words, scale) <= longestLeadIn(scale)) return whole
  const clause = clauses(text, whole).findLast(({ start, end }) => announcing.test(text.slice(start, end)))
  return clause ? withoutConnective(text, { start: clause.start, end: whole.end }) : null
}

function withoutConnective(text: string, { start, end }: Span): Span | null {
  const connective = /^\s*(?:但是?，?)?/u.exec(text.slice(start, end))?.[0].length ?? 0
  return trimmedSpan(text, { start: start + connective, end })
}

/** Two lines of a slide. */
export function longestLeadIn({ limit }: Scale): number {
  return limit * 2
}
