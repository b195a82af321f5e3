import { attribute, type Element, isElement } from '../../markdown/html-tree.ts'
import { rowsOf } from '../../page/fit/measure.ts'

export interface Cell {
  readonly element: Element
  readonly isHead: boolean
  readonly columns: number
  readonly rows: number
}

/** A place of a table's grid: a cell, or what another cell reaches over. */
export type Place = Cell | { readonly over: 'left' | 'above' | 'both' } | null

/** More than any table on a slide has. */
const mostColumns = 100

/** The grid of a table, every row as long as the longest; places that no cell takes are null. */
export function gridOf(table: Element): readonly (readonly Place[])[] {
  const grid: Place[][] = []
  const rows = rowsOf(table)
  rows.forEach(({ row, head }, r) => {
    grid[r] ??= []
    let c = 0
    for (const cell of row.childNodes.filter(isElement)) {
      while (grid[r]?.[c]) c++
      const span = (name: string, most: number): number =>
        Math.max(1, Math.min(most, Math.floor(Number(attribute(cell, name))) || 1))
      const columns = span('colspan', Math.max(1, mostColumns - c))
      const down = span('rowspan', rows.length - r)
      for (let y = 0; y < down; y++)
        for (let x = 0; x < columns; x++) {
          grid[r + y] ??= []
          const line = grid[r + y]
          if (line && !line[c + x])
            line[c + x] =
              x + y === 0
                ? { element: cell, isHead: head || cell.tagName === 'th', columns, rows: down }
                : { over: x > 0 && y > 0 ? 'both' : x > 0 ? 'left' : 'above' }
        }
      c += columns
    }
  })
  const width = Math.max(0, ...grid.map(({ length }) => length))
  return grid.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? null))
}
