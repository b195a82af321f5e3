import { decodeText } from '../encoding.ts'
import type { InputFile, LineLayout, SourceText, TableRow } from '../source.ts'
import { refuseTooLong } from '../source-writer.ts'

/** Plain text: its words as they are, and the tables that tabs make in it. */
export function readText(file: InputFile): SourceText {
  const text = decodeText(file)
  refuseTooLong(text.length, text.split('\n').length)
  return { name: file.name, format: 'text', text, layout: tables(text), images: [], leftOut: [] }
}

const LONGEST_ROW = 300

/** Lines one below the other with as many tabs between their words are the rows of a table. */
function tables(text: string): ReadonlyMap<number, LineLayout> {
  const layout = new Map<number, LineLayout>()
  if (!text.includes('\t')) return layout
  let table = 0
  let above: TableRow['cells'] = []
  for (const [at, line] of text.split('\n').entries()) {
    const cells = cellsOf(line)
    if (cells.length > 1 && cells.length === above.length) {
      if (!layout.has(at - 1)) layout.set(at - 1, { row: { table: ++table, cells: above } })
      layout.set(at, { row: { table, cells } })
    }
    above = cells
  }
  return layout
}

/** The columns of the cells in a line, counted from its first word as a line without its indent is. */
function cellsOf(line: string): TableRow['cells'] {
  const words = line.trim()
  if (words.length > LONGEST_ROW || !words.includes('\t') || words.includes('\f')) return []
  return [...words.matchAll(/[^\t]+/gu)].map(({ 0: cell, index }) => {
    const start = index + (cell.length - cell.trimStart().length)
    return [start, start + cell.trim().length] as const
  })
}
