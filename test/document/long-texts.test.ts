import { expect, test } from 'vitest'
import { outline } from '../../src/document/index.ts'
import { read } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'
/** UTF-16 units: linear work takes a second or less, of quadratic work no test run would see the end. */
const LENGTH = 200_000
/** As many as a document may have. */
const LINES = 100_000

test.each([
  ['sections', `一、总体要求\n${P}\n（一）主要任务。${P}\n`],
  ['lost breaks', `一、总体要求　　${P}　　`],
  ['articles', `第一条　${P}`],
  ['one line', P],
  ['one line without marks', '没有标点'],
  ['brackets', '（'],
  ['numbers', '一、'],
  ['short lines', '中\n'],
  ['lone numbers', '第一条\n'],
  ['salutations', '同志们：\n'],
  ['attachments', '附件\n1. 甲\n'],
  ['contents', '目录\n一……1\n'],
  ['tabs', '甲\t乙\n'],
  ['wide spaces', '　　中'],
  ['quotations', '“点\n'],
])('a long text of %s comes to an end', async (_, piece) => {
  const times = Math.min(Math.ceil(LENGTH / piece.length), (LINES - 1) / (piece.split('\n').length - 1))
  const source = await read(piece.repeat(times))
  expect(outline(source).text).toBe(source.text)
})

test('as many headings as a file can hold are no more than it can stand', async () => {
  const headings = Array.from({ length: LINES }, (_, i) => `# 甲${i}\n`)
  const { sections } = outline(await read(headings.join(''), 'a.md'))
  expect(sections).toHaveLength(headings.length)
})

test.each([
  ['a.html', '<a href=x>甲</a>'],
  ['a.html', '<p><b><i>甲'],
  ['a.md', '['],
  ['a.md', '*甲 '],
  ['a.md', '> 甲\n> > 乙\n'],
])('a long %s of %s is read to its end', async (name, piece) => {
  const { text } = await read(`甲\n\n${piece.repeat(Math.ceil(LENGTH / piece.length))}`, name)
  expect(text).toContain('甲')
})
