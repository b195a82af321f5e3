import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Auditor, createAuditor, type DeckAudit } from '../../src/deck/audit/audit.ts'
import { bare, compare } from '../../src/deck/audit/compare.ts'
import { auditReport, isFault } from '../../src/deck/audit/report.ts'
import { loadDeck, loadDocument } from '../../src/store/load.ts'
import { copyOwnDeck } from '../own-deck.ts'
import { render } from '../page/render.ts'

let slides: string
let folder: string

beforeAll(() => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  folder = join(slides, 'a')
})
beforeEach(() => copyOwnDeck(folder))
afterAll(() => rmSync(slides, { recursive: true }))

const auditors = new Map<string, Auditor>()

async function audit(): Promise<DeckAudit> {
  const document = await loadDocument(folder)
  if (!document) throw new Error('no document')
  const auditor = auditors.get(document.text) ?? createAuditor(document)
  auditors.set(document.text, auditor)
  return auditor(await loadDeck(slides, 'a'))
}

function change(file: string, from: string, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`)
  const at = text.lastIndexOf(from)
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length))
}

const told = ({ differences }: DeckAudit) =>
  differences.map(({ kind, document, deck }) => [kind, document, deck])

/** The line of a file on which some words stand, counted from 1. */
function lineOf(file: string, words: string): number {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  )
}

describe('the audit of meaning', () => {
  it('finds that a point lost its negation, whoever shortened it; a derived deck loses none', async () => {
    expect((await audit()).slides.flatMap(({ points }) => points).filter(({ lost }) => lost)).toEqual([])
    change('01.md', '界限把握不准\n', '界限把握\n')
    const found = await audit()
    const [point] = found.slides.flatMap(({ points }) => points).filter(({ lost }) => lost)
    expect(point).toMatchObject({ state: 'verbatim', lost: { kind: 'negation', words: '不' } })
    expect(auditReport(found, 'zh-CN')[0]).toMatch(/01\.md:\d+: 要点“.*界限把握”漏掉了原句的“不”，意思变了$/u)
  })

  it('knows a point of several spans, on the second level', async () => {
    change('01.md', '保密管理松懈\n', '保密管理松懈\n  - 有法不依、有章不循的现象……依然存在\n')
    const { points } = await audit()
    expect(points).toMatchObject({ edited: 0, added: 0 })
  })
})

describe('the audit of the notes', () => {
  it('finds one changed character, and says where', async () => {
    change('01.md', '界限把握不准', '界限掌握不准')
    const found = await audit()
    expect(told(found)).toEqual([['altered', '把', '掌']])
    expect(found.differences[0]?.place).toEqual({
      file: join(folder, '01.md'),
      line: lineOf('01.md', '界限掌握不准，底数'),
    })
    expect(found.paragraphs).toEqual({ total: 13, whole: 12 })
    expect(auditReport(found, 'zh-CN').join('\n')).toContain(
      '备注与原文不同: …家秘密的界限〔把 → 掌〕握不准，底数…',
    )
  })

  it('finds a sentence that was dropped, and one that was added', async () => {
    change('01.md', '这些情况表明，我省贯彻落实《保密法》的任务还很艰巨，还有大量工作要做。', '')
    expect(told(await audit())).toEqual([
      ['missing', '这些情况表明，我省贯彻落实《保密法》的任务还很艰巨，还有大量工作要做。', ''],
    ])
    change('01.md', '为此，全省各级党委', '请大家注意。为此，全省各级党委')
    expect(told(await audit())).toHaveLength(1)
  })

  it('finds two sentences that were swapped', async () => {
    const first = '当前国际形势跌宕起伏，保密与窃密的斗争日趋尖锐复杂。'
    change('01.md', first, '')
    change('01.md', '还有大量工作要做。', `还有大量工作要做。${first}`)
    expect(told(await audit())).toEqual([['moved', first, first]])
  })

  it('finds a paragraph that is gone with its slide, and files in another order', async () => {
    const text = readFileSync(join(folder, '01.md'), 'utf8')
    writeFileSync(join(folder, '01.md'), text.split('\n---\n')[0] ?? '')
    const gone = await audit()
    expect(gone.differences).toHaveLength(1)
    expect(gone.differences[0]).toMatchObject({
      kind: 'missing',
      document: expect.stringMatching(/^当前国际形势/),
    })
    writeFileSync(join(folder, '01.md'), readFileSync(join(folder, '02.md')))
    writeFileSync(join(folder, '02.md'), text)
    expect((await audit()).differences.every(({ kind }) => kind === 'moved')).toBe(true)
  })

  it("takes a paragraph of the presenter's own for a remark, which is no fault", async () => {
    change('01.md', '\n当前国际形势跌宕起伏', '\n（请小王念这一段）\n\n当前国际形势跌宕起伏')
    const { differences } = await audit()
    expect(differences.map(({ kind, deck }) => [kind, deck])).toEqual([['remark', '（请小王念这一段）']])
    expect(differences.some(isFault)).toBe(false)
  })

  it('lets a paragraph be cut in two, and emphasis stand in it', async () => {
    change('01.md', '为此，全省各级党委', '\n\n为此，**全省**各级党委')
    expect((await audit()).differences).toEqual([])
  })

  it('finds every change of one character, wherever it is', async () => {
    const text = readFileSync(join(folder, '03.md'), 'utf8')
    const from = text.lastIndexOf('Note:\n') + 6
    const places = fc.integer({ min: from, max: text.trimEnd().length - 1 })
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom('', '甲', '甲乙'), async (at, planted) => {
        const changed = text.slice(0, at) + planted + text.slice(at + 1)
        if (bare(text.slice(at, at + 1)) === '') return
        writeFileSync(join(folder, '03.md'), changed)
        const { differences, paragraphs } = await audit()
        expect(differences.filter(isFault)).toHaveLength(1)
        expect(paragraphs.whole).toBe(paragraphs.total - 1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the audit of a document that says the same again', () => {
  const paragraphs = ['各单位要认真学习文件精神。', '各部门要抓好贯彻落实。', '各地区要加强监督检查。']

  /** A deck of one file whose slides have a heading and these notes. */
  function write(document: readonly string[], notes: readonly string[]): void {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    writeFileSync(join(folder, 'source.txt'), `${document.join('\n\n')}\n`)
    const slides = notes.map((text) => `### ${text.slice(0, 4)}\n\nNote:\n${text}\n`)
    writeFileSync(join(folder, '01.md'), slides.join('\n---\n\n'))
  }

  // A document that begins and ends with other words, so that none of these is taken for a title.
  const repeating = fc
    .array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 8 })
    .map((middle) => ['现将有关情况通报如下，请遵照执行。', ...middle, '以上意见，请认真贯彻。'])

  it('is content with any number of slides for each paragraph', async () => {
    const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 10, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(repeating, counts, async (document, counts) => {
        write(
          document,
          document.flatMap((text, i) => Array<string>(counts[i] ?? 1).fill(text)),
        )
        const { differences, paragraphs } = await audit()
        expect(differences).toEqual([])
        expect(paragraphs.whole).toBe(paragraphs.total)
      }),
      { numRuns: 60 },
    )
  })

  it('misses each paragraph that is gone, though the same words stand elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(repeating, fc.nat({ max: 7 }), async (document, at) => {
        const gone = 1 + (at % (document.length - 2))
        write(document, document.toSpliced(gone, 1))
        const found = await audit()
        expect(told(found)).toEqual([['missing', document[gone], '']])
        expect(found.paragraphs.whole).toBe(found.paragraphs.total - 1)
      }),
      { numRuns: 60 },
    )
  })

  it('misses the last one where the first has two slides', async () => {
    const [same = '', other = ''] = paragraphs
    write([same, other, same], [same, same, other])
    expect(told(await audit())).toEqual([['missing', same, '']])
  })

  it('tells an edit once, however many slides carry the paragraph, and on each of them', async () => {
    const [same = '', other = ''] = paragraphs
    const edited = same.replace('认真', '努力')
    write([same, same, other], [edited, edited, edited, same, other])
    const { differences, slides } = await audit()
    expect(differences.map(({ document, deck }) => [document, deck])).toEqual([['认真', '努力']])
    expect(slides.map(({ notes }) => notes.length)).toEqual([1, 1, 1, 0, 0])
  })

  it('lets a paragraph be said again at the end', async () => {
    const [same = '', other = ''] = paragraphs
    write([same, other], [same, other, same])
    expect((await audit()).differences).toEqual([])
  })
})

describe('the audit of the points', () => {
  it('sets the old words of an edited point beside the new ones', async () => {
    const clean = await audit()
    change('01.md', '### 当前国际形势跌宕起伏', '### 国际形势跌宕起伏多变')
    change('01.md', '\nNote:\n当前', '\n- 请各单位自查\n\nNote:\n当前')
    const found = await audit()
    const changed = found.slides.flatMap(({ points }) => points.filter(({ state }) => state !== 'verbatim'))
    expect(changed.map(({ text, state, original }) => [text.slice(0, 11), state, original])).toEqual([
      [
        expect.stringMatching(/^国际形势跌宕起伏多变/),
        'edited',
        expect.stringMatching(/^当前国际形势跌宕起伏/),
      ],
      ['请各单位自查', 'added', null],
    ])
    expect(found.differences).toEqual([])
    expect(found.points).toEqual({
      verbatim: clean.points.verbatim - 1,
      edited: 1,
      added: 1,
      elsewhere: 0,
      dropped: 0,
      pictures: 0,
    })
  })

  it('holds a point against the document where the notes were altered, too', async () => {
    change('01.md', '界限把握不准', '界限掌握不准')
    expect((await audit()).points).toMatchObject({ edited: 0, added: 0 })
    change('01.md', '界限把握不准', '界限掌握不准')
    const points = (await audit()).slides.flatMap((slide) => slide.points)
    expect(points.filter(({ state }) => state !== 'verbatim')).toMatchObject([
      { text: expect.stringContaining('界限掌握不准'), original: expect.stringContaining('界限把握不准') },
    ])
  })

  it('is in the page: what a point was, and what its notes lost', async () => {
    change('01.md', '### 当前国际形势跌宕起伏', '### 国际形势跌宕起伏多变')
    change('01.md', '界限把握不准', '界限掌握不准')
    const deck = await loadDeck(slides, 'a')
    const html = (await render(deck, { audit: await audit() })).stacks.flat().map((slide) => slide.html)
    const marked = html.filter((slide) => /data-(?:original|altered|missing)=/.test(slide))
    expect(marked).toHaveLength(1)
    expect(marked[0]).toMatch(/<h3[^>]* data-original="当前国际形势跌宕起伏/)
    expect(marked[0]).toMatch(/^<section[^>]* data-altered="家秘密的界限把握不准，底数"/)
    expect(marked[0]).not.toMatch(/<h3[^>]* data-sentence/)
  })
})

it.each(['\u200b', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u3164'])(
  'finds a mark that nobody sees in the notes: %j',
  async (mark) => {
    change('01.md', '当前国际形势', `当前${mark}国际形势`)
    expect(told(await audit())).toEqual([['altered', '', mark]])
  },
)

it('knows no heading of the agenda as its own but the one that derive writes, and reads the words of a drawing', async () => {
  change('00.md', '目录', '机密目录')
  change('01.md', '保密管理松懈\n', '保密管理松懈<svg><text>机密</text></svg>\n')
  const points = (await audit()).slides.flatMap(({ points }) => points)
  expect(points.filter(({ state }) => state !== 'verbatim').map(({ text }) => text)).toEqual([
    '机密目录',
    '机密',
  ])
})

it('tells how any text became any other', () => {
  const words = fc
    .array(fc.constantFrom('甲', '乙', '丙。', '丁；', ' word', ', ', '戊'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, words, (before, after) => {
      let made = ''
      let at = 0
      for (const hunk of compare(before, after)) {
        made += before.slice(at, hunk.before.start) + after.slice(hunk.after.start, hunk.after.end)
        at = hunk.before.end
      }
      expect(bare(made + before.slice(at))).toBe(bare(after))
    }),
  )
})
