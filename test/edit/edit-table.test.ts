import { expect, it } from 'vitest'
import { editTable, partsOf, rowsOf } from '../../src/edit/index.ts'
import { deckOf, idAt, slideAt } from './deck.ts'

const text = '### 表\n\n| 甲 |  乙 |\n|---|:-:|\n| 1 |  2  |\n| 3 | 4\\|5 |\n\nNote:\n说明。\n'
const deck = deckOf({ '00.md': text })

it('changes a cell, and no other row', () => {
  const slide = deck.files[0]?.slides[0]
  const file = deck.files[0]
  const table = slide && file && partsOf(slide, file).parts[1]
  if (!slide || !table) throw new Error('no table')
  const rows = rowsOf(slide.text, table)
  expect(rows).toEqual([
    ['甲', '乙'],
    ['1', '2'],
    ['3', '4\\|5'],
  ])
  const after = editTable(deck, idAt(deck, 0), 1, rows.with(1, ['1', '九']))
  expect(slideAt(after, 0)).toBe(text.trimEnd().replace('| 1 |  2  |', '| 1 | 九 |'))
  const wider = editTable(
    deck,
    idAt(deck, 0),
    1,
    rows.map((row) => [...row, '']),
  )
  expect(slideAt(wider, 0)).toContain('| 甲 | 乙 |  |\n| --- | --- | --- |\n| 1 | 2 |  |')
})
