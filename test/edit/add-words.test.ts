import { expect, it } from 'vitest'
import { addWords } from '../../src/edit/index.ts'
import { deckOf, idAt, paragraph, pointsOf, slideAt, written } from './deck.ts'

const deck = deckOf({ '00.md': written })
const id = idAt(deck, 1)
const spanOf = (words: string): { start: number; end: number } => {
  const start = paragraph.indexOf(words)
  return { start, end: start + words.length }
}

it('makes a point of any words, without the punctuation around them', () => {
  const after = addWords(deck, id, spanOf('，有章不循；'))
  expect(pointsOf(slideAt(after, 1))[1]).toBe('- 有章不循')
})

it('adds words to a point, …… where others are left out', () => {
  const apart = addWords(deck, id, spanOf('要依法加强保密管理'), 1)
  expect(pointsOf(slideAt(apart, 1))[0]).toBe('- 个别干部思想麻痹，保密观念淡薄……要依法加强保密管理')
})

it('joins words that stand beside those of the point', () => {
  const after = addWords(deck, id, spanOf('；二是保密管理松懈'), 1)
  expect(pointsOf(slideAt(after, 1))[0]).toBe('- 个别干部思想麻痹，保密观念淡薄；二是保密管理松懈')
})

it('makes nothing of punctuation', () => {
  expect(addWords(deck, id, spanOf('。'))).toBe(deck)
})
