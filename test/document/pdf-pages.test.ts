import { expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { readDocument } from '../../src/document/index.ts'
import { makePdf, type PrintedLine } from './make-pdf.ts'

const line = (words: string, x: number, y: number, size = 12): PrintedLine => ({ words, x, y, size })
/** Lines of thirty characters, each below the other. */
const PROSE = '各村要种好红松，保证成活，落实责任，按期完成任务，并且管护到位。'.repeat(20)
const prose = (y: number, count: number, from = 0): PrintedLine[] =>
  Array.from({ length: count }, (_, at) =>
    line(PROSE.slice((from + at) * 30, (from + at) * 30 + 30), 90, y - at * 20),
  )

async function pdf(
  pages: readonly (readonly PrintedLine[])[],
  pictures: readonly { readonly page: number; readonly y: number }[] = [],
): Promise<{ lines: string[]; told: string[]; layout: ReadonlyMap<number, object> }> {
  const file = { name: 'a.pdf', bytes: makePdf(pages, pictures) }
  const { text, leftOut, layout } = await readDocument(file, installedPdfTables)
  const told = leftOut.map((one) => `${one.line} ${one.kind} ${one.words}`.trim())
  return { lines: text.split('\n'), told, layout }
}

test('what lies across the page or large over its lines is a watermark', async () => {
  const slanted = { ...line('内部资料', 200, 500, 60), turn: 45 }
  const page = (from: number): PrintedLine[] => [
    ...prose(700, 8, from),
    slanted,
    line('严禁外传', 150, 640, 40),
  ]
  const { lines, told } = await pdf([page(0), page(8)])
  expect(lines).toEqual([PROSE.slice(0, 480)])
  expect(new Set(told.map((one) => one.replace(/^\d+ /u, '')))).toEqual(
    new Set(['page-furniture 内部资料', 'page-furniture 严禁外传']),
  )
})

test('a head of several lines is none of the text, nor is a page that begins alike', async () => {
  const head = [
    line('某某协会', 400, 800, 9),
    line('食堂管理办法', 400, 788, 9),
    line('2023年修订', 400, 776, 9),
  ]
  const page = (at: number): PrintedLine[] => [
    ...head,
    line(`第${'一二三四'[at]}章 总则`, 250, 740, 14),
    ...prose(700, 5, at * 5),
    line(`${at + 1}`, 300, 40, 9),
  ]
  const { lines } = await pdf([0, 1, 2, 3].map(page))
  expect(lines.filter((words) => /协会|办法|修订|^\d$/u.test(words))).toEqual([])
  expect(lines.filter((words) => words.startsWith('第'))).toHaveLength(4)
})

test('type that is drawn twice to be bold is read once', async () => {
  const twice = [line('一、总体情况', 90, 620), line('一、总体情况', 90.3, 620)]
  expect((await pdf([[...prose(700, 3), ...twice]])).lines).toEqual([PROSE.slice(0, 90), '一、总体情况'])
})

test('radicals and ligatures are the letters that they stand for', async () => {
  const { lines } = await pdf([[line('⻘松镇⼯作⻅下⻚，ﬁnd', 90, 700)]])
  expect(lines).toEqual(['青松镇工作见下页，find'])
})

test('rows whose parts stand below each other are a table; articles and headings are none', async () => {
  const rows = [
    ...[line('街道', 90, 600), line('数量', 200, 600), line('责任单位', 300, 600)],
    ...[
      line('甲街道', 90, 580),
      line('十二', 200, 580),
      line('甲街道办事处食', 300, 580),
      line('堂办公室', 300, 560),
    ],
    ...[line('乙街道', 90, 540), line('八', 200, 540), line('乙街道办事处', 300, 540)],
  ]
  const articles = [
    line('第一条', 90, 480),
    line('为了规范食堂，制定本办法。', 150, 480),
    line('第二条', 90, 460),
    line('食堂应当公开菜价。', 150, 460),
  ]
  const { lines, told } = await pdf([[...prose(700, 4), ...rows, ...articles]])
  expect(lines.slice(1)).toEqual([
    ...['街道\t数量\t责任单位', '甲街道\t十二\t甲街道办事处食堂办公室', '乙街道\t八\t乙街道办事处'],
    ...['第一条 为了规范食堂，制定本办法。', '第二条 食堂应当公开菜价。'],
  ])
  expect(told).toEqual(['3 table 街道 数量 责任单位'])
})

test('notes stand apart, and their marks are told from figures', async () => {
  const body = [
    ...prose(700, 6),
    line('见第三条', 90, 580),
    line('1', 139, 584, 7),
    line('的规定。', 146, 580),
  ]
  const notes = [
    line('1 某某著作，第1页，北京出版社，某某年版，本书对', 90, 120, 9),
    line('此有详细说明。', 90, 108, 9),
  ]
  const { lines, layout } = await pdf([[...body, ...notes], prose(700, 3, 6)])
  const at = lines.findIndex((words) => words.startsWith('1 某某著作'))
  expect(lines[at]).toBe('1 某某著作，第1页，北京出版社，某某年版，本书对此有详细说明。')
  expect(layout.get(at)).toEqual({ footnote: true })
  expect(lines.join('')).toContain('见第三条[1]的规定。')
})

test('a word that is broken at the end of a line is one, a compound keeps its hyphen', async () => {
  const english = (words: string, y: number): PrintedLine => line(words, 90, y, 6)
  const { lines } = await pdf([
    [
      english('In these years the govern-', 700),
      english('ment keeps to its old long-', 692),
      english('term plan and a long-term', 684),
      english('plan of the government is', 676),
    ],
  ])
  expect(lines.join(' ')).toContain('the government keeps to its old long-term plan and')
})

test('where a picture is, is told', async () => {
  const { told } = await pdf([[...prose(700, 3), ...prose(400, 3, 3)]], [{ page: 0, y: 500 }])
  expect(told).toEqual(['0 picture'])
})

test('a page on its side is read as one that is upright', async () => {
  const side = Array.from({ length: 5 }, (_, at) => ({
    ...line(PROSE.slice(at * 30, at * 30 + 30), 100 + at * 20, 100),
    turn: 90,
  }))
  expect((await pdf([side])).lines).toEqual([PROSE.slice(0, 150)])
})

test('a title in a box of its own is read first, whenever it was drawn; letters set apart are one word', async () => {
  const { lines } = await pdf([[...prose(600, 4), line('阅览室章程', 250, 760, 20)]])
  expect(lines[0]).toBe('阅览室章程')
  const spaced = [...'CHAPTER'].map((letter, at) => line(letter, 90 + at * 20, 760))
  expect((await pdf([[...spaced, ...prose(600, 4)]])).lines[0]).toBe('CHAPTER')
})

test('a page of one column is read downwards, in whatever order it was drawn', async () => {
  const heads = [line('第一条 总则', 90, 700), line('第二条 范围', 90, 500)]
  const { lines } = await pdf([[...heads, ...prose(670, 4), ...prose(470, 4, 4)]])
  expect(lines).toEqual(['第一条 总则', PROSE.slice(0, 120), '第二条 范围', PROSE.slice(120, 240)])
})

test('two columns are read one after the other', async () => {
  const column = (x: number, from: number): PrintedLine[] =>
    Array.from({ length: 14 }, (_, at) =>
      line(PROSE.slice((from + at) * 12, (from + at) * 12 + 12), x, 700 - at * 20),
    )
  const { lines } = await pdf([[...column(90, 0), ...column(320, 14)]])
  expect(lines.join('')).toBe(PROSE.slice(0, 336))
})

test('a number is spaced as the word before it', async () => {
  const { lines } = await pdf([[line('C H A P T E R 1 0 :', 90, 760, 9), ...prose(700, 4)]])
  expect(lines[0]).toBe('CHAPTER 10:')
})
