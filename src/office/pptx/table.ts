import type { Element } from '../../markdown/html-tree.ts'
import { columnShares, type Frame, rowHeight, rowsOf } from '../../page/fit/measure.ts'
import { paragraphsOf } from '../content/paragraphs.ts'
import { gridOf, type Place } from '../content/table.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, type Slot, slots } from './design.ts'
import { paragraphXml, type TextContext } from './text.ts'
import { type Box, emu } from './units.ts'
import { colour, fill, namespaces, transform } from './vocabulary.ts'

/** The style of our tables, by which they follow the theme. */
const styleId = '{0D3B9E5A-7A4C-4F6E-9B1D-5C8E2A7F4D11}'

/** A table that is edited as one. @param frame in which its rows were measured */
export function tableXml(
  id: number,
  name: string,
  table: Element,
  box: Box,
  frame: Frame,
  context: TextContext,
): Xml {
  const grid = gridOf(table)
  const shares = columnShares(table)
  const columns = grid[0]?.length ?? 0
  const whole = shares.slice(0, columns).reduce((sum, share) => sum + share, 0) || 1
  const rows = rowsOf(table)
  const size = Math.max(24, 30 * frame.scale)
  const room = { x: 14 * frame.scale, y: 9 * frame.scale }
  const cell = (place: Place): Xml => {
    const own = place && 'element' in place ? place : null
    const over = place && 'over' in place ? place.over : null
    const paragraphs = own ? paragraphsOf(own.element.childNodes) : []
    const style = {
      hasMarks: false,
      run: { size, ...(own?.isHead ? { slot: context.design.headingInk } : {}) },
    }
    return element(
      'a:tc',
      {
        rowSpan: own && own.rows > 1 ? own.rows : undefined,
        gridSpan: own && own.columns > 1 ? own.columns : undefined,
        hMerge: over === 'left' || over === 'both' ? true : undefined,
        vMerge: over === 'above' || over === 'both' ? true : undefined,
      },
      cellBody(
        paragraphs.map((paragraph) =>
          paragraphXml(
            own?.isHead
              ? { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, bold: true })) }
              : paragraph,
            context,
            style,
          ),
        ),
      ),
      element('a:tcPr', { marL: emu(room.x), marR: emu(room.x), marT: emu(room.y), marB: emu(room.y) }),
    )
  }
  return element(
    'p:graphicFrame',
    element(
      'p:nvGraphicFramePr',
      element('p:cNvPr', { id, name }),
      element('p:cNvGraphicFramePr/a:graphicFrameLocks', { noGrp: true }),
      element('p:nvPr'),
    ),
    transform('p:xfrm', box),
    element(
      'a:graphic/a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
      element(
        'a:tbl',
        element('a:tblPr', { firstRow: rows.some(({ head }) => head) }, element('a:tableStyleId', styleId)),
        element(
          'a:tblGrid',
          Array.from({ length: columns }, (_, i) =>
            element('a:gridCol', { w: emu((box.width * (shares[i] ?? 0)) / whole) }),
          ),
        ),
        grid.map((line, i) =>
          element('a:tr', { h: emu(rows[i] ? rowHeight(rows[i].row, shares, frame) : size) }, line.map(cell)),
        ),
      ),
    ),
  )
}

/** A cell has no fit of its own: its row grows. */
const cellBody = (paragraphs: readonly Xml[]): Xml =>
  element(
    'a:txBody',
    element('a:bodyPr'),
    element('a:lstStyle'),
    paragraphs.length ? paragraphs : element('a:p/a:endParaRPr'),
  )

/** The styles of tables: rules above and below, the head on a ground of its own. */
export function tableStylesXml({ surface, ink, accent, headingInk }: Design): Xml {
  const rule = (side: string, w: number, slot: Slot): Xml =>
    element(`a:${side}`, element('a:ln', { w: emu(w), cmpd: 'sng' }, fill(slot)))
  const words = (slot: Slot, bold: boolean): Xml =>
    element(
      'a:tcTxStyle',
      { b: bold ? 'on' : undefined },
      element('a:fontRef', { idx: 'minor' }),
      colour(slot),
    )
  return element(
    'a:tblStyleLst',
    { 'xmlns:a': namespaces['xmlns:a'], def: styleId },
    element(
      'a:tblStyle',
      { styleId, styleName: 'study-deck' },
      element(
        'a:wholeTbl',
        words(ink, false),
        element(
          'a:tcStyle/a:tcBdr',
          rule('top', 3, accent),
          rule('bottom', 3, accent),
          rule('insideH', 1, slots.line),
        ),
      ),
      element(
        'a:firstRow',
        words(headingInk, true),
        element(
          'a:tcStyle',
          element('a:tcBdr', rule('bottom', 1, slots.line)),
          element('a:fill', fill(surface)),
        ),
      ),
    ),
  )
}
