import { expect, test } from 'vitest'
import { meaningOf } from '../../src/keypoints/index.ts'

const paragraph =
  '任何单位和个人不得干预企业自主经营。未经批准，任何单位和个人不得擅自改变用途。除法律另有规定外，市场主体有权自主决定加入或者退出协会。干工作不能只靠个人的力量，必须把大家凝聚到一起。公司不得收购本公司股份，但是有下列情形之一的除外。办公场所严禁下列行为：（1）堵塞疏散通道；（2）私拉乱接电线。违反规定的，责令改正，没收违法所得。加强组织领导，完善工作机制。国家秘密的界限把握不准。'
const lossOf = meaningOf(paragraph)

test.each([
  ['a negation in its own clause', '干预企业自主经营', 'negation'],
  ['a negation behind', '国家秘密的界限把握', 'negation'],
  ['a condition', '任何单位和个人不得擅自改变用途', 'condition'],
  ['a condition further off', '没收违法所得', 'condition'],
  ['an exception before', '市场主体有权自主决定加入或者退出协会', 'exception'],
  ['an exception behind', '公司不得收购本公司股份', 'exception'],
  ['the words that forbid a list', '堵塞疏散通道', 'negation'],
])('a point that drops %s is told', (_, point, kind) => {
  expect(lossOf(point, [], null)?.kind).toBe(kind)
})

test.each([
  ['未经批准，任何单位和个人不得擅自改变用途'],
  ['任何单位和个人不得干预企业自主经营'],
  ['违反规定的……没收违法所得'],
  ['加强组织领导'],
  ['words of a person’s own'],
])('%s drops nothing', (point) => {
  expect(lossOf(point, [], null)).toBeNull()
})

test('what stands beside it on its slide is not lost', () => {
  expect(lossOf('堵塞疏散通道', ['办公场所严禁下列行为'], null)).toBeNull()
})

test('a person’s own words are held against those that they were', () => {
  const original = '任何单位和个人不得干预企业自主经营'
  expect(lossOf('任何单位和个人可以干预企业经营', [], original)).toEqual({ kind: 'negation', words: '不得' })
  expect(lossOf('谁都不得干预企业自主经营', [], original)).toBeNull()
})

test.each([
  ['各单位要完成整改', 'deadline'],
  ['健全问责机制', 'actor'],
  ['可以开展试点', 'condition'],
])('%s drops the %s', (point, kind) => {
  const lost = meaningOf(
    '2025年6月底前，各单位要完成整改。县级以上人民政府应当加强督促检查，健全问责机制。原则上可以开展试点。',
  )
  expect(lost(point, [], null)?.kind).toBe(kind)
})

test.each([
  ['在离校前出台政策', 'rest', '尚未出台办法的省份，要在离校前出台政策。'],
  ['尚未出台办法的省份', 'rest', '尚未出台办法的省份，要在离校前出台政策。'],
  ['按贷款总额的一定比例', 'rest', '推动政策落实，按贷款总额的一定比例，奖励管理机构。'],
  ['各地可适当放宽申请条件', 'contrast', '各地可适当放宽申请条件，由此产生的资金由地方承担。'],
  ['经济下行压力有所加大', 'contrast', '就业局势保持总体稳定，但经济下行压力有所加大。'],
  ['应当遵守第二十九条的规定', 'contrast', '环保部门应当遵守第二十九条的规定，不予行政处罚。'],
  ['所需经费从教育经费中列支', 'contrast', '所需经费从教育经费中列支，不足部分可由财政支持。'],
  ['责令停止建设，限期补办手续', 'exception', '责令停止建设，限期补办手续；逾期不补办的，可以处罚款。'],
  ['履行管理和监督等职责', 'actor', '主办单位应当按照原则确定，履行管理和监督等职责。'],
])('%s is told, for its sentence says more', (point, kind, sentence) => {
  expect(meaningOf(sentence)(point, [], null)?.kind).toBe(kind)
})

test.each([
  ['加强领导', '要加强领导，落实责任，形成合力，确保任务按时完成。'],
  ['转制时，要依法签订劳动合同', '（十八）转制时，要依法签订劳动合同。'],
  ['假如他们还想冒险，也不是不可能的', '再则，假如他们还想冒险，也不是不可能的。'],
])('%s is a person’s honest shortening', (point, sentence) => {
  expect(meaningOf(sentence)(point, [], null)).toBeNull()
})

test('English', () => {
  const lost = meaningOf(
    'The Government shall not raise taxes. Unless Parliament agrees, no funds may be spent on it.',
  )
  expect(lost('raise taxes', [], null)?.kind).toBe('negation')
  expect(lost('no funds may be spent on it', [], null)?.kind).toBe('exception')
  expect(lost('The Government shall not raise taxes', [], null)).toBeNull()
})
