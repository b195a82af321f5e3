import type { Span } from '../document/document.ts'

/** From its first digit on: looking from each digit again would take the square of its length. */
const number = String.raw`(?<!\d|\d[.,])\d+(?:[.,]\d+)*`
const scale = '(?:[多余]?(?:万亿|百万|千万|万|亿|千|百)[多余]?)'
const measures =
  '个百分点|个?百分点|平方公里|平方米|立方米|公顷|公里|千米|千瓦时|千瓦|人次|美元|欧元|元|人|个|家|项|户|亩|吨|斤|公斤|倍|套|所|座|条|名|件|位|种|次|米|处|辆|岁|栋|台|艘|架|场|床|张|颗|枚|册|部'
/** What stands behind a number: 万, 万元, 余家. A pattern without groups of its own. */
export const counted = `(?:${scale}(?:${measures})?|[多余]?(?:${measures}))`
/** 16—24岁: the first number of a range. */
const from = `(?:${number}\\s?(?:[%％]|${counted})?(?:[-‐–—−~～]{1,2}|至|到))?`
const chineseFigure = `${from}${number}\\s?(?:[%％‰]|${counted})(?![月日])|百分之[一二三四五六七八九十百点零〇]+|(?<![一二三四五六七八九十])[一二三四五六七八九十]+分之[一二三四五六七八九十]+`
const englishFigure = `[$€£¥]\\s?${number}(?:\\s?(?:thousand|million|billion|trillion)\\b)?|${number}\\s?(?:percent|per cent|(?:thousand|million|billion|trillion)(?:\\s\\p{L}+)?|(?:more\\s)?(?:people|jobs|miles|bridges|times|acres|tons|hours|families|workers|women|men|children)\\b)`

const figures = new RegExp(`${englishFigure}|${chineseFigure}`, 'giu')

/** What every figure has; few clauses do. */
const sign = /\d|分之/
const year = '(?:\\d{4}|[一二][〇零○九一二三四五六七八]{3})'
const chineseDate = `(?:到|自|从|在|于|截至)?(?:${year}年(?:\\d{1,2}月(?:\\d{1,2}日)?|底|初)?|\\d{1,2}月\\d{1,2}日)`
const englishMonth =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const englishDate = `(?:(?:in|by|since|from|on|until)\\s+)?(?:${englishMonth}\\s+(?:\\d{1,2},?\\s+)?)?(?:1[5-9]|20)\\d{2}\\b`
const opensWithDate = new RegExp(`^(?:${chineseDate}|${englishDate})`, 'iu')

/** Every number with its measure (3.68万亿元, 25.5%, $1 billion), in order; years and dates are none. Offsets into `words`. */
export function figuresIn(words: string): Span[] {
  if (!sign.test(words)) return []
  return [...words.matchAll(figures)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}

/** The date that the words begin with, its preposition included (到2035年, by 2030); null without one. Offsets into `words`. */
export function openingDate(words: string): Span | null {
  const found = opensWithDate.exec(words)
  return found && { start: 0, end: found[0].length }
}
