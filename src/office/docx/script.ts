import type { DeckSettings } from '../../deck/settings.ts'
import { countWords, speakingTime } from '../../deck/speaking-time.ts'
import { layoutOf } from '../../layouts/index.ts'
import { attribute, type Element, isElement, textOf } from '../../markdown/html-tree.ts'
import { frameOf } from '../../page/fit/fit.ts'
import { captionOf, type Rulers } from '../../page/fit/measure.ts'
import { flowOf, type Piece } from '../content/flow.ts'
import { markedWords } from '../content/marked-words.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { type Paragraph, paragraphsOf } from '../content/paragraphs.ts'
import { printOf, wordsIn } from '../content/print.ts'
import { formulaWords, type Run, runsOf, wordsOf } from '../content/runs.ts'
import { gridOf, type Place } from '../content/table.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { slideBookmark } from './bookmarks.ts'
import type { OfficialBlock } from './official.ts'
import { firstNumbered, type NumberedList, pointList } from './parts.ts'
import { officialStyle } from './style.ts'
import { tableXml, type WordCell } from './table.ts'
import { paragraph, runXml, twips } from './vocabulary.ts'

/** A slide of the Markdown with its pages: what one slide can't hold goes on. */
export interface ScriptSlide {
  readonly pages: readonly PageSlide[]
  /** Of its first page, from 1. */
  readonly number: number
}

export interface ScriptContext {
  readonly settings: DeckSettings
  readonly words: OfficeWords
  /** The relation of a link to what is outside; null for one within the deck. */
  readonly link: (href: string) => string | null
  /** The relation to a picture and its size in CSS pixels; null for one that Word does not show. */
  readonly picture: (address: string) => string | null
  /** What is said of something that a document can't show. */
  readonly gap: (kind: 'picture' | 'video' | 'audio', said: string) => string
  /** The width of the text in twentieths of a point. */
  readonly width: number
}

/** Nothing is measured: what follows from widths is Word's. */
const none: Rulers = { sans: new Map(), strong: new Map(), serif: new Map(), mono: new Map() }

/** The speaker's script of a deck, as it stands in the body of a document. */
export class Script {
  readonly numbered: NumberedList[] = []
  readonly #context: ScriptContext
  readonly #xml: Xml[] = []
  #bookmark = 0

  constructor(context: ScriptContext) {
    this.#context = context
  }

  get xml(): readonly Xml[] {
    return this.#xml
  }

  /** Of a deck without a cover, its name, and how much there is to say. */
  begin(title: string, info: string): void {
    this.#xml.push(paragraph('Title', [this.#run({ text: title })]))
    this.#xml.push(paragraph('Subtitle', [this.#run({ text: info })]))
  }

  /** @param level of its heading: 1 where a section begins with it */
  add(slide: ScriptSlide, level: 1 | 2): void {
    const { settings, words } = this.#context
    const { number } = slide
    const said = paragraphsOf(slide.pages[0]?.notes ?? [])
      .map(({ runs }) => wordsOf(runs))
      .join('\n')
    const minutes = Math.round(speakingTime(said, settings) / 60)
    const info = said.trim() ? words.info(number, countWords(said), minutes) : words.slide(number)
    this.#slide(slide, `Heading${level}`, paragraph('SlideInfo', [this.#run({ text: info })]))
  }

  /** A cover is how the script begins. @param info how much there is to say */
  addCover(slide: ScriptSlide, info: string): void {
    this.#slide(slide, 'Title', paragraph('Subtitle', [this.#run({ text: info })]))
  }

  /** An official paper instead of slides. */
  addOfficial(blocks: readonly OfficialBlock[]): void {
    for (const block of blocks) {
      if ('piece' in block) {
        this.#piece(block.piece, [])
        continue
      }
      let left = block.heading
      const content = block.runs.flatMap(({ run, isOnSlide }) => {
        const [heading, rest] = [run.text.slice(0, left), run.text.slice(left)]
        left -= heading.length
        return [
          ...(heading ? [this.#run({ ...run, text: heading }, 'RunIn')] : []),
          ...(rest ? [this.#run({ ...run, text: rest }, isOnSlide ? 'PointWords' : undefined)] : []),
        ]
      })
      this.#xml.push(paragraph(block.style, content, { free: twips(officialStyle.size * block.free) }))
    }
  }

  #slide({ pages, number }: ScriptSlide, style: string, info: Xml): void {
    const [first] = pages
    if (!first) return
    const heading = first.heading ? runsOf(first.heading.childNodes) : []
    const shownHeading = (heading.length ? heading : [{ text: this.#context.words.slide(number) }]).map(
      (run) => this.#run(run),
    )
    const notes = paragraphsOf(first.notes)
    const at = this.#xml.length
    const shown: string[] = [wordsOf(heading)]
    for (const { content } of pages) {
      const frame = frameOf(layoutOf([]), { ratio: '16:9', rulers: none }, 1)
      for (const piece of flowOf(content, frame)) this.#piece(piece, shown)
    }
    for (const runs of markedWords(notes, shown))
      this.#xml.push(
        paragraph(
          'Script',
          runs.map(({ run, isOnSlide }) => this.#run(run, isOnSlide ? 'PointWords' : undefined)),
        ),
      )
    const print = printOf(
      [...shownHeading, ...this.#xml.slice(at)].map(({ xml }) => wordsIn(xml, 'w:t')).join(''),
    )
    this.#xml.splice(at, 0, paragraph(style, this.#marked(print, shownHeading)), info)
  }

  /** A mark around a slide's heading, by which the slide is known again, and what its words were. */
  #marked(print: string, content: readonly Xml[]): readonly Xml[] {
    const id = this.#bookmark++
    return [
      element('w:bookmarkStart', { 'w:id': id, 'w:name': slideBookmark(print, id) }),
      ...content,
      element('w:bookmarkEnd', { 'w:id': id }),
    ]
  }

  #run(run: Run, style?: string): Xml {
    const id = run.href ? this.#context.link(run.href) : null
    const own = runXml(run, id ? { style: 'Hyperlink' } : style ? { style } : {})
    return id ? element('w:hyperlink', { 'r:id': id }, own) : own
  }

  #piece(piece: Piece, shown: string[]): void {
    switch (piece.kind) {
      case 'words':
        this.#paragraphs(paragraphsOf(piece.nodes), shown)
        break
      case 'table':
        this.#table(piece.element)
        break
      case 'code':
      case 'diagram':
        this.#code(piece.element)
        break
      case 'formula':
        this.#xml.push(paragraph('SlideText', [this.#run({ text: formulaWords(piece.element) })]))
        break
      case 'rule':
        break
      case 'film':
        this.#gap(piece.element.tagName === 'audio' ? 'audio' : 'video', attribute(piece.element, 'title'))
        break
      case 'pictures':
        for (const { element, size } of piece.pictures) this.#picture(element, size)
        break
      case 'columns':
        for (const column of piece.columns) for (const one of column) this.#piece(one, shown)
    }
  }

  #gap(kind: 'picture' | 'video' | 'audio', said: string): void {
    this.#xml.push(paragraph('SlideText', [this.#run({ text: this.#context.gap(kind, said) })]))
  }

  #paragraphs(paragraphs: readonly Paragraph[], shown: string[]): void {
    // Numbers go on as long as their list does.
    const open: { id: number; level: number } = { id: 0, level: 0 }
    for (const { runs, level, mark, kind } of paragraphs) {
      shown.push(wordsOf(runs))
      const content = runs.map((run) =>
        this.#run(kind === 'heading' || kind === 'term' ? { ...run, bold: true } : run),
      )
      if (level === 0 || !mark) {
        this.#xml.push(paragraph(kind === 'quotation' ? 'SlideQuotation' : 'SlideText', content))
        if (level === 0) open.level = 0
        continue
      }
      if (mark.kind === 'number' && open.level !== level) {
        this.numbered.push({ scheme: mark.scheme, start: level === 1 ? mark.at : 1 })
        open.id = firstNumbered + this.numbered.length - 1
        open.level = level
      }
      const id = mark.kind === 'number' ? open.id : pointList
      this.#xml.push(paragraph('Point', content, { list: { id, level: Math.min(8, level - 1) } }))
    }
  }

  #code(block: Element): void {
    const [code] = block.childNodes.filter(isElement)
    const text = block.childNodes.some(isElement) && code ? textOf(code) : textOf(block)
    for (const line of text.replace(/\n$/, '').split('\n'))
      this.#xml.push(paragraph('SlideCode', line ? [this.#run({ text: line })] : []))
  }

  #table(table: Element): void {
    const grid = gridOf(table)
    const columns = grid[0]?.length ?? 0
    if (!columns) return
    const caption = captionOf(table)
    if (caption) this.#paragraphs(paragraphsOf(caption.childNodes), [])
    const widths = Array.from({ length: columns }, () => Math.floor(this.#context.width / columns))
    const cell = (place: Place): WordCell[] => {
      // What a cell reaches over beside it has no cell of its own; below it, one that goes on.
      if (place && 'over' in place) return place.over === 'left' ? [] : [{ content: [], merge: 'goes on' }]
      if (!place) return [{ content: [] }]
      const { element, isHead, columns, rows } = place
      const content = paragraphsOf(element.childNodes).map(({ runs }) =>
        paragraph(
          'SlideText',
          runs.map((run) => this.#run(isHead ? { ...run, bold: true } : run)),
        ),
      )
      return [{ content, columns, ...(rows > 1 ? { merge: 'begins' } : {}) }]
    }
    const rows = grid.map((row) => ({ cells: row.flatMap(cell) }))
    this.#xml.push(...tableXml(widths, rows))
  }

  #picture(picture: Element, size: { readonly width: number; readonly height: number }): void {
    const embed = this.#context.picture(attribute(picture, 'src'))
    const said = attribute(picture, 'alt') || attribute(picture, 'title')
    if (!embed) {
      this.#gap('picture', said || textOf(picture).trim())
      return
    }
    // No wider than the text, and half as wide as on the wall.
    const most = (this.#context.width / 1440) * 96
    const share = Math.min(0.5, most / size.width)
    this.#xml.push(
      paragraph('SlideText', [
        element('w:r', drawing(this.#xml.length + 1, embed, said, size.width * share, size.height * share)),
      ]),
    )
  }
}

const a = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const pic = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
const wp = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'

/** A picture that stands in its line. Width and height in CSS pixels. */
function drawing(id: number, embed: string, description: string, width: number, height: number): Xml {
  const extent = { cx: Math.round(width * 9525), cy: Math.round(height * 9525) }
  return element(
    'w:drawing/wp:inline',
    { 'xmlns:wp': wp, distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', extent),
    element('wp:docPr', { id, name: `Picture ${id}`, descr: description }),
    element(
      'a:graphic',
      { 'xmlns:a': a },
      element(
        'a:graphicData',
        { uri: pic },
        element(
          'pic:pic',
          { 'xmlns:pic': pic },
          element('pic:nvPicPr', element('pic:cNvPr', { id, name: '' }), element('pic:cNvPicPr')),
          element('pic:blipFill', element('a:blip', { 'r:embed': embed }), element('a:stretch/a:fillRect')),
          element(
            'pic:spPr',
            element('a:xfrm', element('a:off', { x: 0, y: 0 }), element('a:ext', extent)),
            element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
          ),
        ),
      ),
    ),
  )
}
