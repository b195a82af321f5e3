import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { onOneLine, outline, readDocument, type Span, textOf } from '../../src/document/index.ts'
import { samplesFolder } from '../samples.ts'

const folder = join(samplesFolder, '../faults/documents')

/** Documents that were once read wrongly: what is to be in the text, what is not, and what is to be told. */
const FAULTS: readonly (readonly [name: string, has: RegExp, hasNot: RegExp | null, told?: RegExp])[] = [
  ['16-br-glues-words.md', /C-16-21 MEMORANDUM[\s\S]*Alex Roe\nChief[\s\S]*source\[2\]/u, /&#8617;|source2/u],
  ['19-wechat-article.html', /甲乙\n甲乙研究\n2024-05-06/u, /阅读原文|扫一扫|不应出现/u, /picture/u],
  ['21-html-picture-lost-silently.html', /请遵照执行/u, null, /picture 流程图/u],
  ['22-saved-page.mht', /^关于加强社区食堂管理的通知\n一、总体要求/u, /MIME|=E5/u],
  ['24-flat-odt.fodt', /^关于社区食堂的通知\n各单位应当重视/u, /office:/u],
  ['25-mail.eml', /通知\n[\s\S]*各单位应当重视食品安全。/u, /Content-/u],
  ['26-comments.docx', /重视食品安全/u, /法务/u, /comment 此句需要法务部门确认。/u],
  ['27-deleted-paragraph-mark.docx', /各单位应当公开检查结果，接受居民监督。/u, null],
  ['30-part-of-book-in-pdf.pdf', /^第一编 总 则$/mu, null],
  [
    '31-running-header.pdf',
    /0\.0\. Purpose\n[\s\S]*” POLICY|” POLICY ON CANTEENS/u,
    /District Canteen Society$/mu,
  ],
  ['32-table-in-pdf.pdf', /甲街道\t十二个\t2024年6月\t甲街道办事处食堂建设办公室\n/u, null, /table/u],
  ['40-picture-in-pdf-lost-silently.pdf', /管理的意见\n一、办理流程\n/u, null, /picture/u],
  ['w-ruby2.docx', /地名泊（pò）头村/u, null],
  ['w-sym.docx', /请在方框☑内[\s\S]*希腊字α表示/u, null],
  ['w-emoji.docx', /今年干得好🌲，/u, null],
  ['w-altchunk.docx', /讲清任务。\n[\s\S]*补植补造要及时。\n正文末句/u, null],
  ['w-altchunk-only.docx', /补植补造要及时/u, null],
  ['w-cell-numbers.docx', /1\t整地备耕\n2\t（一）选好苗木 （二）备足水源/u, null],
  ['w-cell-footnote.docx', /300\[1\]\n\[1\] 脚注：株数含补植。/u, null],
  ['w-cell-hidden.docx', /松岭村\t公开的话/u, /勿外传/u, /hidden/u],
  ['w-cell-fraction.docx', /\(a\+b\)\/c=x²/u, /a\+bc/u, /formula/u],
  ['w-del-mark.docx', /红松，并且管护到位/u, null],
  ['w-document2.docx', /今年继续造林/u, null],
  ['p-watermark.pdf', /护林员每天巡查/u, /内部?\n|资料/u, /page-furniture 内部资料/u],
  ['p-fauxbold2.pdf', /^青松镇造林工作讲话\n一、总体情况\n全镇/u, /一、总体情况[\s\S]*一、总体情况|⼯/u],
  [
    'p-table.pdf',
    /村名\t任务\t期限\n松岭村\t整地备耕[^\n]*\t三月底\n青山村\t栽植\t四月底\n以上任务/u,
    null,
    /table/u,
  ],
]

/** And what their outline is: the title, null where they have none, and the top sections. */
const OUTLINES: readonly (readonly [name: string, title: string | null, sections: readonly string[]])[] = [
  [
    '02-answer-on-heading-line.txt',
    null,
    ['1.社区食堂的作用是什么？', '2.新时期办好', '3.如何以便民', '4.办好社区食堂要依靠谁？'],
  ],
  [
    '04-questions-inside-one-line.txt',
    null,
    ['一、《办法》', '二、《办法》', '三、《办法》', '四、《办法》'],
  ],
  ['05-date-source-line.html', '社区食堂建设的新思路', ['一、坚持', '二、强化']],
  [
    '07-unnumbered-headings-black-face.html',
    '工作报告（摘登）',
    ['一年来着力改善', '一年来强化', '今年发展主要预期目标', '外事工作'],
  ],
  [
    '08-centred-title-joined-to-body.html',
    '某某宣传部、某某组织部关于认真组织学习《便民服务条例》第五版的通知',
    [],
  ],
  ['09-notes-heading.md', '关于纠正食堂管理中错误做法', ['关于浪费粮食', '关于价格过高']],
  ['11-no-title-fragment-becomes-title.txt', null, ['一、过去五年的工作', '二、今后的任务']],
  ['12-number-alone-becomes-title.txt', null, ['1. USE OF', '2. DUTIES OF']],
  ['13-collector-header.txt', '某市人民政府办公厅关于印发《社区食堂管理办法》的通知', ['社区食堂管理办法']],
  ['14-box-number-furniture.txt', '社区食堂建设规划', ['一、总体要求', '二、主要任务']],
  ['16-br-glues-words.md', 'Canteen Policy', ['C-16-21 MEMORANDUM FOR THE HEADS OF DISTRICTS']],
  ['17-markdown-in-txt-tab-after-hashes.txt', 'Canteen Policy', ['A. Introduction', 'B. Menus - Active']],
  [
    '19-wechat-article.html',
    '关于推进社区食堂建设的几点思考',
    ['一把握需求，找准定位', '二加强监管，确保安全'],
  ],
  ['22-saved-page.mht', '关于加强社区食堂管理的通知', ['一、总体要求']],
  ['24-flat-odt.fodt', '关于社区食堂的通知', []],
  ['29-centred-chapters-bold-questions.docx', '食堂知识点', ['第一章 食堂的作用', '第二章 食堂的管理']],
  ['30-part-of-book-in-pdf.pdf', '某某法', ['第一编 总 则', '第二编 管 理', '附 则']],
  [
    '31-running-header.pdf',
    'POLICY NUMBER “2019-03-23” POLICY ON CANTEENS',
    ['CHAPTER 0', 'CHAPTER 1', 'CHAPTER 2', 'CHAPTER 3', 'CHAPTER 4'],
  ],
  ['34-exam-options-as-sections.txt', '社区食堂知识测试', ['一、单选题', '二、多选题']],
  [
    '35-contents-with-dots-as-headings.txt',
    'BY-LAWS OF THE DISTRICT',
    ['CHAPTER I ', 'CHAPTER II ', 'CHAPTER III '],
  ],
  ['37-law-as-star-list-first-article-as-title.md', null, []],
  ['38-section-number-after-previous-text.md', 'Keeping of Canteens By-law, 1998', ['1.', '2.', '3.']],
]

describe.skipIf(!existsSync(folder))('what was once outlined wrongly', () => {
  test.each(OUTLINES.map(([name, title, sections]) => ({ name, title, sections })))(
    '$name',
    async ({ name, title, sections }) => {
      const file = { name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
      const document = outline(await readDocument(file, installedPdfTables))
      const say = (span: Span): string => onOneLine(textOf(document, span))
      expect(document.title && say(document.title)).toEqual(title)
      const top = document.sections.flatMap(({ heading }) => (heading ? [say(heading)] : []))
      expect(top.map((heading, at) => heading.slice(0, sections[at]?.length))).toEqual(sections)
    },
  )
})

describe.skipIf(!existsSync(folder))('what was once read wrongly', () => {
  test.each(FAULTS.map(([name, has, hasNot, told]) => ({ name, has, hasNot, told })))(
    '$name',
    async ({ name, has, hasNot, told }) => {
      const file = { name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
      const { text, leftOut } = await readDocument(file, installedPdfTables)
      expect(text).toMatch(has)
      if (hasNot) expect(text).not.toMatch(hasNot)
      if (told) expect(leftOut.map(({ kind, words }) => `${kind} ${words}`).join('\n')).toMatch(told)
    },
  )
})
