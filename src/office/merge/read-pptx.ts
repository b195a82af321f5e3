import { descend, elementsOf, textIn, within, type XmlElement } from '../../document/readers/xml.ts'
import { type Package, partXml, relationsOf, unpack } from '../../document/readers/zip.ts'
import type { InputFile } from '../../document/source.ts'
import { Fault } from '../../fault.ts'
import { printOf } from '../content/print.ts'
import { isFurnitureNumber } from '../pptx/furniture.ts'
import { holderOf } from '../pptx/read-holder.ts'
import { slideTag } from '../pptx/tags.ts'
import { authorsOf, slideComments } from './comments.ts'
import type { EditedFile, EditedParagraph, EditedSlide, EditedTable } from './edited-slide.ts'

/** All but words and what says where they stand. */
const unread =
  /\/$|^docProps\/|^ppt\/(?:media|theme|slideLayouts|slideMasters|fonts|embeddings|charts|diagrams)\//u

/** In bytes: the largest tables and the longest notes are far below it. */
const largestSlide = 4 * 2 ** 20

/**
 * The slides of a presentation that somebody may have edited, in their order.
 *
 * @param furniture what stands around the words of its slides, for files of programs that forget which placeholder is which
 * @throws Fault where it is no presentation, is damaged, or a slide of it is not in it or is larger than any
 */
export function readEditedPptx(file: InputFile, furniture: ReadonlySet<string> = new Set()): EditedFile {
  const show = unpack(file, unread)
  const main = relationsOf(show, '').find(({ type }) => type === 'officeDocument')?.path ?? ''
  const presentation = partXml(show, main)
  if (presentation?.name !== 'presentation') throw new Fault((say) => say.noPresentation, { file: file.name })
  const paths = new Map(relationsOf(show, main).map(({ id, path }) => [id, path]))
  const marks = marksOf(show, main)
  const authors = authorsOf(
    relationsOf(show, main)
      .filter(({ type }) => type === 'authors' || type === 'commentAuthors')
      .map(({ path }) => partXml(show, path))
      .find((part) => part !== undefined),
  )
  const list = descend(presentation, 'sldIdLst')
  const seen = new Set<string>()
  const around = new Set<string>()
  const slides = (list ? elementsOf(list) : []).flatMap((entry, i): EditedSlide[] => {
    const path = paths.get(entry.attributes['id'] ?? '')
    // A part that is named again is no further slide.
    if (path !== undefined && seen.has(path)) return []
    const bytes = path === undefined ? undefined : show.parts.get(path)
    if (!bytes || path === undefined) throw new Fault((say) => say.slideMissing(i + 1), { file: file.name })
    if (bytes.length > largestSlide) throw new Fault((say) => say.slideLarge(i + 1), { file: file.name })
    const slide = partXml(show, path)
    if (!slide) return []
    seen.add(path)
    const number = entry.attributes['@id'] ?? ''
    const was = marks.size ? (marks.get(slideTag(number)) ?? null) : undefined
    const notesPath = relationsOf(show, path).find(({ type }) => type === 'notesSlide')?.path
    const isAround = (shape: XmlElement): boolean => {
      if (isFoot(shape)) around.add(saidIn(shape))
      return (
        isFoot(shape) || (marks.size === 0 && holderOf(shape) !== undefined && furniture.has(saidIn(shape)))
      )
    }
    const notes = notesPath === undefined ? undefined : partXml(show, notesPath)
    const comments = relationsOf(show, path)
      .filter(({ type }) => type === 'comments')
      .flatMap((one) => slideComments(partXml(show, one.path), authors))
    return [{ ...readSlide(i + 1, slide, notes, was, isAround), comments }]
  })
  return { slides, originals: marks.size ? new Set(marks.values()) : null, around }
}

/** What the file remembers of each slide, by its number. */
function marksOf(show: Package, main: string): ReadonlyMap<string, string> {
  const path = relationsOf(show, main).find(({ type }) => type === 'tags')?.path
  const list = path === undefined ? undefined : partXml(show, path)
  return new Map(
    (list ? elementsOf(list) : []).map(({ attributes }) => [
      attributes['name'] ?? '',
      attributes['val'] ?? '',
    ]),
  )
}

function readSlide(
  number: number,
  slide: XmlElement,
  notes: XmlElement | undefined,
  was: string | null | undefined,
  isAround: (shape: XmlElement) => boolean,
): Omit<EditedSlide, 'comments'> {
  const shapes = shapesIn(descend(slide, 'cSld', 'spTree')).filter((shape) => !isAround(shape))
  const [titles, others] = [shapes.filter(isTitle), shapes.filter((shape) => !isTitle(shape))]
  const heading = titles.flatMap(paragraphsIn)
  const body = others.flatMap(paragraphsIn)
  const said = shapesIn(descend(notes, 'cSld', 'spTree'))
    .filter((shape) => holderOf(shape)?.attributes['type'] === 'body')
    .flatMap(paragraphsIn)
  const words = (of: readonly EditedParagraph[]): string => of.map(({ text }) => text).join('')
  return {
    number,
    heading: words(heading),
    body,
    notes: said,
    tables: others.flatMap(tableIn),
    print: printOf(words(heading) + words(body) + words(said)),
    was,
  }
}

const shapesIn = (tree: XmlElement | undefined): readonly XmlElement[] =>
  (tree ? elementsOf(tree) : []).flatMap((shape) => {
    if (shape.name === 'grpSp') return shapesIn(shape)
    if (shape.name === 'AlternateContent') return shapesIn(descend(shape, 'Choice'))
    return /^(?:sp|graphicFrame)$/u.test(shape.name) ? [shape] : []
  })

const isTitle = (shape: XmlElement): boolean =>
  /^(?:t|ctrT)itle$/u.test(holderOf(shape)?.attributes['type'] ?? '')

/** What stands on every slide is none of its words. */
function isFoot(shape: XmlElement): boolean {
  const { type = 'obj', idx = '' } = holderOf(shape)?.attributes ?? {}
  return /^(?:sldNum|ftr|hdr|dt)$/u.test(type) || (type === 'body' && isFurnitureNumber(Number(idx)))
}

const saidIn = (shape: XmlElement): string =>
  paragraphsIn(shape)
    .map(({ text }) => text)
    .join('\n')

function paragraphsIn(shape: XmlElement): EditedParagraph[] {
  const table = descend(shape, 'graphic', 'graphicData', 'tbl')
  if (table) return within(table, 'tc').flatMap((cell) => paragraphs(descend(cell, 'txBody'), true))
  return paragraphs(descend(shape, 'txBody'), false)
}

/** The words of a table's cells. */
function tableIn(shape: XmlElement): EditedTable[] {
  const table = descend(shape, 'graphic', 'graphicData', 'tbl')
  if (!table) return []
  const isOver = ({ attributes }: XmlElement): boolean =>
    /^(?:1|true)$/.test(attributes['hMerge'] ?? '') || /^(?:1|true)$/.test(attributes['vMerge'] ?? '')
  const rows = elementsOf(table).filter(({ name }) => name === 'tr')
  if (rows.length === 0) return []
  return [
    rows.map((row) =>
      elementsOf(row)
        .filter((cell) => cell.name === 'tc' && !isOver(cell))
        .map((cell) =>
          paragraphs(descend(cell, 'txBody'), true)
            .map(({ text }) => text)
            .join('\n'),
        ),
    ),
  ]
}

function paragraphs(body: XmlElement | undefined, isFixed: boolean): EditedParagraph[] {
  return (body ? elementsOf(body) : [])
    .filter(({ name }) => name === 'p')
    .map((paragraph) => ({
      text: wordsOf(paragraph),
      level: Number(descend(paragraph, 'pPr')?.attributes['lvl'] ?? 0),
      isFixed,
    }))
    .filter(({ text }) => text.trim() !== '')
}

function wordsOf(element: XmlElement): string {
  // A line end within a run is but white space.
  if (element.name === 't') return textIn(element).replace(/[\r\n\t]+/gu, ' ')
  if (element.name === 'br') return '\n'
  return /Pr$/u.test(element.name) ? '' : elementsOf(element).map(wordsOf).join('')
}
