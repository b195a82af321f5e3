import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { read, sketch } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'
const p = 'prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…'

/** Writes an encoding of two bytes a character, by what each pair of bytes is read as. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0xfe; lead > 0x80; lead--)
    for (let trail = 0xfe; trail >= 0x40; trail--)
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((sign) => (sign < '\x80' ? sign.charCodeAt(0) : (pairs.get(sign) ?? []))),
    )
}

describe('encodings', () => {
  const words = '一、统一思想\r\n保密工作。\n'
  const read8 = async (bytes: Uint8Array): Promise<string> => (await read(bytes)).text
  const plain = '一、统一思想\n保密工作。\n'
  /** 一、统一思想 CR LF 保密工作。 LF */
  const gbk = Buffer.from('d2bba1a2cdb3d2bbcbbccfeb0d0ab1a3c3dcb9a4d7f7a1a30a', 'hex')

  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
    ['UTF-16 LE without a mark', Buffer.from(words, 'utf16le')],
    ['GBK', gbk],
  ])('%s', async (_, bytes) => {
    expect(await read8(bytes)).toBe(plain)
  })

  test('GB18030 with four bytes, and Big5', async () => {
    expect(await read8(Buffer.concat([gbk, Uint8Array.of(0x81, 0x30, 0x8a, 0x36)]))).toMatch(/^一、统一思想/u)
    // 工作是人的在有
    expect(await read8(Buffer.from('a475a740ac4fa448aabaa6b0a6b3', 'hex'))).toContain('工作是人的')
  })

  test('of Japan, of Korea and of western Europe', async () => {
    // 学習の文章です。, 학습을 하는 문서이다., and a text in which only some letters are wide
    expect(await read8(Buffer.from('8a778f4b82cc95b68fcd82c582b78142', 'hex'))).toContain('学習の文章です。')
    expect(await read8(Buffer.from('c7d0bdc0c0bb20c7cfb4c220b9aebcadc0ccb4d92e', 'hex'))).toContain(
      '학습을 하는',
    )
    expect(await read8(Buffer.from('\x93Über alles\x94, he said: a naïve café.', 'latin1'))).toContain(
      '“Über alles”, he said: a naïve café.',
    )
  })

  test('Japanese in EUC-JP, and no Chinese taken for it', async () => {
    const japanese = '一　目的\nこの法律は、国民の権利を守り、行政の適正な運営を図ることを目的とする。\n'
    expect(await read8(encoder('euc-jp')(japanese))).toBe(japanese)
    const simplified = readFileSync('slides/heilongjiang-secrecy/source.txt', 'utf8').replace(/\s/gu, '')
    const traditional =
      '各機關應依本要點規定，加強保密教育，落實保密責任；對於不符規定的事項，應即改正，並於一個月內報請上級機關備查。' +
      '本要點自中華民國一百年一月一日起施行，所需經費由各機關相關預算支應，不得另行請求補助。'
    for (const [encoding, text] of [
      ['gb18030', simplified],
      ['big5', traditional],
    ] as const) {
      const encode = encoder(encoding)
      const passage = fc
        .tuple(fc.nat({ max: text.length - 20 }), fc.integer({ min: 20, max: 200 }))
        .map(([start, length]) => text.slice(start, start + length))
      await fc.assert(
        fc.asyncProperty(passage, async (words) => {
          expect(await read8(encode(words))).toBe(words)
        }),
      )
    }
  })

  test('plain text in UTF-8 is the file itself', async () => {
    const text = ' 　甲\t乙 \n\n\u00a0丙\n'
    expect((await read(text)).text).toBe(text)
  })

  test.each([
    ['NUL bytes', Buffer.from('a\0b\0\0c')],
    ['rubbish', Uint8Array.from({ length: 300 }, (_, at) => (at * 151) % 256)],
    ['UTF-8 cut in a character', Buffer.from(P).subarray(0, 100)],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['nothing', Buffer.from('')],
    ['white space', Buffer.from(' 　\n\n')],
  ])('%s is a fault', async (_, bytes) => {
    await expect(read(bytes, 'x.txt')).rejects.toThrow(Fault)
    await expect(read(bytes, 'x.txt')).rejects.toMatchObject({ place: { file: 'x.txt' } })
  })
})

test.each([
  ['old Word', 'd0cf11e0a1b11ae1', /Word 95 or older.*save it as \.docx/u],
  ['a password', `d0cf11e0${Buffer.from('EncryptedPackage', 'utf16le').toString('hex')}`, /password/u],
  ['rich text without words', '7b5c727466', /no text in this document/u],
  ['a photograph', 'ffd8ffe0', /picture.*text recognised/u],
  ['an archive', '1f8b0800', /archive; unpack it/u],
  ['a film', '000000206674797069736f6d', /film or a sound/u],
  ['a program', '4d5a9000', /program, not a document/u],
])('what to do about %s', async (_, hex, message) => {
  await expect(read(Buffer.from(hex, 'hex'), 'a.docx')).rejects.toThrow(message)
})

test('says on which line a control character stands, and what is nested too deep', async () => {
  const damaged = `${P}\n${P}\0${P}`
  await expect(read(damaged)).rejects.toMatchObject({ place: { file: 'document.txt', line: 2 } })
  await expect(read(`${'> '.repeat(10_000)}甲`, 'a.md')).rejects.toThrow(/nested too deep/u)
})

test('the content tells the format, not the extension', async () => {
  expect((await read('<!DOCTYPE html><html><body><p>甲</p></body></html>', 'a.txt')).format).toBe('html')
  expect((await read('# 甲', 'a.md')).format).toBe('markdown')
  expect((await read('<p>see <html> and <!DOCTYPE html></p>', 'a.txt')).format).toBe('text')
  expect((await read('1 < 2', 'a.html')).format).toBe('html')
  expect((await read('甲', 'a.docx')).format).toBe('text')
})

describe('Markdown', () => {
  test('headings, lists, tables, emphasis; no front matter and no comments', async () => {
    const text = [
      ...[
        '---',
        'title: x',
        '---',
        '<!-- INFO -->',
        '# 工作**意见**',
        '',
        P,
        '',
        '## 一、甲',
        '',
        `    ${P}`,
        '',
      ],
      ...[
        '**强调（重点）**工作',
        '',
        '1. 一项',
        '2. 二项',
        '',
        '## 二、乙',
        '',
        '| a | b |',
        '|---|---|',
        '| 1 | [2](x) |',
        '',
      ],
    ].join('\n')
    expect(await sketch(text, 'a.md')).toEqual([
      ...['= 工作意见', '--', p, '# 一、甲', p, 'prose 强调（重点）工作', 'prose 1. 一项', 'prose 2. 二项'],
      ...['# 二、乙', 'table a\tb⏎1\t2'],
    ])
  })
})

test('Markdown keeps its footnotes', async () => {
  const text = `甲[^1]，乙[^b]。\n\n[^1]: 某某著作，\n    第1页。\n[^b]: 某某报。\n`
  expect((await sketch(text, 'a.md')).slice(1)).toEqual([
    ...['prose 甲[1]，乙[b]。', 'footnote [1] 某某著作， 第1页。', 'footnote [b] 某某报。'],
  ])
})

describe('HTML', () => {
  const page = (body: string): string =>
    `<!DOCTYPE html><html><head><title>x</title><script>var a = "${P}"</script></head><body>
     <div id=nav><ul><li><a href=/>首页</a><li><a href=/a>要闻和更多的要闻，以及别的</a></ul></div>
     <h1>某某网</h1><div class=main><h2>关于加强工作的意见</h2><div>来源：某网 <a>打印</a></div><div class=c>${body}</div></div>
     <div id=footer>某某网 版权所有 <a href=/>联系我们</a></div></body></html>`

  test('has the main text, with the heading above it, and nothing of the page', async () => {
    const body = `<p>　　${P}</p><p><b>一、甲</b></p><p>${P}<br>${P}</p><p>二、乙</p><p onclick=x()>${P}</p><p>【打印】</p>`
    expect(await sketch(page(body), 'a.html')).toEqual([
      '= 关于加强工作的意见',
      '--',
      p,
      '# 一、甲',
      p,
      p,
      '# 二、乙',
      p,
    ])
  })

  test('prefers a title of the text to that of the page', async () => {
    const body = `<p align=center>某省某某</p><p align=center>管理办法</p><p>第一条 ${P}</p><p>第二条 ${P}</p>`
    expect((await sketch(page(body), 'a.html'))[0]).toBe('= 某省某某⏎管理办法')
  })

  test('keeps tables of figures, pictures in the page, and notes', async () => {
    const table = '<table><tr><th>项目<th>数<tr><td>甲<td>1</table>'
    const image =
      '<img alt="图一" src="data:image/png;base64,R0lGODlh"><img src="http://example.invalid/x.png" alt="no">'
    const source = await read(page(`<p>${P}<sup>1</sup></p>${table}${image}<p>${P}</p>`), 'a.html')
    expect(source.text.split('\n')).toEqual(['关于加强工作的意见', `${P}[1]`, '项目\t数', '甲\t1', '图一', P])
    expect(source.images.map(({ name, bytes }) => [name, ...bytes])).toEqual([
      ['image1.gif', ...Buffer.from('GIF89a')],
    ])
  })

  test('has the text that a script would show, notes behind it, and no line of links', async () => {
    const body = `<body><a href=/>首页</a> <a href=/a>要闻</a><h1>某某意见</h1><p>某发〔2020〕1号</p><p>浏览：9</p>
      <div style="visibility: hidden"><p>一、甲</p><p>${P.slice(0, 9)}\n    ${P.slice(9)}</p><p>做到：</p>
      <ul><li>一项<li>又一项</ul><p>二、乙</p><p>${P}<a href=#n>[1]</a></p></div><div id=ftn1>[1] 某某著作。</div>
      <p>京ICP备1号</p></body>`
    expect(await sketch(`<html>${body}`, 'a.html')).toEqual([
      ...[
        '= 某某意见',
        '--',
        'issuing-number 某发〔2020〕1号',
        '# 一、甲',
        p,
        'prose 做到：⏎一项⏎又一项',
        '# 二、乙',
        p,
        'footnote [1] 某某著作。',
      ],
    ])
  })

  test('has the text of a page that is one form', async () => {
    const form = `<html><body><form><input value=x><div>${P}</div><button>打印</button></form></body></html>`
    expect((await read(form, 'a.html')).text).toBe(P)
  })

  test('white space is what a browser makes of it, wide spaces stay', async () => {
    expect((await read('<p>a\n  b&nbsp;c　　d<p>e<br>f<pre>g\n h</pre>', 'a.html')).text).toBe(
      'a b\u00a0c　　d\ne\nf\ng\n h',
    )
  })

  test('is a fault when nested without end', async () => {
    await expect(read('<div>'.repeat(20_000), 'a.html')).rejects.toThrow(/nested too deep/u)
  })
})
