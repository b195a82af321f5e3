import { fromBase64 } from '../../base64.ts'
import { kindOf } from '../kinds.ts'
import type { LineLayout } from '../source.ts'
import type { SourceWriter } from '../source-writer.ts'
import type { Measure } from './html-measure.ts'
import {
  attribute,
  type Element,
  isElement,
  isHidden,
  isNote,
  type ParentNode,
  textOfNode,
} from './html-nodes.ts'
import { imageType } from './images.ts'

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article blockquote body center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 ' +
    'h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** A line end of the page's source between Chinese characters parts no words. */
const BREAK_IN_CHINESE =
  /(?<=[\p{sc=Han}，。、；：！？“”‘’《》（）])[ \t]{0,20}[\n\r][ \t\n\r]{0,80}(?=[\p{sc=Han}，。、；：！？“”‘’《》（）])/gu

/** How the text stands at a place in the page. */
interface Setting {
  readonly layout: LineLayout
  readonly bold: boolean
  readonly face: string
  readonly preformatted: boolean
  readonly inLink: boolean
}

const LONGEST_CELL = 400
const LONGEST_LINK_LIST = 2000

const PLAIN: Setting = { layout: {}, bold: false, face: '', preformatted: false, inLink: false }

/** Lays the page's elements out as lines, block by block, white space as a browser shows it. */
export class HtmlFlow {
  readonly #writer: SourceWriter
  readonly #measures: ReadonlyMap<ParentNode, Measure>
  /** The pieces of the line as it grows: to put them together each time would take quadratic time. */
  #line: string[] = []
  #allBold = true
  #faces = new Set<string>()
  #paragraph = 0
  /** The links of the line so far, and how much of it is in them, in UTF-16 units. */
  #links = 0
  #linked = 0
  #layout: LineLayout = {}

  constructor(writer: SourceWriter, measures: ReadonlyMap<ParentNode, Measure>) {
    this.#writer = writer
    this.#measures = measures
  }

  read(part: ParentNode): void {
    if ('tagName' in part) this.#flowElement(part, PLAIN)
    else this.#flow(part, PLAIN)
    this.#endLine()
  }

  #flow(parent: ParentNode, setting: Setting): void {
    let item = 0
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) this.#addWords(node.value, setting)
      else if (isElement(node) && !isHidden(node)) {
        if (node.tagName === 'li') item++
        const ordered = 'tagName' in parent && parent.tagName === 'ol' && node.tagName === 'li'
        this.#flowElement(node, setting, ordered ? `${item}. ` : '')
      }
    }
  }

  #flowElement(element: Element, setting: Setting, number = ''): void {
    const { tagName } = element
    if (tagName === 'br') this.#endLine()
    else if (tagName === 'img') this.#addImage(element)
    else if (tagName === 'table' && this.#isDataTable(element)) this.#addTable(element)
    else if (this.#isLinkList(element)) return
    else if (tagName === 'sup' && /^\s*\[?\d{1,3}\]?\s*$/u.test(textOfNode(element))) {
      this.#addWords(`[${textOfNode(element).replace(/\D/gu, '')}]`, setting)
    } else if (BLOCKS.has(tagName)) {
      this.#endLine()
      this.#paragraph++
      const inner = settingOf(element, setting)
      this.#layout = inner.layout
      if (number !== '') this.#addWords(number, inner)
      this.#flow(element, inner)
      this.#endLine()
      this.#paragraph++
      this.#layout = setting.layout
    } else {
      const isLink = tagName === 'a' && attribute(element, 'href') !== undefined
      if (isLink) this.#links++
      this.#flow(element, {
        ...setting,
        bold: isBold(element, setting.bold),
        face: faceOf(element, setting.face),
        inLink: setting.inLink || isLink,
      })
    }
  }

  #addWords(words: string, { bold, face, preformatted, inLink }: Setting): void {
    if (inLink) this.#linked += words.trim().length
    if (words.trim() !== '') {
      if (!bold) this.#allBold = false
      this.#faces.add(face)
    }
    if (!preformatted) {
      const collapsed = words.replace(BREAK_IN_CHINESE, '').replace(/[ \t\n\r\f]+/gu, ' ')
      const afterSpace = this.#line.length === 0 || this.#line.at(-1)?.endsWith(' ')
      const fresh = afterSpace ? collapsed.replace(/^ /u, '') : collapsed
      if (fresh !== '') this.#line.push(fresh)
      return
    }
    const [first = '', ...more] = words.split('\n')
    this.#line.push(first)
    for (const line of more) {
      this.#endLine()
      this.#line.push(line)
    }
  }

  #endLine(): void {
    const words = this.#line.join('')
    const allBold = this.#allBold
    const [face = '', ...otherFaces] = this.#faces
    const isLinks = isMostlyLinks({ links: this.#links, linked: this.#linked, words: words.trim().length })
    this.#links = 0
    this.#linked = 0
    this.#line = []
    this.#allBold = true
    this.#faces = new Set()
    if (words.trim() === '') return
    if (isLinks || kindOf(words.trim()) === 'furniture') return
    this.#writer.write(words, {
      ...this.#layout,
      paragraph: this.#paragraph,
      ...(allBold && this.#layout.heading === undefined ? { bold: true } : {}),
      ...(face !== '' && otherFaces.length === 0 ? { face } : {}),
    })
  }

  #addTable(table: Element): void {
    this.#endLine()
    this.#writer.writeTable(rowsOf(table).map((row) => row.map((cell) => textOfNode(cell))))
  }

  /** Only a picture that the page itself holds can be shown: nothing is fetched. */
  #addImage(element: Element): void {
    const data = /^data:image\/[\w+.-]{1,40};base64,/u.exec(attribute(element, 'src') ?? '')
    if (!data) return
    this.#endLine()
    const bytes = fromBase64((attribute(element, 'src') ?? '').slice(data[0].length))
    const type = bytes && imageType(bytes)
    if (type) this.#writer.writeImage({ type, bytes }, attribute(element, 'alt') ?? '')
    else this.#writer.leaveOut('picture')
  }

  /** A table of figures and terms, not one that only places parts of the page. */
  #isDataTable(table: Element): boolean {
    const rows = rowsOf(table)
    return (
      this.#measures.get(table)?.tables === 0 &&
      rows.length >= 2 &&
      rows.some((row) => row.length >= 2) &&
      rows.every((row) => row.every((cell) => (this.#measures.get(cell)?.words ?? 0) <= LONGEST_CELL))
    )
  }

  /** A list or line of links leads to other pages: there are several, with most of its words. */
  #isLinkList(element: Element): boolean {
    const measure = this.#measures.get(element)
    if (!measure || !BLOCKS.has(element.tagName)) return false
    return isMostlyLinks(measure)
  }
}

function isMostlyLinks({ links, linked, words }: Pick<Measure, 'links' | 'linked' | 'words'>): boolean {
  return links >= 2 && linked > words * 0.6 && words < LONGEST_LINK_LIST
}

function settingOf(element: Element, { layout, bold, face, preformatted, inLink }: Setting): Setting {
  const { tagName } = element
  const style = attribute(element, 'style') ?? ''
  const align = /text-align\s{0,3}:\s{0,3}(\w+)/iu.exec(style)?.[1] ?? attribute(element, 'align')
  const centred =
    tagName === 'center' || (align === undefined ? layout.centred === true : align.toLowerCase() === 'center')
  const level = /^h([1-6])$/u.exec(tagName)?.[1]
  return {
    layout: {
      ...(level === undefined
        ? layout.heading === undefined
          ? {}
          : { heading: layout.heading }
        : { heading: Number(level) }),
      ...(centred ? { centred: true } : {}),
      ...(isNote(element) || layout.footnote ? { footnote: true } : {}),
      ...(isBullet(element) || layout.item ? { item: true } : {}),
    },
    bold: isBold(element, bold),
    face: faceOf(element, face),
    preformatted: preformatted || tagName === 'pre',
    inLink,
  }
}

function isBullet({ tagName, parentNode }: Element): boolean {
  return tagName === 'li' && parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'ul'
}

function isBold(element: Element, inherited: boolean): boolean {
  const weight = /font-weight\s{0,3}:\s{0,3}(\w+)/iu.exec(attribute(element, 'style') ?? '')?.[1]
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return inherited || element.tagName === 'b' || element.tagName === 'strong'
}

/** The first family of type that is asked for. */
function faceOf(element: Element, inherited: string): string {
  const style = attribute(element, 'style') ?? ''
  const family = /font-family\s{0,3}:\s{0,3}["']?([^;,"']{1,40})/iu.exec(style)?.[1]
  return family?.trim() ?? attribute(element, 'face') ?? inherited
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = []
  const collect = (parent: ParentNode): void => {
    for (const child of parent.childNodes.filter(isElement)) {
      if (child.tagName === 'tr')
        rows.push(child.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/u.test(tagName)))
      else if (/^t(?:body|head|foot)$/u.test(child.tagName)) collect(child)
    }
  }
  collect(table)
  return rows
}
