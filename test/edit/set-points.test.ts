import { expect, it } from 'vitest'
import { editPart, setPoints } from '../../src/edit/index.ts'
import { clauseOf, deckOf, idAt, pointsOf, slideAt, written } from './deck.ts'

it('shows other points; those of a person stay', () => {
  const deck = editPart(deckOf({ '00.md': written }), 2, 1, '自己的话')
  const id = idAt(deck, 1)
  const after = setPoints(deck, id, [
    { spans: [clauseOf(deck, id, '还存在')], depth: 0 },
    { spans: [clauseOf(deck, id, '个别干部'), clauseOf(deck, id, '有章不循')], depth: 1 },
  ])
  expect(pointsOf(slideAt(after, 1))).toEqual([
    '- 还存在一些薄弱环节',
    '  - 个别干部思想麻痹……有章不循',
    '- 自己的话',
  ])
})
