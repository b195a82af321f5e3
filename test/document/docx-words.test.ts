import { expect, test } from 'vitest'
import type { LeftOut } from '../../src/document/index.ts'
import { makeDocx, par } from './make-docx.ts'
import { read } from './sketch.ts'

type Parts = Readonly<Record<string, string | Uint8Array>>

/** The lines of a Word document, and what was left out of it as `line kind words`. */
async function linesOf(body: string, parts: Parts = {}): Promise<{ lines: string[]; told: string[] }> {
  const { text, leftOut } = await read(makeDocx(body, parts), 'a.docx')
  const told = ({ line, kind, words }: LeftOut): string => `${line} ${kind} ${words}`.trim()
  return { lines: text.split('\n'), told: leftOut.map(told) }
}

const run = (inside: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`
const t = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`
const p = (...inside: readonly string[]): string => `<w:p>${inside.join('')}</w:p>`
const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const omml = (inside: string): string => `<m:oMath xmlns:m="m">${inside}</m:oMath>`
const mt = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`
const field = (code: string, result = ''): string =>
  run('<w:fldChar w:fldCharType="begin"/>') +
  run(`<w:instrText>${code}</w:instrText>`) +
  run('<w:fldChar w:fldCharType="separate"/>') +
  run(t(result)) +
  run('<w:fldChar w:fldCharType="end"/>')

test.each([
  ['a tick of Wingdings', run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), '✓'],
  ['a ticked box', run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), '☑'],
  ['a Greek letter of Symbol', run('<w:sym w:font="Symbol" w:char="F061"/>'), 'α'],
  ['a box of Wingdings 2', run('<w:sym w:font="Wingdings 2" w:char="F052"/>'), '☑'],
  ['a sign written as text', run(t('\uf0b3'), '<w:rFonts w:ascii="Symbol"/>'), '≥'],
  [
    'a content control with a box',
    `<w:sdt><w:sdtPr><w:checkbox/></w:sdtPr><w:sdtContent>${run(t('☒'))}</w:sdtContent></w:sdt>`,
    '☒',
  ],
  [
    'a box of an old form',
    run(
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>',
    ) + run('<w:fldChar w:fldCharType="end"/>'),
    '☑',
  ],
  [
    'an emoji',
    '<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="x" w16se:char="1F332"/></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>',
    '🌲',
  ],
  [
    'what only older programs show',
    '<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="x"/><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>',
    '旧',
  ],
  [
    'how a letter is read',
    run(`<w:ruby><w:rubyPr/><w:rt>${run(t('pò'))}</w:rt><w:rubyBase>${run(t('泊'))}</w:rubyBase></w:ruby>`),
    '泊（pò）',
  ],
  ['a ringed number', field(' eq \\o\\ac(○,3)'), '③'],
  ['a ringed letter', field(' eq \\o\\ac(○,密)'), '(密)'],
  ['an old reading', field(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(pò),泊)'), '泊（pò）'],
  ['a field with a result', field(' PAGEREF x ', '12'), '12'],
  [
    'a smart tag and a deletion',
    `<w:smartTag>${run(t('甲'))}</w:smartTag><w:del>${run(t('乙'))}</w:del>`,
    '甲',
  ],
  ['an unknown element', `<w:newer>${run(t('新'))}</w:newer>`, '新'],
  ['a break in a line', run(`${t('甲')}<w:br w:type="textWrapping"/>${t('乙')}`), '甲\n乙'],
])('%s is read', async (_, inside, words) => {
  const { lines } = await linesOf(p(run(t('前')), inside, run(t('后'))))
  expect(lines.join('\n')).toBe(`前${words}后`)
})

test.each([
  ['power and index', `<m:sSup><m:e>${mt('x')}</m:e><m:sup>${mt('2')}</m:sup></m:sSup>`, 'x²', false],
  [
    'fraction',
    `<m:f><m:num>${mt('a+b')}</m:num><m:den>${mt('c')}</m:den></m:f>${mt('=1')}`,
    '(a+b)/c=1',
    true,
  ],
  ['root', `<m:rad><m:deg>${mt('3')}</m:deg><m:e>${mt('x+1')}</m:e></m:rad>`, '³√(x+1)', true],
  [
    'sum',
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mt('i=1')}</m:sub><m:sup>${mt('n')}</m:sup><m:e>${mt('x')}</m:e></m:nary>`,
    '∑_(i=1)ⁿ x',
    true,
  ],
  ['brackets', `<m:d><m:e>${mt('a')}</m:e><m:e>${mt('b')}</m:e></m:d>`, '(a|b)', false],
  [
    'matrix',
    `<m:m><m:mr><m:e>${mt('1')}</m:e><m:e>${mt('2')}</m:e></m:mr><m:mr><m:e>${mt('3')}</m:e><m:e>${mt('4')}</m:e></m:mr></m:m>`,
    '[1, 2; 3, 4]',
    true,
  ],
])('a formula is written on one line: %s', async (_, inside, words, told) => {
  const found = await linesOf(p(run(t('得')), omml(inside)))
  expect(found.lines).toEqual([`得${words}`])
  expect(found.told).toEqual(told ? [`0 formula ${words}`] : [])
})

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
const numbered = (words: string): string =>
  par(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')

test('a cell is read as the body is: numbers, notes, hidden words, formulas, tables within', async () => {
  const inner = `<w:tbl>${row(cell(par('内一')), cell(par('内二')))}</w:tbl>`
  const noted = p(run(t('300')), run('<w:footnoteReference w:id="2"/>'))
  const hidden = p(run(t('公开')), run(t('勿外传'), '<w:vanish/>'))
  const table = `<w:tbl>${row(cell(numbered('')), cell(numbered('甲') + numbered('乙')))}${row(cell(noted), cell(hidden))}${row(cell(inner), cell(p(omml(`<m:f><m:num>${mt('a+b')}</m:num><m:den>${mt('c')}</m:den></m:f>`))))}</w:tbl>`
  const found = await linesOf(table, {
    'numbering.xml': NUMBERING,
    'footnotes.xml': `<w:footnote w:id="2">${p(run(t('含补植')), run(t('密'), '<w:vanish/>'), omml(mt('x')))}</w:footnote>`,
  })
  expect(found.lines).toEqual(['1.\t2. 甲 3. 乙', '300[1]\t公开', '内一 内二\t(a+b)/c', '[1] 含补植x'])
  expect([...found.told].sort()).toEqual(['3 formula (a+b)/c', '3 hidden', '3 hidden'])
})

test('cells that are merged leave their columns free', async () => {
  const table = `<w:tbl>${row(cell(par('地区'), '<w:vMerge w:val="restart"/>'), cell(par('数量'), '<w:gridSpan w:val="2"/>'))}${row(cell(par(''), '<w:vMerge/>'), cell(par('男')), cell(par('女')))}${row(cell(par('甲')), cell(par('1')), cell(par('2')))}</w:tbl>`
  const { layout } = await read(makeDocx(table), 'a.docx')
  expect([...layout.values()].map(({ row }) => row?.cells.length)).toEqual([3, 3, 3])
})

test('words hidden by a style of paragraphs or of words are hidden', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="c"><w:name w:val="密字"/><w:rPr><w:vanish/></w:rPr></w:style>'
  const found = await linesOf(
    par('甲') +
      par('不外传', '<w:pStyle w:val="h"/>') +
      p(run(t('乙')), run(t('不外传'), '<w:rStyle w:val="c"/>'), run(t('丙'), '<w:vanish w:val="0"/>')),
    { 'styles.xml': styles },
  )
  expect(found.lines.filter((line) => line !== '')).toEqual(['甲', '乙丙'])
  expect(found.told).toHaveLength(2)
})

test('what readers of the draft remarked is told where it stood', async () => {
  const found = await linesOf(par('甲') + p(run(t('乙')), run('<w:commentReference w:id="0"/>')), {
    'comments.xml': `<w:comment w:id="0">${par('请法务确认。')}${par('尽快。')}</w:comment>`,
  })
  expect(found.told).toEqual(['1 comment 请法务确认。 尽快。'])
})

test('a paragraph whose end was deleted goes on in the next', async () => {
  const mark = (inside: string, words: string): string =>
    `<w:p><w:pPr><w:rPr>${inside}</w:rPr></w:pPr>${run(t(words))}</w:p>`
  const found = await linesOf(mark('<w:del/>', '甲') + mark('<w:moveFrom/>', '乙') + par('丙') + par('丁'))
  expect(found.lines).toEqual(['甲乙丙', '丁'])
})

const relations = (...targets: readonly (readonly [id: string, target: string, type?: string])[]): Parts => ({
  '_rels/document.xml.rels': `<Relationships>${targets
    .map(([id, target, type = '']) => `<Relationship Id="${id}" Target="${target}" Type="x/${type}"/>`)
    .join('')}</Relationships>`,
})

test('documents that it takes in are read in their place, others told', async () => {
  const found = await linesOf(`${par('前')}<w:altChunk r:id="a"/><w:altChunk r:id="b"/>${par('后')}`, {
    ...relations(['a', 'chunk.html'], ['b', 'chunk.xyz']),
    'chunk.html': '<html><body><p>块里的正文，要及时。</p></body></html>',
    'chunk.xyz': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  })
  expect(found.lines).toEqual(['前', '块里的正文，要及时。', '后'])
  expect(found.told).toEqual(['1 attachment word/chunk.xyz'])
})

test('letters drawn as pictures, boxes, diagrams and charts give their words', async () => {
  const chart =
    '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><a:t>产量</a:t></c:title><c:ser><c:tx><c:v>吨</c:v></c:tx>' +
    '<c:cat><c:pt idx="0"><c:v>甲村</c:v></c:pt><c:pt idx="1"><c:v>乙村</c:v></c:pt></c:cat>' +
    '<c:val><c:pt idx="0"><c:v>12</c:v></c:pt><c:pt idx="1"><c:v>30</c:v></c:pt></c:val></c:ser></c:chart></c:chartSpace>'
  const diagram =
    '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>受理</a:t></a:r></a:p></dgm:t></dgm:pt>' +
    '<dgm:pt/><dgm:pt><dgm:t><a:p><a:r><a:t>审批</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
  const found = await linesOf(
    p(run('<w:pict><v:shape xmlns:v="v"><v:textpath string="艺术字标题"/></v:shape></w:pict>')) +
      p(
        run(
          `<w:drawing><wps:txbx xmlns:wps="s"><w:txbxContent>${par('框里的话')}</w:txbxContent></wps:txbx></w:drawing>`,
        ),
      ) +
      p(run('<w:drawing><dgm:relIds xmlns:dgm="d" r:dm="d"/></w:drawing>')) +
      p(run('<w:drawing><c:chart xmlns:c="c" r:id="c"/></w:drawing>')),
    {
      ...relations(['d', 'diagrams/data1.xml'], ['c', 'charts/chart1.xml']),
      'diagrams/data1.xml': diagram,
      'charts/chart1.xml': chart,
    },
  )
  expect(found.lines).toEqual([
    '艺术字标题',
    '框里的话',
    '受理',
    '审批',
    '产量',
    '吨',
    '甲村\t12',
    '乙村\t30',
  ])
  expect(found.told).toEqual(['3 chart 受理', '7 chart 产量'])
})

test('a note stands in the text once, however often it is referred to', async () => {
  const reference = run('<w:footnoteReference w:id="1"/>')
  const found = await linesOf(p(run(t('甲')), reference.repeat(20_000)), {
    'footnotes.xml': `<w:footnote w:id="1">${par('长注。'.repeat(1000))}</w:footnote>`,
  })
  expect(found.lines.join('\n').length).toBeLessThan(100_000)
})

test('a number repeats no more of its text than Word does', async () => {
  const numbering = NUMBERING.replace('%1.', '%1.'.repeat(100_000))
  const found = await linesOf(numbered('甲').repeat(5000), { 'numbering.xml': numbering })
  expect(found.lines).toHaveLength(5000)
})
