import { expect, it } from 'vitest'
import { findWhole } from '../../src/deck/audit/whole.ts'

it.each([
  ['不属于国家秘密但泄露后有影响的事项', '属于国家秘密'],
  ['2024年5月1日起施行', '4年5月1日起施行'],
  ['2024年5月1日起施行', '2024年5月1'],
  ['2024年5月1日起施行', '年5月1日起施行'],
  ['增长15%左右', '增长15'],
  ['for the therapist', 'rapist'],
  ['未经批准，不得复制', '得复制'],
])('in %j there is no %j', (text, words) => {
  expect(findWhole(text, words)).toBe(-1)
})

it.each([
  ['属于国家秘密的，不得复制', '不得复制', 8],
  ['不属于国家秘密；属于国家秘密', '属于国家秘密', 8],
  ['增长15%左右', '15%', 2],
  ['第64条，自2024年起', '2024年', 6],
  ['for the therapist', 'therapist', 8],
])('in %j there is %j', (text, words, at) => {
  expect(findWhole(text, words)).toBe(at)
})
