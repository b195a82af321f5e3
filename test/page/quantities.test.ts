import { expect, it } from 'vitest'
import { textOf, writeBody } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { lay } from '../../src/page/fit/lines.ts'
import { phrases } from '../../src/page/typography/phrases.ts'
import { quantitiesIn } from '../../src/page/typography/quantities.ts'
import { typesetter } from '../../src/page/typography/typeset.ts'

it.each([
  ['每周一学（2024年8月26日-9月1日）全会决定', '2024年8月26日-9月1日'],
  ['自2003年9月1日起施行', '2003年9月1日'],
  ['扩展至16—24岁失业青年', '16—24岁'],
  ['扩展至16—', '16—'],
  ['处五万元以上二十万元以下的罚款', '五万元以上|二十万元以下'],
  ['二〇二四年八月二十六日通过', '二〇二四年八月二十六日'],
  ['增长5.5%至6.5%', '5.5%至6.5%'],
  ['新增就业1200余万人', '1200余万人'],
  ['2019年1月1日至2020年12月31日，实施', '2019年1月1日至|2020年12月31日'],
  ['第3-5条', '第3-5条'],
  ['收到申请之日起三十日内，任何一方', '三十日内'],
  ['9:00—11:30集中学习', '9:00—11:30'],
  ['提高2个百分点，共25', '2个百分点'],
  ['COVID-19，5G，进一步，统一规划', ''],
])('finds what a line does not break in %s', (text, held) => {
  const found = quantitiesIn(text).map(({ start, end }) => text.slice(start, end))
  expect(found.join('|')).toBe(held)
  // No heading breaks there either.
  for (const one of found) expect(phrases(text, 'zh-CN').some((phrase) => phrase.includes(one))).toBe(true)
})

it('keeps a range on one line, its sign with the characters beside it, and all words', () => {
  const [item] = typesetter('zh-CN')(parseBody('<li>扩展至16—24岁青年</li>'))
  expect(item && textOf(item)).toBe('扩展至16—24岁青年')
  const bare = writeBody(item ? [item] : []).replace(/<span class="spaced">(.)<\/span>/gu, '$1')
  expect(bare).toBe('<li>扩展至<span class="held">1<span class="joint">6—2</span>4岁</span><wbr>青年</li>')
})

it('measures what is held as it is set', () => {
  const widths = new Map([...'0123456789'].map((digit) => [digit, 0.5] as const))
  const run = (text: string, isHeld = false) => ({ text, size: 10, widths, isHeld })
  expect(lay([run('今自9月1日起今自')], 50).count).toBe(2)
  // The date does not fit behind 今自.
  expect(lay([run('今自'), run('9月1日', true), run('起今自')], 50).count).toBe(3)
  // One that no line holds is broken.
  expect(lay([run('2024年9月1日', true)], 30).count).toBeGreaterThan(1)
})
