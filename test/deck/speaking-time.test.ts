import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readingsOf, readOnce } from '../../src/deck/speaking-time.ts'

it('reads once what slides share, also around a slide without notes, and again what comes again', () => {
  const notes = ['甲', '甲', '', '甲', '乙', '甲', '', '']
  expect(readingsOf(notes)).toEqual([0, 0, 1, 0, 2, 3, 4, 5])
  expect(readOnce(notes.map((text) => ({ notes: text }))).map(({ notes }) => notes)).toEqual([
    '甲',
    '',
    '乙',
    '甲',
    '',
    '',
  ])
})

it('reads nothing twice in a row, and leaves no notes out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', 'a', 'b')), (notes) => {
      const said = readOnce(notes.map((text) => ({ notes: text }))).flatMap(({ notes }) => notes || [])
      expect(said).toEqual(notes.filter(Boolean).filter((text, i, all) => text !== all[i - 1]))
    }),
  )
})
