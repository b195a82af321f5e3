import type { Span } from '../../document/document.ts'
import { counted } from '../../keypoints/figures.ts'

const figures = String.raw`\d+(?:[.,:]\d+)*`
const periods =
  '个月|个工作日|工作日|年度|年级|周年|周岁|[年月日号天时分秒周届期条款章节版页级]|小时|分钟|月份|[%％‰℃]'
const inFigures = `第?${figures}(?:(?:${periods}|${counted})${figures})*(?:${periods}|${counted})?`
/** 二〇二四年八月二十六日, 五万元: few of the things that are counted, for 一 is in many a word. */
const numeral = '[〇○零一二三四五六七八九十百千万亿两]'
const afterNumerals = '(?:年|月|日|个月|元|岁|小时)'
const inNumerals = `(?<!${numeral})第?(?:${numeral}{1,8}${afterNumerals})+`
/** What every quantity has; few phrases do. */
const telling = new RegExp(`\\d|${numeral}${afterNumerals}`, 'u')
/** From … to. */
const sign = '[-‐‑–—−~～〜至到]'
const quantity = `(?:${inFigures}|${inNumerals})`
const found = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d]|\d[.,:]|\p{Script=Latin}-)${quantity}(?:${sign}{1,2}${quantity})*(?:以[上下内前后]|[内前后])?(?:${sign}{1,2}$)?`,
  'gu',
)
const behindSign = new RegExp(`(?<=${sign})(?!${sign})`, 'u')
const breakable = new RegExp(`${sign}|\\p{Script=Han}`, 'u')
const joint = new RegExp(`.?${sign}{1,2}.?`, 'gu')

/** UTF-16 units: a longer range has a line's end behind its sign. */
const longest = 16

/**
 * What a line had better not break: dates, numbers with what they count, and ranges of them (8月26日-9月1日, 16—24岁,
 * 五万元以上). In order, apart from each other.
 */
export function quantitiesIn(text: string): Span[] {
  if (!telling.test(text)) return []
  return [...text.matchAll(found)].flatMap(({ index, 0: whole }) => {
    const parts = whole.length > longest ? whole.split(behindSign) : [whole]
    let end = index
    return parts.flatMap((part) => {
      const start = end
      end += part.length
      return part.length > 1 && part.length <= longest && breakable.test(part) ? [{ start, end }] : []
    })
  })
}

/** The signs of a range, each with the characters beside it: browsers break a line there whatever is said of its words. */
export function jointsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(joint)].map(({ index, 0: part }) => ({
    start: start + index,
    end: start + index + part.length,
  }))
}
