import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { AutomaticNumbers } from './docx-numbering.ts'
import { type DocxPackage, openDocx, partXml, relationsOf } from './docx-package.ts'
import { boldOf, type ParagraphStyle, paragraphProperties, paragraphStyles } from './docx-styles.ts'
import { imageType } from './images.ts'
import { childValue, descend, elementsOf, type XmlElement } from './xml.ts'

/**
 * A Word or WPS document: its paragraphs with the levels of their styles and outline, the numbers that
 * Word counts by itself written out, tables row by row, pictures, and each footnote below its paragraph.
 * Deleted text, hidden text, comments, heads and feet of pages are not part of it.
 *
 * @throws Fault when the file is no Word document, is damaged, or is built to exhaust memory
 */
export function readDocx(file: InputFile): SourceText {
  const docx = openDocx(file)
  const reader = new DocxReader(docx)
  const body = descend(partXml(docx, 'document.xml'), 'body')
  if (body) reader.readBlocks(body)
  return reader.finish()
}

/** Words of a paragraph as they are gathered, and what hangs on it. */
interface Gathered {
  words: string
  bold: boolean
  readonly images: { readonly relation: string; readonly description: string }[]
  readonly notes: string[]
  readonly boxes: XmlElement[]
}

const NO_STYLE: ParagraphStyle = {}

class DocxReader {
  readonly #docx: DocxPackage
  readonly #writer = new SourceWriter()
  readonly #styles: ReadonlyMap<string, ParagraphStyle>
  readonly #numbers: AutomaticNumbers
  readonly #relations: ReadonlyMap<string, string>
  readonly #notes: ReadonlyMap<string, XmlElement>
  #notesSeen = 0

  constructor(docx: DocxPackage) {
    this.#docx = docx
    this.#styles = paragraphStyles(partXml(docx, 'styles.xml'))
    this.#numbers = new AutomaticNumbers(partXml(docx, 'numbering.xml'))
    this.#relations = relationsOf(docx)
    this.#notes = notesOf(docx)
  }

  finish(): SourceText {
    return this.#writer.finish(this.#docx.file, 'docx')
  }

  readBlocks(parent: XmlElement, inContents = false): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'p') this.#readParagraph(element, inContents)
      else if (element.name === 'tbl') this.#readTable(element)
      else if (element.name === 'sdt') {
        const gallery = childValue(descend(element, 'sdtPr', 'docPartObj'), 'docPartGallery')
        const content = descend(element, 'sdtContent')
        if (content) this.readBlocks(content, inContents || gallery === 'Table of Contents')
      } else if (WRAPPERS.has(element.name)) this.readBlocks(element, inContents)
    }
  }

  #readParagraph(paragraph: XmlElement, inContents: boolean): void {
    const properties = descend(paragraph, 'pPr')
    const own = paragraphProperties(properties)
    const style = { ...(this.#styles.get(childValue(properties, 'pStyle') ?? '') ?? NO_STYLE), ...own }
    const gathered = this.#gather(paragraph, style)
    const words = style.heading === undefined ? gathered.words : gathered.words.replace(/\n/gu, ' ')
    if (words.trim() !== '' || gathered.images.length === 0) {
      const number = style.list && words.trim() !== '' ? this.#numbers.next(style.list) : ''
      const layout = layoutOf(style, gathered.bold, inContents)
      const isItem = style.list !== undefined && number === '' && layout.heading === undefined
      this.#writer.write(number + words, isItem ? { ...layout, item: true } : layout)
    }
    for (const { relation, description } of gathered.images) this.#writeImage(relation, description)
    for (const note of gathered.notes) this.#writer.write(note, { footnote: true })
    for (const box of gathered.boxes) this.readBlocks(box)
  }

  #gather(paragraph: XmlElement, style: ParagraphStyle): Gathered {
    const gathered: Gathered = { words: '', bold: true, images: [], notes: [], boxes: [] }
    const collect = (parent: XmlElement): void => {
      for (const element of elementsOf(parent)) {
        if (element.name === 'r') this.#gatherRun(element, style.bold ?? false, gathered)
        else if (WRAPPERS.has(element.name)) collect(element)
        else if (element.name === 'sdt') collect(descend(element, 'sdtContent') ?? NOTHING)
        else if (FORMULAS.has(element.name)) gathered.images.push(UNREADABLE)
      }
    }
    collect(paragraph)
    return gathered
  }

  #gatherRun(run: XmlElement, styleBold: boolean, gathered: Gathered): void {
    const properties = descend(run, 'rPr')
    if (descend(properties, 'vanish')) return
    let words = ''
    for (const element of elementsOf(run)) {
      if (element.name === 't') words += textIn(element)
      else if (element.name === 'tab') words += '\t'
      else if (element.name === 'noBreakHyphen') words += '-'
      else if (element.name === 'cr' || (element.name === 'br' && element.attributes.type === undefined))
        words += '\n'
      else if (element.name === 'footnoteReference' || element.name === 'endnoteReference') {
        words += this.#noteMark(element, gathered)
      } else if (GRAPHICS.has(element.name)) gatherGraphic(element, gathered)
    }
    const bold = boldOf(properties).bold ?? styleBold
    if (!bold && words.trim() !== '') gathered.bold = false
    gathered.words += words
  }

  #noteMark({ name, attributes }: XmlElement, gathered: Gathered): string {
    const note = this.#notes.get(`${name} ${attributes.id}`)
    if (!note) return ''
    const mark = `[${++this.#notesSeen}]`
    gathered.notes.push(`${mark} ${plainText(note).trim()}`)
    return mark
  }

  #writeImage(relation: string, description: string): void {
    const target = this.#relations.get(relation)?.replace(/^\/?word\//u, '') ?? ''
    const bytes = this.#docx.parts[`word/${target}`]
    const type = bytes && imageType(bytes)
    if (type) {
      this.#writer.writeImage({ type, bytes }, description)
      return
    }
    if (description !== '') this.#writer.write(description)
    this.#writer.leaveOut()
  }

  /** A table of one column only frames its text; any other is rows of cells, their pictures behind it. */
  #readTable(table: XmlElement): void {
    const rows = tableRows(table)
    if (rows.every((cells) => cells.length <= 1)) {
      for (const cell of rows.flat()) this.readBlocks(cell)
      return
    }
    this.#writer.writeTable(rows.map((cells) => cells.map(plainText)))
    const gathered: Gathered = { words: '', bold: true, images: [], notes: [], boxes: [] }
    gatherGraphic(table, gathered)
    for (const { relation, description } of gathered.images) this.#writeImage(relation, description)
  }
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] }

/** What may stand around paragraphs or runs and adds nothing of its own. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'ins moveTo smartTag hyperlink customXml fldSimple bdo dir ruby rubyBase'.split(' '),
)
const GRAPHICS: ReadonlySet<string> = new Set(['drawing', 'pict', 'object', 'AlternateContent'])
const FORMULAS: ReadonlySet<string> = new Set(['oMath', 'oMathPara'])
/** Charts, and diagrams of Word's own. */
const DRAWN: ReadonlySet<string> = new Set(['chart', 'relIds'])
const UNREADABLE = { relation: '', description: '' }
const DELETED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'delText', 'instrText'])

function layoutOf(style: ParagraphStyle, bold: boolean, inContents: boolean): LineLayout {
  if (style.contents || inContents) return { contents: true }
  return {
    ...(style.heading === undefined || style.title ? {} : { heading: style.heading }),
    ...(style.title ? { title: true } : {}),
    ...(style.centred ? { centred: true } : {}),
    ...(bold ? { bold: true } : {}),
  }
}

function notesOf(docx: DocxPackage): ReadonlyMap<string, XmlElement> {
  const notes = (part: string, name: string): readonly (readonly [string, XmlElement])[] =>
    elementsOf(partXml(docx, part) ?? NOTHING).map((note) => [`${name} ${note.attributes.id}`, note] as const)
  return new Map([
    ...notes('footnotes.xml', 'footnoteReference'),
    ...notes('endnotes.xml', 'endnoteReference'),
  ])
}

function textIn({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}

/** Everything that an element says, paragraphs parted by spaces. */
function plainText(element: XmlElement): string {
  if (DELETED.has(element.name)) return ''
  if (element.name === 't') return textIn(element)
  const words = elementsOf(element).map(plainText).join('')
  return element.name === 'p' || element.name === 'br' || element.name === 'tab' ? `${words} ` : words
}

function tableRows(table: XmlElement): readonly (readonly XmlElement[])[] {
  const inside = (parent: XmlElement, name: string): readonly XmlElement[] =>
    elementsOf(parent).flatMap((child) =>
      child.name === name
        ? [child]
        : child.name === 'sdt' || child.name === 'sdtContent' || WRAPPERS.has(child.name)
          ? inside(child, name)
          : [],
    )
  return inside(table, 'tr').map((row) => inside(row, 'tc'))
}

/** The pictures in a drawing, with their descriptions, and the boxes of text in it. */
function gatherGraphic(graphic: XmlElement, gathered: Gathered, description = ''): void {
  for (const element of elementsOf(graphic)) {
    if (DELETED.has(element.name)) continue
    if (element.name === 'txbxContent') {
      gathered.boxes.push(element)
      continue
    }
    const relation = element.name === 'blip' ? element.attributes.embed : element.attributes.id
    if (relation !== undefined && (element.name === 'blip' || element.name === 'imagedata')) {
      gathered.images.push({ relation, description })
    } else if (DRAWN.has(element.name)) gathered.images.push({ ...UNREADABLE, description })
    const described = descend(element, 'docPr')?.attributes.descr ?? element.attributes.alt ?? description
    gatherGraphic(element, gathered, described)
  }
}
