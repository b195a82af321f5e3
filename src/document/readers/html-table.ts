import { attribute, type Element, isElement, type ParentNode } from './html-nodes.ts'

/** The cells of each row, in the columns in which they stand: null where one reaches over from the side or from above. */
export function tableRows(table: Element): readonly (readonly (Element | null)[])[] {
  const grid: (Element | null)[][] = []
  /** How many more rows the cell above takes, by column. */
  const taken: number[] = []
  for (const row of rowsIn(table)) {
    const cells: (Element | null)[] = []
    const skip = (): void => {
      for (let left = taken[cells.length] ?? 0; left > 0; left = taken[cells.length] ?? 0) {
        taken[cells.length] = left - 1
        cells.push(null)
      }
    }
    for (const cell of row.childNodes.filter(isElement)) {
      if (!/^t[dh]$/u.test(cell.tagName)) continue
      skip()
      const width = spanOf(cell, 'colspan')
      const height = spanOf(cell, 'rowspan')
      for (let column = 0; column < width && cells.length < MOST_COLUMNS; column++) {
        taken[cells.length] = height - 1
        cells.push(column === 0 ? cell : null)
      }
    }
    skip()
    grid.push(cells)
  }
  return grid
}

const MOST_COLUMNS = 64
const MOST_ROWS = 500

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Math.floor(Number(attribute(cell, name) ?? 1))
  return span >= 1 ? Math.min(span, name === 'colspan' ? MOST_COLUMNS : MOST_ROWS) : 1
}

function rowsIn(parent: ParentNode): readonly Element[] {
  return parent.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'tr' ? [child] : /^t(?:body|head|foot)$/u.test(child.tagName) ? rowsIn(child) : [],
    )
}
