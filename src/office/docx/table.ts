import { element, type Xml } from '../xml.ts'
import { paragraph, twips, value } from './vocabulary.ts'

/** A cell: its paragraphs, how many columns it reaches over, and whether it goes on downwards or goes on from above. */
export interface WordCell {
  readonly content: readonly Xml[]
  readonly columns?: number
  readonly merge?: 'begins' | 'goes on'
}

export interface WordRow {
  readonly cells: readonly WordCell[]
  /** Of one that is written in, in points: what it has at least; its words stand in the middle, and it stays on one page. */
  readonly height?: number
  /** Every page repeats it. */
  readonly isHead?: boolean
}

/** A table, and the paragraph without which it and one below it would be one. @param widths of its columns, in twentieths of a point */
export function tableXml(widths: readonly number[], rows: readonly WordRow[]): readonly Xml[] {
  const wide = (from: number, count: number): number =>
    widths.slice(from, from + count).reduce((sum, one) => sum + one, 0)
  const isFixed = rows.some(({ height }) => height !== undefined)
  return [
    element(
      'w:tbl',
      element(
        'w:tblPr',
        value('w:tblStyle', 'SlideTable'),
        element('w:tblW', { 'w:w': wide(0, widths.length), 'w:type': 'dxa' }),
        isFixed ? element('w:tblLayout', { 'w:type': 'fixed' }) : null,
      ),
      element(
        'w:tblGrid',
        widths.map((one) => element('w:gridCol', { 'w:w': one })),
      ),
      rows.map(({ cells, height, isHead = false }) => {
        let at = 0
        const written = cells.map(({ content, columns = 1, merge }) => {
          at += columns
          return element(
            'w:tc',
            element(
              'w:tcPr',
              element('w:tcW', { 'w:w': wide(at - columns, columns), 'w:type': 'dxa' }),
              columns > 1 ? value('w:gridSpan', columns) : null,
              merge ? value('w:vMerge', merge === 'begins' ? 'restart' : 'continue') : null,
              height === undefined ? null : value('w:vAlign', 'center'),
            ),
            content.length ? content : paragraph('SlideText', []),
          )
        })
        return element('w:tr', height === undefined ? null : rowProperties(height, isHead), written)
      }),
    ),
    paragraph('SlideText', []),
  ]
}

const rowProperties = (height: number, isHead: boolean): Xml =>
  element(
    'w:trPr',
    element('w:cantSplit'),
    element('w:trHeight', { 'w:val': twips(height), 'w:hRule': 'atLeast' }),
    isHead ? element('w:tblHeader') : null,
  )
