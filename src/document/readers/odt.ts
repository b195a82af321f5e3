import { strFromU8 } from 'fflate'
import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { bytesOfBase64 } from './base64.ts'
import { fontSign } from './font-signs.ts'
import { imageType } from './images.ts'
import { type OdtStyle, OdtStyles } from './odt-styles.ts'
import { loweredWords, raisedWords } from './raised.ts'
import { descend, elementsOf, parseXml, type XmlElement } from './xml.ts'
import { type Package, partXml, unpack } from './zip.ts'

/** An OpenDocument text (`.odt`). @throws Fault when it is damaged, locked or unpacks to more than any document has */
export function readOdt(file: InputFile): SourceText {
  const parts = unpack(file)
  const manifest = parts.parts.get('META-INF/manifest.xml')
  if (manifest && /encryption-data/u.test(strFromU8(manifest))) {
    throw new Fault((say) => say.locked, { file: file.name })
  }
  const content = partXml(parts, 'content.xml')
  if (!content) throw new Fault((say) => say.damagedDocument, { file: file.name })
  return new OdtReader(file.name, content, partXml(parts, 'styles.xml'), parts).read('odt')
}

/** An OpenDocument text in one file of XML (`.fodt`). @throws Fault when it is damaged */
export function readFlatOdt(file: InputFile): SourceText {
  const document = parseXml(decodeText(file), file.name)
  return new OdtReader(file.name, document, document, null).read('fodt')
}

interface Gathered {
  words: string
  bold: boolean
  hidden: boolean
  readonly behind: (() => void)[]
}

class OdtReader {
  readonly #file: string
  readonly #content: XmlElement
  readonly #parts: Package | null
  readonly #styles: OdtStyles
  readonly #writer = new SourceWriter()
  /** The names of the changes that deleted something. */
  readonly #deletions: ReadonlySet<string>
  #isDeleted = false
  #notes = 0

  constructor(file: string, content: XmlElement, styles: XmlElement | undefined, parts: Package | null) {
    this.#file = file
    this.#content = content
    this.#parts = parts
    this.#deletions = deletionsIn(content)
    this.#styles = new OdtStyles(styles === content ? [content] : [styles, content])
  }

  read(format: 'odt' | 'fodt'): SourceText {
    const text = descend(this.#content, 'body', 'text')
    if (text) this.#readBlocks(text, {})
    return this.#writer.finish(this.#file, format)
  }

  #readBlocks(parent: XmlElement, layout: LineLayout): void {
    for (const element of elementsOf(parent)) {
      const { name, attributes } = element
      if (UNSEEN.has(name)) continue
      if (attributes.display === 'none') this.#writer.leaveOut('hidden')
      else if (name === 'p' || name === 'h') this.#readParagraph(element, '', layout)
      else if (name === 'list') this.#readList(element, null, 0, layout)
      else if (name === 'table') this.#readTable(element)
      else if (name === 'table-of-content') this.#readBlocks(element, { contents: true })
      else if (name === 'frame') this.#readAlone(element)
      else this.#readBlocks(element, layout)
    }
  }

  #readAlone(element: XmlElement): void {
    const gathered = gatheredNothing()
    this.#gatherFrame(element, gathered)
    for (const write of gathered.behind) write()
  }

  #readParagraph(element: XmlElement, number: string, around: LineLayout): void {
    const style = this.#styles.of(element.attributes['style-name'])
    const gathered = this.#gather(element, style)
    const level = element.name === 'h' ? Number(element.attributes['outline-level'] ?? 1) : style.heading
    const layout: LineLayout = {
      ...(around.contents || style.contents ? { contents: true } : {}),
      ...(around.item && number === '' && level === undefined ? { item: true } : {}),
      ...(level !== undefined && !style.title ? { heading: level } : {}),
      ...(style.title ? { title: true } : {}),
      ...(style.centred ? { centred: true } : {}),
      ...(gathered.bold ? { bold: true } : {}),
    }
    const counted =
      number === '' && element.name === 'h'
        ? this.#styles.outlineNumber(Number(level ?? 1), element.attributes)
        : number
    const words = level === undefined ? gathered.words : gathered.words.replace(/\n/gu, ' ')
    if (words.trim() !== '' || gathered.behind.length === 0)
      this.#writer.write(words.trim() === '' ? '' : counted + words, layout)
    for (const write of gathered.behind) write()
  }

  #readList(list: XmlElement, above: string | null, depth: number, layout: LineLayout): void {
    this.#eachItem(list, above, depth, (paragraph, number) =>
      this.#readParagraph(paragraph, number, { ...layout, item: true }),
    )
  }

  /** The paragraphs of a list, those in lists within it too, with the numbers of its items. */
  #eachItem(
    list: XmlElement,
    above: string | null,
    depth: number,
    read: (paragraph: XmlElement, number: string) => void,
  ): void {
    const style = list.attributes['style-name'] ?? above
    const goesOn =
      depth > 0 ||
      list.attributes['continue-numbering'] === 'true' ||
      list.attributes['continue-list'] !== undefined
    if (style !== null) this.#styles.beginList(style, depth, goesOn)
    for (const item of elementsOf(list)) {
      let isFirst = item.name === 'list-item'
      for (const element of elementsOf(item)) {
        if (element.name === 'list') this.#eachItem(element, style, depth + 1, read)
        else if (element.name === 'p' || element.name === 'h') {
          const start = Number(item.attributes['start-value'] ?? Number.NaN)
          read(element, isFirst && style !== null ? this.#styles.number(style, depth, start) : '')
          isFirst = false
        } else if (element.name === 'table') this.#readTable(element)
      }
    }
  }

  #readTable(table: XmlElement): void {
    const rows = rowsIn(table)
    if (rows.every((row) => row.length <= 1)) {
      for (const cell of rows.flat()) this.#readBlocks(cell, {})
      return
    }
    const behind: (() => void)[] = []
    this.#writer.writeTable(rows.map((row) => row.map((cell) => this.#wordsOf(cell, behind))))
    for (const write of behind) write()
  }

  /** The words of a cell or a note on one line. */
  #wordsOf(container: XmlElement, behind: (() => void)[]): string {
    const pieces: string[] = []
    const take = (element: XmlElement, number: string): void => {
      const gathered = this.#gather(element, this.#styles.of(element.attributes['style-name']))
      pieces.push(number + gathered.words)
      behind.push(...gathered.behind)
    }
    for (const element of elementsOf(container)) {
      if (UNSEEN.has(element.name)) continue
      if (element.name === 'p' || element.name === 'h') take(element, '')
      else if (element.name === 'list') this.#eachItem(element, null, 0, take)
      else if (element.name === 'table')
        for (const cell of rowsIn(element).flat()) pieces.push(this.#wordsOf(cell, behind))
      else pieces.push(this.#wordsOf(element, behind))
    }
    return pieces
      .map((piece) => piece.replace(/\s+/gu, ' ').trim())
      .filter((piece) => piece !== '')
      .join(' ')
  }

  #gather(paragraph: XmlElement, style: OdtStyle): Gathered {
    const gathered = gatheredNothing()
    this.#gatherInline(paragraph, style, gathered)
    if (gathered.hidden) gathered.behind.push(() => this.#writer.leaveOut('hidden'))
    return gathered
  }

  #gatherInline(parent: XmlElement, style: OdtStyle, gathered: Gathered): void {
    const add = (words: string): void => {
      if (this.#isDeleted) return
      if (style.hidden) gathered.hidden ||= words.trim() !== ''
      else {
        if (words.trim() !== '' && !style.bold) gathered.bold = false
        gathered.words += words.replace(
          /[\uf000-\uf0ff]/gu,
          (sign) => fontSign(style.font ?? '', sign.charCodeAt(0)) ?? sign,
        )
      }
    }
    for (const child of parent.children) {
      if (typeof child === 'string') {
        const words = child.replace(/[ \t\r\n]+/gu, ' ')
        add(/(?:^|[ \n\t])$/u.test(gathered.words) ? words.replace(/^ /u, '') : words)
        continue
      }
      const { name, attributes } = child
      if (UNSEEN.has(name)) continue
      if (name === 's') add(' '.repeat(Math.min(Math.max(Number(attributes.c ?? 1), 1), 200)))
      else if (name === 'change-start') this.#isDeleted ||= this.#deletions.has(attributes['change-id'] ?? '')
      else if (name === 'change-end') this.#isDeleted &&= !this.#deletions.has(attributes['change-id'] ?? '')
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
      else if (name === 'note') this.#gatherNote(child, gathered)
      else if (name === 'annotation') {
        const words = this.#wordsOf(
          { ...child, children: elementsOf(child).filter((one) => one.name === 'p' || one.name === 'list') },
          [],
        )
        gathered.behind.push(() => this.#writer.leaveOut('comment', words))
      } else if (name === 'ruby') {
        this.#gatherInline(descend(child, 'ruby-base') ?? NOTHING, style, gathered)
        const reading = gatheredNothing()
        this.#gatherInline(descend(child, 'ruby-text') ?? NOTHING, style, reading)
        if (reading.words.trim() !== '') add(`（${reading.words.trim()}）`)
      } else if (name === 'hidden-text' || name === 'hidden-paragraph') gathered.hidden = true
      else if (name === 'frame' || name === 'custom-shape' || name === 'rect')
        this.#gatherFrame(child, gathered)
      else if (name === 'span') this.#gatherSpan(child, style, gathered)
      else this.#gatherInline(child, style, gathered)
    }
  }

  #gatherSpan(span: XmlElement, around: OdtStyle, gathered: Gathered): void {
    const own = this.#styles.of(span.attributes['style-name'])
    const before = gathered.words
    this.#gatherInline(span, { ...around, ...own }, gathered)
    const words = gathered.words.slice(before.length)
    if (words === '' || own.place === undefined || /^\[\d+\]$/u.test(words)) return
    gathered.words = before + (own.place === 'above' ? raisedWords(before, words) : loweredWords(words))
  }

  #gatherNote(note: XmlElement, gathered: Gathered): void {
    const mark = `[${++this.#notes}]`
    gathered.words += mark
    const behind: (() => void)[] = []
    const words = `${mark} ${this.#wordsOf(descend(note, 'note-body') ?? NOTHING, behind)}`
    gathered.behind.push(() => this.#writer.write(words, { footnote: true }), ...behind)
  }

  /** A box of text, a picture, a formula or a chart. */
  #gatherFrame(frame: XmlElement, gathered: Gathered): void {
    const described = [descend(frame, 'desc'), descend(frame, 'title')]
      .map((one) => one?.children.filter((child) => typeof child === 'string').join('') ?? '')
      .find((words) => words !== '')
    for (const element of elementsOf(frame)) {
      const { name, attributes } = element
      if (name === 'text-box') gathered.behind.push(() => this.#readBlocks(element, {}))
      else if (name === 'p' && frame.name !== 'frame')
        gathered.behind.push(() => this.#readParagraph(element, '', {}))
      else if (name === 'image') {
        const path = attributes.href ?? ''
        const data = descend(element, 'binary-data')
        const bytes = data
          ? bytesOfBase64(data.children.filter((child) => typeof child === 'string').join(''))
          : this.#parts?.parts.get(path)
        gathered.behind.push(() => this.#writeImage(bytes, described ?? ''))
        return
      } else if (name === 'object' || name === 'object-ole') {
        const path = (attributes.href ?? '').replace(/^\.\//u, '')
        const object = this.#parts ? partXml(this.#parts, `${path}/content.xml`) : elementsOf(element)[0]
        const kind =
          object?.name === 'math' ? 'formula' : descend(object, 'body', 'chart') ? 'chart' : 'attachment'
        const words = object?.name === 'math' ? mathWords(object) : (described ?? '')
        if (kind === 'formula') gathered.words += words
        gathered.behind.push(() => this.#writer.leaveOut(kind, words))
        return
      }
    }
  }

  #writeImage(bytes: Uint8Array | undefined, description: string): void {
    const type = bytes && imageType(bytes)
    if (type) this.#writer.writeImage({ type, bytes }, description)
    else this.#writer.leaveOut('picture', description)
  }
}

function deletionsIn(content: XmlElement): ReadonlySet<string> {
  const changes = descend(content, 'body', 'text', 'tracked-changes')
  const deletions = (changes ? elementsOf(changes) : []).filter((region) => descend(region, 'deletion'))
  return new Set(deletions.map(({ attributes }) => attributes.id ?? ''))
}

const gatheredNothing = (): Gathered => ({ words: '', bold: true, hidden: false, behind: [] })
const NOTHING: XmlElement = { name: '', attributes: {}, children: [] }

/** What was deleted, and what says where things come from. */
const UNSEEN: ReadonlySet<string> = new Set(
  'tracked-changes forms sequence-decls variable-decls user-field-decls note-citation annotation-end'.split(
    ' ',
  ),
)

/** LibreOffice keeps beside a formula how it was typed: `{a+b} over c`. */
function mathWords(math: XmlElement): string {
  const say = (element: XmlElement): string =>
    element.name === 'annotation'
      ? ''
      : element.children.map((child) => (typeof child === 'string' ? child.trim() : say(child))).join('')
  const typed = (element: XmlElement): string | undefined =>
    element.name === 'annotation'
      ? element.children.filter((child) => typeof child === 'string').join('')
      : elementsOf(element)
          .map(typed)
          .find((words) => words !== undefined)
  return typed(math)?.trim() ?? say(math)
}

const MOST_COLUMNS = 64
const MOST_ROWS = 5000

function rowsIn(table: XmlElement): readonly (readonly XmlElement[])[] {
  const rows = (parent: XmlElement): readonly XmlElement[] =>
    elementsOf(parent).flatMap((child) =>
      child.name === 'table-row'
        ? [child]
        : /^table-(?:header-rows|row-group|rows)$/u.test(child.name)
          ? rows(child)
          : [],
    )
  return rows(table)
    .slice(0, MOST_ROWS)
    .map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === 'table-cell' || name === 'covered-table-cell')
        .flatMap((cell) => {
          const times = Number(cell.attributes['number-columns-repeated'] ?? 1)
          return Array<XmlElement>(times >= 1 && times <= MOST_COLUMNS ? Math.floor(times) : 1).fill(
            cell.name === 'table-cell' ? cell : NOTHING,
          )
        })
        .slice(0, MOST_COLUMNS),
    )
}
