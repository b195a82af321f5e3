import type { Span } from './document.ts'
import { type Line, linesOf } from './lines.ts'
import { splitAtLostBreaks } from './lost-breaks.ts'
import { type Numbering, numberingAt } from './numbering.ts'
import type { LineLayout, SourceText } from './source.ts'
import { continuations } from './wrapping.ts'

/** A paragraph or heading as it stands on the page, not yet told which. */
export interface Block {
  /** Without white space at either end. */
  readonly span: Span
  readonly layout: LineLayout
  readonly number: Numbering | null
  /** The lines of a table, each with its cells; empty for what is no table. */
  readonly rows: readonly Line[]
  /** The line that names the table or the picture; it belongs to the span. */
  readonly caption?: Span
}

/** The blocks of a text, in its order: lines joined that belong together, and parted where a break was lost. */
export function blocksOf(source: SourceText): readonly Block[] {
  const { text } = source
  const lines = linesOf(source)
  const goesOn = continuations(text, lines)
  const blocks: Block[] = []
  for (let first = 0; first < lines.length; first++) {
    let last = first
    while (goesOn[last] || continuesTable(lines[last], lines[last + 1])) last++
    const members = lines.slice(first, last + 1)
    const [line] = members
    const end = members.at(-1)?.end
    if (!line || end === undefined) break
    const span = { start: line.start, end }
    if (line.layout.row) blocks.push({ span, layout: line.layout, number: null, rows: members })
    else {
      for (const part of splitAtLostBreaks(text, span)) {
        blocks.push({ span: part, layout: line.layout, number: numberWithin(text, part), rows: [] })
      }
    }
    first = last
  }
  return blocks
}

/** The number that a block begins with. */
export function numberWithin(text: string, { start, end }: Span): Numbering | null {
  const number = numberingAt(text, start)
  return number && start + number.length <= end ? number : null
}

function continuesTable(line: Line | undefined, next: Line | undefined): boolean {
  return line?.layout.row !== undefined && line.layout.row.table === next?.layout.row?.table
}
