import { expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { type InputFile, outline, readDocument, type SourceText, textOf } from '../../src/document/index.ts'
import { makePdf, type PrintedLine } from './make-pdf.ts'

const read = (file: InputFile): Promise<SourceText> => readDocument(file, installedPdfTables)

/** Sets paragraphs as a word processor does: 30 characters a line, the first indented by two. */
function printed(title: string, paragraphs: readonly string[]): Uint8Array {
  const lines: PrintedLine[] = [{ words: title, x: 298 - title.length * 11, y: 740, size: 22 }]
  const pages: PrintedLine[][] = [lines]
  let y = 700
  for (const paragraph of paragraphs) {
    let rest = paragraph
    for (let first = true; rest !== ''; first = false) {
      const room = first ? 28 : 30
      if (y < 120) {
        pages.push([])
        y = 740
      }
      pages.at(-1)?.push({ words: rest.slice(0, room), x: first ? 114 : 90, y, size: 12 })
      rest = rest.slice(room)
      y -= 20
    }
  }
  for (const [at, page] of pages.entries()) {
    page.unshift({ words: '内部资料注意保存', x: 90, y: 800, size: 9 })
    page.push({ words: `— ${at + 1} —`, x: 280, y: 60, size: 9 })
  }
  return makePdf(pages)
}

const PROSE = '加强保密工作关系国家安全和利益，必须坚持党的领导，健全制度，落实责任，统筹发展和安全。'.repeat(
  4,
)

test('joins the lines of a page to paragraphs and leaves heads, feet and page numbers out', async () => {
  const paragraphs = [
    '一、提高认识',
    PROSE,
    PROSE,
    '二、加强领导',
    PROSE,
    PROSE,
    PROSE,
    '三、抓好落实',
    PROSE,
    PROSE,
    PROSE,
  ]
  const document = outline(await read({ name: 'a.pdf', bytes: printed('保密工作要点', paragraphs) }))
  expect(document.text.split('\n')).toEqual(['保密工作要点', ...paragraphs])
  expect(document.title && textOf(document, document.title)).toBe('保密工作要点')
  expect(document.sections.map(({ number }) => number)).toEqual(['一、', '二、', '三、'])
})

test('says what to do with a PDF that has no text or is cut off', async () => {
  await expect(read({ name: 'a.pdf', bytes: makePdf([[]]) })).rejects.toThrow(/no text in this PDF/u)
  const whole = printed('保密工作要点', [PROSE])
  await expect(read({ name: 'a.pdf', bytes: whole.subarray(0, 300) })).rejects.toThrow(/damaged|no words/u)
})

test('a title over two lines is one, a signature and its date are two', async () => {
  const line = (words: string, x: number, y: number, size = 12): PrintedLine => ({ words, x, y, size })
  const body = [0, 1, 2, 3, 4, 5].map((at) => line(PROSE.slice(at * 30, at * 30 + 30), 90, 680 - at * 20))
  const bytes = makePdf([
    [
      ...[line('某某市人民政府', 221, 760, 22), line('关于加强工作的意见', 199, 728, 22), ...body],
      ...[line('某某市人民政府', 360, 540), line('2024年3月15日', 362, 520)],
    ],
  ])
  const document = outline(await read({ name: 'a.pdf', bytes }))
  expect(document.title && textOf(document, document.title)).toBe('某某市人民政府关于加强工作的意见')
  expect(document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind)).slice(-2)).toEqual(
    [...['signature', 'date']],
  )
})
