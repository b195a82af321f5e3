import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeDocx, par } from './make-docx.ts'
import { read } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytes(text)])), { level: 0 })
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))
const base64 = (text: string): string => Buffer.from(text).toString('base64')

async function told(file: Uint8Array, name: string): Promise<readonly string[]> {
  return (await read(file, name)).leftOut.map(({ kind, words }) => `${kind} ${words}`.trim())
}

describe('binary Word', () => {
  test('headings with their numbers, lists, notes, tables; nothing hidden or deleted', async () => {
    const { text, layout, format } = await read(fixture('plan.doc'), 'a.wps')
    expect(format).toBe('doc')
    expect(text.split('\n')).toEqual([
      '青松镇造林工作讲话',
      '一、总体情况',
      '今年种树10⁸棵，成活率高[1]。',
      '[1] 据林业站统计。',
      '二、重点任务',
      `（1）整地备耕，${P}`,
      `（2）选好苗木，${P}`,
      'a)备足水源',
      `（3）加强管护，${P}`,
      '村名\t株数',
      '松岭村\t300',
      '合计300',
      '附注加上的话',
      P,
      '请勾选☑',
    ])
    expect(layout.get(0)).toMatchObject({ title: true, centred: true })
    expect([1, 4].map((line) => layout.get(line)?.heading)).toEqual([1, 1])
    expect(layout.get(3)).toEqual({ footnote: true })
    expect(await told(fixture('plan.doc'), 'a.doc')).toEqual(['hidden', 'picture', 'comment 请核对数字'])
  })

  test('cut off anywhere it ends in a fault or in words', async () => {
    const whole = fixture('plan.doc')
    for (let length = 100; length < whole.length; length += 701)
      await read(whole.subarray(0, length), 'a.doc').catch((error: unknown) =>
        expect(error).toHaveProperty('texts'),
      )
    for (let at = 0; at < 200; at++) {
      const damaged = whole.slice()
      damaged[(at * 7919) % damaged.length] = (at * 31) % 256
      await read(damaged, 'a.doc').catch((error: unknown) => expect(error).toHaveProperty('texts'))
    }
  })
})

test('Word in one file of XML, of 2003 and of later', async () => {
  const old = await read(fixture('plan-2003.xml'), 'a.xml')
  expect(old.format).toBe('word-xml')
  expect(old.text.split('\n').slice(0, 5)).toContain('一、总体情况')
  expect(old.text).toContain('[1] 据林业站统计。')
  const flat = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p" xmlns:w="w">
    <pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
    <pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body>${par('甲，乙。')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
  expect((await read(flat, 'a.xml')).text).toBe('甲，乙。')
})

describe('OpenDocument', () => {
  const styles = `<office:automatic-styles>
    <style:style style:name="Title"/><style:style style:name="P1" style:parent-style-name="Title"/>
    <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>
    </office:automatic-styles>`
  const body = `<office:body><office:text><text:tracked-changes><text:changed-region xml:id="d"><text:deletion/></text:changed-region></text:tracked-changes>
    <text:p text:style-name="P1">工作讲话</text:p><text:h text:outline-level="1">一、总体情况</text:h>
    <text:p>今年<text:span text:style-name="H">不外传</text:span>种树10<text:span text:style-name="S">8</text:span>棵<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>据统计。</text:p></text:note-body></text:note>，<text:ruby><text:ruby-base>泊</text:ruby-base><text:ruby-text>pò</text:ruby-text></text:ruby>头<office:annotation><text:p>核对</text:p></office:annotation>。<text:change-start text:change-id="d"/>删去<text:change-end text:change-id="d"/></text:p>
    <text:list text:style-name="L"><text:list-item><text:p>整地</text:p></text:list-item><text:list-item><text:p>选苗</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>村名</text:p></table:table-cell><table:table-cell><text:p>株数</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>合计</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>
    </office:text></office:body>`
  const lines = [
    ...[
      '工作讲话',
      '一、总体情况',
      '今年种树10⁸棵[1]，泊（pò）头。',
      '[1] 据统计。',
      '（一）整地',
      '（二）选苗',
    ],
    ...['村名\t株数', '合计'],
  ]
  const names =
    'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" xmlns:xml="x" office:mimetype="application/vnd.oasis.opendocument.text"'

  test.each([
    [
      'packed',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content ${names}>${styles}${body}</office:document-content>`,
      }),
      'odt',
    ],
    [
      'flat',
      bytes(`<?xml version="1.0"?><office:document ${names}>${styles}${body}</office:document>`),
      'fodt',
    ],
  ])('%s', async (_, file, format) => {
    const source = await read(file, 'a.txt')
    expect(source.format).toBe(format)
    expect(source.text.split('\n')).toEqual(lines)
    expect(source.layout.get(0)).toMatchObject({ title: true })
    expect(source.layout.get(1)).toMatchObject({ heading: 1 })
    expect(source.layout.get(7)?.row?.cells).toHaveLength(2)
    expect([...(await told(file, 'a.odt'))].sort()).toEqual(['comment 核对', 'hidden'])
  })
})

test('rich text: styles, numbers, code pages, notes, tables', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset2 Wingdings;}}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}{\info{\title x}}{\header 页眉}
\pard\plain\s1 {\listtext\pard\plain \u19968\'3f\u12289\'3f\tab}\u24635\'3f\'cc\'e5\par
\pard\plain\f0 \'bc\'d3\'c7\'bf\{1\}{\v \'c3\'dc}{\deleted \'be\'c9}10{\super 8}{\super\chftn{\footnote\pard\plain \chftn  \u27880\'3f}}{\f1 \'fe}\par
\trowd\intbl A\cell B\cell\row\trowd\intbl 1\cell 2\cell\row\pard\par{\*\unknown no}{\*\shpinst{\shptxt box\par}}end\par}`
  const { text, layout } = await read(rtf, 'a.doc')
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    ...['一、总体', '加强{1}10⁸[1]☑', '[1] 注', 'A\tB', '1\t2', 'end', 'box'],
  ])
  expect(layout.get(0)).toMatchObject({ heading: 1 })
  expect(await told(bytes(rtf), 'a.rtf')).toContain('hidden')
})

test('a mail: subject, sender, text; what is attached is told', async () => {
  const mail = [
    ...[`From: =?utf-8?B?${base64('张三')}?= <a@example.invalid>`, `Subject: =?gb2312?Q?=CD=A8=D6=AA?=`],
    ...['Date: Mon, 6 May 2024 08:00:00 +0800', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/mixed; boundary="x"', '', '--x', 'Content-Type: text/plain; charset=gbk'],
    ...['Content-Transfer-Encoding: quoted-printable', '', '=BC=D3=C7=BF=B9=DC=C0=ED=A1=A3', '--x'],
    ...['Content-Type: application/pdf; name="a.pdf"', 'Content-Disposition: attachment; filename="a.pdf"'],
    ...['Content-Transfer-Encoding: base64', '', 'AAAA', '--x--'],
  ].join('\r\n')
  const { text } = await read(mail, 'a.eml')
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    ...['通知', '张三', 'Mon, 6 May 2024 08:00:00 +0800', '加强管理。'],
  ])
  expect(await told(bytes(mail), 'a.txt')).toEqual(['attachment a.pdf'])
})

test('a saved page: the page, and the pictures beside it', async () => {
  const page = `<html><body><h1>通知</h1><p>${P}</p><img src="cid:p" alt="图"><p>${P}</p></body></html>`
  const mht = [
    ...['From: <Saved by Blink>', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="--b"', ''],
    ...[
      '----b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(page),
    ],
    ...[
      '----b',
      'Content-Type: image/gif',
      'Content-ID: <p>',
      'Content-Transfer-Encoding: base64',
      '',
      'R0lGODlh',
      '----b--',
    ],
  ].join('\n')
  const { text, images, format } = await read(mht, 'a.txt')
  expect(format).toBe('saved-page')
  expect(text.split('\n')).toEqual(['通知', P, '图', P])
  expect(images).toHaveLength(1)
})

test('a book: chapters in the order of the book, its notes and pictures', async () => {
  const chapter = (body: string): string =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`
  const book = zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
    'O/b.opf': `<package xmlns:dc="d"><metadata><dc:title>书名</dc:title><dc:creator>某人</dc:creator></metadata>
      <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>
      <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'O/nav.xhtml': chapter('<p>目录</p>'),
    'O/a.xhtml': chapter(
      `<h1>第一章</h1><p>${P}<a href="#n" epub:type="noteref">1</a></p><aside epub:type="footnote" id="n">注一。</aside>`,
    ),
    'O/b.xhtml': chapter(`<h1>第二章</h1><p>${P}</p>`),
  })
  const { text } = await read(book, 'a.epub')
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    ...['书名', '某人', '第一章', `${P}1`, '注一。', '第二章', P],
  ])
})

test('a presentation: titles, paragraphs, tables, notes; hidden slides and feet are told', async () => {
  const relations = (...targets: readonly (readonly [string, string, string])[]): string =>
    `<Relationships>${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const shape = (type: string, words: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="1"/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${words
      .split('|')
      .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
      .join('')}</p:txBody></p:sp>`
  const slide = (inside: string, attributes = ''): string =>
    `<p:sld xmlns:p="p" xmlns:a="a" xmlns:r="r" ${attributes}><p:cSld><p:spTree>${inside}</p:spTree></p:cSld></p:sld>`
  const cell = (words: string): string =>
    `<a:tc><a:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody></a:tc>`
  const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell('村')}${cell('数')}</a:tr><a:tr>${cell('甲')}${cell('1')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  const show = zip({
    '_rels/.rels': relations(['r', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml':
      '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/><p:sldId id="258" r:id="c"/></p:sldIdLst></p:presentation>',
    'ppt/_rels/presentation.xml.rels': relations(
      ['a', 'slide', 'slides/1.xml'],
      ['b', 'slide', 'slides/2.xml'],
      ['c', 'slide', 'slides/3.xml'],
    ),
    'ppt/slides/1.xml': slide(
      shape('body', '要点一|要点二') + shape('title', '第二页') + table + shape('sldNum', '2'),
    ),
    'ppt/slides/_rels/1.xml.rels': relations(['n', 'notesSlide', '../notesSlides/1.xml']),
    'ppt/notesSlides/1.xml': slide(shape('body', '这里要讲的话。')),
    'ppt/slides/2.xml': slide(shape('ctrTitle', '片名') + shape('subTitle', '副题')),
    'ppt/slides/3.xml': slide(shape('title', '不放'), 'show="0"'),
  })
  const { text, layout } = await read(show, 'a.pptx')
  const lines = text.split('\n')
  expect(lines.filter((line) => line !== '')).toEqual([
    ...['片名', '副题', '第二页', '要点一', '要点二', '村\t数', '甲\t1', '这里要讲的话。'],
  ])
  expect(layout.get(lines.indexOf('第二页'))).toEqual({ heading: 1 })
  expect([...(await told(show, 'a.pptx'))].sort()).toEqual(['hidden', 'page-furniture 2'])
})

test.each([
  ['an OFD', zip({ 'OFD.xml': '<a/>' }), 'a.ofd', /OFD/u],
  ['a workbook', zip({ 'xl/workbook.xml': '<a/>', '_rels/.rels': '<a/>' }), 'a.xlsx', /Excel/u],
  ['a CAJ', bytes('CAJ\0\0\0'), 'a.caj', /CNKI/u],
  ['a CAJ that begins otherwise', bytes('anything'), 'a.nh', /CNKI/u],
  ['a CEB', bytes('Founder CEB 3.0\0'), 'a.ceb', /Founder/u],
  ['Apple Pages', zip({ 'Index/Document.iwa': 'x' }), 'a.pages', /Apple/u],
  [
    'an OpenDocument sheet',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    'a.ods',
    /OpenDocument/u,
  ],
  ['an archive', zip({ 'a.txt': 'x' }), 'a.zip', /archive/u],
  ['a book for Kindle', bytes(`${'\0'.repeat(60)}BOOKMOBI`), 'a.mobi', /Kindle/u],
  ['a help file', bytes('ITSF'), 'a.chm', /help file/u],
  ['data', bytes('<?xml version="1.0"?><rss><item>甲</item></rss>'), 'a.xml', /XML/u],
  ['data of a program', bytes('{"a": 1}'), 'a.json', /not a document/u],
  [
    'a mail without a text',
    bytes('MIME-Version: 1.0\nContent-Type: application/pdf\n\nx'),
    'a.eml',
    /attached/u,
  ],
])('%s is refused by its name', async (_, file, name, message) => {
  await expect(read(file, name)).rejects.toThrow(message)
})

test('a Word document is one whatever its parts are called', async () => {
  expect((await read(makeDocx(par('甲')), 'a.zip')).format).toBe('docx')
})
