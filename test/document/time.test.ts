import { expect, test } from 'vitest'
import { outline } from '../../src/document/index.ts'
import { read } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'
const LENGTH = 200_000
/** In milliseconds. Linear work takes a small part of it, quadratic work many times as much. */
const LIMIT = 4000

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
])('a text of %s takes linear time', { timeout: LIMIT * 2 }, async (_, piece) => {
  const source = await read(piece.repeat(Math.ceil(LENGTH / piece.length)))
  const start = performance.now()
  outline(source)
  expect(performance.now() - start).toBeLessThan(LIMIT)
})

test('as many headings as a file can hold are no more than it can stand', async () => {
  const headings = Array.from({ length: 150_000 }, (_, i) => `# 甲${i}\n`)
  const { sections } = outline(await read(headings.join(''), 'a.md'))
  expect(sections).toHaveLength(headings.length)
})

test.each([
  ['a.html', '<a href=x>甲</a>'],
  ['a.html', '<p><b><i>甲'],
  ['a.md', '['],
  ['a.md', '*甲 '],
  ['a.md', '> 甲\n> > 乙\n'],
])('%s of %s is read in linear time', { timeout: LIMIT * 2 }, async (name, piece) => {
  const start = performance.now()
  await read(`甲\n\n${piece.repeat(Math.ceil(LENGTH / piece.length))}`, name)
  expect(performance.now() - start).toBeLessThan(LIMIT)
})
