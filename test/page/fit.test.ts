import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { textOf } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import type { RenderedDeck } from '../../src/page/render-deck.ts'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

async function rendered(markdown: string): Promise<RenderedDeck> {
  const folder = mkdtempSync(join(slides, 'd'))
  writeFileSync(join(folder, '01.md'), markdown)
  return render(await loadDeck(slides, folder.slice(slides.length + 1)))
}

const sentence = '坚持总体国家安全观，统筹发展和安全，健全国家安全体系；'

describe('a slide that holds too much', () => {
  const points = Array.from({ length: 15 }, (_, i) => `- ${i + 1}${sentence}`).join('\n')
  const deck = rendered(`---\nincremental: true\n---\n\n### 标题\n\n${points}\n\nNote:\n${sentence}\n`)

  it('becomes several: the heading marked, points fragments, notes on each', async () => {
    const { stacks } = await deck
    const [first = '', ...further] = stacks.flat().map(({ html }) => html)
    expect(further.length).toBeGreaterThan(0)
    expect(first).not.toContain('continued')
    for (const html of further) {
      expect(html).toMatch(/^<section[^>]* class="continued"/)
      expect(html).toMatch(/<h3[^>]* data-continued="（续）"/)
    }
    for (const html of [first, ...further]) {
      expect(html).toContain('class="fragment"')
      expect(html).toContain('<aside class="notes">')
    }
    expect(new Set(stacks.flat().map(({ key }) => key)).size).toBe(stacks.flat().length)
  })

  it('is reported with its place, and so is one that shrinks', async () => {
    const { remarks, stacks } = await deck
    expect(remarks).toEqual([
      {
        place: { file: expect.stringContaining('01.md'), line: 5 },
        message: `字多，分成 ${stacks.flat().length} 页`,
        isTight: true,
      },
    ])
    const long = await rendered(`# 甲\n\n---\n\n### 乙\n\n${points.split('\n').slice(0, 8).join('\n')}\n`)
    expect(long.stacks.flat()[1]?.html).toMatch(/data-scale="0\.\d+"/)
    expect(long.remarks).toEqual([
      {
        place: { file: expect.any(String), line: 5 },
        message: expect.stringContaining('字号缩小到'),
        isTight: true,
      },
    ])
  })
})

it('says nothing of a cover, whose words are as large as it has room for', async () => {
  const { stacks, remarks } = await rendered(
    `<!-- .slide: class="title" -->\n\n# 关于${'进一步做好当前和今后一个时期重点工作、'.repeat(5)}的通知\n`,
  )
  expect(stacks.flat()[0]?.html).toContain('data-scale')
  expect(remarks).toEqual([])
})

it('spreads the articles that share a slide over its height', async () => {
  const { stacks } = await rendered(
    '<!-- .slide: class="article" -->\n\n### 第一条\n\n- 本办法所称年度，是指公历年度。\n\n### 第二条\n\n- 本办法自发布之日起施行。\n',
  )
  const html = stacks.flat()[0]?.html ?? ''
  const [first = 0, second = 0] = [...html.matchAll(/<ul style="margin-block-start:(\d+)px"/g)].map(
    ([, px]) => Number(px),
  )
  expect(first).toBeGreaterThan(80)
  expect(second).toBeGreaterThan(first)
})

it('keeps slides that fit as they are, and says nothing of them', async () => {
  const { stacks, remarks } = await rendered('### 标题\n\n- 一\n- 二\n')
  expect(stacks.flat()).toHaveLength(1)
  expect(remarks).toEqual([])
})

describe('a list in another way than its layout says', () => {
  const items = (...words: readonly string[]): string => words.map((said) => `- ${said}`).join('\n')
  const pages = async (name: string, ...words: readonly string[]): Promise<string[]> => {
    const { stacks } = await rendered(`<!-- .slide: class="${name}" -->\n\n### 标题\n\n${items(...words)}\n`)
    return stacks.flat().map(({ html }) => html)
  }

  it('sets cards of more than a few words one below the other, and breaks none of their words', async () => {
    const [few = ''] = await pages('cards', '加强领导', '完善制度', '强化监督')
    expect(few).not.toContain('rows')
    const [long = ''] = await pages('cards', ...Array(3).fill('广泛开展文明村镇、星级文明户创建活动'))
    expect(long).toMatch(/<ul[^>]*class="rows filled"/)
    expect(long).toContain('广泛<wbr>开展<wbr>文明')
  })

  it('gives figures lines of their own, with the mark behind them', async () => {
    const [html = ''] = await pages('figures', '总额突破**1.5万亿元**，位次前移', '**8家**实验室落户')
    const bare = ['spaced', 'held'].reduce(
      (said, name) => said.replace(new RegExp(`<span class="${name}">([^<]*)</span>`, 'gu'), '$1'),
      html,
    )
    expect(bare).toContain('突破<span class="own-line"><strong>1.5万亿元</strong>，</span>位次前移')
    expect(bare).toContain('<li><span class="own-line"><strong>8家</strong></span>实验室落户')
  })

  it.each([
    ['**国家秘密**，是指关系国家安全的事项', '国家秘密，</strong>是指'],
    ['**国家秘密**，“密”是指关系国家安全的事项', '“密”是指'],
    ['**国家秘密**是指关系国家安全的事项', '国家秘密</strong>是指'],
  ])('begins the line behind a term with no punctuation: %s', async (point, set) => {
    const [html = ''] = await pages('definition', point)
    expect(html).toContain(set)
    expect(html).not.toMatch(/<\/strong>(?:<[^>]*>)*[，、：）]/u)
  })

  it('keeps an agenda of fifteen sections on one slide', async () => {
    const titles = [
      '推进中国式现代化的重大意义和总体要求',
      '构建高水平社会主义市场经济体制',
      '健全宏观治理体系',
    ]
    const sections = Array.from({ length: 15 }, (_, i) => `${i + 1}、${titles[i % 7] ?? titles[2]}`)
    expect(await pages('agenda', ...sections)).toHaveLength(1)
  })

  it('shows the words above panels with the first of them', async () => {
    const above = '各地区、各部门要把保障机制建设作为长治久安的重要内容，健全法制，完善机制，促进安全生产。'
    const panel =
      '**一是**落实责任制\n  - 各级政府要依据有关法律法规，健全和完善责任制，逐级负责、逐级抓好落实，切实落实到基层'
    const { stacks } = await rendered(
      `<!-- .slide: class="panels" -->\n\n### 标题\n\n${above}\n\n${above}\n\n${items(...Array(4).fill(panel))}\n`,
    )
    const [first = ''] = stacks.flat().map(({ html }) => html)
    expect(first.replaceAll('<wbr>', '')).toContain('促进安全生产')
    expect(first).toContain('一是')
  })

  it('takes the plain form where its own would cut what is said', async () => {
    const long = '完善保密工作责任制，健全保密管理制度，落实保密防范措施，加强监督检查，严肃查处违规行为，'
    const found = await pages('cards continued', ...Array(3).fill(long.repeat(3)))
    expect(found.join('').match(/<li/g)).toHaveLength(3)
    expect(found[0]).toMatch(/<section[^>]* class="continued"/)
  })

  it('sets what was cut in type as large as its slides have room for', async () => {
    const found = await pages('', ...Array<string>(6).fill('加强保密宣传教育和保密监督检查工作，'.repeat(3)))
    expect(found.length).toBeGreaterThan(1)
    for (const html of found) expect(html).toMatch(/--scale:1\.\d/)
  })
})

it('measures a table in the size that its author gives it', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => `<tr><td>${i}</td><td>保密宣传教育</td></tr>`).join('')
  const count = async (style: string): Promise<number> =>
    (await rendered(`### 表\n\n<table${style}>${rows}</table>\n`)).stacks.flat().length
  expect(await count('')).toBe(1)
  expect(await count(' style="font-size:1.6em"')).toBeGreaterThan(1)
})

it('goes on with the numbers of a list', async () => {
  const items = Array.from({ length: 24 }, (_, i) => `${i + 1}. ${sentence}`).join('\n')
  const pages = (await rendered(`### 序\n\n${items}\n`)).stacks.flat()
  let next = 1
  for (const { html } of pages) {
    expect(Number(/<ol start="(\d+)"/.exec(html)?.[1] ?? 1)).toBe(next)
    next += html.match(/<li/g)?.length ?? 0
  }
  expect(next).toBe(25)
})

it('refuses a text that was not parted into slides', async () => {
  await expect(rendered(`# 甲\n\n---\n\n### 乙\n\n${sentence.repeat(2200)}\n`)).rejects.toMatchObject({
    message: expect.stringContaining('part it with ---'),
    place: { line: 5 },
  })
})

it('breaks a heading of two lines where its clause ends', async () => {
  const heading = async (text: string) => (await rendered(`### ${text}\n\n- 一\n`)).stacks.flat()[0]?.html
  expect(await heading('当前国际形势跌宕起伏，保密与窃密的斗争日趋尖锐复杂')).toContain(
    '<h3>当前国际形势跌宕起伏，<wbr>保密与窃密的斗争日趋尖锐复杂</h3>',
  )
  // A clause that is wider than the slide breaks between its phrases.
  expect((await heading(`好，${'坚持总体国家安全观'.repeat(4)}`))?.match(/<wbr>/g)?.length).toBeGreaterThan(4)
})

describe('nothing is lost and nothing said twice but the heading', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'国家安全，。；“”《》、 abc1'),
    minLength: 1,
    maxLength: 300,
  })
  const text = words.map((said) => `字${said.replace(/\s+/g, ' ').trim()}字`)
  const block = fc.oneof(
    text,
    fc
      .array(text, { minLength: 1, maxLength: 12 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc
      .array(text, { minLength: 1, maxLength: 8 })
      .map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
    text.map((said) => `> ${said}`),
    fc
      .array(text, { minLength: 1, maxLength: 9 })
      .map((rows) => `| 甲 | 乙 |\n| --- | --- |\n${rows.map((row) => `| ${row} | 乙 |`).join('\n')}`),
    fc.array(text, { minLength: 1, maxLength: 30 }).map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``),
  )
  const layout = fc.constantFrom(
    '',
    'cards',
    'contrast',
    'figures',
    'timeline',
    'quotation',
    'article',
    'agenda',
    'title',
    'divider',
  )

  it('for any slide', async () => {
    await fc.assert(
      fc.asyncProperty(
        layout,
        text,
        fc.array(block, { minLength: 1, maxLength: 3 }),
        async (name, heading, blocks) => {
          const body = `<!-- .slide: class="${name}" -->\n\n### ${heading}\n\n${blocks.join('\n\n')}`
          const pages = (await rendered(`${body}\n`)).stacks.flat().map(({ html }) => html)
          const said = pages
            .map((html) =>
              html.replace(/<(h3|thead)[^>]*>.*?<\/\1>|<span data-again.*?<\/span>(?=\s*<[uo]l)/gs, ''),
            )
            .map((html) => parseBody(html).map(textOf).join(''))
            .join('')
          const wanted = blocks
            .join('\n')
            .replace(/^(?:- |\d+\. |> |\| --- \| --- \||\| 甲 \| 乙 \||```)/gm, '')
          const bare = (words: string): string => words.replace(/[\s|`]+/g, '')
          // Where the heading fills slides of its own it is cut as text is.
          expect(bare(said)).toBe(bare(wanted))
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('counts with the size that an author gives a list within another', async () => {
  const list = (count: number, sheet: string): string =>
    `# A\n\n${sheet}\n\n1. one\n${Array.from({ length: count }, (_, i) => `   1. words that fill a line of the slide ${i}`).join('\n')}\n`
  for (const count of [5, 7, 9]) {
    // It is the size that such lists have anyway.
    const [own, ours] = await Promise.all(
      ['<style>ol ol { font-size: 88% }</style>', ''].map((sheet) => rendered(list(count, sheet))),
    )
    const sizes = (of: typeof own): string[] =>
      of?.stacks.flat().map(({ html }) => /--scale:[\d.]+/.exec(html)?.[0] ?? '') ?? []
    expect(sizes(own)).toEqual(sizes(ours))
  }
})

it('says again above each part of a list within an item what leads up to it', async () => {
  const items = Array.from(
    { length: 14 },
    (_, i) => `  - （${i + 1}）${'未经批准携带国家秘密载体出境'.repeat(2)}；`,
  )
  const lead = '任何组织和个人不得有下列行为'
  const { stacks } = await rendered(`### 第二十八条\n\n- ${lead}\n${items.join('\n')}\n`)
  const pages = stacks.flat().map(({ html }) => parseBody(html).map(textOf).join(''))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).toContain(lead)
})
