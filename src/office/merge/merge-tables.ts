import { bare } from '../../deck/audit/compare.ts'
import { asCell, type DeckState, editTable, fileOf, partsOf, rowsOf, slideOf } from '../../edit/index.ts'
import { changesBetween } from './changes.ts'
import type { EditedTable } from './edited-slide.ts'
import { changedWords } from './words.ts'

/** What was taken over of the tables of a slide, and the words that were not. */
export interface MergedTables {
  readonly state: DeckState
  readonly changes: number
  readonly left: readonly string[]
}

/** Between the cells of a row that is compared as one. */
const edge = '\u0001'

/** Takes changed cells, and rows that came and went, over into the tables of a slide's Markdown. */
export function mergeTables(
  state: DeckState,
  id: number,
  before: readonly EditedTable[],
  after: readonly EditedTable[],
): MergedTables {
  const places = (now: DeckState): readonly number[] => {
    const [slide, file] = [slideOf(now, id), fileOf(now, id)]
    if (!slide || !file) return []
    return partsOf(slide, file).parts.flatMap(({ kind }, i) => (kind === 'table' ? [i] : []))
  }
  // Which table is which can't be told where one came or went.
  if (before.length !== after.length) {
    const said = (tables: readonly EditedTable[]): string[] =>
      tables.flatMap((rows) => rows.map((cells) => cells.join(' | ')))
    const [was, is] = [said(before), said(after)]
    const left = [...was.filter((row) => !is.includes(row)), ...is.filter((row) => !was.includes(row))]
    return { state, changes: 0, left }
  }
  const left: string[] = []
  let [now, changes] = [state, 0]
  before.forEach((was, at) => {
    const is = after[at]
    const found = is ? rowChanges(was, is) : []
    if (!is || found.length === 0) return
    const slide = slideOf(now, id)
    const file = fileOf(now, id)
    const part = places(now)[at]
    const table = slide && file && part !== undefined ? partsOf(slide, file).parts[part] : undefined
    const rows = slide && table ? [...rowsOf(slide.text, table)] : []
    // A table that is written otherwise has other rows.
    const isIts = rows.length === was.length
    let taken = 0
    for (const change of found.toReversed()) {
      const row = isIts ? changedRow(change, was, rows) : null
      if (row === null) left.unshift(...wordsOf(change))
      else {
        rows.splice(row.at, row.gone, ...row.came)
        taken++
      }
    }
    if (taken > 0 && part !== undefined) {
      const next = editTable(now, id, part, rows)
      if (next !== now) changes += taken
      now = next
    }
  })
  return { state: now, changes, left }
}

type RowChange = ReturnType<typeof changesBetween>[number]

function rowChanges(was: EditedTable, is: EditedTable): readonly RowChange[] {
  const asOne = (rows: EditedTable) =>
    rows.map((cells) => ({ text: cells.join(edge), level: 0, isFixed: false }))
  // In a table with as many rows as before each row is that one.
  if (was.length === is.length)
    return was.flatMap((cells, at): RowChange[] => {
      const [one, other] = [cells.join(edge), (is[at] ?? []).join(edge)]
      return bare(one) === bare(other) ? [] : [{ kind: 'changed', at, before: one, after: other }]
    })
  return changesBetween(asOne(was), asOne(is))
}

const wordsOf = (change: RowChange): string[] => [
  (change.kind === 'added' ? change.paragraph.text : change.kind === 'changed' ? change.after : change.before)
    .split(edge)
    .join(' | '),
]

/** What becomes of the Markdown's rows; null where its cells do not say what the file's did. */
function changedRow(
  change: RowChange,
  was: EditedTable,
  rows: readonly (readonly string[])[],
): { readonly at: number; readonly gone: number; readonly came: readonly (readonly string[])[] } | null {
  if (change.kind === 'added')
    return { at: change.at + 1, gone: 0, came: [change.paragraph.text.split(edge).map(asCell)] }
  if (change.kind === 'gone') return change.at === 0 ? null : { at: change.at, gone: 1, came: [] }
  const [written, before] = [rows[change.at] ?? [], was[change.at] ?? []]
  const after = change.after.split(edge)
  const cells = after.map((words, i): string | null => {
    const [source = '', old = ''] = [written[i], before[i]]
    if (bare(words) === bare(old)) return source
    if (bare(source) === bare(asCell(old))) return asCell(words)
    return changedWords(source, old, words)
  })
  const whole = cells.flatMap((cell) => (cell === null ? [] : [cell]))
  return written.length === before.length && whole.length === cells.length
    ? { at: change.at, gone: 1, came: [whole] }
    : null
}
