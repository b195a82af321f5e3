import { expect, it } from 'vitest'
import { editFile, editSlide, slidesOf } from '../../src/edit/index.ts'
import { deckOf, idAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })

it('gives a slide other Markdown; where that is several slides, it becomes several', () => {
  const after = editSlide(deck, idAt(deck, 0), '# 甲\n\n---\n\n# 乙\n')
  expect(textOf(after)).toBe(written.replace('# 保密工作\n', '# 甲\n\n---\n\n# 乙\n'))
  const [one, , two, three] = slidesOf(after).map(({ id }) => id)
  expect([two, three]).toEqual([idAt(deck, 1), idAt(deck, 2)])
  expect(one).not.toBe(two)
})

it('knows the slides of a file again that was edited elsewhere', () => {
  const after = editFile(deck, '00.md', written.replace('# 保密工作', '# 另一个').replace('没有', '仍没有'))
  expect(slidesOf(after).map(({ id }) => id)).toEqual(slidesOf(deck).map(({ id }) => id))
  expect(after.files[0]?.slides[1]).toBe(deck.files[0]?.slides[1])
})
