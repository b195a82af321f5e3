import { expect, it } from 'vitest'
import { editNotes } from '../../src/edit/index.ts'
import { deckOf, idAt, paragraph, slideAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })

it('changes a paragraph of the notes, and no other line', () => {
  const after = editNotes(deck, idAt(deck, 1), 0, paragraph.replace('严峻', '更加严峻'))
  expect(textOf(after)).toBe(written.replace('Note:\n当前形势严峻', 'Note:\n当前形势更加严峻'))
})

it('adds a paragraph behind the last, and notes to a slide without', () => {
  expect(slideAt(editNotes(deck, idAt(deck, 1), 1, '请大家讨论。'), 1)).toContain(
    `${paragraph}\n\n请大家讨论。`,
  )
  expect(slideAt(editNotes(deck, idAt(deck, 2), 0, '---'), 2)).toBe('- 没有备注的一页\n\nNote:\n\\---')
})
