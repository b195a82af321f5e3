import { expect, it } from 'vitest'
import { setHeading } from '../../src/edit/index.ts'
import { clauseOf, deckOf, idAt, pointsOf, slideAt, written } from './deck.ts'

it('makes a clause the heading; the point that said it goes', () => {
  const deck = deckOf({ '00.md': written })
  const id = idAt(deck, 1)
  const after = setHeading(deck, id, clauseOf(deck, id, '保密技术'))
  expect(slideAt(after, 1)).toMatch(/^### 保密技术相对落后\n/)
  const own = setHeading(deck, id, {
    ...clauseOf(deck, id, '个别干部'),
    end: clauseOf(deck, id, '保密观念').end,
  })
  expect(slideAt(own, 1)).toMatch(/^### 个别干部思想麻痹，保密观念淡薄\n/)
  expect(pointsOf(slideAt(own, 1))).toEqual(['- 依法加强保密管理，确保国家秘密安全'])
})

it('heads a slide that has no heading, below its comment', () => {
  const deck = deckOf({ '00.md': '<!-- .slide: class="cards" -->\n\n- 甲\n\nNote:\n做好工作。\n' })
  const id = idAt(deck, 0)
  expect(slideAt(setHeading(deck, id, clauseOf(deck, id, '做好')), 0)).toBe(
    '<!-- .slide: class="cards" -->\n\n### 做好工作\n\n- 甲\n\nNote:\n做好工作。',
  )
})
