import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import { readsAsText } from '../reads-as-text.ts'
import type { InputFile, LineLayout, SourceText, TableRow } from '../source.ts'
import { refuseTooLong } from '../source-writer.ts'

/**
 * Plain text: its words as they are, and the tables that tabs make in it. A record above the text, as those write
 * who collect texts, is not part of it, and told.
 */
export function readText(file: InputFile): SourceText {
  const whole = decodeText(file)
  const [header = ''] = HEADER.exec(whole) ?? []
  const text = whole.slice(header.length)
  refuseTooLong(text.length, text.split('\n').length)
  return {
    ...{ name: file.name, format: 'text', text, layout: tables(text), images: [] },
    titles: [...header.matchAll(TITLE)].map(([, title = '']) => title.trim()),
    leftOut: header === '' ? [] : [{ line: -1, kind: 'header', words: header.replace(/\s+/gu, ' ').trim() }],
  }
}

/** The same of what a person calls a document. @throws Fault where it does not read as one */
export function readPlainDocument(file: InputFile): SourceText {
  const source = readText(file)
  if (!readsAsText(source.text)) throw new Fault((say) => say.notDocument, { file: file.name })
  return source
}

/** Names and values, a line each, above a ruler; one ruler may stand above them, or a heading in Markdown. */
const HEADER =
  /^\s{0,20}(?:#{1,3} [^\n]{0,120}\n\s{0,8})?(?:-{3,}[ \t]*\n)?(?:(?:[-*] )?[A-Za-z][\w-]{0,30}[ \t]?:[ \t][^\n]{0,400}\n){2,30}\s{0,8}-{3,}[ \t]*(?:\n+|$)/u
const TITLE = /^(?:[-*] )?title[ \t]?:[ \t]["']?(.{1,200}?)["']?[ \t]*$/gimu

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
