import { escapeInline } from '../../deck/escape.ts'
import type { DeckState } from '../deck-state.ts'
import { linesOf, replaceLines } from '../lines.ts'
import { partsOf, type SlidePart } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** The cells of a table, the Markdown of each, its head first. */
export type Rows = readonly (readonly string[])[]

const cellsOf = (line: string): string[] => {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

/** @param slideText the whole text of the slide that the table stands on */
export function rowsOf(slideText: string, { from, to }: Pick<SlidePart, 'from' | 'to'>): Rows {
  return linesOf(slideText)
    .slice(from, to)
    .flatMap(({ text }, i) => (i === 1 ? [] : [cellsOf(text)]))
}

/**
 * Gives a table other cells; rows that are as they were keep how they are written.
 *
 * @param part the table, by its place among the parts of the slide
 * @param rows as `rowsOf` gives them
 */
export function editTable(state: DeckState, id: number, part: number, rows: Rows): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const table = partsOf(slide, file).parts[part]
  if (table?.kind !== 'table') return state
  const before = rowsOf(slide.text, table)
  const lines = linesOf(slide.text).slice(table.from, table.to)
  const written = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const isSame = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
    one?.length === other?.length && (one ?? []).every((cell, i) => cell === other?.[i])
  const lineAt = (row: number): string | undefined => lines[row === 0 ? 0 : row + 1]?.text
  const [head = [], ...others] = rows
  const width = head.length
  const rule = before[0]?.length === width ? lines[1]?.text : undefined
  const all = [
    isSame(head, before[0]) ? (lineAt(0) ?? written(head)) : written(head),
    rule ?? `|${' --- |'.repeat(width)}`,
    ...others.map((cells) => {
      const same = before.findIndex((row, k) => k > 0 && isSame(row, cells))
      return (same > 0 ? lineAt(same) : undefined) ?? written(cells)
    }),
  ]
  if (rows.length === 0)
    return withText(state, id, replaceLines(slide.text, table.from, table.to, [], file.form.lineEnd))
  return withText(state, id, replaceLines(slide.text, table.from, table.to, all, file.form.lineEnd))
}

/** Words as a cell holds them. */
export const asCell = (words: string): string => escapeInline(words.replace(/\s*[\r\n]\s*/g, ' ').trim())
