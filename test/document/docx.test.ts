import { expect, test } from 'vitest'
import { outline, readDocument } from '../../src/document/index.ts'
import { expectSound } from './invariants.ts'
import { makeDocx, par } from './make-docx.ts'
import { sketch } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'
const p = 'prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…'

const STYLES =
  '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="标题 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="二级"/><w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
const PNG = new Uint8Array(Buffer.from('89504e470d0a1a0a', 'hex'))
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`
const CENTRED_BOLD = ['<w:jc w:val="center"/>', '<w:b/>'] as const

test('takes levels from styles of any name and from outline levels; one heading with a level speaks for its system', async () => {
  const body = [
    par('某某工作意见', ...CENTRED_BOLD),
    ...[par('一、总则', styled('t')), par('二、任务', styled('t'))],
    ...[par('一、总则', styled('a1')), par('概述', styled('a2')), par(P)],
    ...[par('二、任务'), par('三、保障', '<w:outlineLvl w:val="0"/>'), par(P)],
  ]
  expect(await sketch(makeDocx(body.join(''), { 'styles.xml': STYLES }), 'a.docx')).toEqual([
    ...['= 某某工作意见', '--', 'contents 一、总则', 'contents 二、任务'],
    ...['# 一、总则', '## 概述', p, '# 二、任务', '# 三、保障', p],
  ])
})

test('writes out the numbers that Word counts by itself', async () => {
  const level = (depth: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const levels =
    level(0, 'chineseCountingThousand', '%1、') +
    level(1, 'decimal', '%1.%2').replace('<w:start', '<w:isLgl/><w:start')
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const numbered = (words: string, depth: number): string =>
    par(words, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`)
  const body = [
    par('工作意见'),
    ...Array.from({ length: 11 }, (_, at) => numbered(`第${at}件事`, 0) + par(P)),
    ...[numbered('分项', 1), par(P)],
  ]
  const found = await sketch(makeDocx(body.join(''), { 'numbering.xml': numbering }), 'a.docx')
  expect(found.slice(0, 3)).toEqual(['= 工作意见', '# 一、第0件事', p])
  expect(found.slice(-4)).toEqual(['# 十一、第10件事', p, '## 11.1 分项', p])
})

test('an official document in plain paragraphs', async () => {
  const body = [
    par('某省人民政府关于加强', ...CENTRED_BOLD) + par('某项工作的意见', ...CENTRED_BOLD),
    par('各市人民政府：') +
      par(P) +
      par('一、总体要求') +
      par(`（一）指导思想。${P}`) +
      par('二、保障措施') +
      par(P),
  ]
  expect(await sketch(makeDocx(body.join('')), 'a.docx')).toEqual([
    ...['= 某省人民政府关于加强⏎某项工作的意见', '--', 'addressee 各市人民政府：', p, '# 一、总体要求'],
    'prose <（一）指导思想。> （一）指导思想。坚持党的领导，健全制度体系，落实…',
    ...['# 二、保障措施', p],
  ])
})

test('tables, pictures and footnotes stand where they belong', async () => {
  const cell = (words: string): string => `<w:tc>${par(words)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('项目')}${cell('数量')}</w:tr><w:tr>${cell('甲')}${cell('12')}</w:tr></w:tbl>`
  const picture =
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="组织机构图"/>' +
    '<a:graphic><a:blip r:embed="r1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  const noted = '<w:p><w:r><w:t>国家加强保密。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
  const bytes = makeDocx(
    par('一、甲') +
      noted +
      par(P) +
      par('表1 数量') +
      table +
      picture +
      par('图1 机构图') +
      par('二、乙') +
      par(P),
    {
      'footnotes.xml': `<w:footnote w:id="2">${par('某某著作，第1页。')}</w:footnote>`,
      '_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Target="media/image1.png"/></Relationships>',
      'media/image1.png': PNG,
    },
  )
  const source = await readDocument({ name: 'a.docx', bytes })
  const document = outline(source)
  expectSound(document)
  expect(source.images).toEqual([{ name: 'image1.png', type: 'image/png', bytes: PNG }])
  const paragraphs = document.sections[0]?.paragraphs ?? []
  const words = ({ start, end }: { start: number; end: number }): string => document.text.slice(start, end)
  expect(paragraphs.map(({ kind, span }) => [kind, words(span)])).toEqual([
    ['prose', '国家加强保密。[1]'],
    ['footnote', '[1] 某某著作，第1页。'],
    ['prose', P],
    ['table', '表1 数量\n项目\t数量\n甲\t12'],
    ['image', '组织机构图\n图1 机构图'],
  ])
  expect(paragraphs[3]?.cells?.map((row) => row.map(words))).toEqual([
    ['项目', '数量'],
    ['甲', '12'],
  ])
  expect(paragraphs[4]?.image).toBe('image1.png')
  expect(paragraphs.slice(3).map(({ caption }) => caption && words(caption))).toEqual([
    '表1 数量',
    '图1 机构图',
  ])
})

test('a picture without a description says which it is; one that no browser shows is told, as are charts without figures', async () => {
  const drawing = (graphic: string): string => `<w:p><w:r><w:drawing>${graphic}</w:drawing></w:r></w:p>`
  const bytes = makeDocx(
    drawing('<a:blip r:embed="r2"/>') +
      par(P) +
      drawing('<a:blip r:embed="r1"/>') +
      drawing('<wp:inline><wp:docPr id="1" descr="流程图"/><a:blip r:embed="r2"/></wp:inline>') +
      drawing('<c:chart xmlns:c="c" r:id="r3"/>') +
      '<w:p><m:oMath xmlns:m="m"><m:r><m:t>x</m:t></m:r></m:oMath></w:p>' +
      drawing('<wp:inline><wp:docPr id="1" descr="微信图片_2021.png"/><a:blip r:embed="r1"/></wp:inline>'),
    {
      '_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Target="media/image1.png"/>' +
        '<Relationship Id="r2" Target="media/image2.emf"/><Relationship Id="r3" Target="charts/chart1.xml"/></Relationships>',
      'media/image1.png': PNG,
      'media/image2.emf': Buffer.from('0100000000', 'hex'),
    },
  )
  const { text, images, leftOut } = await readDocument({ name: 'a.docx', bytes })
  expect(text.split('\n')).toEqual([P, '（图片 1）', '流程图', 'x', '（图片 1）'])
  expect(images).toHaveLength(1)
  expect(leftOut.map(({ line, kind, words }) => [line, kind, words])).toEqual([
    [-1, 'picture', ''],
    [2, 'picture', '流程图'],
    [2, 'chart', ''],
  ])
})

test('leaves out what is deleted or hidden, keeps what is inserted, parts lines at breaks', async () => {
  const body =
    '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>' +
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>的文字</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>'
  const { text } = await readDocument({ name: 'a.docx', bytes: makeDocx(body) })
  expect(text).toBe('新的文字\n第二行')
})

test.each([
  ['cut off', makeDocx(par(P)).subarray(0, 200), /damaged or cut off|no Word document/u],
  ['an archive of something else', Buffer.from('PK\x03\x04 and so on'), /damaged|no Word document/u],
  [
    'with entities',
    makeDocx('', { 'document.xml': Buffer.from('<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>') }),
    /entities/u,
  ],
  ['not well-formed', makeDocx('<w:p>'), /damaged/u],
  ['nested without end', makeDocx('<w:ins>'.repeat(5000)), /nested/u],
  ['a bomb', makeDocx(par(P), { 'bomb.xml': Buffer.alloc(65 * 2 ** 20) }), /unpacks to more/u],
  ['without a word', makeDocx(par(' ')), /no text/u],
])('refuses a document %s', async (_, bytes, message) => {
  await expect(readDocument({ name: 'a.docx', bytes })).rejects.toThrow(message)
})
