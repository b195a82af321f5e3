import type { Span } from '../../document/document.ts'
import { type Scale, size } from '../scale.ts'
import { sentences } from '../sentences.ts'
import { trim } from '../trimming.ts'

/** A sentence up to so many points long is shown whole where nothing of it can be told apart. */
const longest = 6

/** A point where no clause was found that could be one: the first sentence, or its first words. */
export function fallback(text: string, body: Span, scale: Scale): Span | null {
  const first = sentences(text, body)[0] ?? body
  const point = opening(text, trim(text, first) ?? first, scale)
  if (point) return point
  // Marks without their other half: the first words between them.
  for (const { index, 0: words } of text.slice(body.start, body.end).matchAll(/[\p{L}\p{N} 、]{2,}/gu)) {
    const start = body.start + index
    const plain = opening(text, { start, end: start + words.length }, scale)
    if (plain) return plain
  }
  return null
}

/** The first words of what has no punctuation at all: there is no better place to stop. */
function opening(text: string, span: Span, scale: Scale): Span | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + 600))
  if (size(words, scale) <= scale.limit * longest) return trim(text, span)
  const cut = scale.unit === 'characters' ? scale.fit : ([...words.matchAll(/\S+/gu)][scale.fit]?.index ?? 0)
  return trim(text, { start: span.start, end: span.start + cut })
}
