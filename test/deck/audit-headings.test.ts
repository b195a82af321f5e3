import { describe, expect, it } from 'vitest'
import { createAuditor, type DeckAudit } from '../../src/deck/audit/audit.ts'
import type { PointAudit } from '../../src/deck/audit/read-slide.ts'
import { auditReport } from '../../src/deck/audit/report.ts'
import type { Deck } from '../../src/deck/deck.ts'
import { type DeckFiles, newDeckFiles, openDeck } from '../../src/deck/deck-files.ts'
import { draftOf } from '../../src/deck/derive.ts'
import { deckMarkdown } from '../../src/deck/markdown.ts'
import { type Document, outline, readText } from '../../src/document/index.ts'

const law = `某市保密工作办法

机密★1年

第一章　总则

第一条　为了保守国家秘密，维护国家安全和利益，依照第三条的规定，制定本办法。

第二条　本办法适用于本市行政区域内的机关、单位的保密工作。

第三条　保密工作实行积极防范、突出重点、依法管理的方针。任何单位和个人不得泄露国家秘密。

第二章　保密制度

第四条　机关、单位应当建立健全保密责任制，明确责任人，定期开展检查。未经批准，不得公开涉密资料。

第五条　涉密人员上岗应当经过审查和培训，离岗实行脱密期管理。脱密期内，不得违反规定就业。

第三章　法律责任

第六条　违反本办法规定的，依法给予处分；构成犯罪的，依法追究刑事责任。

第七条　本办法自2024年5月1日起施行。

某市保密局

2024年4月20日
`
const bytes = new TextEncoder().encode(law)
const source = readText({ name: 'a.txt', bytes })
const document: Document = outline(source)
const files: DeckFiles = newDeckFiles(
  deckMarkdown(draftOf(source, document)),
  new Map([['source.txt', bytes]]),
)
const textOf = (name: string): string => new TextDecoder().decode(files.get(name))
const names = [...files.keys()].filter((name) => name.endsWith('.md'))

const auditor = createAuditor(document, { isWhole: true })

/** The derived deck with other words in some files. */
const edited = async (changed: Readonly<Record<string, string>>): Promise<DeckAudit> => {
  const texts = Object.entries(changed).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  const deck: Deck = await openDeck('a', new Map([...files, ...texts]))
  return auditor(deck)
}
const told = (audit: DeckAudit): readonly PointAudit[] =>
  audit.slides.flatMap(({ points }) => points).filter(({ state }) => state !== 'verbatim')

/** The one line of a file that matches, put otherwise; null leaves it out. */
function change(line: RegExp, to: string | null): Record<string, string> {
  const name = names.find((one) =>
    textOf(one)
      .split('\n')
      .some((words) => line.test(words)),
  )
  if (name === undefined) throw new Error(`no ${line}`)
  const lines = textOf(name).split('\n')
  const at = lines.findIndex((words) => line.test(words))
  return { [name]: lines.toSpliced(at, 1, ...(to === null ? [] : [to])).join('\n') }
}

describe('the headings of a deck', () => {
  it('are those of the document as they are derived', async () => {
    expect(told(await edited({}))).toEqual([])
  })

  it('are found out wherever another line of the document takes their place', async () => {
    const lines = law.split('\n').filter((line) => line.trim() !== '')
    const numbers = lines.flatMap((line) => /^第.条/u.exec(line) ?? [])
    for (const name of names) {
      const slides = textOf(name).split('\n---\n')
      for (const [at, slide] of slides.entries())
        for (const [heading = '', , words = ''] of slide.matchAll(/^(#+) (.*)$/gm)) {
          const own = slide.slice(slide.indexOf('\nNote:\n'))
          const others = [...lines, ...numbers].filter(
            // A slide may be headed by the title, by its chapter, and by words of its own paragraphs.
            (line) =>
              line.trim() !== words &&
              !line.startsWith('某市保密工作办法') &&
              !/^第.章/u.test(line) &&
              !own
                .split('\n')
                .some((one) => (/^第.条$/u.test(line) ? one.startsWith(line) : one.includes(line))),
          )
          for (const other of others) {
            const text = slides.with(at, slide.replace(heading, `### ${other}`)).join('\n---\n')
            const found = told(await edited({ [name]: text }))
            expect(found.length, `${name}: ${heading} -> ${other}`).toBeGreaterThan(0)
          }
        }
    }
  })

  it('are told with what they were: an article under the number of another, a chapter over the next', async () => {
    expect(told(await edited(change(/^### 第五条$/, '### 第六条')))).toMatchObject([
      { text: '第六条', state: 'edited', original: '第五条' },
    ])
    // Article 1 names Article 3 in its words.
    expect(told(await edited(change(/^### 第一条$/, '### 第三条')))).toMatchObject([
      { text: '第三条', state: 'edited', original: '第一条' },
    ])
    // Whatever it is set as.
    expect(told(await edited(change(/^### 第一条$/, '**第三条**')))).toMatchObject([
      { text: '第三条', state: 'edited' },
      { text: '第一条', state: 'dropped' },
    ])
    // Two articles on one slide that change places.
    const [name = ''] = Object.keys(change(/^### 第五条$/, null))
    const swapped = textOf(name).replace(
      /^### 第([四五])条$/gmu,
      (_, one) => `### 第${one === '四' ? '五' : '四'}条`,
    )
    expect(told(await edited({ [name]: swapped }))).toMatchObject([
      { text: '第五条', original: '第四条' },
      { text: '第四条', original: '第五条' },
    ])
    const chapter = change(/^## 第三章/, '## 第二章　保密制度')
    expect(told(await edited(chapter)).map(({ text }) => text)).toContain('第二章　保密制度')
  })

  it('are missed where no slide of their paragraph shows them, and may be left out on purpose', async () => {
    const gone = change(/^### 第五条$/, null)
    const audit = await edited(gone)
    expect(told(audit)).toMatchObject([{ text: '第五条', state: 'dropped' }])
    expect(auditReport(audit, 'zh-CN').join('\n')).toContain('页上少了原文的标题: “第五条”\n')
    const [[name = '', text = ''] = []] = Object.entries(gone)
    const meant = text.replace(/^(涉密人员|- 涉密人员)/mu, '<!-- 有意略去：第五条 -->\n\n$1')
    expect(told(await edited({ [name]: meant }))).toMatchObject([{ state: 'dropped', meant: true }])
  })

  it('are their own sections', async () => {
    const bytes = new TextEncoder().encode(
      '某市的办法\n\n一、办好便民食堂\n\n让居民得到实惠。\n\n二、守住卫生底线\n\n定期公开检查结果。\n',
    )
    const source = readText({ name: 'a.txt', bytes })
    const against = createAuditor(outline(source), { isWhole: true })
    const states = async (body: string): Promise<string[]> => {
      const notes = '一、办好便民食堂\n\n让居民得到实惠。\n\n二、守住卫生底线\n\n定期公开检查结果。'
      const text = `${body}\n\nNote:\n${notes}\n`
      const deck = await openDeck(
        'a',
        new Map([
          ['01.md', new TextEncoder().encode(text)],
          ['source.txt', bytes],
        ]),
      )
      return against(deck)
        .slides.flatMap(({ points }) => points)
        .filter(({ kind }) => kind === 'heading')
        .map(({ state }) => state)
    }
    const [one, two] = ['一、办好便民食堂', '二、守住卫生底线']
    // One without points above another one.
    expect(await states(`## ${one}\n\n## ${two}\n\n- 定期公开检查结果`)).toEqual(['verbatim', 'verbatim'])
    // One over the other's points.
    expect(await states(`## ${two}\n\n- 让居民得到实惠\n\n## ${two}\n\n- 定期公开检查结果`)).toContain(
      'edited',
    )
  })

  it('stand in the agenda whole and in order', async () => {
    expect(told(await edited(change(/^- 第二章/, null)))).toMatchObject([
      { text: expect.stringContaining('第二章'), state: 'dropped' },
    ])
    const [name = ''] = Object.keys(change(/^- 第二章/, null))
    const swapped = textOf(name).replace(/^(- 第一章.*)\n(- 第二章.*)$/m, '$2\n$1')
    expect(told(await edited({ [name]: swapped })).length).toBe(2)
    const other = await edited(change(/^- 第二章/, '- 未经批准，不得公开涉密资料'))
    expect(told(other).length).toBeGreaterThan(0)
  })
})

describe('what stands in the foot', () => {
  const set = (line: string): Record<string, string> => ({
    '00.md': textOf('00.md').replace(/^---\n/, `---\n${line}\n`),
  })

  it('is told beside what the document says of itself', async () => {
    const cases = [
      ['date: 2023年4月20日', 'date', '2024年4月20日'],
      ['unit: 某县档案局', 'unit', '某市保密局'],
      ['marking: 内部资料', 'marking', '机密★1年'],
    ] as const
    for (const [line, setting, original] of cases)
      expect(told(await edited(set(line)))).toMatchObject([{ setting, original, state: 'edited' }])
    const audit = await edited(set('date: 2023年4月20日'))
    expect(auditReport(audit, 'zh-CN').join('\n')).toMatch(
      /00\.md:1: 日期与原文不同\n {4}现在: 2023年4月20日\n {4}原文: 2024年4月20日/,
    )
  })

  it('may be written otherwise, and says what it likes of what the document does not', async () => {
    for (const line of [
      'date: 2024-04-20',
      'date: 二〇二四年四月',
      'unit: 某市保密局办公室',
      'marking: 机密',
    ])
      expect(told(await edited(set(line))), line).toEqual([])
  })

  it('has the title of the document, not another line of it', async () => {
    for (const line of ['第一章　总则', '机密★1年', '某市保密局', '某市工作办法']) {
      const text = textOf('00.md').replace(/^title: .*$/m, `title: ${line}`)
      const found = told(await edited({ '00.md': text }))
      expect(found, line).toMatchObject([{ setting: 'title', original: '某市保密工作办法' }])
      const headed = textOf('00.md').replace(/^# .*$/m, `# ${line}`)
      expect(told(await edited({ '00.md': headed })), line).toMatchObject([
        { text: line, original: '某市保密工作办法' },
      ])
    }
  })
})

it('tells a mark that nothing is found for', async () => {
  const [, name = ''] = names
  const text = textOf(name).replace('\nNote:\n', '\n<!-- 有意略去：没有的话 -->\n\nNote:\n')
  const audit = await edited({ [name]: text })
  const line = text.split('\n').findIndex((words) => words.includes('有意')) + 1
  expect(audit.idleMarks).toEqual([{ text: '有意略去：没有的话', place: { file: `a/${name}`, line } }])
  expect(auditReport(audit, 'zh-CN')[0]).toMatch(/^a\/01\.md:\d+: 这一句没有用到.*“有意略去：没有的话”$/)
})
