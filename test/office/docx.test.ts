import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { elementsOf, parseXml, textIn, type XmlElement } from '../../src/document/readers/xml.ts'
import { readDocument } from '../../src/index.ts'
import { markedWords } from '../../src/office/content/marked-words.ts'
import { type DocxOptions, deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { slideWords } from '../../src/print/slide-words.ts'
import { samplesFolder } from '../samples.ts'
import { deckOf, derivedDeck, dot, everything, fonts, ownDeck } from './decks.ts'
import { all, bare, partsOf } from './read-office.ts'
import { faultsOf } from './validate.ts'

const docx = async (deck: Deck, options: Omit<DocxOptions, 'fonts'> = {}): Promise<Uint8Array> =>
  (await deckToDocx(deck, { fonts, ...options })).bytes

/** The paragraphs of a script: the style of each, and its words. */
function paragraphsOf(bytes: Uint8Array) {
  const document = parseXml(partsOf(bytes)['word/document.xml'] ?? '', 'document')
  return all(document, 'p').map((paragraph) => ({
    style: all(paragraph, 'pStyle')[0]?.attributes['val'] ?? '',
    words: runsIn(paragraph),
    strong: all(paragraph, 'r')
      .filter((run) => all(run, 'rStyle').some(({ attributes }) => attributes['val'] === 'PointWords'))
      .map(runsIn),
  }))
}

const runsIn = (element: XmlElement): string =>
  element.name === 't' ? textIn(element) : elementsOf(element).map(runsIn).join('')

describe('a script', () => {
  it('is one that Word takes as it is, as a script and as an official paper', async () => {
    const decks = [
      docx(await deckOf(everything, { 'dot.png': dot }), { withRemarks: true }),
      docx(await ownDeck(), { official: true }),
    ]
    for (const deck of decks) expect(await faultsOf(await deck, 'docx')).toEqual([])
  })

  it('says the words of the slides and the notes, character by character, in their order', async () => {
    const samples = ['secrets-law.md', 'human-rights-declaration.txt'].map((name) =>
      join(samplesFolder, name),
    )
    const decks = [ownDeck(), ...samples.filter(existsSync).map(derivedDeck)]
    for (const deck of await Promise.all(decks)) {
      const { stacks } = await renderDeck(deck, { fonts, withNotes: true })
      // What goes on over several slides has its heading and its notes once.
      const slides = stacks.flat().filter(({ html }) => !/data-page="(?!1\/)/.test(html.slice(0, 300)))
      const own = paragraphsOf(await docx(deck)).filter(
        ({ style }) => !/^(?:Subtitle|SlideInfo)$/.test(style),
      )
      const said = (of: typeof own): string => bare(of.map(({ words }) => words).join(''))
      const pages = stacks
        .flat()
        .map(({ html }) => slideWords(html.replace(/<ol class="sections".*?<\/ol>/s, '')))
      const notes = slides.flatMap(({ html }) => slideWords(html).notes)
      expect(said(own.filter(({ style }) => style === 'Script'))).toBe(bare(notes.join('')))
      const shown = said(own.filter(({ style }) => style !== 'Script'))
      if (slides.length === pages.length) expect(shown).toBe(bare(pages.flatMap(({ body }) => body).join('')))
    }
  })

  it('has headings that the navigation pane shows, sections above slides', async () => {
    const headings = paragraphsOf(await docx(await ownDeck())).filter(({ style }) =>
      style.startsWith('Heading'),
    )
    expect(
      headings.filter(({ style }) => style === 'Heading1').map(({ words }) => words.slice(0, 2)),
    ).toEqual(['一、', '二、', '三、', '四、'])
    // The cover is the script's title.
    expect(headings).toHaveLength(12)
  })

  it('makes the words of the points stand out in the notes', async () => {
    const script = paragraphsOf(await docx(await ownDeck())).find(
      ({ style, words }) => style === 'Script' && words.startsWith('保密工作历来'),
    )
    expect(script?.strong).toContain('革命战争年代，保密就是保生命，保胜利')
    expect(script?.strong).toContain('关系到全面建设小康社会宏伟目标的顺利实现')
    expect(script?.strong.join('')).not.toContain('今天，我们纪念')
  })

  it('tells nothing of how much room a slide has', async () => {
    const points = Array.from({ length: 9 }, (_, i) => `- 第${i}点${'很长的文字'.repeat(8)}`).join('\n')
    const deck = await deckOf(`---\nlang: zh-CN\n---\n\n### 多\n\n${points}\n`)
    const { remarks: shown } = await renderDeck(deck, { fonts, withNotes: true })
    const { remarks } = await deckToDocx(deck, { fonts })
    expect([shown.length, remarks]).toEqual([1, []])
  })

  it('is the same of the same deck, byte for byte, and is read by study-deck', async () => {
    const bytes = await docx(await ownDeck())
    expect(bytes).toEqual(await docx(await ownDeck()))
    const { text } = await readDocument({ name: 'a.docx', bytes })
    expect(text).toContain('保密工作历来是我们党和国家的一项重要工作')
  })

  it('has the page of official papers: 156 by 225 mm of text, 22 lines, type of 16 points in 仿宋', async () => {
    const parts = partsOf(await docx(await ownDeck(), { official: true }))
    expect(parts['word/document.xml']).toContain(
      '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"',
    )
    expect(parts['word/document.xml']).toContain('w:linePitch="579"')
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋"')
    expect(parts['word/styles.xml']).toContain('<w:sz w:val="32"/>')
    expect(parts['word/footer2.xml']).toContain('PAGE')
  })
})

it('writes an official paper as one: the document once, its signature at the right, nothing of slides', async () => {
  const slide = '各处室逐项自查，12月10日17时前报档案室。'
  const deck = await deckOf(
    [
      '---\ntitle: 关于开展检查的通知\nlang: zh-CN\n---\n\n<!-- .slide: class="title" -->\n\n# 关于开展检查的通知\n\n某某局办公室\n\nNote:\n关于开展检查的通知\n\n各处室：',
      '<!-- .slide: class="agenda" -->\n\n## 目录\n\n- 一、检查内容',
      '<!-- .slide: class="divider" -->\n\n## 一、检查内容\n\nNote:\n一、检查内容',
      '### 借阅登记\n\n- 借阅不超过15日\n\nNote:\n（一）借阅登记。借阅不超过15日；续借不得超过一次。',
      '### 借阅登记（续）\n\n- 续借不得超过一次\n\nNote:\n（一）借阅登记。借阅不超过15日；续借不得超过一次。',
      '### 时间\n\n| 阶段 | 时间 |\n| --- | --- |\n| 自查 | 10日前 |\n\nNote:\n阶段\t时间\n\n自查\t10日前',
      '<!-- .slide: class="image" -->\n\n### 图1 机构\n\n![机构](dot.png)\n\nNote:\n图1 机构\n\n（图片 1）',
      '### 讨论\n\n- 怎样自查',
      `- 各处室逐项自查\n\nNote:\n${slide}\n\n某某局办公室\n\n2026年11月25日`,
    ].join('\n\n---\n\n'),
    { 'dot.png': dot },
  )
  const bytes = await docx(deck, { official: true })
  const own = paragraphsOf(bytes).filter(({ words }) => words !== '')
  expect(own.map(({ style, words }) => `${style} ${words}`)).toEqual([
    'Title 关于开展检查的通知',
    'SlideText 各处室：',
    'Heading1 一、检查内容',
    'Script （一）借阅登记。借阅不超过15日；续借不得超过一次。',
    'SlideText 阶段',
    'SlideText 时间',
    'SlideText 自查',
    'SlideText 10日前',
    'Script 图1 机构',
    'Heading2 讨论',
    'Script 怎样自查',
    `Script ${slide}`,
    'Signature 某某局办公室',
    'Signature 2026年11月25日',
  ])
  expect(own[3]?.strong).toEqual(['借阅不超过15日', '续借不得超过一次'])
  expect(partsOf(bytes)['word/document.xml']).toContain('<w:drawing>')
})

it('marks points where they stand, in their order, over white space and words left out', () => {
  const note = {
    runs: [{ text: '甲是一，乙是 二；甲是一' }],
    level: 0,
    mark: null,
    kind: 'text',
    step: null,
  } as const
  const marked = (...shown: string[]): string =>
    markedWords([note], shown)
      .flat()
      .map(({ run, isOnSlide }) => (isOnSlide ? `[${run.text}]` : run.text))
      .join('')
  expect(marked('甲是一', '乙是二')).toBe('[甲是一]，[乙是 二]；甲是一')
  expect(marked('乙是……甲是一')).toBe('甲是一，[乙是 ]二；[甲是一]')
  expect(marked('丙', '一')).toBe('甲是一，乙是 二；甲是一')
})
