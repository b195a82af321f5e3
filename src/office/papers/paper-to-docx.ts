import { packDocx } from '../docx/pack-docx.ts'
import { firstNumbered, type NumberedList, pointList } from '../docx/parts.ts'
import { officialStyle, type PageStyle, scriptStyle, paper as sheet } from '../docx/style.ts'
import { paragraph, runXml, twips, value } from '../docx/vocabulary.ts'
import { Relations } from '../package.ts'
import { officeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { line, type Paper, type PaperBlock, type PaperTable } from './paper.ts'

/** A paper as a Word document. @param official in the layout of official papers, GB/T 9704 */
export function paperToDocx(paper: Paper, official: boolean): Uint8Array {
  const { title, language, unit, marking, blocks } = paper
  const style = official ? officialStyle : scriptStyle(language, false)
  const numbered: NumberedList[] = []
  return packDocx({
    deck: paper.deck,
    style,
    language,
    title,
    author: unit,
    unit,
    marking,
    pages: officeWords(language).pages,
    body: blocks.flatMap((block, i) => blockXml(block, blocks[i + 1], style, numbered)),
    numbered,
    relations: new Relations(),
    media: [],
  })
}

const words = (text: string): readonly Xml[] => (text ? [runXml({ text })] : [])

function blockXml(
  block: PaperBlock,
  next: PaperBlock | undefined,
  style: PageStyle,
  numbered: NumberedList[],
): readonly Xml[] {
  switch (block.kind) {
    case 'title':
      return [paragraph('Title', words(block.text))]
    case 'subtitle':
      return [paragraph('Subtitle', words(block.text))]
    case 'heading':
      return [paragraph('Heading1', words(block.text))]
    case 'line':
      return [paragraph('SlideText', words(block.text), { keepsWithNext: next?.kind === 'table' })]
    case 'new page':
      return [element('w:p/w:r/w:br', { 'w:type': 'page' })]
    case 'list': {
      if (block.isNumbered) numbered.push({ scheme: 'arabic', start: 1 })
      const id = block.isNumbered ? firstNumbered + numbered.length - 1 : pointList
      return block.items.map(({ text, level }) => paragraph('Point', words(text), { list: { id, level } }))
    }
    case 'table':
      // Two tables one below the other would be one.
      return [
        tableXml(block, sheet.width - style.margins.left - style.margins.right),
        paragraph('SlideText', []),
      ]
  }
}

function tableXml({ shares, head, rows }: PaperTable, width: number): Xml {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((width * share) / whole))
  // A form stays on one page; a sheet goes on, below its head.
  const isForm = head.length === 0
  const cell = (text: string, at: number, columns: number, isLabel: boolean, keepsWithNext: boolean): Xml =>
    element(
      'w:tc',
      element(
        'w:tcPr',
        element('w:tcW', {
          'w:w': widths.slice(at, at + columns).reduce((sum, one) => sum + one, 0),
          'w:type': 'dxa',
        }),
        columns > 1 ? value('w:gridSpan', columns) : null,
        value('w:vAlign', 'center'),
      ),
      paragraph(isLabel ? 'CellLabel' : 'CellText', words(text), { keepsWithNext }),
    )
  const row = (cells: readonly Xml[], height: number, isHead: boolean): Xml =>
    element(
      'w:tr',
      element(
        'w:trPr',
        element('w:cantSplit'),
        element('w:trHeight', { 'w:val': twips(height), 'w:hRule': 'atLeast' }),
        isHead ? element('w:tblHeader') : null,
      ),
      cells,
    )
  return element(
    'w:tbl',
    element(
      'w:tblPr',
      value('w:tblStyle', 'SlideTable'),
      element('w:tblW', { 'w:w': widths.reduce((sum, one) => sum + one, 0), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element(
      'w:tblGrid',
      widths.map((one) => element('w:gridCol', { 'w:w': one })),
    ),
    head.length
      ? row(
          head.map((text, i) => cell(text, i, 1, true, true)),
          line,
          true,
        )
      : null,
    rows.map(({ cells, height }, i) => {
      let at = 0
      return row(
        cells.map(({ text, columns = 1, isLabel = false }) => {
          at += columns
          return cell(text, at - columns, columns, isLabel, isForm && i < rows.length - 1)
        }),
        height,
        false,
      )
    }),
  )
}
