import { expect, it } from 'vitest'
import { phrases } from '../../src/page/typography/phrases.ts'

it.each([
  ['中共中央关于进一步全面深化改革、推进中国式现代化的决定', '深化改革'],
  ['黑龙江省做好新形势下的保密工作', '新形势'],
  ['深入学习贯彻党的二十届三中全会精神', '二十届'],
  ['二、“十五五”时期的主要目标任务', '“十五五”'],
])('breaks %s in no term: %s', (title, term) => {
  const found = phrases(title, 'zh-CN')
  expect(found.join('')).toBe(title)
  expect(
    found.some((phrase) => phrase.includes(term)),
    found.join('|'),
  ).toBe(true)
})
