import { expect, it } from 'vitest'
import { indentPoint, raisePoint, toggleClause } from '../../src/edit/index.ts'
import { clauseOf, deckOf, idAt, pointsOf, slideAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })
const id = idAt(deck, 1)

it('makes a point a part of the one above it, and back', () => {
  const below = indentPoint(deck, id, 2)
  expect(pointsOf(slideAt(below, 1))).toEqual([
    '- 个别干部思想麻痹，保密观念淡薄',
    '  - 依法加强保密管理，确保国家秘密安全',
  ])
  expect(textOf(raisePoint(below, id, 2))).toBe(written)
})

it('has nothing above the first point, and two levels', () => {
  expect(indentPoint(deck, id, 1)).toBe(deck)
  const below = indentPoint(deck, id, 2)
  expect(indentPoint(below, id, 2)).toBe(below)
})

it('raises what stood below a point that goes', () => {
  const below = indentPoint(deck, id, 2)
  const all = ['个别干部', '保密观念'].reduce(
    (state, words) => toggleClause(state, id, clauseOf(state, id, words)),
    below,
  )
  expect(pointsOf(slideAt(all, 1))).toEqual(['- 依法加强保密管理，确保国家秘密安全'])
})
