import type { Block } from './blocks.ts'
import { textOf } from './document.ts'
import { isDottedEntry } from './dotted-entry.ts'
import { endsSentence } from './punctuation.ts'

const CAPTION = /^(?:目[录錄次]|tableofcontents|contents)[:：]?$/iu
/** The page at the end of an entry, behind its dots: `……3`, `.....Page 3`, `\t12`. */
const PAGE = /(?:page|p\.|第)?\s{0,3}(?:[0-9]{1,4}|[ivxlc]{1,5})(?:\s?页)?$/iu
const LEADER = /[.．…·‥⋯_—-]|\s/u
const LEAST_LEADER = 2

/** A run of repeated headings this long is a table of contents even without its caption. */
const LEAST_LINES = 4
const LONGEST_LINE = 240
const MOST_ENTRIES = 400

/**
 * The blocks of a table of contents: lines that come again later as headings, or that end in a page
 * number behind dots.
 */
export function contentsOf(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  // Lines that were taken for one paragraph end in the page of the last.
  const lines = blocks.map(({ span: { start, end } }) => {
    const line = text.slice(Math.max(start, end - LONGEST_LINE), end)
    return end - start <= LONGEST_LINE || isDottedEntry(line) ? line : ''
  })
  const keys = lines.map((line) => withoutPage(line).replace(/\s+/gu, ''))
  const lastAt = new Map(keys.map((key, at) => [key, at]))
  const isEntry = (at: number): boolean => {
    const key = keys[at]
    const line = lines[at] ?? ''
    if (key === undefined || key === '') return false
    return withoutPage(line) !== line || ((lastAt.get(key) ?? at) > at && !endsSentence(line, 0, line.length))
  }
  const contents = new Set<number>(blocks.flatMap(({ layout }, at) => (layout.contents ? [at] : [])))
  for (let at = 0; at < blocks.length; at++) {
    const captioned = isContentsCaption(keys[at] ?? '')
    let page = 0
    /** Below its caption an entry has its page behind a space, and pages count up. */
    const isPaged = (to: number): boolean => {
      const own = captioned && to > at ? Number(/\D\s(\d{1,4})$/u.exec(lines[to] ?? '')?.[1]) : Number.NaN
      if (!(own >= page)) return false
      page = own
      return true
    }
    // Below its caption, an entry may be set over two lines.
    const goesOn = (to: number): boolean =>
      isPaged(to) ||
      isEntry(to) ||
      (captioned &&
        (isDottedEntry(lines[to + 1] ?? '') || isDottedEntry(lines[to] ?? '')) &&
        to < at + MOST_ENTRIES)
    let to = captioned ? at + 1 : at
    while (goesOn(to)) to++
    if (to - at < (captioned ? 2 : LEAST_LINES)) continue
    for (; at < to; at++) contents.add(at)
  }
  return contents
}

/** A line that stands above a table of contents and says so. */
export function isContentsCaption(line: string): boolean {
  return CAPTION.test(line.replace(/\s+/gu, ''))
}

/** The words of an entry, or of the heading that it stands for, without white space: both have the same. */
export function entryKey(text: string, block: Block | undefined): string {
  if (!block || block.span.end - block.span.start > LONGEST_LINE) return ''
  return withoutPage(textOf({ text }, block.span)).replace(/\s+/gu, '')
}

function withoutPage(line: string): string {
  const page = PAGE.exec(line.slice(-20))
  if (!page) return line
  const from = line.length - page[0].length
  let at = from
  while (at > 0 && LEADER.test(line.charAt(at - 1))) at--
  return at > 0 && from - at >= LEAST_LEADER ? line.slice(0, at) : line
}
