import type { Format, InputFile, LeftOutKind, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { chartTable, diagramWords } from './docx-drawings.ts'
import { fieldWords } from './docx-fields.ts'
import { AutomaticNumbers } from './docx-numbering.ts'
import { type DocxPackage, openDocx } from './docx-package.ts'
import { type ParagraphStyle, paragraphProperties, runProperties, stylesOf } from './docx-styles.ts'
import { fontSign } from './font-signs.ts'
import { imageType } from './images.ts'
import { linearOmml } from './omml.ts'
import type { ReadingHelp, ReadPart } from './part.ts'
import { loweredWords, raisedWords } from './raised.ts'
import { openWordXml } from './word-xml.ts'
import { childValue, descend, elementsOf, textIn, type XmlElement } from './xml.ts'
import { partXml } from './zip.ts'

/**
 * A Word or WPS document: its paragraphs with the levels of their styles and outline, the numbers that
 * Word counts by itself written out, tables row by row, pictures, charts as tables, formulas on one line,
 * and each footnote below its paragraph. Deleted text, hidden text, comments, heads and feet of pages are
 * not part of it; what is hidden and what is remarked is told as left out.
 *
 * @param help.readPart reads documents of other formats that this one takes in
 * @throws Fault when the file is no Word document, is damaged, or is built to exhaust memory
 */
export async function readDocx(file: InputFile, { readPart }: ReadingHelp): Promise<SourceText> {
  return readParts(openDocx(file), 'docx', readPart)
}

/** A Word document in one file of XML, as Word 2003 writes it or later ones do. @throws Fault when it is damaged */
export async function readWordXml(file: InputFile, { readPart }: ReadingHelp): Promise<SourceText> {
  return readParts(openWordXml(file), 'word-xml', readPart)
}

async function readParts(docx: DocxPackage, format: Format, readPart: ReadPart): Promise<SourceText> {
  const reader = new DocxReader(docx, await documentsWithin(docx, readPart))
  if (docx.body) reader.readBlocks(docx.body)
  return reader.finish(format)
}

/** The documents that stand in this one as they are (`w:altChunk`), by relation; null for what can't be read. */
async function documentsWithin(
  { body, related, parts }: DocxPackage,
  readPart: ReadPart,
): Promise<ReadonlyMap<string, SourceText | null>> {
  const within = new Map<string, SourceText | null>()
  for (const { attributes } of body ? namedIn(body, 'altChunk') : []) {
    const path = related.get(attributes.id ?? '') ?? ''
    const bytes = parts.parts.get(path)
    within.set(attributes.id ?? '', bytes ? await readPart({ name: path, bytes }).catch(() => null) : null)
  }
  return within
}

/** The elements of a name in another, however deep. */
function namedIn(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => (child.name === name ? [child] : namedIn(child, name)))
}

/** What stands behind a paragraph, in the order in which it hangs there. */
type Hanging =
  | { readonly kind: 'image'; readonly relation: string; readonly description: string }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'box'; readonly content: XmlElement }
  | { readonly kind: 'table'; readonly title: string; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'left-out'; readonly what: LeftOutKind; readonly words: string }

/** Words of a paragraph as they are gathered, and what hangs on it. */
interface Gathered {
  words: string
  bold: boolean
  /** How many characters were not to be shown. */
  hidden: number
  readonly hanging: Hanging[]
  /** The codes of the fields that are open, innermost last; of those whose result is being read, null. */
  readonly fields: (string | null)[]
}

interface Run {
  readonly bold: boolean
  readonly hidden: boolean
  readonly font: string
}

const gatheredNothing = (): Gathered => ({ words: '', bold: true, hidden: 0, hanging: [], fields: [] })

class DocxReader {
  readonly #docx: DocxPackage
  readonly #within: ReadonlyMap<string, SourceText | null>
  readonly #writer = new SourceWriter()
  readonly #styles: ReadonlyMap<string, ParagraphStyle>
  readonly #numbers: AutomaticNumbers
  readonly #notes: ReadonlyMap<string, XmlElement>
  readonly #comments: ReadonlyMap<string, XmlElement>
  /** The marks of the notes so far: each note stands in the text once, however often it is referred to. */
  readonly #marks = new Map<string, string>()

  constructor(docx: DocxPackage, within: ReadonlyMap<string, SourceText | null>) {
    this.#docx = docx
    this.#within = within
    this.#styles = stylesOf(docx.part('styles'))
    this.#numbers = new AutomaticNumbers(docx.lists)
    this.#notes = new Map([
      ...byId(docx.part('footnotes'), 'footnoteReference'),
      ...byId(docx.part('endnotes'), 'endnoteReference'),
    ])
    this.#comments = byId(docx.part('comments'), 'commentReference')
  }

  finish(format: Format): SourceText {
    return this.#writer.finish(this.#docx.parts.file, format)
  }

  readBlocks(parent: XmlElement, inContents = false): void {
    for (const [element, ...more] of blocksOf(parent)) {
      if (!element) continue
      if (element.name === 'p') this.#readParagraph([element, ...more], inContents)
      else if (element.name === 'tbl') this.#readTable(element)
      else if (element.name === 'altChunk') this.#readWithin(element.attributes.id ?? '')
      else if (element.name === 'sdt') {
        const gallery = childValue(descend(element, 'sdtPr', 'docPartObj'), 'docPartGallery')
        const content = descend(element, 'sdtContent')
        if (content) this.readBlocks(content, inContents || gallery === 'Table of Contents')
      } else this.readBlocks(element, inContents)
    }
  }

  #readWithin(relation: string): void {
    const source = this.#within.get(relation)
    if (source) this.#writer.append(source)
    else this.#writer.leaveOut('attachment', this.#docx.related.get(relation))
  }

  #readParagraph(members: readonly XmlElement[], inContents: boolean): void {
    const { gathered, style } = this.#gather(members)
    const words = style.heading === undefined ? gathered.words : gathered.words.replace(/\n/gu, ' ')
    const number = style.list ? this.#numbers.next(style.list) : ''
    if (words.trim() !== '' || gathered.hanging.length === 0) {
      const layout = layoutOf(style, gathered.bold, inContents)
      const isItem = style.list && number === '' && layout.heading === undefined
      const isBlank = words.trim() === ''
      this.#writer.write(isBlank ? '' : number + words, isItem ? { ...layout, item: true } : layout)
    }
    this.#writeHanging(gathered.hanging)
  }

  /** Paragraphs whose end was deleted are one with the next, which has its properties. */
  #gather(members: readonly XmlElement[]): { gathered: Gathered; style: ParagraphStyle } {
    const gathered = gatheredNothing()
    let style: ParagraphStyle = {}
    for (const member of members) {
      const properties = descend(member, 'pPr')
      const named = this.#styles.get(childValue(properties, 'pStyle') ?? '')
      style = { ...named, ...paragraphProperties(properties) }
      const run = { bold: style.bold ?? false, hidden: style.hidden ?? false, font: '' }
      this.#gatherInline(member, run, gathered)
    }
    if (UNKNOWN_SIGNS.test(gathered.words)) {
      gathered.hanging.push({ kind: 'left-out', what: 'symbol', words: gathered.words })
    }
    if (gathered.hidden > 0) gathered.hanging.push({ kind: 'left-out', what: 'hidden', words: '' })
    return { gathered, style }
  }

  /** What is not known is looked into: words in it are words of the text. */
  #gatherInline(parent: XmlElement, run: Run, gathered: Gathered): void {
    for (const element of elementsOf(parent)) {
      if (UNSEEN.test(element.name)) continue
      const read = INLINE[element.name]
      if (read) this.#add(read(element, run), run, gathered)
      else this.#gatherOther(element, run, gathered)
    }
  }

  #gatherOther(element: XmlElement, run: Run, gathered: Gathered): void {
    const { name } = element
    const add = (words: string): void => this.#add(words, run, gathered)
    if (name === 'r') this.#gatherRun(element, run, gathered)
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      add(this.#noteMark(element, gathered))
    else if (name === 'commentReference') {
      const comment = this.#comments.get(`${name} ${element.attributes.id}`)
      if (comment) {
        const said = this.#wordsOf(comment, [])
        gathered.hanging.push({ kind: 'left-out', what: 'comment', words: said })
      }
    } else if (name === 'footnote' || name === 'endnote') add(this.#noteWithin(element, gathered))
    else if (name === 'annotation' && element.attributes.type !== undefined) {
      this.#gatherAnnotation(element, run, gathered)
    } else if (name === 'fldChar') this.#gatherField(element, run, gathered)
    else if (name === 'instrText') {
      const code = gathered.fields.at(-1)
      if (typeof code === 'string') gathered.fields[gathered.fields.length - 1] = code + textIn(element)
    } else if (name === 'ruby') {
      this.#gatherInline(descend(element, 'rubyBase') ?? NOTHING, run, gathered)
      const reading = gatheredNothing()
      this.#gatherInline(descend(element, 'rt') ?? NOTHING, run, reading)
      if (reading.words.trim() !== '') add(`（${reading.words.trim()}）`)
    } else if (name === 'sdt') this.#gatherInline(descend(element, 'sdtContent') ?? NOTHING, run, gathered)
    else if (name === 'AlternateContent') this.#gatherAlternative(element, run, gathered)
    else if (FORMULAS.has(name)) {
      const { words, flattened } = linearOmml(element)
      add(words)
      if (flattened && !run.hidden) gathered.hanging.push({ kind: 'left-out', what: 'formula', words })
    } else if (GRAPHICS.has(name)) {
      const program = descend(element, 'OLEObject')?.attributes.ProgID ?? ''
      if (run.hidden) return
      if (/^Equation/u.test(program)) gathered.hanging.push({ kind: 'left-out', what: 'formula', words: '' })
      else this.#gatherGraphic(element, gathered.hanging)
    } else this.#gatherInline(element, run, gathered)
  }

  /** Small letters above the line or below it say something by their place. */
  #gatherRun(element: XmlElement, around: Run, gathered: Gathered): void {
    const run = this.#runOf(element, around)
    const place = childValue(descend(element, 'rPr'), 'vertAlign')
    const before = gathered.words
    this.#gatherInline(element, run, gathered)
    const words = gathered.words.slice(before.length)
    // The mark of a note that Word keeps is written as one already.
    if (place === undefined || words === '' || /^\[\d+\]$/u.test(words)) return
    if (place === 'superscript') gathered.words = before + raisedWords(before, words)
    else if (place === 'subscript') gathered.words = before + loweredWords(words)
  }

  #add(words: string, { bold, hidden }: Run, gathered: Gathered): void {
    if (hidden) gathered.hidden += words.trim().length
    else if (gathered.fields.every((code) => code === null)) {
      if (!bold && words.trim() !== '') gathered.bold = false
      gathered.words += words
    }
  }

  #runOf(element: XmlElement, around: Run): Run {
    const properties = descend(element, 'rPr')
    const named = this.#styles.get(childValue(properties, 'rStyle') ?? '')
    const own = runProperties(properties)
    const fonts = descend(properties, 'rFonts')?.attributes
    return {
      bold: own.bold ?? named?.bold ?? around.bold,
      hidden: own.hidden ?? named?.hidden ?? around.hidden,
      font: fonts?.ascii ?? fonts?.hAnsi ?? '',
    }
  }

  /** A note is expanded once; whatever refers to it again has the same mark. */
  #noteMark({ name, attributes }: XmlElement, gathered: Gathered): string {
    const key = `${name} ${attributes.id}`
    const note = this.#notes.get(key)
    const known = this.#marks.get(key)
    if (!note || known !== undefined) return known ?? ''
    // A mark of the author's own stands behind this place, and before the note.
    const mark = /^(?:1|true|on)$/u.test(attributes.customMarkFollows ?? '')
      ? ''
      : `[${this.#marks.size + 1}]`
    this.#marks.set(key, mark)
    const hanging: Hanging[] = []
    const words = `${mark} ${this.#wordsOf(note, hanging)}`.trim()
    gathered.hanging.push({ kind: 'note', words }, ...hanging)
    return mark
  }

  /** Word 2003 has a note where it is referred to. */
  #noteWithin(note: XmlElement, gathered: Gathered): string {
    const mark = `[${this.#marks.size + 1}]`
    this.#marks.set(`within ${this.#marks.size}`, mark)
    const hanging: Hanging[] = []
    gathered.hanging.push({ kind: 'note', words: `${mark} ${this.#wordsOf(note, hanging)}` }, ...hanging)
    return mark
  }

  /** What Word 2003 keeps of how a text was revised and remarked. */
  #gatherAnnotation(element: XmlElement, run: Run, gathered: Gathered): void {
    const content = descend(element, 'content') ?? NOTHING
    const { type } = element.attributes
    if (type === 'Word.Comment') {
      gathered.hanging.push({ kind: 'left-out', what: 'comment', words: this.#wordsOf(content, []) })
    } else if (type !== 'Word.Deletion') this.#gatherInline(content, run, gathered)
  }

  /** A field's code is no text, but for what is drawn from the code alone. */
  #gatherField(element: XmlElement, run: Run, gathered: Gathered): void {
    const { fields } = gathered
    const type = element.attributes.fldCharType
    if (type === 'begin') {
      const box = descend(element, 'ffData', 'checkBox')
      fields.push('')
      if (box) {
        const state = descend(box, 'checked') ?? descend(box, 'default')
        const isChecked = state !== undefined && !/^(?:0|false|off)$/u.test(state.attributes.val ?? '1')
        fields[fields.length - 1] = null
        this.#add(isChecked ? '☑' : '☐', run, gathered)
      }
    } else if (type === 'separate' || type === 'end') {
      const code = fields.at(-1)
      if (typeof code === 'string') {
        fields[fields.length - 1] = null
        this.#add(fieldWords(code) ?? '', run, gathered)
      }
      if (type === 'end') fields.pop()
    }
  }

  /** What newer programs show, or where that is nothing to be read what older ones do. */
  #gatherAlternative(element: XmlElement, run: Run, gathered: Gathered): void {
    for (const choice of elementsOf(element)) {
      const found: Gathered = { ...gatheredNothing(), fields: gathered.fields }
      this.#gatherInline(choice, run, found)
      if (found.words === '' && found.hanging.length === 0 && found.hidden === 0) continue
      gathered.words += found.words
      gathered.bold &&= found.bold
      gathered.hidden += found.hidden
      gathered.hanging.push(...found.hanging)
      return
    }
  }

  /** The pictures in a drawing with their descriptions, boxes of text, charts, and letters drawn as pictures. */
  #gatherGraphic(graphic: XmlElement, hanging: Hanging[], description = ''): void {
    for (const element of elementsOf(graphic)) {
      const { name, attributes } = element
      if (name === 'Fallback' || UNSEEN.test(name)) continue
      const relation = name === 'blip' ? attributes.embed : attributes.id
      if (name === 'txbxContent' || name === 'txBody') hanging.push({ kind: 'box', content: element })
      else if (name === 'textpath' && attributes.string !== undefined) {
        hanging.push({ kind: 'box', content: lettered(attributes.string) })
      } else if (name === 'chart' && relation !== undefined) this.#gatherChart(relation, description, hanging)
      else if (name === 'relIds') this.#gatherDiagram(attributes.dm ?? '', description, hanging)
      else {
        if (name === 'blip' || name === 'imagedata') {
          hanging.push({
            kind: 'image',
            relation: relation ?? attributes.link ?? attributes.src ?? '',
            description,
          })
        }
        const described = descend(element, 'docPr')?.attributes.descr ?? attributes.alt ?? description
        this.#gatherGraphic(element, hanging, described)
      }
    }
  }

  #gatherChart(relation: string, description: string, hanging: Hanging[]): void {
    const part = partXml(this.#docx.parts, this.#docx.related.get(relation) ?? '')
    const table = part && chartTable(part)
    const title = table?.title ?? ''
    if (table) hanging.push({ kind: 'table', title, rows: table.rows })
    hanging.push({ kind: 'left-out', what: 'chart', words: title === '' ? description : title })
  }

  #gatherDiagram(relation: string, description: string, hanging: Hanging[]): void {
    const part = partXml(this.#docx.parts, this.#docx.related.get(relation) ?? '')
    const boxes = part ? diagramWords(part) : []
    for (const words of boxes) hanging.push({ kind: 'box', content: lettered(words) })
    hanging.push({ kind: 'left-out', what: 'chart', words: description || (boxes[0] ?? '') })
  }

  #writeHanging(hanging: readonly Hanging[]): void {
    for (const one of hanging) {
      if (one.kind === 'note') this.#writer.write(one.words, { footnote: true })
      else if (one.kind === 'box') this.readBlocks(one.content)
      else if (one.kind === 'left-out') this.#writer.leaveOut(one.what, one.words)
      else if (one.kind === 'image') this.#writeImage(one.relation, one.description)
      else {
        if (one.title !== '') this.#writer.write(one.title)
        this.#writer.writeTable(one.rows)
      }
    }
  }

  #writeImage(relation: string, description: string): void {
    const bytes = this.#docx.parts.parts.get(this.#docx.related.get(relation) ?? '')
    const type = bytes && imageType(bytes)
    if (type) {
      this.#writer.writeImage({ type, bytes }, description)
      return
    }
    if (description !== '') this.#writer.write(description)
    this.#writer.leaveOut('picture', description)
  }

  /** A table of one column only frames its text; any other is rows of cells, what hangs on them behind it. */
  #readTable(table: XmlElement): void {
    const rows = tableRows(table)
    if (rows.every((cells) => cells.length <= 1)) {
      for (const cell of rows.flat()) this.readBlocks(cell.content)
      return
    }
    const hanging: Hanging[] = []
    const words = rows.map((cells) =>
      cells.flatMap(({ content, before, columns }) => [
        ...Array<string>(before).fill(''),
        this.#wordsOf(content, hanging),
        ...Array<string>(columns - 1).fill(''),
      ]),
    )
    this.#writer.writeTable(words)
    this.#writeHanging(hanging)
  }

  /** The words of a cell or a note on one line, its paragraphs read as those of the body are. */
  #wordsOf(container: XmlElement, hanging: Hanging[]): string {
    const pieces: string[] = []
    for (const [element, ...more] of blocksOf(container)) {
      if (!element) continue
      if (element.name === 'p') {
        const { gathered, style } = this.#gather([element, ...more])
        pieces.push((style.list ? this.#numbers.next(style.list) : '') + gathered.words)
        for (const one of gathered.hanging) {
          if (one.kind === 'box') pieces.push(this.#wordsOf(one.content, hanging))
          else hanging.push(one)
        }
      } else if (element.name === 'tbl') {
        for (const { content } of tableRows(element).flat()) pieces.push(this.#wordsOf(content, hanging))
      } else if (element.name === 'altChunk') {
        const { id = '' } = element.attributes
        const source = this.#within.get(id)
        pieces.push(source?.text ?? '')
        const lost = source?.leftOut ?? [{ kind: 'attachment', words: this.#docx.related.get(id) ?? '' }]
        hanging.push(...lost.map(({ kind, words }) => ({ kind: 'left-out', what: kind, words }) as const))
      } else pieces.push(this.#wordsOf(descend(element, 'sdtContent') ?? element, hanging))
    }
    return pieces
      .map((piece) => piece.replace(/\s+/gu, ' ').trim())
      .filter((piece) => piece !== '')
      .join(' ')
  }
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] }

/** Deleted text, and what says how things look or where they came from. */
const UNSEEN = /^(?:del|moveFrom|delText|delInstrText|fldData|sectPr|\w+Pr|\w+PrChange|rt|docPr|binData)$/u
const GRAPHICS: ReadonlySet<string> = new Set(['drawing', 'pict', 'object'])
const FORMULAS: ReadonlySet<string> = new Set(['oMath', 'oMathPara'])

const fixed = (words: string) => (): string => words

/** What stands for words of its own. */
const INLINE: Readonly<Record<string, (element: XmlElement, run: Run) => string>> = {
  t: (element, { font }) => textIn(element).replace(/[\uf000-\uf0ff]/gu, (sign) => signOf(font, sign)),
  tab: fixed('\t'),
  ptab: fixed('\t'),
  cr: fixed('\n'),
  br: ({ attributes: { type } }) => (type === undefined || type === 'textWrapping' ? '\n' : ''),
  noBreakHyphen: fixed('-'),
  sym: ({ attributes: { font = '', char = '' } }) =>
    fontSign(font, Number.parseInt(char, 16)) ?? UNKNOWN_SIGN,
  symEx: ({ attributes: { char = '' } }) => {
    const code = Number.parseInt(char, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  },
}

/** The sign of fonts for a sign that they do not have. */
const UNKNOWN_SIGN = '〓'
/** Places that every font fills as it likes. */
const UNKNOWN_SIGNS = /[〓\ue000-\uf8ff]/u

function signOf(font: string, sign: string): string {
  return fontSign(font, sign.charCodeAt(0)) ?? sign
}

/** Words that stand alone, as a box of text. */
function lettered(words: string): XmlElement {
  const text: XmlElement = { name: 't', attributes: {}, children: [words] }
  const paragraph: XmlElement = { name: 'p', attributes: {}, children: [text] }
  return { name: 'txbxContent', attributes: {}, children: [paragraph] }
}

/** The parts of a body, a cell or a note in their order; a paragraph together with those that it is one with. */
function* blocksOf(parent: XmlElement): Generator<readonly XmlElement[]> {
  let open: XmlElement[] = []
  for (const element of elementsOf(parent)) {
    if (UNSEEN.test(element.name)) continue
    if (element.name !== 'p') {
      if (open.length > 0) yield open
      open = []
      // What newer programs show stands first, and what older ones do behind it.
      const choice = elementsOf(element).find(({ children }) => children.length > 0)
      if (element.name !== 'AlternateContent') yield [element]
      else if (choice) yield* blocksOf(choice)
      continue
    }
    open.push(element)
    const mark = descend(element, 'pPr', 'rPr')
    if (descend(mark, 'del') || descend(mark, 'moveFrom')) continue
    yield open
    open = []
  }
  if (open.length > 0) yield open
}

function layoutOf(style: ParagraphStyle, bold: boolean, inContents: boolean): LineLayout {
  if (style.contents || inContents) return { contents: true }
  return {
    ...(style.heading === undefined || style.title ? {} : { heading: style.heading }),
    ...(style.title ? { title: true } : {}),
    ...(style.centred ? { centred: true } : {}),
    ...(bold ? { bold: true } : {}),
  }
}

function byId(part: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  return new Map((part ? elementsOf(part) : []).map((one) => [`${name} ${one.attributes.id}`, one]))
}

interface Cell {
  readonly content: XmlElement
  /** Columns that are left free before it. */
  readonly before: number
  /** How many columns it takes. */
  readonly columns: number
}

const MOST_COLUMNS = 64

function tableRows(table: XmlElement): readonly (readonly Cell[])[] {
  return within(table, 'tr').map((row) => {
    const properties = descend(row, 'trPr')
    if (descend(properties, 'del') || descend(properties, 'hidden')) return []
    const free = columnsIn(childValue(properties, 'gridBefore'), 0)
    return within(row, 'tc').map((cell, at) => {
      const span = childValue(descend(cell, 'tcPr'), 'gridSpan')
      const merged = descend(cell, 'tcPr', 'vMerge')
      // What is merged with the cell above it has its words there.
      const goesOn = merged !== undefined && merged.attributes.val !== 'restart'
      return { content: goesOn ? NOTHING : cell, before: at === 0 ? free : 0, columns: columnsIn(span, 1) }
    })
  })
}

function columnsIn(value: string | undefined, least: number): number {
  const count = Math.floor(Number(value ?? least))
  return count >= least && count <= MOST_COLUMNS ? count : least
}

/** The rows of a table or the cells of a row, also those in what stands around some of them. */
function within(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : UNSEEN.test(child.name) || child.name === 'tr' || child.name === 'tc'
        ? []
        : within(child, name),
  )
}
