import { kindOf } from '../kinds.ts'
import type { LineLayout } from '../source.ts'
import type { SourceWriter } from '../source-writer.ts'
import { bytesOfBase64 } from './base64.ts'
import type { Measure } from './html-measure.ts'
import {
  attribute,
  type Element,
  isElement,
  isHidden,
  isNote,
  type ParentNode,
  textOfNode,
  wordsOfNode,
} from './html-nodes.ts'
import { tableRows } from './html-table.ts'
import { imageType } from './images.ts'
import { linearMathml } from './mathml.ts'
import { loweredWords, raisedWords } from './raised.ts'

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

/** The bytes of a picture that stands beside the page, by its address; null for what is not at hand. */
export type PictureSource = (address: string) => Uint8Array | null

/** Where the words of a page go: to a text, or to a cell of a table of it. */
type Sink = Pick<SourceWriter, 'write' | 'writeTable' | 'writeImage' | 'leaveOut'>

const LONGEST_CELL = 400
const LONGEST_LINK_LIST = 2000
/** A list of links has no more prose around them, in UTF-16 units; a short notice among many links has. */
const MOST_AROUND_LINKS = 40

const PLAIN: Setting = { layout: {}, bold: false, face: '', preformatted: false, inLink: false }

/** Lays the page's elements out as lines, block by block, white space as a browser shows it. */
export class HtmlFlow {
  readonly #writer: Sink
  readonly #measures: ReadonlyMap<ParentNode, Measure>
  readonly #pictures: PictureSource
  /** The pieces of the line as it grows: to put them together each time would take quadratic time. */
  #line: string[] = []
  #allBold = true
  #faces = new Set<string>()
  #paragraph = 0
  /** The links of the line so far, and how much of it is in them, in UTF-16 units. */
  #links = 0
  #linked = 0
  #layout: LineLayout = {}
  /** The formulas of the line that say something by their place. */
  #waiting: string[] = []
  /** What the page leads to from here stands below a line that says so. */
  #amongRelated = false
  /** How deep it is in the cells of tables. */
  readonly #depth: number

  constructor(
    writer: Sink,
    measures: ReadonlyMap<ParentNode, Measure>,
    pictures: PictureSource = () => null,
    depth = 0,
  ) {
    this.#writer = writer
    this.#measures = measures
    this.#pictures = pictures
    this.#depth = depth
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
      } else if (isElement(node)) this.#leaveAround(wordsOfNode(node))
    }
  }

  #flowElement(element: Element, setting: Setting, number = ''): void {
    const { tagName } = element
    if (tagName === 'br') {
      // A heading is one, over how many lines it may be set.
      if (setting.layout.heading === undefined) this.#endLine()
      else this.#addWords(' ', setting)
    } else if (tagName === 'img') this.#addImage(element)
    else if (EMBEDDED.has(tagName)) this.#addEmbedded(element)
    else if (tagName === 'math') {
      const { words, flattened } = linearMathml(element)
      this.#addWords(words, setting)
      if (flattened) this.#waiting.push(words)
    } else if (tagName === 'rp') return
    else if (tagName === 'rt') {
      const reading = textOfNode(element).trim()
      if (reading !== '') this.#addWords(`（${reading}）`, setting)
    } else if (tagName === 'table' && this.#isDataTable(element)) this.#addTable(element)
    else if (this.#isLinkList(element)) this.#leaveAround(wordsOfNode(element))
    else if (isBackLink(element)) return
    else if (tagName === 'sup' && isPlain(element)) {
      const isLink = setting.inLink || element.childNodes.some((child) => child.nodeName === 'a')
      this.#addWords(raisedWords(this.#line.slice(-6).join(''), textOfNode(element), isLink), setting)
    } else if (tagName === 'sub' && isPlain(element)) {
      this.#addWords(loweredWords(textOfNode(element)), setting)
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
    const length = words.trim().length
    const isLinks = isMostlyLinks({ links: this.#links, linked: this.#linked, words: length })
    const isRelated = this.#amongRelated && this.#linked >= length * 0.8
    if (length > 0) this.#amongRelated = isRelated || RELATED.test(words.trim())
    this.#links = 0
    this.#linked = 0
    this.#line = []
    this.#allBold = true
    this.#faces = new Set()
    const formulas = this.#waiting
    this.#waiting = []
    if (words.trim() === '') return
    if (this.#depth === 0 && (isLinks || isRelated || kindOf(words.trim()) === 'furniture')) {
      this.#leaveAround(words)
      return
    }
    this.#writer.write(words, {
      ...this.#layout,
      paragraph: this.#paragraph,
      ...(allBold && this.#layout.heading === undefined ? { bold: true } : {}),
      ...(face !== '' && otherFaces.length === 0 ? { face } : {}),
    })
    for (const formula of formulas) this.#writer.leaveOut('formula', formula)
  }

  #leaveAround(words: string): void {
    if (words.trim() !== '') this.#writer.leaveOut('surroundings', words)
  }

  #addTable(table: Element): void {
    this.#endLine()
    if (isRecord(table)) {
      this.#leaveAround(wordsOfNode(table))
      return
    }
    const behind: (() => void)[] = []
    const rows = tableRows(table).map((row) => row.map((cell) => (cell ? this.#cellWords(cell, behind) : '')))
    this.#writer.writeTable(rows)
    for (const write of behind) write()
  }

  /** A cell is read as the page is, only that it has one line; what can't stand in it stands behind the table. */
  #cellWords(cell: Element, behind: (() => void)[]): string {
    const words: string[] = []
    const sink: Sink = {
      write: (line) => words.push(line),
      writeTable: (rows) => words.push(...rows.map((row) => row.join(' '))),
      writeImage: (image, description) => behind.push(() => this.#writer.writeImage(image, description)),
      leaveOut: (kind, what) => behind.push(() => this.#writer.leaveOut(kind, what)),
    }
    const flow = new HtmlFlow(sink, this.#measures, this.#pictures, this.#depth + 1)
    flow.#flow(cell, PLAIN)
    flow.#endLine()
    return words.map((line) => line.trim()).join(' ')
  }

  /** Only a picture that is at hand can be shown: nothing is fetched. */
  #addImage(element: Element): void {
    const description = (attribute(element, 'alt') ?? attribute(element, 'title') ?? '').trim()
    const addresses = PICTURE_ADDRESSES.flatMap((name) => attribute(element, name) ?? [])
    if (isTiny(element)) return
    this.#endLine()
    for (const address of addresses) {
      const data = /^data:image\/[\w+.-]{1,40};base64,/u.exec(address)
      const bytes = data ? bytesOfBase64(address.slice(data[0].length)) : this.#pictures(address)
      const type = bytes && imageType(bytes)
      // A placeholder of a few bytes stands where a script would load the picture.
      if (bytes && type && (bytes.length > PLACEHOLDER || addresses.length === 1)) {
        this.#writer.writeImage({ type, bytes }, description)
        return
      }
    }
    const name = addresses.map(fileName).find((one) => one !== '') ?? ''
    this.#writer.leaveOut('picture', description || name)
  }

  /** Films, drawings and what else a page embeds. */
  #addEmbedded(element: Element): void {
    const words = attribute(element, 'title') ?? attribute(element, 'aria-label') ?? textOfNode(element)
    if (isTiny(element) || (element.tagName === 'svg' && words.trim() === '')) return
    this.#endLine()
    const address = attribute(element, 'src') ?? attribute(element, 'data') ?? ''
    const isDrawing = element.tagName === 'svg' || element.tagName === 'canvas'
    this.#writer.leaveOut(isDrawing ? 'picture' : 'attachment', words.trim() || fileName(address))
  }

  /** A table of figures and terms, not one that only places parts of the page. */
  #isDataTable(table: Element): boolean {
    const rows = tableRows(table)
    return (
      this.#depth === 0 &&
      this.#measures.get(table)?.tables === 0 &&
      rows.length >= 2 &&
      rows.some((row) => row.length >= 2) &&
      rows.every((row) =>
        row.every((cell) => cell === null || (this.#measures.get(cell)?.words ?? 0) <= LONGEST_CELL),
      )
    )
  }

  /** A list or line of links leads to other pages: there are several, with most of its words. */
  #isLinkList(element: Element): boolean {
    if (this.#depth > 0) return false
    const measure = this.#measures.get(element)
    if (!measure || !BLOCKS.has(element.tagName)) return false
    return isMostlyLinks(measure) && measure.prose < MOST_AROUND_LINKS
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

const RELATED =
  /^[【[]?(?:相关|相關|推荐|推薦|延伸|扩展|更多|热门|往期)\S{0,4}(?:报道|報道|链接|阅读|閱讀|文章|新闻|稿件|内容|资料|推荐|回顾)[】\]]?\s?[:：]?$/u

const LABEL =
  /^(?:索引号|索 引 号|主题分类|发文机关|发文单位|制发机关|成文日期|标题|标\s{0,8}题|发文字号|文号|发布日期|发布时间|发布机构|有效性|生效日期|废止日期|主题词|信息分类|组配分类|公开方式|公开日期|体裁分类|来源|名称|统一编号)\s{0,4}[:：]?/u

/** The entry of a document in the list of an office: 索引号, 发文机关, 成文日期. */
function isRecord(table: Element): boolean {
  const cells = tableRows(table)
    .flat()
    .flatMap((cell) => (cell ? textOfNode(cell).replace(/\s+/gu, ' ').trim() : []))
    .filter((words) => words !== '')
  const labels = cells.filter((words) => words.length <= 60 && LABEL.test(words)).length
  return labels >= 3 && labels * 3 >= cells.length
}

/** Where a page says what picture it shows; those behind are what a script would load. */
const PICTURE_ADDRESSES = ['data-src', 'data-original', 'data-actualsrc', 'src']
/** In bytes. */
const PLACEHOLDER = 200

const EMBEDDED: ReadonlySet<string> = new Set('iframe embed object video audio svg canvas'.split(' '))

/** Of a point or two: it counts readers, or holds a place. */
function isTiny(element: Element): boolean {
  const sizes = ['width', 'height'].map((name) => Number.parseFloat(attribute(element, name) ?? '100'))
  return sizes.some((size) => size <= 3)
}

function fileName(address: string): string {
  if (address.startsWith('data:')) return ''
  return /([^/?#]{1,80})(?:[?#].*)?$/su.exec(address)?.[1] ?? ''
}

/** `↩` leads from a note back to its mark. */
function isBackLink(element: Element): boolean {
  return (
    element.tagName === 'a' &&
    (attribute(element, 'href') ?? '').includes('#') &&
    /^\s*[↩↑⏎⤴^]\ufe0e?\s*$/u.test(textOfNode(element))
  )
}

/** Has nothing but words in it, and links. */
function isPlain(element: Element): boolean {
  return element.childNodes.every((child) => !isElement(child) || (child.tagName !== 'img' && isPlain(child)))
}
