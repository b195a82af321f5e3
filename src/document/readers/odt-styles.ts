import { figures } from './docx-numbering.ts'
import { descend, elementsOf, type XmlElement } from './xml.ts'

/** What a style of an OpenDocument text says; a property that is not there is not said. */
export interface OdtStyle {
  readonly heading?: number
  readonly title?: boolean
  readonly contents?: boolean
  readonly bold?: boolean
  readonly centred?: boolean
  readonly hidden?: boolean
  readonly place?: 'above' | 'below'
  readonly font?: string
}

interface Level {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels the number shows. */
  readonly shown: number
}

const MOST_LEVELS = 10
const MOST_ANCESTORS = 20
/** In UTF-16 units. */
const LONGEST_AFFIX = 40
/** The style of the headings' own numbers. */
const OUTLINE = '\0outline'

/** The formats of numbers by how their first ones are written. */
const FORMATS: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCounting',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '１, ２, ３, ...': 'decimalFullWidth',
}

/** The styles of an OpenDocument text, and the numbers of its lists as they are counted. */
export class OdtStyles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #styles = new Map<string, OdtStyle>()
  readonly #lists = new Map<string, readonly (Level | undefined)[]>()
  readonly #counters = new Map<string, number[]>()

  constructor(documents: readonly (XmlElement | undefined)[]) {
    for (const document of documents) {
      for (const part of ['styles', 'automatic-styles']) {
        const styles = descend(document, part)
        for (const style of styles ? elementsOf(styles) : []) {
          if (style.name === 'style') this.#elements.set(style.attributes.name ?? '', style)
          else if (style.name === 'list-style') this.#lists.set(style.attributes.name ?? '', levelsOf(style))
          else if (style.name === 'outline-style') this.#lists.set(OUTLINE, levelsOf(style))
        }
      }
    }
  }

  of(name: string | undefined): OdtStyle {
    return name === undefined ? {} : this.#resolve(name, 0)
  }

  #resolve(name: string, depth: number): OdtStyle {
    const known = this.#styles.get(name)
    const element = this.#elements.get(name)
    if (known || !element || depth > MOST_ANCESTORS) return known ?? {}
    const inherited = this.#resolve(element.attributes['parent-style-name'] ?? '', depth + 1)
    const style = { ...inherited, ...ownStyle(name, element) }
    this.#styles.set(name, style)
    return style
  }

  beginList(style: string, depth: number, goesOn: boolean): void {
    const counters = this.#countersOf(style)
    if (!goesOn) counters.length = 0
    counters.length = Math.min(counters.length, depth + (depth > 0 ? 0 : 1))
  }

  /** The number of the next item; '' for bullets. @param start where the item says with what it begins */
  number(style: string, depth: number, start = Number.NaN): string {
    const levels = this.#lists.get(style)
    const level = levels?.[depth]
    if (!levels || !level || depth >= MOST_LEVELS) return ''
    const counters = this.#countersOf(style)
    for (let above = 0; above < depth; above++) counters[above] ??= levels[above]?.start ?? 1
    counters[depth] = Number.isNaN(start) ? (counters[depth] ?? level.start - 1) + 1 : start
    counters.length = depth + 1
    if (level.format === '') return ''
    const shown = counters
      .slice(Math.max(0, depth + 1 - level.shown))
      .map((count, at, all) => figures(count, formatOf(levels[depth + 1 - all.length + at] ?? level)))
    const number = `${level.prefix}${shown.join('.')}${level.suffix}`
    return /[\p{L}\p{N}.]$/u.test(number) ? `${number} ` : number
  }

  outlineNumber(level: number, { 'is-list-header': isHeader }: Readonly<Record<string, string>>): string {
    return isHeader === 'true' ? '' : this.number(OUTLINE, level - 1)
  }

  #countersOf(style: string): number[] {
    const counters = this.#counters.get(style) ?? []
    this.#counters.set(style, counters)
    return counters
  }
}

function formatOf({ format }: Level): string {
  return FORMATS[format] ?? 'decimal'
}

function levelsOf(list: XmlElement): readonly (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const { name, attributes } of elementsOf(list)) {
    const depth = Number(attributes.level ?? Number.NaN) - 1
    if (!(depth >= 0 && depth < MOST_LEVELS)) continue
    const isNumber = name === 'list-level-style-number' || name === 'outline-level-style'
    levels[depth] = {
      format: isNumber ? (attributes['num-format'] ?? '') : '',
      prefix: (attributes['num-prefix'] ?? '').slice(0, LONGEST_AFFIX),
      suffix: (attributes['num-suffix'] ?? '').slice(0, LONGEST_AFFIX),
      start: Number(attributes['start-value'] ?? 1),
      shown: Number(attributes['display-levels'] ?? 1),
    }
  }
  return levels
}

function ownStyle(name: string, style: XmlElement): OdtStyle {
  const text = descend(style, 'text-properties')?.attributes ?? {}
  const paragraph = descend(style, 'paragraph-properties')?.attributes ?? {}
  const level = Number(style.attributes['default-outline-level'] || Number.NaN)
  const position = text['text-position']
  return {
    ...(level >= 1 ? { heading: level } : {}),
    ...(name === 'Title' ? { title: true } : {}),
    ...(/^(?:Contents_20_|TOC)/u.test(name) ? { contents: true } : {}),
    ...(text['font-weight'] === undefined
      ? {}
      : { bold: text['font-weight'] === 'bold' || Number(text['font-weight']) >= 600 }),
    ...(paragraph['text-align'] === undefined ? {} : { centred: paragraph['text-align'] === 'center' }),
    ...(text.display === undefined ? {} : { hidden: text.display === 'none' }),
    // LibreOffice numbers fonts of one name.
    ...(text['font-name'] === undefined ? {} : { font: text['font-name'].replace(/(?<!\d)\d+$/u, '') }),
    ...(position === undefined ? {} : placeOf(position)),
  }
}

/** `super 58%`, `-33% 58%` */
function placeOf(position: string): Pick<OdtStyle, 'place'> {
  if (/^(?:super|[1-9]\d*%)/u.test(position)) return { place: 'above' }
  return /^(?:sub|-)/u.test(position) ? { place: 'below' } : {}
}
