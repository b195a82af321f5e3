import { descend, elementsOf, textIn, within, type XmlElement } from '../../document/readers/xml.ts'
import { partXml, relationsOf, unpack } from '../../document/readers/zip.ts'
import type { InputFile } from '../../document/source.ts'
import { Fault } from '../../fault.ts'
import { printOf } from '../content/print.ts'
import { printInBookmark } from '../docx/bookmarks.ts'
import { type FileComment, wordComments } from './comments.ts'
import type { EditedFile, EditedParagraph, EditedSlide, EditedTable } from './edited-slide.ts'

/** Whether a file is a Word document; false for every other. @throws Fault where it is damaged */
export function isWordDocument(file: InputFile): boolean {
  const document = unpack(file, /^(?!_rels\/|\[Content)/u)
  return relationsOf(document, '').some(
    ({ type, path }) => type === 'officeDocument' && /(?:^|\/)document\d*\.xml$/u.test(path),
  )
}

/** A slide while it is read. */
interface Opened {
  readonly was: string | null
  readonly heading: string
  readonly body: EditedParagraph[]
  readonly notes: EditedParagraph[]
  readonly comments: FileComment[]
  readonly tables: EditedTable[]
}

/** Paragraphs that the script has for itself. */
const own = /^(?:title|subtitle|slide info)$/u
const ofNotes = /^script$/u
const ofSlide = /^(?:point|slide text|slide quotation|slide code)$/u

/**
 * The slides of a script that somebody may have edited; what was changed with the changes tracked counts as changed, what
 * was said in comments stands by its slide.
 *
 * @throws Fault where it is no script of a deck's, or is damaged
 */
export function readEditedDocx(file: InputFile): EditedFile {
  const document = unpack(file)
  const main = relationsOf(document, '').find(({ type }) => type === 'officeDocument')?.path ?? ''
  const body = descend(partXml(document, main), 'body')
  const related = (type: string): XmlElement | undefined => {
    const path = relationsOf(document, main).find((one) => one.type === type)?.path
    return path === undefined ? undefined : partXml(document, path)
  }
  const styles = stylesOf(related('styles'))
  const comments = wordComments(related('comments'), related('commentsExtended'))
  const slides: Opened[] = []
  let isNotes = false
  // What is left of a paragraph whose end was deleted goes on with the one behind it.
  let joined = ''
  const take = (paragraph: XmlElement, isFixed: boolean): void => {
    const style = styles.get(descend(paragraph, 'pPr', 'pStyle')?.attributes['val'] ?? '') ?? ''
    const text = joined + wordsOf(paragraph)
    joined = ''
    if (!isFixed && descend(paragraph, 'pPr', 'rPr', 'del')) {
      joined = text
      return
    }
    const marks = within(paragraph, 'bookmarkStart').map(({ attributes }) =>
      printInBookmark(attributes['name'] ?? ''),
    )
    const was = marks.find((print) => print !== null) ?? null
    if (was !== null || (/^heading/u.test(style) && text.trim() !== '')) {
      slides.push({ was, heading: text, body: [], notes: [], comments: [], tables: [] })
      isNotes = false
    }
    const slide = slides.at(-1)
    if (!slide) return
    for (const { attributes } of within(paragraph, 'commentReference')) {
      const said = comments.get(attributes['id'] ?? '')
      if (said) slide.comments.push(said)
    }
    if (was !== null || /^heading/u.test(style) || own.test(style) || text.trim() === '') return
    // What somebody wrote in a style of their own belongs to what stands above it.
    isNotes = ofNotes.test(style) || (isNotes && !ofSlide.test(style))
    const level = Number(descend(paragraph, 'pPr', 'numPr', 'ilvl')?.attributes['val'] ?? 0)
    ;(isNotes ? slide.notes : slide.body).push({ text, level, isFixed })
  }
  for (const block of body ? elementsOf(body) : [])
    if (block.name === 'p') take(block, false)
    else if (block.name === 'tbl') {
      for (const paragraph of within(block, 'p')) take(paragraph, true)
      slides.at(-1)?.tables.push(tableOf(block))
    }
  if (!slides.some(({ was }) => was !== null)) throw new Fault((say) => say.noScript, { file: file.name })
  return { slides: slides.map(finished), originals: new Set(), around: new Set() }
}

function finished({ was, heading, body, notes, comments, tables }: Opened, i: number): EditedSlide {
  const words = [heading, ...[...body, ...notes].map(({ text }) => text)].join('')
  return { number: i + 1, heading, body, notes, comments, tables, was, print: printOf(words) }
}

/** The words of a table's cells; rows that were deleted with the changes tracked are gone. */
function tableOf(table: XmlElement): EditedTable {
  return elementsOf(table)
    .filter(({ name }) => name === 'tr')
    .filter((row) => !descend(row, 'trPr', 'del'))
    .map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === 'tc')
        .filter((cell) => {
          const merge = descend(cell, 'tcPr', 'vMerge')
          return !merge || merge.attributes['val'] === 'restart'
        })
        .map((cell) =>
          within(cell, 'p')
            .map(wordsOf)
            .filter((text) => text.trim() !== '')
            .join('\n'),
        ),
    )
}

/** The names of the styles by their ids; a program may have given them other ids. */
function stylesOf(styles: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    (styles ? elementsOf(styles) : []).map((style) => [
      style.attributes['styleId'] ?? '',
      (descend(style, 'name')?.attributes['val'] ?? '').toLowerCase(),
    ]),
  )
}

/** The words of a paragraph with all changes that are tracked in it made. */
function wordsOf(element: XmlElement): string {
  // A line end within a run is but white space.
  if (element.name === 't') return textIn(element).replace(/[\r\n\t]+/gu, ' ')
  if (element.name === 'br' || element.name === 'cr') return '\n'
  if (element.name === 'tab') return '\t'
  if (/^(?:del|moveFrom|pPr|rPr|instrText)$/u.test(element.name)) return ''
  return elementsOf(element).map(wordsOf).join('')
}
