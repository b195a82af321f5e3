import { expect, it } from 'vitest'
import { addOwnPoint } from '../../src/edit/index.ts'
import { deckOf, idAt, pointsOf, slideAt, written } from './deck.ts'

it('adds a point behind the others, or begins a list', () => {
  const deck = deckOf({ '00.md': written })
  expect(pointsOf(slideAt(addOwnPoint(deck, idAt(deck, 1), '自己的话'), 1)).at(-1)).toBe('- 自己的话')
  expect(slideAt(addOwnPoint(deck, idAt(deck, 0), '1. 自己的话'), 0)).toBe('# 保密工作\n\n- 1\\. 自己的话')
})
