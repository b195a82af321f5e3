import { packDocx } from '../docx/pack-docx.ts'
import { firstNumbered, type NumberedList, pointList } from '../docx/parts.ts'
import { officialStyle, type PageStyle, scriptStyle, paper as sheet } from '../docx/style.ts'
import { tableXml, type WordRow } from '../docx/table.ts'
import { paragraph, runXml } from '../docx/vocabulary.ts'
import { Relations } from '../package.ts'
import { officeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { line, type Paper, type PaperBlock, type PaperCell, type PaperTable } from './paper.ts'

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
      return paperTable(block, sheet.width - style.margins.left - style.margins.right)
  }
}

function paperTable({ shares, head, rows }: PaperTable, width: number): readonly Xml[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((width * share) / whole))
  // A form stays on one page; a sheet goes on, below its head.
  const isForm = head.length === 0
  const rowOf = (cells: readonly PaperCell[], height: number, keepsWithNext: boolean): WordRow => ({
    height,
    cells: cells.map(({ text, columns = 1, isLabel = false }) => ({
      columns,
      content: [paragraph(isLabel ? 'CellLabel' : 'CellText', words(text), { keepsWithNext })],
    })),
  })
  const labels = head.map((text) => ({ text, isLabel: true }))
  return tableXml(widths, [
    ...(isForm ? [] : [{ ...rowOf(labels, line, true), isHead: true }]),
    ...rows.map(({ cells, height }, i) => rowOf(cells, height, isForm && i < rows.length - 1)),
  ])
}
