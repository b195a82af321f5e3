import { describe, expect, test } from 'vitest'
import { onOneLine, outline, textOf } from '../../src/document/index.ts'
import { makeDocx } from './make-docx.ts'
import { read, sketch } from './sketch.ts'

/** A paragraph as documents have them. */
const P = '各单位要结合实际抓好落实，定期检查，及时整改，让居民得到实惠，并且公开结果。'
const E = 'Whoever borrows a book shall bring it back in time, and keep it clean.'

const lines = (...all: readonly string[]): string => all.join('\n')

async function titleOf(text: string | Uint8Array, name?: string): Promise<string | null> {
  const document = outline(await read(text, name))
  return document.title && onOneLine(textOf(document, document.title))
}

describe('the title', () => {
  test.each([
    ['goes on at a conjunction', ['阅览室开放标准', '及管理规范', P], '阅览室开放标准及管理规范'],
    [
      'goes on behind 关于',
      ['某市人民政府关于', '加强阅览室管理的通知', P],
      '某市人民政府关于加强阅览室管理的通知',
    ],
    [
      'begins with the office that says it',
      ['某市图书馆学会', '章程', '第一章 总则', P],
      '某市图书馆学会章程',
    ],
    [
      'is not the office below it',
      ['某县2022年阅读统计公报', '某县统计局　国家统计局某县调查队', '2023年3月1日', P, P],
      '某县2022年阅读统计公报',
    ],
    [
      'may end with a colon above its list',
      ['读者公约修改记录：', '1，阅览室八点开放。', P],
      '读者公约修改记录：',
    ],
    [
      'stands below the kind of a standard and its number',
      ['中华人民共和国国家标准', 'GB 8702—2014', '代替GB 8702—88，GB 9175—88', '阅览室照明规范', P, P],
      '阅览室照明规范',
    ],
    [
      'is no addressee',
      ['关于加强阅览室管理的通知', '', '和各区阅览室、市图书馆：', '', P],
      '关于加强阅览室管理的通知',
    ],
    [
      'stands on one line with the addressee',
      ['某市关于加强阅览室管理的通知各县（市）人民政府；市图书馆：', P, P],
      '某市关于加强阅览室管理的通知',
    ],
    [
      'stands below how urgent it is and the letterhead',
      ['加 急', '某市图书馆文件', '某图〔2015〕29 号', '某市图书馆关于印发《阅览室管理办法》的通知', P],
      '某市图书馆关于印发《阅览室管理办法》的通知',
    ],
    [
      'is no sentence below it',
      ['Remarks on Reading', '', 'In the north, rooms opened.', '', E, '', E],
      'Remarks on Reading',
    ],
    ['stands below the mark of an attachment', ['附件3：', '', '阅览室管理办法', P], '阅览室管理办法'],
    [
      'is set over three lines in English',
      ['ARTICLES OF ASSOCIATION', 'OF', 'THE READING SOCIETY', '', E, '', E],
      'ARTICLES OF ASSOCIATION OF THE READING SOCIETY',
    ],
    ['is no label', ['法規名稱：圖書館法', '第一章 總則', '第一條　為便利讀者，制定本法。'], '圖書館法'],
    [
      'is set over two lines above the occasion',
      ['高举读书的旗帜', '为建设书香社会而团结奋斗', '——在第二次读者大会上的报告', '（2022年10月16日）', P],
      '高举读书的旗帜为建设书香社会而团结奋斗',
    ],
    [
      'is the full name, not the short one',
      ['章程', '某某读书学会章程', '第一章 总则', P],
      '某某读书学会章程',
    ],
    [
      'stands below the head of the letter',
      ['某某市人民政府文件', '某政发〔2024〕3号', '关于加强阅览室管理的通知', '各区人民政府：', P],
      '关于加强阅览室管理的通知',
    ],
    [
      'is what was adopted, whatever a page says between the two',
      [
        '法律读本 » 图书馆法',
        '中华人民共和国图书馆法',
        '来源：某网 2018年11月05日',
        `（1979年7月1日第五届全国人民代表大会第二次会议通过　${'根据1996年3月17日第八届全国人民代表大会第四次会议《关于修改的决定》修正　'.repeat(5)}）`,
        '第一编 总则',
        P,
        '第二编 分则',
        P,
      ],
      '中华人民共和国图书馆法',
    ],
    [
      'says when it was adopted and revised in a line of its own',
      [
        'Reading Society',
        'Student Bylaws',
        'Adopted: April 1st, 2010. Revised: April 27th, 2017.',
        'Article I. Name',
        E,
      ],
      'Reading Society Student Bylaws',
    ],
    [
      'is what was said, not who said it',
      [
        'Minister for Foreign Affairs',
        'Senator the Hon Ann Reader',
        'National Statement to the Assembly of Libraries',
        'Location: New York',
        '28 September 2024',
        'President, friends —',
        E,
        E,
      ],
      'National Statement to the Assembly of Libraries',
    ],
    ['is not the address below it', ['通知', 'a@example.invalid', P, P], '通知'],
    ['is no sentence', ['感谢主席，问候在场各位。', P, P], null],
    ['is no question of an exam', ['1.', '下面哪一项正确（　）？', 'A.', P, 'B.', P], null],
  ])('%s', async (_, text, title) => {
    expect(await titleOf(lines(...text))).toBe(title)
  })

  test('is what the page is called, not the heading of its department', async () => {
    const page = (body: string): string =>
      `<html><head><title>六月开放安排--教务处--某某学校</title></head><body>${body}</body></html>`
    const text = `<div><h3>教务处</h3><h2>六月开放安排</h2><p>${P}</p><p>${P}</p><p>${P}</p></div>`
    expect(await titleOf(page(text), 'a.html')).toBe('六月开放安排')
  })

  test('is the heading that stands above its date, not that of the column', async () => {
    const text = `<h1>最新消息</h1><h3>【公告】第十八届会员大会</h3><p>2023/11/13 - 21:16</p><p>${P}</p><p>${P}</p>`
    expect(await titleOf(`<body>${text}</body>`, 'a.html')).toBe('【公告】第十八届会员大会')
  })

  test('is what was adopted, not what the page that brings it is called', async () => {
    const head = '<head><title>每周一学（8月26日-9月1日）全会决定--学习专栏--某某学校</title></head>'
    const centred = (words: string): string => `<p style="text-align:center">${words}</p>`
    const title = centred('某某委员会关于全面深化改革') + centred('推进现代化建设的决定')
    const adopted = centred('（2024年7月18日某某委员会第三次全体会议通过）')
    const page = `${head}<h2>每周一学（8月26日-9月1日）全会决定</h2>${title}${adopted}<p>${P}</p><p>${P}</p>`
    expect(await titleOf(`<html>${page}</html>`, 'a.html')).toBe(
      '某某委员会关于全面深化改革推进现代化建设的决定',
    )
  })

  test('is the heading that the page is called by, wherever its text was found', async () => {
    const page = `<title>Reading Room Act of 2014. | Library</title><main><article><div><h1>Reading Room Act of 2014.</h1></div></article></main><section><h2>Information</h2><div><h3>Cites</h3></div><div><h3>Effective</h3><p>${E}</p><p>${E}</p></div></section>`
    expect(await titleOf(page, 'a.html')).toBe('Reading Room Act of 2014.')
  })

  test('that nothing but the head of the page tells is the name of the deck', async () => {
    const page = `<title>六月开放安排--教务处--某某学校</title><div><p>${P}</p><p>${P}</p></div>`
    const { title, name } = outline(await read(page, 'a.html'))
    expect([title, name]).toEqual([null, '六月开放安排'])
  })

  test('is the first of several of one level when it heads nothing else', async () => {
    const text = `# 阅览室手册\n\n# 开放\n\n${P}\n\n# 借阅\n\n${P}\n`
    expect((await sketch(text, 'a.md')).filter((line) => /^[=#]/u.test(line))).toEqual([
      ...['= 阅览室手册', '# 开放', '# 借阅'],
    ])
  })

  test('has what a cover says below it, which heads nothing', async () => {
    const bold = (words: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r></w:p>`
    const plain = `<w:p><w:r><w:t>${P}</w:t></w:r></w:p>`
    const body = ['阅览室管理办法', '某某公司 研发部', '文档版本：V1.0', '更新日期：2025年01月01日'].map(bold)
    const chapters = ['第一章 开放', '第二章 借阅'].flatMap((words) => [bold(words), plain])
    const found = await sketch(makeDocx([...body, ...chapters].join('')), 'a.docx')
    expect(found.filter((line) => /^[=#]/u.test(line))).toEqual([
      ...['= 阅览室管理办法', '# 第一章 开放', '# 第二章 借阅'],
    ])
  })

  test('is what the file is called, set over two lines', async () => {
    const text = lines('某市读者协会', '二〇二二年借阅情况', P, P)
    expect(await titleOf(text, '附件2：某市读者协会二〇二二年借阅情况.txt')).toBe(
      '某市读者协会二〇二二年借阅情况',
    )
  })

  test('is what the file is called, and whose it is, not what its state is', async () => {
    const text = lines('Reading Society Code of Conduct', '', 'Status: Draft', '', E, '', E)
    expect(await titleOf(text, 'code-of-conduct.txt')).toBe('Reading Society Code of Conduct')
  })

  test('of a notice without a text stands above that of what it brings', async () => {
    const han = ['一、认定', P, '二、追缴', P]
    const text = lines(
      '《关于办理案件若干问题的意见》的通知',
      '2019年1月30日',
      '关于办理案件若干问题的意见',
      P,
      ...han,
    )
    expect((await sketch(text)).filter((line) => /^[=#]/u.test(line))).toEqual([
      ...['= 《关于办理案件若干问题的意见》的通知', '# 一、认定', '# 二、追缴'],
    ])
  })

  test('is what front matter says, with the year that the text has', async () => {
    const text = `---\ntitle: Keeping of Libraries\n---\n\n# District\n\n## Keeping of Libraries, 1998\n\n### 1.\n\n${E}\n`
    expect(await titleOf(text, 'a.md')).toBe('Keeping of Libraries, 1998')
  })
})

describe('a heading', () => {
  const bold = (words: string): string => `<p><b>${words}</b></p>`
  test('is no sentence that somebody stresses', async () => {
    const stressed = bold('这就告诉我们，读书是一件一辈子都要坚持的事情，任何时候都不能放松。')
    const page = `<h1>在读书会上的讲话</h1><p>${P}</p>${stressed}<p>${P}</p>${stressed.replace('这', '那')}<p>${P}</p>`
    expect((await sketch(page, 'a.html')).filter((line) => line.startsWith('#'))).toEqual([])
    const mixed = `<h1>讲话</h1>${bold('为什么读')}<p>${P}</p>${bold('怎样读')}<p>${P}</p>${stressed}<p>${P}</p>`
    expect((await sketch(mixed, 'a.html')).filter((line) => line.startsWith('#'))).toEqual([
      ...['# 为什么读', '# 怎样读'],
    ])
  })

  test('of a bylaw within another begins no second document', async () => {
    const text = lines(
      ...['BY-LAWS OF THE TOWN', 'ARTICLE I', `Section 1: ${E}`, `Section 2: ${E}`, 'ARTICLE II'],
      ...['RIGHT TO READ BYLAW', `Section 1: ${E}`, `Section 2: ${E}`],
    )
    expect((await sketch(text))[0]).toBe('= BY-LAWS OF THE TOWN')
  })
})

describe('the date of a document', () => {
  test('is that below its text rather than when the page was put up', async () => {
    const page = `<h1>关于开放的通知</h1><p>2024-08-07</p><p>${P}</p><p>${P}</p><p>某某图书馆</p><p>2024年8月1日</p>`
    const document = outline(await read(page, 'a.html'))
    expect(document.date && textOf(document, document.date)).toBe('2024年8月1日')
  })
})

describe('what stands above a plain text', () => {
  test.each([
    [
      '# 原件',
      '',
      '- id: x-1',
      '- title: 阅览室通知',
      '- source_url: https://example.invalid/',
      '',
      '---',
      '',
    ],
    ['---', 'title: 阅览室通知', 'date: 2024-01-01', '---', ''],
    ['title: 阅览室通知', 'author: 某某', 'url: https://example.invalid/', '---'],
  ])('is a record of it: %s', async (...header) => {
    const source = await read(lines(...header, '阅览室', '通知', '一、时间', P, '二、地点', P))
    expect(source.leftOut.map(({ kind }) => kind)).toEqual(['header'])
    expect(source.text.startsWith('阅览室\n通知')).toBe(true)
    const document = outline(source)
    expect(document.title && onOneLine(textOf(document, document.title))).toBe('阅览室通知')
  })

  test('is text where it has no ruler, and where it says more than names and values', async () => {
    for (const text of [
      lines('Time: 9:00', 'Place: Hall', E, E),
      lines('Note that this is text: it is', '---', E),
    ])
      expect((await read(text)).leftOut).toEqual([])
  })
})

describe('numbers with a word of their own', () => {
  test('head questions, meetings and boxes, whatever articles are quoted below them', async () => {
    const text = lines(
      ...['阅览室答疑', '问题1、如何借书？', P, '第九条', P, '第十条', P],
      ...['问题2、如何还书？', P, '问题3、如何续借？', P],
    )
    expect((await sketch(text)).filter((line) => line.startsWith('#'))).toEqual([
      '# 问题1、如何借书？',
      '# 问题2、如何还书？',
      '# 问题3、如何续借？',
    ])
    const plan = lines(
      ...[
        '阅览室规划',
        '一、总体要求',
        P,
        '二、任务',
        P,
        '专栏',
        '1',
        '藏书工程',
        P,
        '专栏',
        '2',
        '空调工程',
        P,
      ],
    )
    expect((await sketch(plan)).filter((line) => line.startsWith('#'))).toEqual([
      ...['# 一、总体要求', '# 二、任务', '## 专栏⏎1⏎藏书工程', '## 专栏⏎2⏎空调工程'],
    ])
  })

  test('are none where the word differs or the count does not go on', async () => {
    const text = lines('说明', `其中1、${P}`, `另外2、${P}`, P)
    expect((await sketch(text)).filter((line) => line.startsWith('#'))).toEqual([])
  })
})

describe('the numbers of other documents', () => {
  test('壹、 貳、 參、 stand above （一）', async () => {
    const text = lines('借閱要點', '壹、主旨', P, '貳、方法', '（一）登記', P, '（二）歸還', P, '參、附則', P)
    expect((await sketch(text)).filter((line) => line.startsWith('#'))).toEqual([
      ...['# 壹、主旨', '# 貳、方法', '## （一）登記', '## （二）歸還', '# 參、附則'],
    ])
  })

  test('headings that the format names go on over the articles below them', async () => {
    const par = (words: string, level?: number): string =>
      `<w:p>${level === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`
    const body = [
      ...[par('某会章程'), par('1. 总则', 1), par(`第一条 ${P}`), par(`第二条 ${P}`)],
      ...[
        par('2. 会员', 1),
        par(`第三条 ${P}`),
        par('1.个人会员'),
        par('2.单位会员'),
        par('3. 附则', 1),
        par(`第四条 ${P}`),
      ],
    ]
    const found = await sketch(makeDocx(body.join('')), 'a.docx')
    expect(found.filter((line) => line.startsWith('# '))).toEqual(['# 1. 总则', '# 2. 会员', '# 3. 附则'])
  })

  test('`3、4、6班` counts up', async () => {
    const text = lines('安排', '1、座位', P, '3、4、6班在一楼', '2、监考', P)
    expect((await sketch(text)).filter((line) => line.startsWith('#'))).toEqual(['# 1、座位', '# 2、监考'])
  })
})

test('the title of a European act goes on in small letters', async () => {
  const page = `<h1>Directive 2002/58/EC of the European Parliament</h1><p>of 12 July 2002</p><p>concerning the reading of books in libraries and the keeping of what was borrowed there (Directive on libraries)</p><p>${E}</p><p>Article 1</p><p>Scope</p><p>${E}</p><p>Article 2</p><p>Readers</p><p>${E}</p>`
  expect(await titleOf(page, 'a.html')).toBe(
    'Directive 2002/58/EC of the European Parliament of 12 July 2002 concerning the reading of books in libraries and the keeping of what was borrowed there (Directive on libraries)',
  )
})

test('the only heading of all is the title, also below a remark', async () => {
  const text = lines(
    '> 本译文非官方，以原文为准。',
    '',
    '# 阅览室的定义',
    '',
    '## 介绍',
    '',
    P,
    '',
    '## 条件',
    '',
    P,
  )
  expect(await sketch(text, 'a.md')).toEqual([
    '= 阅览室的定义',
    ...['--', 'prose 本译文非官方，以原文为准。'],
    ...['# 介绍', 'prose 各单位要结合实际抓好落实，定期检查，及时整改，让…'],
    ...['# 条件', 'prose 各单位要结合实际抓好落实，定期检查，及时整改，让…'],
  ])
})

test('who speaks is told, over one line or two', async () => {
  const text = lines(
    ...['# Reading in Peace', '', 'Speech at the Summit of Libraries', ''],
    ...['READER Ann, Deputy Governor of the Bank of Books, October 21, 2025', '', '## Introduction', '', E],
  )
  const document = outline(await read(text, 'a.md'))
  expect(document.byline && textOf(document, document.byline)).toMatch(/^READER Ann, Deputy Governor/u)
})

test('what is attached under 附件2-1 is no second document beside the first', async () => {
  const text = lines(
    ...[
      '阅览室防火方案',
      '一、总体要求',
      P,
      '二、具体措施',
      P,
      '',
      '附件1',
      '阅览室检查指南',
      '一、目的',
      P,
      '二、范围',
      P,
    ],
    ...['', '附件1-1', '阅览室登记制度', '一、目的', P, '二、范围', P],
  )
  expect((await sketch(text)).filter((line) => /^(?:=|# )/u.test(line))).toEqual([
    ...['= 阅览室防火方案', '# 一、总体要求', '# 二、具体措施'],
    ...['# 附件1⏎阅览室检查指南', '# 附件1-1⏎阅览室登记制度'],
  ])
})

test.each(['在全国某行业表彰大会后的学习体会', '关于学习全会精神的体会', '建设人与自然和谐共生的社会'])(
  '%s ends as the name of an office does, and is a title',
  async (title) => {
    expect((await sketch(lines(title, P, P)))[0]).toBe(`= ${title}`)
  },
)

test('two that sign without a date are no paragraphs of the last section', async () => {
  const text = lines('关于补贴工作的通知', '一、要求', P, '二、监督', P, '人力资源社会保障部', '财政部')
  const { sections } = outline(await read(text))
  expect(sections.map(({ paragraphs }) => paragraphs.map(({ kind }) => kind))).toEqual([
    ...[['prose'], ['prose']],
    ['signature', 'signature'],
  ])
})
