import type { ListPlace } from './docx-styles.ts'
import { childValue, descend, elementsOf, type XmlElement } from './xml.ts'

export interface ListLevel {
  readonly format: string
  /** `%1、` with the numbers of the levels that it shows. */
  readonly text: string
  readonly start: number
  /** Shows the numbers of the levels above in Arabic figures. */
  readonly legal: boolean
}

export interface NumberedList {
  readonly levels: readonly ListLevel[]
  /** Lists of the same abstract numbering count on together. */
  readonly abstract: string
}

/** The numbers that Word writes before paragraphs by itself, and that their text does not have. */
export class AutomaticNumbers {
  readonly #lists: ReadonlyMap<string, NumberedList>
  readonly #counters = new Map<string, number[]>()

  /** @param lists by the number with which paragraphs name them */
  constructor(lists: ReadonlyMap<string, NumberedList>) {
    this.#lists = lists
  }

  /** The number of the next paragraph at that place, '' where the list shows bullets or is unknown. */
  next({ id, depth }: ListPlace): string {
    const list = this.#lists.get(id)
    const level = list?.levels[depth]
    if (!list || !level) return ''
    const counters = this.#counters.get(list.abstract) ?? []
    this.#counters.set(list.abstract, counters)
    counters.length = depth + 1
    for (let above = 0; above < depth; above++) counters[above] ??= list.levels[above]?.start ?? 1
    counters[depth] = (counters[depth] ?? level.start - 1) + 1
    if (level.format === 'bullet' || level.format === 'none') return ''
    const number = level.text.replace(/%([1-9])/gu, (_, shown: string) => {
      const at = Number(shown) - 1
      return figures(counters[at] ?? 1, level.legal ? 'decimal' : (list.levels[at]?.format ?? 'decimal'))
    })
    return /[\p{L}\p{N}.]$/u.test(number) ? `${number} ` : number
  }
}

/** The lists of a Word document (`numbering.xml`). */
export function listsOf(numbering: XmlElement | undefined): ReadonlyMap<string, NumberedList> {
  const elements = numbering ? elementsOf(numbering) : []
  const abstracts = new Map(
    elements
      .filter(({ name }) => name === 'abstractNum')
      .map((abstract) => [abstract.attributes.abstractNumId ?? '', levelsOf(abstract)]),
  )
  const lists = new Map<string, NumberedList>()
  for (const num of elements) {
    if (num.name !== 'num') continue
    const abstract = childValue(num, 'abstractNumId') ?? ''
    const id = num.attributes.numId ?? ''
    const restarts = elementsOf(num).filter(({ name }) => name === 'lvlOverride')
    const levels = [...(abstracts.get(abstract) ?? [])]
    for (const restart of restarts) {
      const depth = Number(restart.attributes.ilvl ?? 0)
      const own = descend(restart, 'lvl')
      const level = own ? levelOf(own) : levels[depth]
      const start = Number(childValue(restart, 'startOverride') ?? level?.start ?? 1)
      if (level && depth < MOST_LEVELS) levels[depth] = { ...level, start }
    }
    lists.set(id, { levels, abstract: restarts.length > 0 ? `${abstract} ${id}` : abstract })
  }
  return lists
}

export const MOST_LEVELS = 9
/** In UTF-16 units: Word takes no more, and each paragraph repeats it. */
export const LONGEST_NUMBER = 255

function levelsOf(abstract: XmlElement): readonly ListLevel[] {
  const levels: ListLevel[] = []
  for (const element of elementsOf(abstract)) {
    const depth = Number(element.attributes.ilvl ?? Number.NaN)
    if (element.name === 'lvl' && depth >= 0 && depth < MOST_LEVELS) levels[depth] = levelOf(element)
  }
  return levels
}

function levelOf(level: XmlElement): ListLevel {
  return {
    format: childValue(level, 'numFmt') ?? 'decimal',
    text: (childValue(level, 'lvlText') ?? '').slice(0, LONGEST_NUMBER),
    start: Number(childValue(level, 'start') ?? 1),
    legal: descend(level, 'isLgl') !== undefined,
  }
}

/** The formats of numbers by the codes of Word's files before 2007 (`nfc`). */
export const NUMBER_FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'chineseCounting',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  39: 'chineseCountingThousand',
  255: 'none',
}

/** A number in the figures of a `w:numFmt`; in Arabic figures where the format is not known. */
export function figures(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return hanFigures(value)
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'decimalFullWidth':
      return [...String(value)]
        .map((digit) => String.fromCodePoint(0xfee0 + (digit.codePointAt(0) ?? 0)))
        .join('')
    default:
      return String(value)
  }
}

function hanFigures(value: number): string {
  if (!(value > 0 && value < 1000)) return String(value)
  const digit = (at: number): string => '零一二三四五六七八九'[at] ?? ''
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  if (hundreds === 0 && tens === 1) return `十${ones > 0 ? digit(ones) : ''}`
  const tensWord = tens > 0 ? `${digit(tens)}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ''}${tensWord}${ones > 0 ? digit(ones) : ''}`
}

function letters(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(64 + value) : String(value)
}

const ROMAN = { C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 }

function roman(value: number): string {
  if (!(value > 0 && value < 400)) return String(value)
  let rest = value
  let word = ''
  for (const [sign, size] of Object.entries(ROMAN)) {
    for (; rest >= size; rest -= size) word += sign
  }
  return word
}
