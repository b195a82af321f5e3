import { expect } from 'vitest'
import type { Document, Section, Span } from '../../src/document/index.ts'

/** All spans of a document that hold its words, in the order in which its sections have them. */
export function spansOf(document: Document): readonly Span[] {
  const inside = ({ heading, paragraphs, sections }: Section): readonly Span[] => [
    ...(heading ? [heading] : []),
    ...paragraphs.map(({ span }) => span),
    ...sections.flatMap(inside),
  ]
  return document.sections.flatMap(inside)
}

/** Nothing lost, nothing twice, everything in order and trimmed, levels counted from their parents. */
export function expectSound(document: Document): void {
  const { text, title } = document
  let last = 0
  for (const { start, end } of spansOf(document)) {
    if (start < last || start >= end || end > text.length) expect.fail(`span ${start}–${end} behind ${last}`)
    last = end
  }
  const all = [...spansOf(document), ...(title ? [title] : [])].sort((one, other) => one.start - other.start)
  let from = 0
  for (const { start, end } of [...all, { start: text.length, end: text.length }]) {
    if (start < from) expect.fail(`span ${start}–${end} overlaps`)
    const between = text.slice(from, start)
    if (between.trim() !== '') expect.fail(`lost: ${JSON.stringify(between.slice(0, 80))}`)
    const words = text.slice(start, end)
    if (words.trim() !== words) expect.fail(`not trimmed: ${JSON.stringify(words.slice(0, 80))}`)
    from = end
  }
  for (const section of document.sections) expectLevels(section, 0)
}

function expectLevels({ heading, level, paragraphs, sections }: Section, above: number): void {
  if (level !== above + 1 && !(above === 0 && level === 0 && heading === null))
    expect.fail(`level ${level} in ${above}`)
  for (const { span, runIn, cells = [] } of paragraphs) {
    const parts = [...(runIn ? [runIn] : []), ...cells.flat()]
    if (parts.some(({ start, end }) => start < span.start || end > span.end))
      expect.fail('a part leaves its paragraph')
  }
  for (const section of sections) expectLevels(section, level)
}
