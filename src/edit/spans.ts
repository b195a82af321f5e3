import { onOneLine, type Span } from '../document/index.ts'
import { omissionIn } from '../keypoints/point-text.ts'

/** A text in which words are found whatever white space is in them. */
export interface Words {
  readonly text: string
  readonly bare: string
  /** Where each character of `bare` stands in the text. */
  readonly at: readonly number[]
}

export function wordsOf(text: string): Words {
  const at: number[] = []
  let bare = ''
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (/\s/.test(character)) continue
    bare += character
    at.push(i)
  }
  return { text, bare, at }
}

/** What stands between the spans of a point. */
const omission = /…+/

/**
 * The spans of a text that some words are, `……` between them; null where they are not the text's.
 *
 * @param from what of several is preferred: the first from there on, an offset of the text
 */
export function spansOf({ bare, at }: Words, words: string, from = 0): Span[] | null {
  const start = at.findIndex((offset) => offset >= from)
  const whole = findOnce(bare, bareOf(words), Math.max(0, start))
  if (whole !== null) return [spanAt(at, whole, bareOf(words).length)]
  const parts = words.split(omission).map(bareOf).filter(Boolean)
  if (parts.length < 2) return null
  const [first = '', ...others] = parts
  let begin = findOnce(bare, first, Math.max(0, start))
  if (begin === null) return null
  const found = [spanAt(at, begin, first.length)]
  let end = begin + first.length
  for (const part of others) {
    begin = bare.indexOf(part, end)
    if (begin < 0) return null
    found.push(spanAt(at, begin, part.length))
    end = begin + part.length
  }
  return found
}

/** Every other place of a text that says the very same as one of its spans. */
export function twinsOf({ text, bare, at }: Words, span: Span): Span[] {
  const words = bareOf(text.slice(span.start, span.end))
  const found: Span[] = []
  for (let i = bare.indexOf(words); i >= 0 && words !== ''; i = bare.indexOf(words, i + words.length)) {
    const place = spanAt(at, i, words.length)
    if (overlap(place, span) === 0) found.push(place)
  }
  return found
}

const bareOf = (words: string): string => words.replace(/\s+/g, '')

function findOnce(text: string, words: string, from: number): number | null {
  if (words === '') return null
  const behind = text.indexOf(words, from)
  const found = behind < 0 ? text.indexOf(words) : behind
  return found < 0 ? null : found
}

function spanAt(at: readonly number[], start: number, length: number): Span {
  return { start: at[start] ?? 0, end: (at[start + length - 1] ?? 0) + 1 }
}

const says = /[\p{L}\p{N}]/u

/** Spans in their order; those with nothing but punctuation between them are one. */
export function joined(text: string, spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = result.at(-1)
    if (last && (span.start <= last.end || !says.test(text.slice(last.end, span.start))))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else result.push({ start: span.start, end: span.end })
  }
  return result
}

/** What is left of spans without one; what would only be punctuation is nothing. */
export function without(text: string, spans: readonly Span[], gone: Span): Span[] {
  return spans
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, gone.start) },
      { start: Math.max(start, gone.end), end },
    ])
    .flatMap((span) => shorn(text, span) ?? [])
}

const edge = /[\s，、：；。！？,;:.!?…—–-]/u

/** A span without the punctuation at its ends, and of whole characters; null where nothing is left. */
export function shorn(text: string, { start, end }: Span): Span | null {
  if (isWithinPair(text, start)) start--
  if (isWithinPair(text, end)) end++
  while (start < end && edge.test(text.charAt(start))) start++
  while (start < end && edge.test(text.charAt(end - 1))) end--
  return start < end && says.test(text.slice(start, end)) ? { start, end } : null
}

/** Whether an offset is between the two units of one character. */
export const isWithinPair = (text: string, at: number): boolean =>
  at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

export const overlap = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))

/** The words of a point: its spans on one line, `……` where words between them are left out. */
export function wordsAt(text: string, spans: readonly Span[]): string {
  return joined(text, spans)
    .map(({ start, end }) => onOneLine(text.slice(start, end)))
    .join(omissionIn(text))
}
