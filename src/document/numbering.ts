/**
 * The systems of numbering that headings, articles and items are numbered by, from the widest to the
 * narrowest in documents that use several of them.
 */
export const SYSTEMS = [
  /** 第一卷, 第一编, 第一部分, Part I */
  'part',
  /** 第一分编 */
  'subpart',
  /** 第一章, 第一讲, Chapter 1 */
  'chapter',
  /** Article I, where it has sections */
  'sectioned-article',
  /** 第一节, Section 1 */
  'section',
  /** Article 1. */
  'article',
  /** 第一条 */
  'clause',
  /** 甲、 */
  'stem',
  /** 壹、 */
  'formal-han',
  /** I., Ⅱ、 */
  'roman',
  /** 一、 */
  'han',
  /** 问题1：, 专栏1, each with a word of its own */
  'labelled',
  /** （一） */
  'bracketed-han',
  /** A. */
  'letter',
  /** 1. and 1、 */
  'arabic',
  /** 1.1 */
  'decimal-2',
  /** 1.1.1 */
  'decimal-3',
  /** 1.1.1.1 */
  'decimal-4',
  /** （1） and 1） */
  'bracketed-arabic',
  /** ① */
  'circled',
  /** (a) */
  'bracketed-letter',
  /** (A) */
  'bracketed-capital',
  /** 第一，and 首先， */
  'ordinal',
  /** 一是 and 一要 */
  'enumerated',
] as const

export type System = (typeof SYSTEMS)[number]

export interface Numbering {
  readonly system: System
  readonly value: number
  /** Length of the number as written, its mark included, in UTF-16 units. */
  readonly length: number
  /** The mark that such a number needs is missing: `5中国…`, `十三章`. Only its place in a sequence tells that it is one. */
  readonly doubtful: boolean
  /** The word before a number of the system `labelled`. */
  readonly label?: string
  /** The place in the alphabet of a Roman figure that may be a letter: `C.` is 3 after `B.`. */
  readonly asLetter?: number
}

/** The width of a system, 0 for the widest. */
export function rankOf(system: System): number {
  return SYSTEMS.indexOf(system)
}

const HAN = '零〇○一二两三四五六七八九十百千'
const DIGIT = '0-9０-９'

interface Pattern {
  /** Sticky; its group `n`, or its first, is the number. Every quantifier is bounded, so a match takes constant time. */
  readonly pattern: RegExp
  readonly system: System | ((match: RegExpExecArray) => System)
  readonly value: (number: string) => number
  readonly doubtful?: true
}

/** `1`, `1.2`, `7–1703`, `IV`, `B`, `two`. */
const ENGLISH_NUMBER =
  '\\d{1,5}(?:[.–-]\\d{1,5}){0,3}[a-z]?|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten'

const UNITS: Readonly<Record<string, System>> = {
  卷: 'part',
  编: 'part',
  編: 'part',
  篇: 'part',
  部分: 'part',
  分编: 'subpart',
  分編: 'subpart',
  章: 'chapter',
  讲: 'chapter',
  講: 'chapter',
  课: 'chapter',
  單元: 'chapter',
  单元: 'chapter',
  专题: 'chapter',
  節: 'section',
  节: 'section',
  条: 'clause',
  條: 'clause',
  part: 'part',
  book: 'part',
  title: 'part',
  chapter: 'chapter',
  lesson: 'chapter',
  unit: 'chapter',
  section: 'section',
  'sec.': 'section',
  article: 'article',
  'art.': 'article',
  '§': 'section',
  rule: 'article',
  regulation: 'article',
  clause: 'article',
  annex: 'part',
  appendix: 'part',
  schedule: 'part',
}

const UNIT_NAMES =
  'part|book|title|chapter|lesson|unit|section|sec\\.|article|art\\.|rule|regulation|clause|annex|appendix|schedule'

const unitSystem = (match: RegExpExecArray): System =>
  UNITS[(match.groups?.unit ?? match.groups?.sign ?? '').toLowerCase()] ?? 'part'
const decimalSystem = (match: RegExpExecArray): System => {
  const depth = match[0].match(/\d+/gu)?.length ?? 2
  return depth === 2 ? 'decimal-2' : depth === 3 ? 'decimal-3' : 'decimal-4'
}

const UNIT = '分编|分編|编|編|卷|篇|部分|章|讲|講|课|单元|單元|专题|节|節'

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `第[\\s]{0,2}([${HAN}]{1,9}|[${DIGIT}]{1,4})[\\s]{0,2}(?<unit>${UNIT})(?![\\p{sc=Han}]{0,2}[，。])`,
      'yu',
    ),
    system: unitSystem,
    value: numberOf,
  },
  {
    pattern: new RegExp(
      `第[\\s]{0,2}([${HAN}]{1,9}|[${DIGIT}]{1,4})[\\s]{0,2}(?<unit>条|條)(?:之[${HAN}]{1,3})?(?![款项和、，。规規所至的到])`,
      'yu',
    ),
    system: 'clause',
    value: numberOf,
  },
  {
    pattern: new RegExp(`([${HAN}]{1,6})(?<unit>编|章|节|節|条|條)(?=\\s)`, 'yu'),
    system: unitSystem,
    value: numberOf,
    doubtful: true,
  },
  {
    pattern: new RegExp(
      `(?:(?<unit>${UNIT_NAMES})[ \\u00a0]{1,2}|(?<sign>§)[ \\u00a0]{0,2})(?<n>${ENGLISH_NUMBER})(?![\\p{L}\\d])[.:]?(?=\\s|$|[—–-])`,
      'iuy',
    ),
    system: unitSystem,
    value: lastNumberOf,
  },
  {
    // `Section B.`, where `Section a …` is a sentence.
    pattern:
      /(?<unit>Part|Section|Article|Chapter|PART|SECTION|ARTICLE|CHAPTER) (?<n>[A-Z])(?:[.:]|(?=\n|$| [—–-]))/uy,
    system: unitSystem,
    value: (sign) => codePoint(sign) - 0x40,
  },
  {
    pattern: new RegExp(`[（(]\\s?([${HAN}]{1,5})\\s?[）)][、.．]?`, 'yu'),
    system: 'bracketed-han',
    value: numberOf,
  },
  {
    pattern: /([上中下])\s{0,4}[编編篇卷册冊](?=\s|$)/uy,
    system: 'part',
    value: (sign) => '上中下'.indexOf(sign) + 1,
  },
  {
    // Whatever else an English document counts in capitals: `AMENDMENT IV`, `SCHEDULE 2`.
    pattern: /\p{Lu}{4,12} (?<n>[IVXLC]{1,7}|\d{1,3})(?:[.:]|(?=\s{0,2}(?:\n|$|[—–-])))/uy,
    system: 'article',
    value: numberOf,
    doubtful: true,
  },
  { pattern: /([㈠-㈩])、?/uy, system: 'bracketed-han', value: (sign) => codePoint(sign) - 0x321f },
  {
    pattern: new RegExp(`([${HAN}]{1,5})[ \\u3000]?(?:、(?![${HAN}]{1,4}[、，])|[．.](?!\\d))`, 'yu'),
    system: 'han',
    value: numberOf,
  },
  {
    pattern: new RegExp(`([${HAN}]{1,3})[\\s]{1,4}(?=\\p{sc=Han})`, 'yu'),
    system: 'han',
    value: numberOf,
    doubtful: true,
  },
  { pattern: new RegExp(`([${HAN}]{1,2})(?:是|要|则)(?!否)`, 'yu'), system: 'enumerated', value: numberOf },
  { pattern: new RegExp(`第([${HAN}]{1,3})[，、,：:](?!第)`, 'yu'), system: 'ordinal', value: numberOf },
  {
    pattern: /(首先|其次|再次|最后|最後)[，,、：:]/uy,
    system: 'ordinal',
    value: (word) => ORDINAL_WORDS.indexOf(word[0] ?? '') + 1,
  },
  {
    pattern: /([甲乙丙丁戊己庚辛壬癸])(?:[、．.：:]|[\s]{1,4})/uy,
    system: 'stem',
    value: (sign) => '甲乙丙丁戊己庚辛壬癸'.indexOf(sign) + 1,
  },
  {
    pattern: /([壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3})(?:[、．.：:]|[\s]{1,4})/uy,
    system: 'formal-han',
    value: formalValue,
  },
  {
    pattern: new RegExp(
      `(?<label>(?![第附])\\p{sc=Han}{2,4}?)\\s{0,2}(?<n>[${DIGIT}]{1,3}|[${HAN}]{1,3})(?:[、：:.．](?!\\d)|\\s{1,3}(?=\\p{sc=Han}))`,
      'yu',
    ),
    system: 'labelled',
    value: numberOf,
    doubtful: true,
  },
  {
    pattern: /[（(]([a-z])[）)](?=\s|\p{sc=Han})/uy,
    system: 'bracketed-letter',
    value: (sign) => codePoint(sign) - 0x60,
  },
  {
    pattern: /[（(]([A-Z])[）)](?=\s|\p{sc=Han})/uy,
    system: 'bracketed-capital',
    value: (sign) => codePoint(sign) - 0x40,
  },
  { pattern: /([①-⑳])[、.．]?/uy, system: 'circled', value: (sign) => codePoint(sign) - 0x245f },
  { pattern: /([⑴-⒇])[、.．]?/uy, system: 'bracketed-arabic', value: (sign) => codePoint(sign) - 0x2473 },
  { pattern: /([⒈-⒛])[、.．]?/uy, system: 'arabic', value: (sign) => codePoint(sign) - 0x2487 },
  {
    pattern: new RegExp(`[（(]\\s?([${DIGIT}]{1,3})\\s?[）)][、.．]?`, 'yu'),
    system: 'bracketed-arabic',
    value: numberOf,
  },
  {
    pattern: new RegExp(`([${DIGIT}]{1,3})[)）】][、.．]?`, 'yu'),
    system: 'bracketed-arabic',
    value: numberOf,
  },
  {
    pattern: /([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})[.．、]?(?=[\s\p{sc=Han}“《])(?!\s?[%％万亿倍元个])/uy,
    system: decimalSystem,
    value: lastNumberOf,
  },
  {
    // `3、4、6班` counts up rather than numbers.
    pattern: new RegExp(
      `([${DIGIT}]{1,3})[ \\u3000]?(?:、(?!\\d{1,3}[、，])|[.．](?=[\\s\\p{L}“《（"]))`,
      'yu',
    ),
    system: 'arabic',
    value: numberOf,
  },
  { pattern: /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[、.．\s]/uy, system: 'roman', value: (sign) => codePoint(sign) - 0x215f },
  { pattern: /([IVXLC]{1,7})[.)、．](?=[\s“《"]|\p{sc=Han})/uy, system: 'roman', value: numberOf },
  {
    pattern: /([A-Z])[.)、．](?=[\s“《"]|\p{sc=Han})/uy,
    system: 'letter',
    value: (sign) => codePoint(sign) - 0x40,
  },
  {
    pattern: /([0-9]{1,2})\s{0,2}(?=[\p{sc=Han}“《])(?![年月日时点分秒个万亿多余倍元条项岁周位名家次件级])/uy,
    system: 'arabic',
    value: numberOf,
    doubtful: true,
  },
  { pattern: /([0-9]{1,2})[ \t\u00a0]{1,4}(?=\p{Lu})/uy, system: 'arabic', value: numberOf, doubtful: true },
]

const ORDINAL_WORDS = '首其再最'

/** The number that stands at `start` of a text, null where there is none. Takes constant time. */
export function numberingAt(text: string, start: number): Numbering | null {
  for (const { pattern, system, value, doubtful = false } of PATTERNS) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (!match) continue
    const figures = match.groups?.n ?? match[1] ?? ''
    const number = value(figures)
    const own = typeof system === 'string' ? system : system(match)
    if (!(number > 0 || (number === 0 && FROM_ZERO.has(own)))) continue
    return {
      system: own,
      value: number,
      length: match[0].length,
      doubtful,
      ...(match.groups?.label ? { label: match.groups.label } : {}),
      ...(/^[IVXLC]$/u.test(figures) ? { asLetter: codePoint(figures) - 0x40 } : {}),
    }
  }
  return null
}

/** What is counted from 0 in some documents. */
const FROM_ZERO: ReadonlySet<System> = new Set([
  'part',
  'chapter',
  'section',
  'decimal-2',
  'decimal-3',
  'decimal-4',
])

/** Of `2.13` the 13, of `7–1703a` the 1703: what counts on within its section. */
function lastNumberOf(figures: string): number {
  return numberOf(/[^.．–-]+?(?=(?<=\d)[a-z]?$|$)/iu.exec(figures)?.[0] ?? figures)
}

function codePoint(sign: string): number {
  return sign.codePointAt(0) ?? 0
}

const ENGLISH = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const FORMAL: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  参: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
}

function formalValue(figures: string): number {
  return hanValue([...figures].map((sign) => FORMAL[sign] ?? '').join(''))
}

/** The value of a number in Chinese, Arabic (wide too), Roman or English figures; NaN where it is none. */
export function numberOf(figures: string): number {
  const plain = figures.normalize('NFKC').toLowerCase()
  if (/^\d+$/u.test(plain)) return Number(plain)
  if (ENGLISH.includes(plain)) return ENGLISH.indexOf(plain)
  if (/^[ivxlc]+$/u.test(plain)) return romanValue(plain)
  return hanValue(plain)
}

function romanValue(figures: string): number {
  const values = [...figures].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? Number.NaN)
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0)
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function hanValue(figures: string): number {
  let total = 0
  let digit: number | null = null
  for (const sign of figures) {
    const unit = HAN_UNITS[sign]
    const value = HAN_DIGITS[sign]
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
    } else if (value !== undefined) {
      // Figures in a row without a unit are read as digits: 二〇 is 20.
      digit = (digit ?? 0) * 10 + value
    } else {
      return Number.NaN
    }
  }
  return total + (digit ?? 0)
}
