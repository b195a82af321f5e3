import { numberingAt } from '../numbering.ts'
import type { PdfLine, Segment } from './pdf-lines.ts'

/** A table as its columns show it: how many lines it takes, and its cells. */
export interface PdfTable {
  readonly lines: number
  readonly rows: readonly (readonly string[])[]
}

interface Column {
  left: number
  right: number
}

const LEAST_ROWS = 2
/** From one row to the next, in heights of the type. */
const WIDEST_STEP = 4

/** The table that begins with a line: rows of two parts or more that stand below each other; null where there is none. */
export function tableAt(lines: readonly PdfLine[], first: number): PdfTable | null {
  const head = lines[first]
  if (!head || cellsIn(head).length < 2) return null
  const columns: Column[] = []
  const rows: (readonly Segment[])[] = []
  let at = first
  for (; at < lines.length; at++) {
    const line = lines[at]
    const above = lines[at - 1]
    if (!line) break
    const step = at > first && above ? above.y - line.y : 0
    if (at > first && (step <= 0 || step > line.size * WIDEST_STEP)) break
    const parts = cellsIn(line)
    if (parts.length >= 2) {
      const widened = withColumns(columns, parts)
      if (!widened) break
      columns.splice(0, columns.length, ...widened)
      rows.push(parts)
    } else if (!goesOn(columns, line)) break
    else rows.push(parts)
  }
  const full = rows.filter((parts) => parts.length >= 2)
  if (full.length < LEAST_ROWS || columns.length < 2 || !isTable(full, columns)) return null
  return { lines: at - first, rows: cellsOf(rows, columns) }
}

/** The parts of a line that may be cells; the number of a heading or an article is one with its words. */
function cellsIn({ segments }: PdfLine): readonly Segment[] {
  const [number, words, ...more] = segments
  if (!number || !words) return segments
  const numbering = numberingAt(`${number.words} ${words.words}`, 0)
  const isNumber = numbering !== null && numbering.length >= number.words.trim().length
  return isNumber
    ? [{ ...words, left: number.left, words: `${number.words} ${words.words}` }, ...more]
    : segments
}

/** Columns are told by several rows: a list of contents or a line of two names is none. */
function isTable(rows: readonly (readonly Segment[])[], columns: readonly Column[]): boolean {
  const filled = rows.filter((row) => row.length >= Math.max(2, columns.length - 1)).length
  const isContents = rows.every((row) => /^[\d\s·….-]{1,12}$|[.…·]{4}/u.test(row.at(-1)?.words ?? ''))
  return filled >= LEAST_ROWS && !(columns.length === 2 && isContents)
}

/** The columns with the parts of a further row in them; null where a part reaches over two. */
function withColumns(columns: readonly Column[], parts: readonly Segment[]): readonly Column[] | null {
  const all = columns.map((column) => ({ ...column }))
  for (const { left, right } of parts) {
    const over = all.filter((column) => column.left < right && column.right > left)
    if (over.length > 1) return null
    const [column] = over
    if (!column) all.push({ left, right })
    else {
      column.left = Math.min(column.left, left)
      column.right = Math.max(column.right, right)
    }
  }
  const sorted = all.sort((one, other) => one.left - other.left)
  return sorted.some((column, at) => column.right > (sorted[at + 1]?.left ?? Number.POSITIVE_INFINITY))
    ? null
    : sorted
}

/** A line of one part goes on with a cell, if it keeps within a column that is not the first. */
function goesOn(columns: readonly Column[], { left, right, size }: PdfLine): boolean {
  const at = columns.findIndex((column) => left < column.right && right > column.left)
  const next = columns[at + 1]
  return (
    at > 0 && left >= (columns[at]?.left ?? 0) - size && right <= (next?.left ?? Number.POSITIVE_INFINITY)
  )
}

function cellsOf(
  lines: readonly (readonly Segment[])[],
  columns: readonly Column[],
): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const line of lines) {
    const cells = columns.map((column) =>
      line
        .filter(({ left, right }) => left < column.right && right > column.left)
        .map(({ words }) => words.trim())
        .join(' '),
    )
    const above = rows.at(-1)
    // The line of a row that goes on has nothing in its first column.
    if (above && line.length === 1) {
      for (const [at, cell] of cells.entries()) if (cell !== '') above[at] = joinedCell(above[at] ?? '', cell)
    } else rows.push(cells)
  }
  return rows
}

function joinedCell(before: string, after: string): string {
  if (before === '') return after
  return /\p{sc=Han}$/u.test(before) || /^\p{sc=Han}/u.test(after) ? before + after : `${before} ${after}`
}
