import { expect, it } from 'vitest'
import { phrases, termsOf } from '../../src/page/typography/phrases.ts'

it.each([
  ['中共中央关于进一步全面深化改革、推进中国式现代化的决定', '深化改革'],
  ['黑龙江省做好新形势下的保密工作', '新形势'],
  ['深入学习贯彻党的二十届三中全会精神', '二十届'],
  ['二、“十五五”时期的主要目标任务', '“十五五”'],
  ['关于做好当前和今后一个时期促进就业工作的若干意见', '一个时期'],
  ['充分利用“互联网+就业”新模式', '互联网+就业'],
  ['中国共产党第二十届中央委员会第三次全体会议', '第二十届'],
  ['由村务监督委员会实行', '委员会'],
  ['深化企业环境监督员制度', '监督员'],
  ['保持制造业合理比重', '制造业'],
  ['把山水林田湖草作为一个生命共同体，统一保护', '共同体'],
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

it('lets a word of one character end what the document says it ends', () => {
  const said = '产业链要稳。产业链要强。产业链要长。'
  expect(phrases('实施重点产业链高质量发展行动', 'zh-CN', termsOf(said)).join('|')).toContain('产业链|')
})

it('joins nothing across a particle, however often it is said', () => {
  const said = '新形势下的保密工作。'.repeat(9)
  expect(phrases('做好新形势下的保密工作', 'zh-CN', termsOf(said)).at(-1)).toBe('保密工作')
})
