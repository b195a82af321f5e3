import { describe, expect, test } from 'vitest'
import { onOneLine, outline } from '../../src/document/index.ts'
import { makeDocx } from './make-docx.ts'
import { read, sketch } from './sketch.ts'

/** A paragraph as documents have them. */
const P = '各单位要结合实际抓好落实，定期检查，及时整改，让居民得到实惠，并且公开结果。'
const E = 'Whoever borrows a book shall bring it back in time, and keep it clean.'

const lines = (...all: readonly string[]): string => all.join('\n')
/** The headings of a sketch, and where the parts without one begin. */
const headings = async (text: string | Uint8Array, name?: string): Promise<readonly string[]> =>
  (await sketch(text, name)).filter((line) => /^(?:[=#]|--)/u.test(line))

describe('a series of numbers', () => {
  test('goes on where an answer stands on the line of its question', async () => {
    const text = lines(
      ...[
        '1.阅览室有什么作用？',
        '①方便阅读',
        '②减轻负担',
        '2.办好阅览室的总要求：第一，坚持公益',
        '第二，坚持安全',
      ],
      ...['3.如何以读者的需要为指导建设阅览室：第一，加快布局第二，推进管理，保障安全', '第五，提高水平'],
      ...['4.办好阅览室依靠谁？', '①依靠读者'],
    )
    expect((await headings(text)).map((line) => line.slice(0, 4))).toEqual(['# 1.', '# 2.', '# 3.', '# 4.'])
  })

  test('of bold questions has inside it that of their answers, counted by the same numbers', async () => {
    const par = (words: string, bold = false): string =>
      `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${words}</w:t></w:r></w:p>`
    const answers = [par('1、方便阅读。'), par(P), par('2、减轻负担。'), par(P)].join('')
    const chapter = (number: string): string =>
      par(`第${number}章 阅览室`, true) +
      par('1、为什么办？', true) +
      answers +
      par('2、怎样办好？', true) +
      answers
    expect(await headings(makeDocx(par('知识点', true) + chapter('一') + chapter('二')), 'a.docx')).toEqual([
      '= 知识点',
      ...['一', '二'].flatMap((number) => [
        ...[`# 第${number}章 阅览室`, '## 1、为什么办？', '### 1、方便阅读。', '### 2、减轻负担。'],
        ...['## 2、怎样办好？', '### 1、方便阅读。', '### 2、减轻负担。'],
      ]),
    ])
  })

  test('of lines that follow one another is a list: the options of an exam', async () => {
    const options = ['A.公益性', 'B.“营利性”', 'C.《规程》的要求', 'D.“私人书房”']
    const text = lines(
      ...['阅览室知识测试', '一、单选题', '1.首要属性是（ ）', ...options, '2.依据是（ ）', ...options],
      ...['二、多选题', '1.对象是（ ）', ...options],
    )
    const found = await headings(text)
    expect(found.filter((line) => line.startsWith('# '))).toEqual(['# 一、单选题', '# 二、多选题'])
    expect(found.filter((line) => /# [A-D]\./u.test(line))).toEqual([])
  })

  test('of one number among paragraphs is none', async () => {
    const text = lines(
      '1 為便利讀者，特制定本規則。',
      '2 讀者得申請。',
      '3 應公開時間。',
      '3.1 （刪除）',
      '4 自公布日施行。',
    )
    expect(await headings(text)).toEqual(['--'])
  })

  test('begins at 0, and counts by letters or with the number of its article', async () => {
    const body = 'The room is open on weekdays, and whoever borrows a book shall bring it back in time.'
    const text = lines(
      ...[
        'LIBRARY POLICY',
        '',
        'CHAPTER 0 - GENERAL',
        '',
        '0.0. Purpose',
        '',
        body,
        '',
        '0.1. Scope',
        '',
        body,
        '',
      ],
      ...['CHAPTER 1 - BOOKS', '', '1.0. Loans', '', body],
    )
    expect(await headings(text)).toEqual([
      ...['= LIBRARY POLICY', '# CHAPTER 0 - GENERAL', '## 0.0. Purpose', '## 0.1. Scope'],
      ...['# CHAPTER 1 - BOOKS', '## 1.0. Loans'],
    ])
    const bylaws = lines(
      ...[
        'LIBRARY BYLAWS',
        '',
        'ARTICLE I. NAME',
        '',
        'Section 1.1 Name',
        '',
        body,
        '',
        'Section 1.2 Seat',
        '',
        body,
        '',
      ],
      ...['ARTICLE II. MEMBERS', '', 'Section A. Duties', '', body, '', 'Section B. Rights', '', body],
    )
    expect(await headings(bylaws)).toEqual([
      ...['= LIBRARY BYLAWS', '# ARTICLE I. NAME', '## Section 1.1 Name', '## Section 1.2 Seat'],
      ...['# ARTICLE II. MEMBERS', '## Section A. Duties', '## Section B. Rights'],
    ])
  })

  test('counts in whole numbers, in any capitals, by 上 and 下, and on through its parts', async () => {
    const policy = ['1.0 PURPOSE', E, '2.0 SCOPE', E, '3.0 POLICY', '3.1 General', E, '3.2 Training', E]
    expect(await headings(lines('Reading Policy', ...policy.flatMap((line) => [line, ''])))).toEqual([
      ...[
        '= Reading Policy',
        '# 1.0 PURPOSE',
        '# 2.0 SCOPE',
        '# 3.0 POLICY',
        '## 3.1 General',
        '## 3.2 Training',
      ],
    ])
    const charter = [
      'ARTICLE I',
      `SECTION 1. ${E}`,
      `SECTION 2. ${E}`,
      'ARTICLE II',
      E,
      'AMENDMENT I',
      E,
      'AMENDMENT II',
      E,
    ]
    expect(await headings(lines('THE CHARTER', ...charter.flatMap((line) => [line, ''])))).toEqual([
      ...['= THE CHARTER', '# ARTICLE I', '# ARTICLE II', '# AMENDMENT I', '# AMENDMENT II'],
    ])
    const act = [
      'Part 1—Preliminary',
      '1 Short title',
      E,
      '2 Commencement',
      E,
      'Part 2—Libraries',
      '3 Fees',
      E,
    ]
    expect(await headings(lines('LIBRARY ACT', ...act.flatMap((line) => [line, ''])))).toEqual([
      ...['= LIBRARY ACT', '# Part 1—Preliminary', '## 1 Short title', '## 2 Commencement'],
      ...['# Part 2—Libraries', '## 3 Fees'],
    ])
    const parts = ['上 编', '第一章 总则', P, '第二章 设施', P, '下 编', '第一章 人员', P]
    expect((await headings(lines('手册', ...parts))).slice(1)).toEqual([
      ...['# 上 编', '## 第一章 总则', '## 第二章 设施', '# 下 编', '## 第一章 人员'],
    ])
  })

  test('without its marks is one when it runs from 1', async () => {
    const text = lines('读书报告', P, '一　为什么读', P, '二　怎样读', P, '三　读什么', P)
    expect(await headings(text)).toEqual([
      '= 读书报告',
      '--',
      '# 一　为什么读',
      '# 二　怎样读',
      '# 三　读什么',
    ])
  })
})

describe('a heading without a number', () => {
  test('has its own paragraph and face, and may have a comma', async () => {
    const heading = (words: string): string =>
      `<p><span style="font-family:黑体">${words}</span></p><p>${P}</p>`
    const page = `<body><h1>工作报告</h1>${heading('一年来改善服务，建设取得进展')}${heading('一年来强化监管、守住底线')}${heading('外事工作')}</body>`
    expect(await headings(page, 'a.html')).toEqual([
      ...['= 工作报告', '# 一年来改善服务，建设取得进展', '# 一年来强化监管、守住底线', '# 外事工作'],
    ])
  })

  test('of plain text may have a comma where its peers have none', async () => {
    const long = `${P}${P}`
    const text = lines(
      '习作：阅览室的意义',
      long,
      '方便居民',
      long,
      '传播知识，丰富生活',
      long,
      '凝聚人心',
      long,
    )
    expect(await headings(text)).toEqual([
      ...['= 习作：阅览室的意义', '--', '# 方便居民', '# 传播知识，丰富生活', '# 凝聚人心'],
    ])
  })

  test('stands above the list that begins anew below it', async () => {
    const list = ['1. 按时开放，遵守时间；', '2. 保持安静，爱护图书。']
    const text = lines('阅览室规程及细则', '组织规程', ...list, '开放方案', P, ...list, '评分细则', ...list)
    expect(await headings(text)).toEqual(['= 阅览室规程及细则', '# 组织规程', '# 开放方案', '# 评分细则'])
    const han = (part: string): readonly string[] => [part, '一、怎样读', P, '二、怎样写', P]
    expect(await headings(lines('学习提纲', ...han('上篇'), ...han('下篇')))).toEqual([
      ...[
        '= 学习提纲',
        '# 上篇',
        '## 一、怎样读',
        '## 二、怎样写',
        '# 下篇',
        '## 一、怎样读',
        '## 二、怎样写',
      ],
    ])
  })

  test('is what an interviewer asks, or one of many questions', async () => {
    const asked = ['为什么办阅览室？', '怎样办好？', '有哪些要求？']
    const interview = lines('答记者问', ...asked.flatMap((question) => [`记者：${question}`, `负责人：${P}`]))
    expect((await headings(interview)).slice(1)).toEqual(asked.map((question) => `# 记者：${question}`))
    const answers = lines('常见问题', ...asked.flatMap((question) => [question, P]))
    expect((await headings(answers)).slice(1)).toEqual(asked.map((question) => `# ${question}`))
    const speech = lines('讲话', ...Array(20).fill(P), '同志们，这说明什么？', P)
    expect(await headings(speech)).not.toContain('# 同志们，这说明什么？')
  })

  test('may have its number, and the label of that, on lines of their own', async () => {
    const page = `<body><h1>几点思考</h1><p>${P}</p>${['一', '二'].map((number) => `<section><b>${number}</b></section><section><b>把握需求，找准定位${number}</b></section><p>${P}</p>`).join('')}</body>`
    expect((await headings(page, 'a.html')).slice(2)).toEqual([
      '# 一⏎把握需求，找准定位一',
      '# 二⏎把握需求，找准定位二',
    ])
    const boxes = lines(
      '建设规划',
      '一、任务',
      P,
      '专栏',
      '1',
      '网点工程',
      P,
      '专栏',
      '2',
      '安全工程',
      P,
      '二、保障',
      P,
    )
    expect(await headings(boxes)).toEqual([
      ...['= 建设规划', '# 一、任务', '## 专栏⏎1⏎网点工程', '## 专栏⏎2⏎安全工程', '# 二、保障'],
    ])
  })

  test('is none of these', async () => {
    const text = lines(
      ...['Last Revised January 2024', '', 'LIBRARY RULES', '', 'Table of Contents', ''],
      ...[`CHAPTER I General ${'.'.repeat(60)}Page 3`, `CHAPTER II Books ${'.'.repeat(60)}Page 4`, ''],
      ...['CHAPTER I General', '', 'The room is open on weekdays, and on no other day of the week.', ''],
      ...['CHAPTER II Books', '', 'Whoever borrows a book brings it back in time, and unharmed.'],
    )
    expect(await headings(text)).toEqual([
      '= LIBRARY RULES',
      '--',
      '# CHAPTER I General',
      '# CHAPTER II Books',
    ])
    const notes =
      '# 关于做法\n\n## 一项\n\n应当纠正⑴。\n\n## 二项\n\n应当降低。\n\n---\n\n## 注　　释\n\n〔1〕见第三条。\n'
    expect(await sketch(notes, 'a.md')).toEqual([
      ...['= 关于做法', '# 一项', 'prose 应当纠正⑴。', '# 二项', 'prose 应当降低。'],
      ...['--', 'footnote 注　　释', 'footnote 〔1〕见第三条。'],
    ])
  })

  test('inside one long line is told by its number behind a full stop', async () => {
    const body = P.repeat(6)
    const line = `一、《办法》的背景是什么？${body}二、“办法”有哪些内容？${body}三、统一、效率优先怎样做到？${body}`
    expect((await headings(line)).map((heading) => heading.slice(0, 4))).toEqual([
      '# 一、',
      '# 二、',
      '# 三、',
    ])
  })
})

describe('a title', () => {
  const title = async (text: string, name?: string): Promise<string | undefined> =>
    (await sketch(text, name)).find((line) => line.startsWith('='))

  test('is not the label before it, nor the remark below it', async () => {
    const law = lines(
      '法規名稱：閱覽室規則',
      '修正日期：民國 112 年 1 月 1 日',
      '第一條',
      '為便利讀者，制定本規則。',
      '第二條',
      '應公開時間。',
    )
    expect(await title(law)).toBe('= 閱覽室規則')
    expect(await title(lines('知识点', '注：加粗的为重点。', '一、为什么', P, '二、怎样', P))).toBe(
      '= 知识点',
    )
  })

  test('is none of a piece of a sentence, a number, a date, a status', async () => {
    expect(await title(lines('是一次重要的大会', '一、工作', P, '二、任务', P))).toBeUndefined()
    expect(await title(lines('1', '', '2024-05-06 08:00', '', '一、工作', P, '二、任务', P))).toBeUndefined()
    expect(
      await title(
        lines('Adopted: March 27, 2021', '', 'LIBRARY POLICY', '', '1. Use', '', E, '', '2. Fees', '', E),
      ),
    ).toBe('= LIBRARY POLICY')
  })

  test('that a page says twice begins no second document', async () => {
    const text = lines('阅览室评比办法', '各班主任：', P, '阅览室评比办法', '一、名额', P, '二、条件', P)
    expect((await headings(text)).filter((line) => line.startsWith('#'))).toEqual([
      '# 一、名额',
      '# 二、条件',
    ])
  })

  test('stands in a page above who wrote it, when, and where it was', async () => {
    const centred = (words: string): string => `<p style="text-align:center">${words}</p>`
    const page = `<body><h2>阅览室的新思路</h2>${centred('甲乙')}${centred('2017年08月22日09:55 来源：某网-理论频道')}<p>${P}</p><p><b>一、坚持公益，办好服务</b></p><p>${P}</p><p><b>二、强化责任</b></p><p>${P}</p></body>`
    const found = await sketch(page, 'a.html')
    expect(found.slice(0, 4)).toEqual([
      ...['= 阅览室的新思路', '--', 'byline 甲乙', 'source 2017年08月22日09:55 来源：某网-理…'],
    ])
    expect(found.filter((line) => line.startsWith('#'))).toEqual([
      '# 一、坚持公益，办好服务',
      '# 二、强化责任',
    ])
  })

  test('of a paragraph of its own is not joined to the text', async () => {
    const page = `<body><p style="text-align:center">某部、某局关于认真学习《条例》第五版的通知</p><p>${P}</p><p>${P}</p><p>${P}</p></body>`
    expect(await title(page, 'a.html')).toBe('= 某部、某局关于认真学习《条例》第五版的通知')
  })

  test('that is missing leaves the name of the file; over two lines it is one line', async () => {
    const document = outline(
      await read(lines('同志们：', '现在，我作报告。', '一、工作', P), '/某处/工作报告.2024.txt'),
    )
    expect(document.title).toBeNull()
    expect(document.name).toBe('工作报告.2024')
    expect(onOneLine('关于印发《某某\n办法》的通知')).toBe('关于印发《某某办法》的通知')
    expect(onOneLine('Rules of\nthe library')).toBe('Rules of the library')
  })
})

describe('what stands before the chapters', () => {
  test('is beside them: a notice, a change log, a summary in larger type', async () => {
    const notice = `<h2>Notice</h2><p>${E}</p><h2>Change Log</h2><p>${E}</p>`
    const chapters = ['Membership', 'Meetings']
      .map((name, at) => `<p>Chapter ${at + 1} ${name}</p><p>${E}</p>`)
      .join('')
    expect(await headings(`<h1>Bylaws of Readers</h1>${notice}${chapters}`, 'a.html')).toEqual(
      expect.arrayContaining(['# Notice', '# Change Log', '# Chapter 1 Membership', '# Chapter 2 Meetings']),
    )
    const parts = ['Readers', 'Books'].map((name) => `<h3>${name}</h3><p>${E}</p>`).join('')
    expect(
      await headings(`<h1>Code of Readers</h1><h2>Executive Summary</h2><p>${E}</p>${parts}`, 'a.html'),
    ).toEqual(['= Code of Readers', '# Executive Summary', '# Readers', '# Books'])
  })

  test('is a table of contents, also where a space is all that parts a page from its entry', async () => {
    const text = lines(
      ...[
        'Bylaws of Readers',
        'CONTENTS',
        '0 General 3',
        '1 Books 5',
        'CHAPTER 0 - GENERAL',
        E,
        'CHAPTER 1 - BOOKS',
        E,
      ],
    )
    expect(await headings(text)).toEqual([
      '= Bylaws of Readers',
      '--',
      '# CHAPTER 0 - GENERAL',
      '# CHAPTER 1 - BOOKS',
    ])
  })
})

test('a date heads the minutes of a day where others do', async () => {
  const text = lines(...['# Updates', '', '## 2024-10-02', '', E, '', '## 2024-10-09', '', E])
  expect(await headings(text, 'a.md')).toEqual(['= Updates', '# 2024-10-02', '# 2024-10-09'])
})

test('articles that the format names as headings are sections', async () => {
  const text = lines(
    ...[
      '# 出張旅費規程',
      '',
      '### 第1条　目的',
      '',
      'この規程は目的を定める。',
      '',
      '### 第2条　範囲',
      '',
      'この規程を適用する。',
    ],
  )
  expect(await headings(text, 'a.md')).toEqual(['= 出張旅費規程', '# 第1条　目的', '# 第2条　範囲'])
})

test('a law that is one list has no sections by topic', async () => {
  const articles = Array.from({ length: 24 }, (_, at) => [
    `* ${at + 1} 本署辦理全國閱讀業務之第${at}項，${P}`,
    `> 釋：${P}`,
  ])
  expect(await headings(lines(...articles.flat()), 'a.md')).toEqual(['--'])
})

test('a line without a letter heads nothing, in whatever type', async () => {
  expect(
    await headings(`<h1>Bylaws</h1><h2>Books</h2><p>${E}</p><h2>________</h2><p>${E}</p>`, 'a.html'),
  ).not.toContain('# ________')
})

test('a copy of the text behind it, as a page for printing leaves one, is no part of the text', async () => {
  const text = ['阅览室管理办法', '一、目的', P, '二、范围', `第二，${P}`]
  expect(await headings(lines(...text, ...text))).toEqual([
    '= 阅览室管理办法',
    '# 一、目的',
    '# 二、范围',
    '--',
  ])
})

test('notes of a section are told by their marks, which a converter glued to the words', async () => {
  const text = lines(
    ...[
      '# Reading',
      '',
      '## Books',
      '',
      'In his book _The Reader_,1 he writes of books. Others say no.2',
      '',
    ],
    ...['1.  A. Reader, _On books_, 2004, https://x.invalid/a?b=1.', '2.  Translated by B. Reader.', ''],
    ...[
      '## Rooms',
      '',
      'There are rooms of four kinds, up to Rooms III.3',
      '',
      '1.  3For the rooms see C. Reader, 2011.',
    ],
  )
  expect(await sketch(text, 'a.md')).toEqual([
    ...['= Reading', '# Books', 'prose In his book The Reader,[…', 'footnote [1] A. Reader, On books,…'],
    ...[
      'footnote [2] Translated by B. Rea…',
      '# Rooms',
      'prose There are rooms of four …',
      'footnote 1. 3For the rooms see C.…',
    ],
  ])
})

test('sections of a code are counted as it counts them, and its schedules stand beside them', async () => {
  const code = ['§ 7–1701. Purpose.', E, '§ 7–1703. Opening hours.', `(a) ${E}`, `(b) ${E}`]
  const act = ['Regulation 1. Citation', E, 'Regulation 2. Meaning', E, 'Schedule 1 Forms', E]
  expect(await headings(lines('City Code on Reading', ...code))).toEqual([
    ...['= City Code on Reading', '# § 7–1701. Purpose.', '# § 7–1703. Opening hours'.concat('.')],
  ])
  expect(await headings(lines('The Reading Regulations 2011', ...act.flatMap((line) => [line, ''])))).toEqual(
    [
      ...['= The Reading Regulations …', '# Regulation 1. Citation', '# Regulation 2. Meaning'],
      '# Schedule 1 Forms',
    ],
  )
})

test('a list within a counted paragraph is no section, nor is what counts up', async () => {
  const text = lines(
    ...['阅览室代表选举办法', `一、代表依下列分区选出，${P}`, `(一)北区：${P}`, `(二)南区：${P}`],
    ...[`二、代表任期两年，${P}`, `三、十四、十五、十六届代表，${P}`],
  )
  expect(await headings(text)).toEqual(['= 阅览室代表选举办法', '--'])
})

test('the type of the cover says nothing of the level of what is set so within', async () => {
  const par = (words: string): string => `<p>${words}</p>`
  const bold = (words: string): string => par(`<b>${words}</b>`)
  const page = [
    ...['<h1>By-laws</h1>', bold('Notice to readers'), par(E), bold('Change log'), par(E), par(E), par(E)],
    ...['<h3>Chapter 1 Rooms</h3>', par(E), bold('Large rooms'), par(E), '<h3>Chapter 2 Books</h3>', par(E)],
  ]
  expect(await headings(page.join(''), 'a.html')).toEqual([
    ...['= By-laws', '# Notice to readers', '# Change log', '# Chapter 1 Rooms', '## Large rooms'],
    '# Chapter 2 Books',
  ])
})

test('one line alone is a heading where all else are sentences', async () => {
  const text = ['Statement on reading', '', E, '', E, '', 'Rooms that work for people', '', E, '', E]
  expect(await headings(lines(...text))).toEqual([
    ...['= Statement on reading', '--', '# Rooms that work for peop…'],
  ])
})

test('half a line in capitals is none; what a speaker counts up are the parts of a speech', async () => {
  const speech = (...from: readonly string[]): readonly string[] =>
    from.flatMap((words, at) => [`${at + 1} ${words}`, ''])
  const text = lines(
    ...[
      'STATEMENT AT THE',
      '',
      'GENERAL DEBATE OF THE',
      '',
      'READING SOCIETY',
      '',
      'Mdm President, Excellencies',
      '',
    ],
    ...speech(
      ...[
        `I bring you greetings. ${E}`,
        'I have two points.',
        `First, we must open the rooms. ${E}`,
        `We cannot wait. ${E}`,
      ],
      ...[`Others wait. ${E}`, `Second, we must buy books. ${E}`, `They cost little. ${E}`, 'Thank you.'],
    ),
  )
  expect(await sketch(text)).toEqual([
    ...['= STATEMENT AT THE⏎⏎GENERA…', '--', 'salutation Mdm President, Excellenc…', '~~'],
    ...[
      'prose 1 I bring you greetings.…',
      'prose 2 I have two points.',
      '~~',
      'prose 3 First, we must open th…',
    ],
    ...[
      'prose 4 We cannot wait. Whoeve…',
      'prose 5 Others wait. Whoever b…',
      '~~',
      'prose 6 Second, we must buy bo…',
    ],
    ...['prose 7 They cost little. Whoe…', 'prose 8 Thank you.'],
  ])
  const { sections } = outline(await read(text))
  const counted = sections.flatMap(({ paragraphs }) => paragraphs).flatMap(({ number }) => number ?? [])
  expect(counted.length).toBeGreaterThanOrEqual(5)
})

test('a line that introduces a list is no title of an article; lines of one type one below the other are none', async () => {
  const rules = [
    'Rule 8. Hours',
    E,
    'Rule 9. Dogs are prohibited in the following:',
    '(1) any room;',
    '(2) any hall.',
  ]
  expect(await headings(lines('Library Rules', ...rules))).toEqual(['= Library Rules', '# Rule 8. Hours'])
  const cover = [
    'STATEMENT',
    'BY',
    'H.E. A READER',
    'PRESIDENT',
    'READING SOCIETY',
    'GREAT HALL',
    'Dear readers,',
  ]
  expect((await headings(lines(...cover, E, E, E))).filter((line) => line.startsWith('#'))).toEqual([])
})

test('short counted sentences are no sections; a list item ends what opens a document', async () => {
  const sentences = [
    '北区，除机关和医院以外，共有三十个阅览室向居民开放，而且全年都不关门。',
    '南区，除学校和厂矿以外，共有四十个阅览室向居民开放，而且全年都不关门。',
  ]
  const text = lines('三个月总结', ...['一', '二', '三'].map((n, i) => `（${n}）${sentences[i % 2]}${P}`))
  expect(await headings(`${text}`)).toEqual(['= 三个月总结', '--'])
  const md = '# 改定の手順\n\n## 範囲\n\n- 規程のファイル\n\n## 手順\n\n### 作業\n\n内容を反映します。\n'
  expect(await headings(md, 'a.md')).toEqual(['= 改定の手順', '# 範囲', '# 手順', '## 作業'])
})

test('a title on one line with its text heads it, a sentence does not; D.C. and No. end none', async () => {
  const text = lines(
    ...['Dog Rules', `Section 1. Purpose. ${E} ${E}`, `Section 2. Places. ${E} ${E}`],
    `(a) Except as § 8 of D.C. Law No. 5 says, dogs stay out of every room. ${E} ${E}`,
    `(b) The clerk lets in whatever dog a blind reader brings with him. ${E}`,
  )
  expect(await sketch(text)).toEqual([
    ...['= Dog Rules', '# Section 1. Purpose.', 'prose Whoever borrows a book s…'],
    ...['# Section 2. Places.', 'prose Whoever borrows a book s…', 'prose (a) Except as § 8 of D.C…'],
    'prose (b) The clerk lets in wh…',
  ])
})
