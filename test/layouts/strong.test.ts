import { expect, test } from 'vitest'
import { outline, readDocument } from '../../src/document/index.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { figureOf } from '../../src/layouts/figures/index.ts'
import { keyPhrase } from '../../src/layouts/key-phrase.ts'
import { dateOf } from '../../src/layouts/timeline/index.ts'

const found = (point: string, of: typeof figureOf): string | null => {
  const text = `前文。${point}。后文`
  const span = of(text, { start: 3, end: 3 + point.length })
  return span && text.slice(span.start, span.end)
}

test.each([
  ['城镇新增就业452万人', '452万人'],
  ['全省生产总值从2020年的3.68万亿元增长到2025年的4.93万亿元', '4.93万亿元'],
  ['高新技术产业增加值占规上工业比重提高到25.5%，居全国第一', '25.5%'],
  ['新能源汽车产量增长5.1倍', '5.1倍'],
  ['8家全国重点实验室落户河北', '8家'],
  ['We are giving more than $1 Billion in direct assistance to Ukraine', '$1 Billion'],
  ['The Ruble has lost 30% of its value', '30%'],
  ['2025年是极不平凡的一年', null],
  ['将补贴范围扩展至16—24岁失业青年', '16—24岁'],
  ['增速从5%至8%不等', '5%至8%'],
])('the figure of %s', (point, figure) => expect(found(point, figureOf)).toBe(figure))

test.each([
  ['到2035年，乡村振兴取得决定性进展', '到2035年'],
  ['1988年9月5日第七届全国人民代表大会常务委员会通过', '1988年9月5日'],
  ['到二〇三五年，全面建成高水平社会主义市场经济体制', '到二〇三五年'],
  ['In March 2021, the plan became law', 'In March 2021'],
])('the date of %s', (point, date) => expect(found(point, dateOf)).toBe(date))

test.each([
  ['提批评不能要求百分之百正确', null],
  ['检查各项工作坚决不搞“一刀切”', '不搞“一刀切”'],
  ['将见习补贴范围由未就业毕业生扩展至16—24岁青年', '16—24岁'],
  ['坚决防止不利于毕业生就业创业，不利于社会安全稳定的新闻炒作', null],
])('what carries the point %s', async (said, phrase) => {
  const document = outline(
    await readDocument({ name: 'a.txt', bytes: Buffer.from(`意见\n工作要求。${said}。`) }),
  )
  const span = [...keyPoints(document).values()]
    .flatMap(({ points }) => points.map((point) => keyPhrase(document.text, point)))
    .at(-1)
  expect(span && document.text.slice(span.start, span.end)).toBe(phrase)
})
