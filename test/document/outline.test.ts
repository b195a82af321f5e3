import { expect, test } from 'vitest'
import { outline, readDocument, type Section, type Span, textOf } from '../../src/document/index.ts'

const read = async (text: string, name = 'document.txt') =>
  outline(await readDocument({ name, bytes: Buffer.from(text) }))

test('finds title, sections, paragraphs, closing and the signature in brackets', async () => {
  const document = await read(
    [
      '某某省做好保密工作',
      '今年是颁布20周年，各地取得了进步。 　　保密工作历来重要，关系国家安全，关系经济发展。',
      '一、提高认识',
      '当前形势复杂，要认清形势。一是思想麻痹；二是底数不清。',
      '二、加强领导，提供保障',
      '领导是关键，要一以贯之。',
      '保密责任重于泰山！我们要作出新的贡献！ (省委常委、秘书长某某)',
    ].join('\n'),
  )
  const words = (span: Span | null): string | null => (span ? textOf(document, span) : null)
  const shape = ({ level, heading, paragraphs }: Section) => [
    level,
    words(heading),
    paragraphs.map(({ kind }) => kind),
  ]
  expect(words(document.title)).toBe('某某省做好保密工作')
  expect(words(document.byline)).toBe('(省委常委、秘书长某某)')
  expect(document.sections.map(shape)).toEqual([
    [0, null, ['prose', 'prose']],
    [1, '一、提高认识', ['prose']],
    [1, '二、加强领导，提供保障', ['prose']],
    [0, null, ['prose', 'byline']],
  ])
})

test('cuts a text of one line into paragraphs, an article too: each slide of one carries it whole', async () => {
  for (const line of ['下列情形应当保密；'.repeat(2000), `第一条　${'下列情形应当保密；'.repeat(2000)}`]) {
    const { sections } = await read(`规定\n${line}\n${line}\n${line}`)
    const spans = sections.flatMap(({ paragraphs }) => paragraphs.map(({ span }) => span))
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2000)
  }
})
