import { expect, test } from 'vitest'
import { makeDocx, par } from './make-docx.ts'
import { read } from './sketch.ts'

test('a text that is longer than any document is refused in one line', async () => {
  await expect(read('红\n'.repeat(100_001))).rejects.toThrow(/too long/u)
  await expect(read('红松'.repeat(2_500_001), 'a.md')).rejects.toThrow(/too long/u)
  await expect(read('红\n'.repeat(100_001))).rejects.toMatchObject({ place: { file: 'document.txt' } })
})

test('what a document repeats is counted as it is read', async () => {
  const body = par('红松'.repeat(50)).repeat(60_000)
  await expect(read(makeDocx(body), 'a.docx')).rejects.toThrow(/too long/u)
})
