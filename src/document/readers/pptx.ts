import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { chartTable, diagramWords } from './docx-drawings.ts'
import { imageType } from './images.ts'
import { linearOmml } from './omml.ts'
import { descend, elementsOf, textIn, type XmlElement } from './xml.ts'
import { type Package, partXml, type Relation, relationsOf, unpack } from './zip.ts'

/**
 * A presentation (`.pptx`): slide by slide its title as a heading, its paragraphs, tables and pictures, and what is
 * said in its notes.
 *
 * @throws Fault when it is damaged or unpacks to more than any presentation has
 */
export function readPptx(file: InputFile): SourceText {
  const show = unpack(file)
  const main =
    relationsOf(show, '').find(({ type }) => type === 'officeDocument')?.path ?? 'ppt/presentation.xml'
  const slides = new Map(relationsOf(show, main).map(({ id, path }) => [id, path]))
  const order = descend(partXml(show, main), 'sldIdLst')
  const writer = new SourceWriter()
  let first = true
  for (const { attributes } of order ? elementsOf(order) : []) {
    // The attribute is `r:id`; without its prefix it hides the slide's own number.
    const path = slides.get(attributes.id ?? '')
    const slide = path === undefined ? undefined : partXml(show, path)
    if (!slide || path === undefined) continue
    if (/^(?:0|false)$/u.test(slide.attributes.show ?? '1')) {
      writer.leaveOut('hidden')
      continue
    }
    new SlideReader(show, relationsOf(show, path), writer, first).read(slide)
    first = false
  }
  return writer.finish(file.name, 'pptx')
}

class SlideReader {
  readonly #show: Package
  readonly #relations: readonly Relation[]
  readonly #writer: SourceWriter
  readonly #first: boolean

  constructor(show: Package, relations: readonly Relation[], writer: SourceWriter, first: boolean) {
    this.#show = show
    this.#relations = relations
    this.#writer = writer
    this.#first = first
  }

  read(slide: XmlElement): void {
    const shapes = shapesIn(descend(slide, 'cSld', 'spTree'))
    const isTitle = (shape: XmlElement): boolean => /^(?:t|ctrT)itle$/u.test(placeholder(shape))
    // A slide may have its title anywhere in its file; it is read first.
    for (const shape of [...shapes.filter(isTitle), ...shapes.filter((one) => !isTitle(one))]) {
      if (isTitle(shape)) this.#writeTitle(shape)
      else this.#writeShape(shape)
    }
    const path = this.#relations.find(({ type }) => type === 'notesSlide')?.path
    const notes = path === undefined ? undefined : partXml(this.#show, path)
    for (const shape of shapesIn(descend(notes, 'cSld', 'spTree'))) {
      if (placeholder(shape) === 'body') this.#writeShape(shape)
    }
    this.#writer.write('')
  }

  #writeTitle(shape: XmlElement): void {
    const words = paragraphsIn(shape)
      .map(({ words }) => words.replace(/\n/gu, ' '))
      .join(' ')
      .trim()
    if (words !== '') this.#writer.write(words, this.#first ? { title: true } : { heading: 1 })
  }

  #writeShape(shape: XmlElement): void {
    // What stands on every slide is none of its words.
    if (/^(?:sldNum|ftr|hdr|dt)$/u.test(placeholder(shape))) {
      const words = paragraphsIn(shape)
        .map(({ words }) => words)
        .join(' ')
      if (words.trim() !== '') this.#writer.leaveOut('page-furniture', words)
      return
    }
    const data = descend(shape, 'graphic', 'graphicData')
    const table = descend(data, 'tbl')
    const picture = descend(shape, 'blipFill', 'blip')?.attributes.embed
    const described = descend(
      shape.children.find((child) => typeof child !== 'string'),
      'cNvPr',
    )?.attributes.descr
    if (table) this.#writeTable(table)
    else if (data) this.#writeGraphic(data)
    else if (shape.name === 'pic') this.#writeImage(picture ?? '', described ?? '')
    else
      for (const { words, formula, isBullet } of paragraphsIn(shape)) {
        if (words.trim() === '') continue
        this.#writer.write(words, isBullet ? { item: true } : {})
        if (formula) this.#writer.leaveOut('formula', words)
      }
  }

  #writeTable(table: XmlElement): void {
    const named = (parent: XmlElement, name: string): readonly XmlElement[] =>
      elementsOf(parent).filter((child) => child.name === name)
    // Cells that others reach over stand in the file as empty ones.
    this.#writer.writeTable(
      named(table, 'tr').map((row) =>
        named(row, 'tc').map((cell) =>
          paragraphsIn(cell)
            .map(({ words }) => words)
            .join(' '),
        ),
      ),
    )
  }

  #writeGraphic(data: XmlElement): void {
    const path = (id: string | undefined): string => this.#relations.find((one) => one.id === id)?.path ?? ''
    const chart = partXml(this.#show, path(descend(data, 'chart')?.attributes.id))
    const diagram = partXml(this.#show, path(descend(data, 'relIds')?.attributes.dm))
    const table = chart && chartTable(chart)
    if (table && table.title !== '') this.#writer.write(table.title)
    if (table) this.#writer.writeTable(table.rows)
    const boxes = diagram ? diagramWords(diagram) : []
    for (const words of boxes) this.#writer.write(words)
    this.#writer.leaveOut(chart || diagram ? 'chart' : 'attachment', table?.title ?? boxes[0] ?? '')
  }

  #writeImage(relation: string, description: string): void {
    const path = this.#relations.find(({ id }) => id === relation)?.path ?? ''
    const bytes = this.#show.parts.get(path)
    const type = bytes && imageType(bytes)
    if (type) this.#writer.writeImage({ type, bytes }, description)
    else this.#writer.leaveOut('picture', description)
  }
}

/** The shapes of a slide, those of groups too, from the top of its file downwards. */
function shapesIn(tree: XmlElement | undefined): readonly XmlElement[] {
  return (tree ? elementsOf(tree) : []).flatMap((shape) => {
    if (shape.name === 'grpSp') return shapesIn(shape)
    if (shape.name === 'AlternateContent') return shapesIn(descend(shape, 'Choice'))
    return /^(?:sp|pic|graphicFrame|cxnSp)$/u.test(shape.name) ? [shape] : []
  })
}

function placeholder(shape: XmlElement): string {
  const properties = elementsOf(shape).find(({ name }) => /^nv\w+Pr$/u.test(name))
  const holder = descend(properties, 'nvPr', 'ph')
  return holder ? (holder.attributes.type ?? 'obj') : ''
}

interface SlideParagraph {
  readonly words: string
  readonly formula: boolean
  readonly isBullet: boolean
}

function paragraphsIn(shape: XmlElement): readonly SlideParagraph[] {
  const holder = placeholder(shape)
  return elementsOf(descend(shape, 'txBody') ?? NOTHING)
    .filter(({ name }) => name === 'p')
    .map((paragraph) => {
      let formula = false
      const say = (element: XmlElement): string => {
        if (element.name === 't') return textIn(element)
        if (element.name === 'br') return '\n'
        if (element.name === 'oMath') {
          const { words, flattened } = linearOmml(element)
          formula ||= flattened
          return words
        }
        if (/Pr$|^Fallback$/u.test(element.name)) return ''
        return elementsOf(element).map(say).join('')
      }
      const words = say(paragraph)
      const properties = descend(paragraph, 'pPr')
      const isPlain = descend(properties, 'buNone') !== undefined
      const isBullet =
        !isPlain && (descend(properties, 'buChar') !== undefined || holder === 'body' || holder === 'obj')
      return { words, formula, isBullet }
    })
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] }
