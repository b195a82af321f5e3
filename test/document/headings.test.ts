import { describe, expect, test } from 'vitest'
import { makeDocx } from './make-docx.ts'
import { sketch } from './sketch.ts'

/** A paragraph as documents have them. */
const P = '各单位要结合实际抓好落实，定期检查，及时整改，让居民得到实惠，并且公开结果。'

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
