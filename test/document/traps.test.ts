import { expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { lostWords, originalWords, readDocument, type SourceText } from '../../src/document/index.ts'
import { makeDocx, par } from './make-docx.ts'
import { makePdf, type PrintedLine } from './make-pdf.ts'

/** Reads a file in which one trap stands within another; its own words, taken out another way, are all there. */
async function read(name: string, bytes: Uint8Array): Promise<SourceText> {
  const source = await readDocument({ name, bytes }, installedPdfTables)
  const original = await originalWords({ name, bytes }, installedPdfTables)
  expect(lostWords(original ?? [], source)).toEqual([])
  return source
}
const kinds = ({ leftOut }: SourceText): readonly string[] => [...new Set(leftOut.map(({ kind }) => kind))]

const run = (inside: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`
const t = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`
const p = (inside: string): string => `<w:p>${inside}</w:p>`
const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
const P = '各村要种好红松，保证成活，落实责任，按期完成任务。'

test('Word: a note, hidden words, a tick and a reading of letters in the cells of a table within a table', async () => {
  const tick = run('<w:sym w:font="Wingdings" w:char="F0FE"/>')
  const ruby = run(
    `<w:ruby><w:rubyPr/><w:rt>${run(t('pò'))}</w:rt><w:rubyBase>${run(t('泊'))}</w:rubyBase></w:ruby>`,
  )
  const inner = table(
    row(cell(p(tick + run(t('已办')))), cell(p(run(t('勿外传'), '<w:vanish/>') + run(t('公开'))))),
  )
  const note = run('<w:footnoteReference w:id="2"/>')
  const body =
    par('造林通知') +
    table(
      row(cell(p(run(t('村'))), '<w:vMerge w:val="restart"/>'), cell(p(ruby + run(t('头村')) + note))),
      row(cell(p(''), '<w:vMerge/>'), cell(inner + p(''))),
      row(cell(p(run(t('合计'))), '<w:gridSpan w:val="2"/>')),
    ) +
    par(P)
  const footnotes = `<w:footnote w:id="2">${p(run(t('脚注：含补植。')))}</w:footnote>`
  const source = await read('a.docx', makeDocx(body, { 'footnotes.xml': footnotes }))
  for (const words of ['泊（pò）头村[1]', '☑已办', '公开', '[1] 脚注：含补植。', '合计'])
    expect(source.text).toContain(words)
  expect(source.text).not.toContain('勿外传')
  expect(kinds(source)).toContain('hidden')
})

test('Word: changes and content controls across paragraphs and cells', async () => {
  const control = (inside: string): string =>
    `<w:sdt><w:sdtPr><w:alias w:val="单位"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  const body =
    par('造林通知') +
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(t('各村要种好红松，'))}<w:del>${run('<w:delText>砍掉</w:delText>')}</w:del></w:p>` +
    p(`<w:ins>${control(run(t('保证成活')))}</w:ins>${run(t('，落实责任。'))}`) +
    control(table(row(cell(control(p(run(t('青松镇'))))), cell(p(`<w:ins>${run(t('三百株'))}</w:ins>`))))) +
    p(`<w:moveFrom>${run(t('移走的话。'))}</w:moveFrom>`) +
    p(`<w:moveTo>${run(t('移走的话。'))}</w:moveTo>`)
  const { text } = await read('a.docx', makeDocx(body))
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    ...['造林通知', '各村要种好红松，保证成活，落实责任。', '青松镇\t三百株', '移走的话。'],
  ])
})

test('Word: a box of text in a cell, with a table in it', async () => {
  const box =
    '<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent>' +
    `${par('盒中的话')}${table(row(cell(p(run(t('盒中表'))))))}` +
    '</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
  const body =
    par('造林通知') + table(row(cell(p(run(t('甲'))) + p(run(box))), cell(p(run(t('乙')))))) + par(P)
  const { text } = await read('a.docx', makeDocx(body))
  for (const words of ['甲', '乙', '盒中的话', '盒中表']) expect(text).toContain(words)
})

const line = (words: string, x: number, y: number, size = 12): PrintedLine => ({ words, x, y, size })
const PROSE = '各村要种好红松，保证成活，落实责任，按期完成任务，并且管护到位。'.repeat(20)
const prose = (y: number, count: number, from: number): PrintedLine[] =>
  Array.from({ length: count }, (_, at) =>
    line(PROSE.slice((from + at) * 30, (from + at) * 30 + 30), 90, y - at * 20),
  )

test('PDF: heads of three lines, a slanted watermark, bold drawn twice, radicals and notes at once', async () => {
  const page = (from: number, number: string): PrintedLine[] => [
    ...[line('青松镇人民政府', 90, 810, 9), line('造林工作讲话', 90, 798, 9), line('内部资料', 90, 786, 9)],
    ...[{ ...line('不得外传', 200, 500, 60), turn: 40 }],
    ...[line('一、总体情况', 90, 740, 12), line('一、总体情况', 90.4, 740, 12)].slice(from > 0 ? 2 : 0),
    ...[line('⼯⼈要种树。', 90, 715)],
    ...prose(690, 6, from),
    line('① 脚注：含补植。', 90, 90, 9),
    line(number, 297, 40, 9),
  ]
  const pages = [page(0, '1'), page(6, '2')]
  const { text, leftOut } = await readDocument({ name: 'a.pdf', bytes: makePdf(pages) }, installedPdfTables)
  expect(text.match(/一、总体情况/gu)).toHaveLength(1)
  expect(text).toContain('工人要种树。')
  expect(text).toContain('① 脚注：含补植。')
  expect(text).not.toMatch(/青松镇人民政府|造林工作讲话|内部资料|不得外传/u)
  const told = leftOut.map(({ words }) => words).join(' ')
  for (const words of ['青松镇人民政府', '造林工作讲话', '内部资料', '不得外传'])
    expect(told).toContain(words)
})

test('HTML: pictures that come late, a record in a table, crumbs, breaks, entities and note marks at once', async () => {
  const page =
    '<title>造林通知--某镇</title><body><div>当前位置：<a href=/>首页</a> &gt; <a href=/a>通知</a></div>' +
    '<table><tr><td>索 引 号</td><td>000-1</td></tr><tr><td>发文机关</td><td>某镇政府</td></tr></table>' +
    `<div><h2>造林通知</h2><p>${P}<sup>[1]</sup></p><p>第一行<br>第二行&#x2611;&hellip;</p>` +
    `<p><img data-src="tree.jpg" alt="树"></p><p>面积1000m<sup>2</sup>，${P}</p></div></body>`
  const source = await read('a.html', new TextEncoder().encode(page))
  for (const words of ['任务。[1]', '第一行\n第二行☑…', '1000m²']) expect(source.text).toContain(words)
  expect(source.text).not.toMatch(/索 引 号|当前位置/u)
  expect(kinds(source)).toEqual(expect.arrayContaining(['picture', 'surroundings']))
})

test('Word: a page that stands within the document as it is, in a cell, too, is read with all its words', async () => {
  const chunk = (id: string): string => `<w:altChunk r:id="${id}"/>`
  const body =
    par('造林通知') +
    chunk('c1') +
    table(row(cell(p(run(t('甲'))) + chunk('c2')), cell(p(run(t('乙')))))) +
    par(P)
  const page = (words: string): string => `<html><body><p>${words}</p></body></html>`
  const bytes = makeDocx(body, {
    'part1.html': page('并入的一段。'),
    'part2.html': page('格中并入的话。'),
    '_rels/document.xml.rels':
      '<Relationships>' +
      ['1', '2']
        .map((id) => `<Relationship Id="c${id}" Type="x/aFChunk" Target="part${id}.html"/>`)
        .join('') +
      '</Relationships>',
  })
  const source = await read('a.docx', bytes)
  const all = source.text + source.leftOut.map(({ words }) => words).join('')
  for (const words of ['甲', '乙', '并入的一段。', '格中并入的话。']) expect(all).toContain(words)
})

test('PDF: a table whose cells have two lines each, between two paragraphs', async () => {
  const cells = (y: number, ...words: readonly (readonly [string, number])[]): PrintedLine[] =>
    words.map(([one, x]) => line(one, x, y))
  const page = [
    ...prose(780, 3, 0),
    ...cells(700, ['村名', 90], ['任务', 220], ['株数', 420]),
    ...cells(680, ['松岭村', 90], ['整地备耕，选好苗木', 220], ['300', 420]),
    ...cells(664, ['按期完成', 220]),
    ...cells(644, ['柏树村', 90], ['加强管护', 220], ['200', 420]),
    ...prose(600, 3, 3),
  ]
  const source = await readDocument({ name: 'a.pdf', bytes: makePdf([page]) }, installedPdfTables)
  expect(source.text.split('\n').slice(1, 4)).toEqual([
    '村名\t任务\t株数',
    '松岭村\t整地备耕，选好苗木按期完成\t300',
    '柏树村\t加强管护\t200',
  ])
  expect(kinds(source)).toContain('table')
})
