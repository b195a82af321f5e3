import { expect, it } from 'vitest'
import { setLayout } from '../../src/edit/index.ts'
import { deckOf, idAt, slideAt, textOf, written } from './deck.ts'

it('sets the class of a slide, and takes it away again', () => {
  const deck = deckOf({ '00.md': written })
  const panels = setLayout(deck, idAt(deck, 1), 'panels')
  expect(slideAt(panels, 1)).toMatch(/^<!-- \.slide: class="panels" -->\n\n### 当前/)
  expect(slideAt(setLayout(panels, idAt(deck, 1), 'cards'), 1)).toMatch(/class="cards"/)
  expect(textOf(setLayout(panels, idAt(deck, 1), ''))).toBe(written)
})

it('keeps other classes and attributes', () => {
  const deck = deckOf({ '00.md': '<!-- .slide: class="panels continued" data-x="1" -->\n# 甲\n' })
  const id = idAt(deck, 0)
  expect(slideAt(setLayout(deck, id, ''), 0)).toBe('<!-- .slide: class="continued" data-x="1" -->\n# 甲')
  const bare = deckOf({ '00.md': '<!-- .slide: data-x="1" -->\n# 甲\n' })
  expect(slideAt(setLayout(bare, idAt(bare, 0), 'cards'), 0)).toBe(
    '<!-- .slide: class="cards" data-x="1" -->\n# 甲',
  )
})
