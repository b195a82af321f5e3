import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanced } from '../../src/deck/compose/balance.ts'
import { composeDeck } from '../../src/deck/compose/compose.ts'
import { type DraftDeck, type DraftSlide, shownWords } from '../../src/deck/draft.ts'
import { escapeMarkdown } from '../../src/deck/escape.ts'
import { deckMarkdown, fileText } from '../../src/deck/markdown.ts'
import {
  type Document,
  outline,
  type Paragraph,
  readDocument,
  type Section,
} from '../../src/document/index.ts'
import { type Detail, type KeyPoints, keyPoints, type ParagraphPoints } from '../../src/keypoints/index.ts'
import { cutSlides } from '../../src/markdown/cut.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { visibleText } from '../../src/markdown/visible-text.ts'
import { samples } from '../samples.ts'

const bare = (text: string): string => text.replace(/\s+/gu, '')

interface Derived {
  readonly document: Document
  readonly draft: DraftDeck
}

async function derive(
  bytes: string | Uint8Array,
  { name = 'a.txt', detail = 'standard' as Detail, points = 6 } = {},
): Promise<Derived> {
  const source = await readDocument({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })
  const document = outline(source)
  return { document, draft: composeDeck(document, keyPoints(document, { detail, points }), { points }) }
}

/** Points as a test wants them: every clause of a paragraph, the first of them its heading where it ends in 。 */
function everyClause(document: Document): KeyPoints {
  const { text, sections } = document
  const read = keyPoints(document)
  const visit = ({ paragraphs, sections }: Section): [Paragraph, ParagraphPoints][] => [
    ...paragraphs
      .filter(({ kind }) => kind === 'prose' || kind === 'article')
      .map((paragraph): [Paragraph, ParagraphPoints] => {
        const { start, end } = paragraph.span
        const spans = [...text.slice(start, end).matchAll(/([^，。；：！\s]+)([，。；：！]?)/gu)].map(
          ({ index, 1: words = '', 2: mark }) => ({
            start: start + index,
            end: start + index + words.length,
            mark,
          }),
        )
        const [first] = spans
        const heading =
          first && spans.length > 1 && (first.mark === '。' || paragraph.kind === 'article') ? first : null
        const tree = read.get(paragraph)?.tree
        const node = tree?.children[0]
        if (!tree || !node) throw new Error('a paragraph of the test says nothing')
        const points = (heading ? spans.slice(1) : spans).map((span) => ({
          span,
          spans: [span],
          parent: null,
          node,
        }))
        return [paragraph, { heading, points, tree }]
      }),
    ...sections.flatMap(visit),
  ]
  return new Map(sections.flatMap(visit))
}

/** One line a slide: its layout and its words. */
async function sketch(text: string): Promise<string[]> {
  const document = outline(await readDocument({ name: 'a.txt', bytes: Buffer.from(text) }))
  return composeDeck(document, everyClause(document)).files.flatMap(({ slides }) =>
    slides.map((slide) => [`[${slide.classes.join(' ')}]`, ...shownWords(slide)].join(' ')),
  )
}

const long = '这是一个很长的句子它只是为了让这一节有足够多的文字'.repeat(12)

/** Nothing lost: the notes, those that several slides share once, give the document back. */
function expectWhole({ document, draft }: Derived): void {
  // Two passages of the same words are two: what slides share is one and the same list.
  const told = new Set(draft.files.flatMap(({ slides }) => slides.map(({ notes }) => notes)))
  expect(bare([...told].flat().join(''))).toBe(bare(document.text))
}

/** Nothing invented: every point stands in the notes of its own slide, every heading in the document or in its name. */
function expectQuoted({ document, draft }: Derived): void {
  const whole = bare(document.text + draft.title)
  for (const slide of draft.files.flatMap(({ slides }) => slides)) {
    const notes = bare(slide.notes.join(''))
    if (slide.classes.includes('agenda')) continue
    for (const part of slide.parts)
      for (const words of shownWords({ parts: [part] })) {
        const own = part.kind !== 'heading' && part.kind !== 'paragraph'
        for (const quoted of bare(words).split(/…+/u)) expect(own ? notes : whole, words).toContain(quoted)
      }
  }
}

/** What the Markdown says is what was derived: the same words on the slides and in the notes. */
function expectRead({ draft }: Derived): void {
  const md = createParser()
  const said = (slide: DraftSlide): string => bare(shownWords(slide).join(''))
  const files = deckMarkdown(draft)
  files.forEach((file, i) => {
    const { stacks } = cutSlides(fileText({ ...file, frontMatter: '' }), 1)
    expect(stacks).toHaveLength(1)
    const read = stacks[0] ?? []
    const slides = draft.files[i]?.slides ?? []
    expect(
      read.map(({ body }) =>
        bare(
          visibleText(md, body.text, 'body')
            .blocks.map(({ text }) => text)
            .join(''),
        ),
      ),
    ).toEqual(slides.map(said))
    expect(
      read.map(({ notes }) =>
        bare(
          visibleText(md, notes?.text ?? '', 'notes')
            .blocks.map(({ text }) => text)
            .join(''),
        ),
      ),
    ).toEqual(slides.map(({ told = '', notes }) => bare(told + notes.join(''))))
  })
}

const clause = fc.oneof(
  fc.stringMatching(/^[一-龥“”《》（）\w*_#<>&$|[\]-]{1,24}$/),
  fc.constantFrom(
    '2020年，总产值达到3.68万亿元',
    '增长25.5%',
    '一是加强领导',
    '二是落实责任',
    '必须做好！',
    '既要学',
    '# ',
    '1. ',
  ),
)
const paragraph = fc
  .tuple(
    fc.constantFrom('', '第一条　', '（一）总要求。', '1.', '——'),
    fc.array(clause, { minLength: 1, maxLength: 8 }),
  )
  .map(([head, clauses]) => `${head}${clauses.join('，')}。`)
const documents = fc
  .array(fc.array(paragraph, { minLength: 0, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((sections) =>
    [
      '关于某项工作的意见',
      '国发〔2011〕35号',
      ...sections.flatMap((section, i) => [`${'一二三四五'[i]}、加强工作`, ...section]),
      '某某办公室',
      '2011年3月1日',
    ].join('\n'),
  )

describe('a derived deck', () => {
  it('keeps a paragraph that the document says twice', async () => {
    const twice = '（一）总要求。必须做好工作。'
    expectWhole(
      await derive(`关于某项工作的意见\n一、加强工作\n${twice}\n${twice}\n二、加强领导\n${twice}`, {}),
    )
  })

  it('loses nothing, invents nothing, and its Markdown says what was derived, whatever the document and its density', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.constantFrom<Detail>('brief', 'standard', 'full'),
        fc.integer({ min: 1, max: 8 }),
        async (text, detail, points) => {
          const derived = await derive(text, { detail, points })
          expectWhole(derived)
          expectQuoted(derived)
          expectRead(derived)
          for (const { parts, classes } of derived.draft.files.flatMap(({ slides }) => slides))
            for (const part of parts)
              if (part.kind === 'points' && !classes.includes('agenda'))
                expect(part.points.length).toBeLessThanOrEqual(Math.max(points, 2))
        },
      ),
      { numRuns: 150 },
    )
  })

  const short = samples.filter((path) => basename(path) !== 'civil-code.docx')
  it.each(['slides/heilongjiang-secrecy/source.txt', ...short])('holds for %s', async (file) => {
    for (const detail of ['standard', 'full'] as const) {
      const derived = await derive(readFileSync(file), { name: basename(file), detail })
      expectWhole(derived)
      expectQuoted(derived)
      expectRead(derived)
    }
  })
})

describe('the slides of a document', () => {
  it('begin with title and agenda, and each section with its title: above the heading of its slide, if it has one', async () => {
    expect(
      await sketch(
        `关于加强工作的意见\n国发〔2011〕35号\n一、总体要求\n指导思想。坚持统筹，${long}。\n基本原则。坚持协调，${long}。\n二、主要任务\n重点任务。加强领导，${long}。\n某某办公室\n2011年3月1日`,
      ),
    ).toEqual([
      '[title] 关于加强工作的意见 国发〔2011〕35号 某某办公室 2011年3月1日',
      '[agenda nonincremental] 目录 一、总体要求 二、主要任务',
      '[divider] 一、总体要求',
      `[] 指导思想 坚持统筹 ${long}`,
      `[] 基本原则 坚持协调 ${long}`,
      `[opening] 二、主要任务 重点任务 加强领导 ${long}`,
    ])
  })

  it('have no slide for a title alone where little stands below it', async () => {
    const slides = await sketch(
      '关于加强工作的意见\n一、总体要求\n（一）指导思想\n坚持统筹，加强领导，落实责任，抓好督查。\n二、主要任务\n重点任务，加强领导，落实责任。',
    )
    expect(slides.slice(2)).toEqual([
      '[cards] （一）指导思想 坚持统筹 加强领导 落实责任 抓好督查',
      '[cards] 二、主要任务 重点任务 加强领导 落实责任',
    ])
  })

  it('go on for a paragraph with many points, as evenly as they can, under the same heading', async () => {
    const slides = await sketch(
      '关于加强工作的意见\n总的要求。一一一，二二二，三三三，四四四，五五五，六六六，七七七。',
    )
    expect(slides.slice(1)).toEqual([
      '[] 总的要求 一一一 二二二 三三三 四四四',
      '[continued] 总的要求 五五五 六六六 七七七',
    ])
  })

  it('are shared by short paragraphs, and by short articles under their numbers', async () => {
    expect(
      (await sketch('关于加强工作的意见\n要做好以下工作：\n加强领导。\n落实责任。\n抓好督查。')).slice(1),
    ).toEqual(['[cards] 要做好以下工作 加强领导 落实责任 抓好督查'])
    expect(
      (
        await sketch(
          '某某条例\n第一章　总则\n第一条　为了工作，制定本条例。\n第二条　本条例适用于工作。\n第二章　附则\n第三条　本条例自公布之日起施行。',
        )
      ).slice(2),
    ).toEqual([
      '[article opening] 第一章　总则 第一条 为了工作，制定本条例。 第二条 本条例适用于工作。',
      '[article opening] 第二章　附则 第三条 本条例自公布之日起施行。',
    ])
  })

  it('have no item of a list for their heading, and stand below no heading that they are counted beside', async () => {
    const items = [
      '名称不规范的。',
      '经费来源不明的。',
      '没有年检的。',
      '没有办公场所的。',
      '负责人超过任期的。',
      '账目不清的。',
    ]
    const slides = await sketch(
      [
        '关于清理整顿社会团体的意见',
        '一、主要内容',
        '（一）对存在下列问题的予以整改',
        ...items.map((item, i) => `${i + 1}．${item}`),
        '（二）对存在下列问题的予以撤销',
        '1．危害公共利益的。',
        '2．整改没有达到要求的。',
        '（三）对未经核准登记，擅自以社会团体名义进行活动的，劝其停止活动；不听劝阻的，责令解散。',
      ].join('\n'),
    )
    const of = (words: string): string => slides.find((slide) => slide.includes(words)) ?? ''
    for (const item of items) expect(of(item.slice(0, -1))).toContain('对存在下列问题的予以整改')
    expect(of('整改没有达到要求的')).toContain('予以撤销')
    expect(of('责令解散')).not.toContain('予以撤销')
    expect(of('责令解散')).toContain('一、主要内容')
  })

  it('keep what introduces a list above its items, on each slide, and nothing else beside them', async () => {
    const rules = [
      '一、责任',
      '下列人员不承担责任：',
      '（一）提出反对意见的人员。',
      '（二）没有参加会议的人员。',
    ]
    const more = [
      '（三）事先请假的人员。',
      '（四）奉命执行的人员。',
      '（五）未到任的人员。',
      '其他人员应当承担责任。',
    ]
    expect((await sketch(['关于责任的意见', ...rules, ...more].join('\n'))).slice(-3)).toEqual([
      '[] 一、责任 下列人员不承担责任 （一）提出反对意见的人员 （二）没有参加会议的人员',
      '[cards] 下列人员不承担责任 （三）事先请假的人员 （四）奉命执行的人员 （五）未到任的人员',
      '[closing] 关于责任的意见 其他人员应当承担责任',
    ])
    const marked =
      '# 基金规则\n\n## 职务\n\n不得同时担任下列职务：\n\n- 会计\n- 审计\n\n## 时间\n\n每月一次。'
    const { draft } = await derive(marked, { name: 'a.md' })
    const points = draft.files
      .flatMap(({ slides }) => slides)
      .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'points' ? part.points : [])))
    expect(points.find(({ text }) => text === '不得同时担任下列职务')?.below.map(({ text }) => text)).toEqual(
      ['会计', '审计'],
    )
  })

  it('hold a quotation whole, and figures and dates in bold', async () => {
    expect((await sketch('关于加强工作的意见\n国家利益高于一切，责任重于泰山！')).slice(1)).toEqual([
      '[quotation] 国家利益高于一切，责任重于泰山！',
    ])
    const markdown = async (line: string) => {
      const document = outline(
        await readDocument({ name: 'a.txt', bytes: Buffer.from(`关于加强工作的意见\n${line}`) }),
      )
      return deckMarkdown(composeDeck(document, everyClause(document)))[0]?.slides.at(-1)
    }
    expect(await markdown('发展情况。总产值达到4.93万亿元，增长5.6%，提高25%，完成较好。')).toContain(
      '<!-- .slide: class="figures" -->\n\n### 发展情况\n\n- 总产值达到**4.93万亿元**\n- 增长**5.6%**\n- 提高**25%**\n- 完成较好\n',
    )
    expect(await markdown('发展历程。1949年成立，2008年扩建，到2020年全面建成。')).toContain(
      '- **1949年**成立\n- **2008年**扩建\n- **到2020年**全面建成\n',
    )
  })

  it('quote a short article whole, sentence by sentence: a clause of it may say something else', async () => {
    const body = (words: string): string => `某某条例\n第一条　${words}\n第二条　本条例自公布之日起施行。`
    expect(
      (await sketch(body('公民有权申请；申请应当书面提出，但是紧急的除外。\n受理机关应当登记。'))).at(-1),
    ).toBe(
      '[article] 第一条 公民有权申请；申请应当书面提出，但是紧急的除外。 受理机关应当登记。 第二条 本条例自公布之日起施行。',
    )
    const law = `某某条例\n第一条　属于国家秘密的设备、产品的研制、生产、运输、使用、保存、维修和销毁，应当符合国家保密规定。`
    expect((await derive(law)).draft.files.flatMap(({ slides }) => slides.flatMap(shownWords))).toEqual([
      '某某条例',
      '第一条',
      '属于国家秘密的设备、产品的研制、生产、运输、使用、保存、维修和销毁，应当符合国家保密规定。',
    ])
    expect((await sketch(body(`公民有权申请，${long}。`))).slice(1, 3)).toEqual([
      '[article] 第一条 公民有权申请，',
      `[article continued] 第一条 ${long}。`,
    ])
  })

  it('show the items of a law whole, below what they are introduced with, on each further slide again', async () => {
    const law =
      '某某条例\n第一条　单位应当加强保密管理，建立自监管设施，及时发现和处置安全保密风险隐患。任何组织和个人不得有下列行为：\n（一）未采取有效保密措施，将涉密信息系统接入互联网；\n（二）擅自卸载安全程序；\n（三）其他违反规定的行为。\n第二条　有下列情形之一的，给予处分：\n（一）非法复制国家秘密的；\n（二）在私人交往中涉及国家秘密的。'
    const { draft } = await derive(law, { points: 3 })
    const slides = draft.files.flatMap(({ slides }) => slides.map((slide) => shownWords(slide).join(' ')))
    expect(slides.slice(1)).toEqual([
      '第一条 单位应当加强保密管理，建立自监管设施，及时发现和处置安全保密风险隐患。 任何组织和个人不得有下列行为： （一）未采取有效保密措施，将涉密信息系统接入互联网； （二）擅自卸载安全程序； （三）其他违反规定的行为。',
      '第二条 有下列情形之一的，给予处分 （一）非法复制国家秘密的； （二）在私人交往中涉及国家秘密的。',
    ])
  })

  it('show the items of several rules of an article below none of these alone', async () => {
    const fine =
      '由县级以上地方人民政府卫生健康主管部门处五万元以上二十万元以下的罚款，对负有责任的领导人员和直接责任人员依法给予处分'
    const worse =
      '由原登记部门吊销该医疗机构的诊疗科目，禁止其一年以内从事这项工作，对有关医务人员责令暂停六个月以上一年以下执业活动'
    const law = `某某条例\n第一条　为了规范管理，制定本条例。\n第二条　医疗机构有下列情形之一的，${fine}；情节严重的，${worse}：\n（一）未独立设置部门；\n（二）未经见证实施获取。\n第三条　本条例自公布之日起施行。`
    const { draft } = await derive(law)
    const markdown = deckMarkdown(draft)
      .flatMap(({ slides }) => slides)
      .join('')
    expect(markdown).toContain('\n- （一）未独立设置部门')
    expect(markdown).not.toContain('  - （')
  })

  it('stand on two levels, in the Markdown too, and are introduced again on a further slide', async () => {
    const { draft } = await derive(
      `关于加强工作的意见\n办公场所严禁下列行为：${Array.from({ length: 9 }, (_, i) => `（${i + 1}）第${'甲乙丙丁戊己庚辛壬'[i]}类违规行为；`).join('')}`,
    )
    const markdown = deckMarkdown(draft).flatMap(({ slides }) => slides)
    expect(markdown[1]).toContain('- 办公场所严禁下列行为\n  - 第甲类违规行为\n  - 第乙类违规行为\n')
    expect(markdown[2]).toMatch(/^<!-- .slide: class="continued" -->[\s\S]*\n- 办公场所严禁下列行为\n {2}- /u)
    expect(markdown.join('').match(/^ {2}- /gmu)).toHaveLength(9)
  })

  it('show a footnote where its mark is shown', async () => {
    const slides = await sketch(
      '关于加强工作的意见\n总的要求[1]。加强领导，落实责任，抓好督查，落实落细，常抓不懈。\n[1] 某某著作，第1页。\n完成任务。加强领导，落实责任，抓好督查，落实落细，久久为功。',
    )
    expect(slides.slice(1)).toEqual([
      '[cards] 总的要求[1] 加强领导 落实责任 抓好督查 落实落细 常抓不懈 [1] 某某著作，第1页。',
      '[cards] 完成任务 加强领导 落实责任 抓好督查 落实落细 久久为功',
    ])
  })

  it('show a table and a picture where they stand, the notes hold their words', async () => {
    const html =
      '<h1>关于加强工作的意见</h1><p>情况如下，请看。</p><table><tr><td>项目</td><td>数|量</td></tr><tr><td>甲</td><td></td></tr></table><p>谢谢。</p>'
    const derived = await derive(html, { name: 'a.html' })
    const table = derived.draft.files
      .flatMap(({ slides }) => slides)
      .find(({ classes }) => classes.includes('table'))
    expect(table?.parts.at(-1)).toEqual({
      kind: 'table',
      rows: [
        ['项目', '数|量'],
        ['甲', ''],
      ],
    })
    expect(
      deckMarkdown(derived.draft)
        .flatMap(({ slides }) => slides)
        .join(),
    ).toContain('| 项目 | 数\\|量 |\n| --- | --- |\n| 甲 |  |\n')
    expectWhole(derived)
    expectQuoted(derived)
    expectRead(derived)
  })
})

it('cuts a list into parts that differ by one at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (list, most) => {
      const parts = balanced(list, most)
      expect(parts.flat()).toEqual(list)
      const lengths = parts.map((part) => part.length)
      expect(Math.max(...lengths)).toBeLessThanOrEqual(most)
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      expect(parts).toHaveLength(Math.max(1, Math.ceil(list.length / most)))
    }),
  )
})

it('escapes Markdown so that any line reads as itself', () => {
  const md = createParser()
  const line = fc.stringMatching(/^[ -~一-龥、。（）“”]{1,40}$/).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(line, fc.constantFrom('', '# ', '- ', '> '), (text, mark) => {
      const { blocks } = visibleText(md, mark + escapeMarkdown(text), 'body')
      expect(blocks.map((block) => block.text)).toEqual([text.trim()])
    }),
  )
})
