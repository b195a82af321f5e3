import { expect, it } from 'vitest'
import { phrases, termsOf } from '../../src/page/typography/phrases.ts'

it.each([
  ['中共中央关于进一步全面深化改革、推进中国式现代化的决定', '深化改革'],
  ['黑龙江省做好新形势下的保密工作', '新形势'],
  ['深入学习贯彻党的二十届三中全会精神', '二十届'],
  ['二、“十五五”时期的主要目标任务', '“十五五”'],
  ['关于做好当前和今后一个时期促进就业工作的若干意见', '一个时期'],
  ['充分利用“互联网+就业”新模式', '互联网+就业'],
])('breaks %s in no term: %s', (title, term) => {
  const found = phrases(title, 'zh-CN')
  expect(found.join('')).toBe(title)
  expect(
    found.some((phrase) => phrase.includes(term)),
    found.join('|'),
  ).toBe(true)
})

it('joins what the document says together, word by word', () => {
  const title = '关于推进政务新媒体健康有序发展的意见'
  expect(
    phrases(title, 'zh-CN', termsOf('政务新媒体要发布。政务新媒体要回应。政务新媒体要服务。')),
  ).toContain('政务新媒体')
})

it('joins nothing across a particle, however often it is said', () => {
  const said = '新形势下的保密工作。'.repeat(9)
  expect(phrases('做好新形势下的保密工作', 'zh-CN', termsOf(said)).at(-1)).toBe('保密工作')
})
