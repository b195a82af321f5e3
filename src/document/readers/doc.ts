import { Fault } from '../../fault.ts'
import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { readCompound } from './cfb.ts'
import { DocFile, type DocProperties, type DocStyle, type Story } from './doc-file.ts'
import { fieldWords } from './docx-fields.ts'
import { AutomaticNumbers } from './docx-numbering.ts'
import { fontSign } from './font-signs.ts'
import { loweredWords, raisedWords } from './raised.ts'

/** The mark of a binary Word file, and its first version that this reads: Word 97. */
const WORD = 0xa5ec
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const OTHER_TABLE = 0x0200

/**
 * A document of Word before 2007 or of WPS (`.doc`, `.wps`): its paragraphs with the levels of their styles, the
 * numbers that Word counts by itself, tables, footnotes and boxes of text. Its pictures are told.
 *
 * @throws Fault when it is of Excel or PowerPoint, too old, locked or damaged
 */
export function readDoc(file: InputFile): SourceText {
  const reader = new DocReader(openDoc(file))
  reader.read()
  return reader.finish(file.name)
}

/**
 * The words of such a file that are neither deleted nor hidden nor the code of a field, sign by sign as they lie in
 * it: of the text, its notes and its boxes.
 *
 * @throws Fault as `readDoc`
 */
export function wordsInDoc(file: InputFile): readonly string[] {
  const doc = openDoc(file)
  return (['text', 'footnotes', 'endnotes', 'boxes'] as const).flatMap((story) => {
    const { start, end } = doc.range(story)
    const signs: string[] = []
    const codes: boolean[] = []
    for (let at = start, paragraph = start - 1; at < end; at++) {
      if (at > paragraph) while (++paragraph < end && !PARAGRAPH_ENDS.has(doc.text.charAt(paragraph)));
      const sign = doc.text.charAt(at)
      if (sign === FIELD_BEGIN) codes.push(true)
      else if (sign === FIELD_RESULT) codes.splice(-1, 1, false)
      else if (sign === FIELD_END) codes.pop()
      const { deleted, special, hidden } = doc.wordsAt(at)
      const isUnseen = hidden ?? doc.styles[doc.paragraphAt(paragraph).style ?? 0]?.hidden
      // A place that each font fills as it likes says nothing by itself.
      const isWord =
        /[^\p{Cc}\p{Co}]/u.test(sign) && !deleted && !special && !isUnseen && !codes.includes(true)
      signs.push(isWord ? sign : '\n')
    }
    return signs.join('').split(/\n+/u)
  })
}

function openDoc(file: InputFile): DocFile {
  const refuse = (
    what: 'locked' | 'oldOffice' | 'workbook' | 'oldPresentation' | 'damagedDocument',
  ): never => {
    throw new Fault((say) => say[what], { file: file.name })
  }
  const streams = file.bytes.length < 512 ? new Map<string, Uint8Array>() : readCompound(file.bytes)
  // A newer document under a password lies in the same container.
  if (new TextDecoder('utf-16le').decode(file.bytes).includes('EncryptedPackage')) refuse('locked')
  if (streams.has('Workbook') || streams.has('Book')) refuse('workbook')
  if (streams.has('PowerPoint Document')) refuse('oldPresentation')
  const main = streams.get('WordDocument')
  if (!main || main.length < 0x300) return refuse(main ? 'damagedDocument' : 'oldOffice')
  const head = new DataView(main.buffer, main.byteOffset, main.byteLength)
  if (head.getUint16(0, true) !== WORD || head.getUint16(2, true) < WORD_97) refuse('oldOffice')
  const flags = head.getUint16(0x0a, true)
  if ((flags & ENCRYPTED) !== 0) refuse('locked')
  const table = streams.get((flags & OTHER_TABLE) !== 0 ? '1Table' : '0Table')
  if (!table) return refuse('damagedDocument')
  return new DocFile(main, table)
}

/** A paragraph, up to its mark. */
interface DocParagraph {
  readonly words: string
  readonly bold: boolean
  readonly properties: DocProperties & Partial<DocStyle>
  /** The sign that ends it. */
  readonly mark: string
  readonly behind: readonly (() => void)[]
}

const CELL_END = '\x07'
const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['\r', CELL_END, '\f'])

class DocReader {
  readonly #doc: DocFile
  readonly #writer = new SourceWriter()
  readonly #numbers: AutomaticNumbers
  readonly #fonts: readonly string[]
  readonly #notes: ReadonlyMap<number, { readonly story: Story; readonly range: readonly [number, number] }>
  readonly #comments: ReadonlyMap<number, readonly [start: number, end: number]>
  #notesSeen = 0
  #cell: string[] = []
  #cells: string[] = []
  #rows: string[][] = []
  #behindTable: (() => void)[] = []

  constructor(doc: DocFile) {
    this.#doc = doc
    this.#numbers = new AutomaticNumbers(doc.lists())
    this.#fonts = doc.fonts()
    const notes = (story: Story, places: ReadonlyMap<number, readonly [number, number]>) =>
      [...places].map(([at, range]) => [at, { story, range }] as const)
    this.#notes = new Map([
      ...notes('footnotes', doc.places('footnoteMarks', 'footnotes', 2)),
      ...notes('endnotes', doc.places('endnoteMarks', 'endnotes', 2)),
    ])
    this.#comments = doc.places('commentMarks', 'comments', 30)
  }

  finish(name: string): SourceText {
    return this.#writer.finish(name, 'doc')
  }

  read(): void {
    const text = this.#doc.range('text')
    for (const paragraph of this.#paragraphs(text.start, text.end)) this.#write(paragraph)
    this.#endTable()
    // The file has boxes of text behind everything else.
    const boxes = this.#doc.range('boxes')
    for (const paragraph of this.#paragraphs(boxes.start, boxes.end)) {
      if (paragraph.words.trim() !== '') this.#write({ ...paragraph, properties: {} })
    }
  }

  #write({ words, bold, properties, mark, behind }: DocParagraph): void {
    const { list, depth = 0, heading, centred, known } = properties
    const place = list && list < 0x7ff ? { id: String(list), depth } : null
    const number = place ? this.#numbers.next(place) : ''
    if (properties.inTable || mark === CELL_END) {
      this.#behindTable.push(...behind)
      if (!properties.rowEnd) this.#cell.push(words.trim() === '' && mark !== CELL_END ? '' : number + words)
      if (mark === CELL_END && !properties.innerEnd) {
        if (properties.rowEnd) this.#endRow()
        else {
          this.#cells.push(this.#cell.join(' '))
          this.#cell = []
        }
      }
      return
    }
    this.#endTable()
    const level = known !== undefined && known >= 1 && known <= 9 ? known : heading
    const layout: LineLayout = {
      ...(level === undefined || known === TITLE ? {} : { heading: level }),
      ...(known === TITLE ? { title: true } : {}),
      ...(known !== undefined && known >= FIRST_CONTENTS && known <= LAST_CONTENTS ? { contents: true } : {}),
      ...(centred ? { centred: true } : {}),
      ...(bold ? { bold: true } : {}),
      ...(place && number === '' && level === undefined ? { item: true } : {}),
    }
    const shown = level === undefined ? words : words.replace(/\n/gu, ' ')
    if (shown.trim() !== '' || behind.length === 0)
      this.#writer.write(shown.trim() === '' ? '' : number + shown, layout)
    for (const write of behind) write()
  }

  #endRow(): void {
    this.#cell = []
    if (this.#cells.length > 0) this.#rows.push(this.#cells)
    this.#cells = []
  }

  #endTable(): void {
    this.#endRow()
    const rows = this.#rows
    const behind = this.#behindTable
    this.#rows = []
    this.#behindTable = []
    if (rows.every((row) => row.length <= 1)) for (const row of rows) this.#writer.write(row.join(''))
    else this.#writer.writeTable(rows)
    for (const write of behind) write()
  }

  *#paragraphs(start: number, end: number): Generator<DocParagraph> {
    const { text } = this.#doc
    for (let from = start; from < end; ) {
      let to = from
      while (to < end && !PARAGRAPH_ENDS.has(text.charAt(to))) to++
      yield this.#paragraph(from, to)
      from = to + 1
    }
  }

  #paragraph(from: number, to: number): DocParagraph {
    const own = this.#doc.paragraphAt(to)
    const style = this.#doc.styles[own.style ?? 0]
    const behind: (() => void)[] = []
    let words = ''
    let allBold = true
    let hidden = false
    /** Depth of fields whose code is read; their code. */
    const codes: (string | null)[] = []
    for (let at = from; at < to; at++) {
      const said = this.#doc.wordsAt(at)
      const sign = this.#doc.text.charAt(at)
      if (said.deleted) continue
      if (said.hidden ?? style?.hidden) {
        hidden ||= sign.trim() !== '' && sign >= ' '
        continue
      }
      if (sign === FIELD_BEGIN) codes.push('')
      else if (sign === FIELD_RESULT || sign === FIELD_END) {
        const code = codes.at(-1)
        if (typeof code === 'string') words += fieldWords(code) ?? ''
        if (codes.length > 0) codes[codes.length - 1] = null
        if (sign === FIELD_END) codes.pop()
      } else if (codes.some((code) => code !== null)) {
        const code = codes.at(-1)
        if (typeof code === 'string') codes[codes.length - 1] = code + sign
      } else {
        const shown = this.#signAt(at, sign, said, behind)
        if (shown.trim() !== '' && !(said.bold ?? style?.bold)) allBold = false
        if (said.place === 'above' && /^[\w+-]$/u.test(shown)) {
          words += raisedWords(words, shown)
        } else words += said.place === 'below' ? loweredWords(shown) : shown
      }
    }
    if (hidden) behind.push(() => this.#writer.leaveOut('hidden'))
    const properties = { ...style, ...own }
    return { words, bold: allBold, properties, mark: this.#doc.text.charAt(to), behind }
  }

  /** What a sign stands for; `behind` takes what hangs on it. */
  #signAt(at: number, sign: string, said: DocProperties, behind: (() => void)[]): string {
    if (said.symbol) return fontSign(this.#fonts[said.symbol.font] ?? '', said.symbol.code) ?? '〓'
    if (sign >= '\uf000' && sign <= '\uf0ff') {
      return fontSign(this.#fonts[said.font ?? 0] ?? '', sign.charCodeAt(0)) ?? sign
    }
    if (sign === '\x0b') return '\n'
    if (sign === '\x1e') return '-'
    if (sign >= ' ' || sign === '\t') return sign === '\x7f' ? '' : sign
    if (sign === NOTE) return this.#noteAt(at, behind)
    if (sign === COMMENT) {
      const range = this.#comments.get(at)
      const { start } = this.#doc.range('comments')
      const words = range ? this.#wordsIn(start + range[0], start + range[1]) : ''
      behind.push(() => this.#writer.leaveOut('comment', words))
    } else if (said.special && (sign === PICTURE || sign === DRAWING)) {
      behind.push(() => this.#writer.leaveOut('picture'))
    }
    return ''
  }

  #noteAt(at: number, behind: (() => void)[]): string {
    const note = this.#notes.get(at)
    if (!note) return ''
    const mark = `[${++this.#notesSeen}]`
    const { start } = this.#doc.range(note.story)
    const words = this.#wordsIn(start + note.range[0], start + note.range[1])
    behind.push(() => this.#writer.write(`${mark} ${words}`, { footnote: true }))
    return mark
  }

  #wordsIn(start: number, end: number): string {
    return [...this.#paragraphs(start, Math.min(end, this.#doc.text.length))]
      .map(({ words }) => words.trim())
      .filter((words) => words !== '')
      .join(' ')
  }
}

const FIELD_BEGIN = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'
const PICTURE = '\x01'
const DRAWING = '\x08'
const NOTE = '\x02'
const COMMENT = '\x05'

/** The numbers by which Word knows its styles. */
const TITLE = 62
const FIRST_CONTENTS = 19
const LAST_CONTENTS = 27
