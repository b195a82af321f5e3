import { childValue, descend, elementsOf, type XmlElement } from './xml.ts'

/** What the style of a paragraph says of it; a property that is not there is not said. */
export interface ParagraphStyle {
  /** 1 for the highest heading. */
  readonly heading?: number
  readonly title?: boolean
  readonly contents?: boolean
  readonly bold?: boolean
  readonly centred?: boolean
  /** Its words are not to be shown. */
  readonly hidden?: boolean
  /** The list that numbers it, and its depth there; null where it was taken out of its style's list. */
  readonly list?: ListPlace | null
}

export interface ListPlace {
  readonly id: string
  readonly depth: number
}

/** Styles of Word and WPS under the names that they bear in other languages too. */
const HEADING_NAME = /^(?:heading|标题|標題|überschrift|titre|título|заголовок|見出し|제목)\s?([1-9])$/iu
const TITLE_NAME = /^(?:title|标题|標題|文档标题|公文标题)$/iu
const CONTENTS_NAME = /^(?:toc|目录|目錄)\s?(?:[1-9]|heading|标题)?$/iu

/** The styles of a document by id, of paragraphs and of words, each with what it inherits. */
export function stylesOf(styles: XmlElement | undefined): ReadonlyMap<string, ParagraphStyle> {
  const elements = new Map(
    (styles ? elementsOf(styles) : [])
      .filter(({ name }) => name === 'style')
      .map((style) => [style.attributes.styleId ?? '', style]),
  )
  const resolved = new Map<string, ParagraphStyle>()
  const resolve = (id: string, above: ReadonlySet<string>): ParagraphStyle => {
    const known = resolved.get(id)
    const element = elements.get(id)
    if (known || !element || above.has(id) || above.size > MOST_ANCESTORS) return known ?? {}
    const base = resolve(childValue(element, 'basedOn') ?? '', new Set([...above, id]))
    const { title: _, contents: __, ...inherited } = base
    const style = { ...inherited, ...nameStyle(childValue(element, 'name') ?? ''), ...propertyStyle(element) }
    resolved.set(id, style)
    return style
  }
  for (const id of elements.keys()) resolve(id, new Set())
  return resolved
}

const MOST_ANCESTORS = 20

function nameStyle(name: string): ParagraphStyle {
  const level = HEADING_NAME.exec(name)?.[1]
  if (level !== undefined) return { heading: Number(level) }
  if (TITLE_NAME.test(name)) return { title: true }
  return CONTENTS_NAME.test(name) ? { contents: true } : {}
}

function propertyStyle(style: XmlElement): ParagraphStyle {
  return { ...paragraphProperties(descend(style, 'pPr')), ...runProperties(descend(style, 'rPr')) }
}

/** The list of the paragraphs that are in no list. */
const NO_LIST = '0'

/** What `w:pPr` says, of a style or of a paragraph itself. */
export function paragraphProperties(properties: XmlElement | undefined): ParagraphStyle {
  const outline = Number(childValue(properties, 'outlineLvl') ?? Number.NaN)
  const align = childValue(properties, 'jc')
  // Word 2003 says it with other words.
  const list = descend(properties, 'numPr') ?? descend(properties, 'listPr')
  const id = childValue(list, 'numId') ?? childValue(list, 'ilfo')
  return {
    // Level 9 is Word's word for body text.
    ...(outline >= 0 && outline < 9 ? { heading: outline + 1 } : {}),
    ...(align === undefined ? {} : { centred: align === 'center' }),
    ...(id === undefined
      ? {}
      : { list: id === NO_LIST ? null : { id, depth: Number(childValue(list, 'ilvl') ?? 0) } }),
  }
}

/** What `w:rPr` says of weight, and of whether it is shown. */
export function runProperties(properties: XmlElement | undefined): Pick<ParagraphStyle, 'bold' | 'hidden'> {
  const bold = isOn(properties, 'b')
  const hidden = isOn(properties, 'vanish')
  return { ...(bold === undefined ? {} : { bold }), ...(hidden === undefined ? {} : { hidden }) }
}

function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = descend(properties, name)
  return property && !/^(?:0|false|off)$/u.test(property.attributes.val ?? '1')
}
