import type { LineLayout, SourceText } from './source.ts'

/** A line that has more than white space. */
export interface Line {
  /** Zero-based, blank lines counted. */
  readonly number: number
  /** Half-open range in UTF-16 units, without white space at either end. */
  readonly start: number
  readonly end: number
  /** Columns of white space before it; a wide character takes two columns. */
  readonly indent: number
  /** Columns from the margin to its end. */
  readonly width: number
  /** A blank line, not a mere page break, stands before it. */
  readonly afterBlank: boolean
  readonly layout: LineLayout
}

const NO_LAYOUT: LineLayout = {}

/** The lines of a text that are not blank. A form feed ends a line as a line end does. */
export function linesOf({ text, layout }: SourceText): readonly Line[] {
  const lines: Line[] = []
  let afterBlank = false
  let number = 0
  for (let from = 0; from <= text.length; number++) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    const hints = layout.get(number) ?? NO_LAYOUT
    let page = from
    for (let at = from; at <= to; at++) {
      if (at < to && text[at] !== '\f') continue
      const line = trimmed(text, page, at)
      const pageBreak = at < to || page > from
      if (line.start < line.end) {
        lines.push({
          number,
          ...line,
          indent: columns(text, page, line.start),
          width: columns(text, page, line.end),
          afterBlank,
          layout: hints,
        })
        afterBlank = false
      } else if (!pageBreak) {
        afterBlank = true
      }
      page = at + 1
    }
    from = to + 1
  }
  return lines
}

const WHITE = /\s/u

/** The range without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let first = start
  let last = end
  while (first < last && WHITE.test(text.charAt(first))) first++
  while (last > first && WHITE.test(text.charAt(last - 1))) last--
  return { start: first, end: last }
}

/** How wide a range stands on a page, in half-width columns. */
export function columns(text: string, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    sum += code >= 0x1100 && (code < 0x2000 || code >= 0x2e80 || (code >= 0x2014 && code <= 0x201d)) ? 2 : 1
  }
  return sum
}

/** `SECTION 1. SHORT TITLE.` */
export function isCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && !/[\p{Ll}\p{sc=Han}]/u.test(words)
}
