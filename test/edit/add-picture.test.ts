import { expect, it } from 'vitest'
import { addPicture } from '../../src/edit/index.ts'
import { deckOf, idAt, slideAt, written } from './deck.ts'

it('puts a picture below what stands on the slide, its file under a free name', () => {
  const deck = deckOf({ '00.md': written })
  const id = idAt(deck, 2)
  const one = addPicture(deck, id, { name: '照片 (1).png', bytes: Uint8Array.of(1) }, '会场')
  expect(slideAt(one, 2)).toBe('- 没有备注的一页\n\n![会场](%E7%85%A7%E7%89%87-%281%29.png)')
  const other = addPicture(one, id, { name: '照片 (1).png', bytes: Uint8Array.of(2) }, '')
  expect([...other.beside.keys()]).toEqual(['照片-(1).png', '照片-(1)-2.png'])
  const again = addPicture(one, id, { name: '照片 (1).png', bytes: Uint8Array.of(1) }, '')
  expect(again.beside.size).toBe(1)
})
