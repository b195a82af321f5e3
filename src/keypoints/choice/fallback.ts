import type { Span } from '../../document/document.ts'
import { type Scale, size } from '../scale.ts'
import { sentences } from '../sentences.ts'
import { trim } from '../trimming.ts'

/** A sentence up to so many points long is shown whole where nothing of it can be told apart. */
const longest = 10
/** What stands between marks whose other half is missing. */
const between = /[^“”‘’「」『』（）()《》〈〉[\]【】{}]{2,}/gu

/**
 * A point where no clause was found that could be one: the first sentence, without the marks in it whose other half is
 * missing, or its first words where it has no end.
 */
export function fallback(text: string, body: Span, scale: Scale): readonly Span[] | null {
  const says = ({ start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end))
  const first = sentences(text, body).find(says) ?? body
  const point = opening(text, trim(text, first) ?? first, scale)
  if (point) return [point]
  const pieces = [...text.slice(first.start, first.end).matchAll(between)].flatMap(({ index, 0: words }) => {
    const start = first.start + index
    return opening(text, { start, end: start + words.length }, scale) ?? []
  })
  return pieces.length > 0 ? pieces.slice(0, longest) : null
}

/** The first words of what has no punctuation at all: there is no better place to stop. */
function opening(text: string, span: Span, scale: Scale): Span | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + 600))
  if (size(words, scale) <= scale.limit * longest) return trim(text, span)
  const cut = scale.unit === 'characters' ? scale.fit : ([...words.matchAll(/\S+/gu)][scale.fit]?.index ?? 0)
  return trim(text, { start: span.start, end: span.start + cut })
}
