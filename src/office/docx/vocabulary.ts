import type { Run } from '../content/runs.ts'
import { element, type Xml } from '../xml.ts'

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Media types of the parts of a document. */
export const types = {
  document: `${word}.document.main+xml`,
  styles: `${word}.styles+xml`,
  numbering: `${word}.numbering+xml`,
  settings: `${word}.settings+xml`,
  fontTable: `${word}.fontTable+xml`,
  header: `${word}.header+xml`,
  footer: `${word}.footer+xml`,
} as const

/** Twentieths of a point, of which an inch has 72. */
export const twips = (points: number): number => Math.round(points * 20)
export const millimetres = (length: number): number => twips((length * 72) / 25.4)

export const value = (name: string, val: string | number): Xml => element(name, { 'w:val': val })

/** How some words differ from their paragraph. */
export interface RunStyle {
  /** The id of a style of characters. */
  readonly style?: string
}

/** Words of one look. */
export function runXml(run: Run, { style }: RunStyle = {}): Xml {
  const properties = element(
    'w:rPr',
    style || run.code ? value('w:rStyle', run.code ? 'Code' : (style ?? '')) : null,
    run.bold ? element('w:b') : null,
    run.italic ? element('w:i') : null,
    run.struck ? element('w:strike') : null,
    run.underlined ? value('w:u', 'single') : null,
    run.marked ? value('w:highlight', 'yellow') : null,
    run.raised ? value('w:vertAlign', run.raised === 'sup' ? 'superscript' : 'subscript') : null,
  )
  const lines = run.text.split('\n')
  return element(
    'w:r',
    properties.xml === '<w:rPr/>' ? null : properties,
    lines.flatMap((text, i) => [
      i > 0 ? element('w:br') : null,
      text ? element('w:t', { 'xml:space': 'preserve' }, text) : null,
    ]),
  )
}

/** What a paragraph has besides its style. */
export interface ParagraphOptions {
  /** Its list, and its level there from 0. */
  readonly list?: { readonly id: number; readonly level: number }
  readonly keepsWithNext?: boolean
  /** What stays free at the right end of its lines: twentieths of a point. */
  readonly free?: number
}

/** A paragraph of a style. */
export function paragraph(style: string, content: readonly Xml[], options: ParagraphOptions = {}): Xml {
  const { list, keepsWithNext, free } = options
  return element(
    'w:p',
    element(
      'w:pPr',
      style ? value('w:pStyle', style) : null,
      keepsWithNext ? element('w:keepNext') : null,
      list ? element('w:numPr', value('w:ilvl', list.level), value('w:numId', list.id)) : null,
      free ? element('w:ind', { 'w:right': free }) : null,
    ),
    content,
  )
}

/** A field that Word works out: the number of the page, how many there are. */
export const field = (code: 'PAGE' | 'NUMPAGES'): Xml =>
  element('w:fldSimple', { 'w:instr': ` ${code} ` }, element('w:r/w:t', '1'))
