import { type Part, packParts, type Relations } from '../package.ts'
import { packageRelations, propertyParts } from '../properties.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import {
  type CarriedFamily,
  fontParts,
  footerPart,
  headerPart,
  type NumberedList,
  numberingPart,
  pageXml,
  settingsPart,
  stylesPart,
} from './parts.ts'
import type { PageStyle } from './style.ts'
import { namespaces, types } from './vocabulary.ts'

export interface WordDocument {
  /** The name of the deck that it is written from. */
  readonly deck: string
  readonly style: PageStyle
  /** BCP 47 */
  readonly language: string
  readonly title: string
  readonly author: string
  /** At the head of each page: whose meeting it is, and how the paper may be passed on. */
  readonly unit: string
  readonly marking: string
  readonly pages: OfficeWords['pages']
  readonly body: readonly Xml[]
  readonly numbered: readonly NumberedList[]
  /** What the body leads to. */
  readonly relations: Relations
  readonly media: readonly Part[]
  /** The fonts that it carries; none unless given. */
  readonly families?: readonly CarriedFamily[]
}

/** A Word document of what stands in its body: with our styles, lists, header and footer. The same gives the same bytes. */
export function packDocx(document: WordDocument): Uint8Array {
  const {
    style,
    language,
    title,
    author,
    unit,
    marking,
    pages,
    body,
    numbered,
    relations,
    media,
    families = [],
  } = document
  const footers = style.official
    ? [footerPart(1, title, pages, 'right'), footerPart(2, title, pages, 'left')]
    : [footerPart(1, title, pages, null)]
  const fonts = fontParts(families)
  const parts = [
    stylesPart(style, language),
    numberingPart(numbered),
    settingsPart(style.official, families.length > 0),
    fonts.table,
    headerPart(unit, marking),
    ...footers,
  ]
  const ids = parts.map(({ path }) => relations.add(partType(path), path))
  const page = pageXml(
    style,
    ids[4] ?? '',
    footers.map((_, i) => ({ id: ids[5 + i] ?? '', type: i === 0 ? 'default' : 'even' })),
  )
  const main = {
    path: 'word/document.xml',
    type: types.document,
    content: element('w:document', namespaces, element('w:body', body, page)),
    relations: relations.list,
  }
  const properties = propertyParts({ title, author, language })
  return packParts(
    [main, ...parts, ...fonts.files, ...media, ...properties],
    packageRelations(main.path),
    document.deck,
  )
}

/** `word/header1.xml` is a header. */
const partType = (path: string): string => /([a-zA-Z]+)\d*\.xml$/.exec(path)?.[1] ?? ''
