import type { Block } from './blocks.ts'
import { textOf } from './document.ts'
import { endsSentence } from './punctuation.ts'

const CAPTION = /^(?:目[录錄次]|tableofcontents|contents)[:：]?$/iu
const LEADER = /[.．…·\s]{2,20}[0-9ivxlc]{1,5}$/iu

/** A run of repeated headings this long is a table of contents even without its caption. */
const LEAST_LINES = 4
const LONGEST_LINE = 100

/**
 * The blocks of a table of contents: lines that come again later as headings, or that end in a page
 * number behind dots.
 */
export function contentsOf(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const lines = blocks.map(({ span }) => (span.end - span.start > LONGEST_LINE ? '' : textOf({ text }, span)))
  const keys = lines.map((line) => line.replace(LEADER, '').replace(/\s+/gu, ''))
  const lastAt = new Map(keys.map((key, at) => [key, at]))
  const isEntry = (at: number): boolean => {
    const key = keys[at]
    const line = lines[at] ?? ''
    if (key === undefined || key === '') return false
    return LEADER.test(line) || ((lastAt.get(key) ?? at) > at && !endsSentence(line, 0, line.length))
  }
  const contents = new Set<number>(blocks.flatMap(({ layout }, at) => (layout.contents ? [at] : [])))
  for (let at = 0; at < blocks.length; at++) {
    const captioned = CAPTION.test(keys[at] ?? '')
    let to = captioned ? at + 1 : at
    while (isEntry(to)) to++
    if (to - at < (captioned ? 2 : LEAST_LINES)) continue
    for (; at < to; at++) contents.add(at)
  }
  return contents
}
