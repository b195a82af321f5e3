import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'pptxtojson/dist/index.cjs'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { readPptx } from '../../src/document/readers/pptx.ts'
import { parseXml } from '../../src/document/readers/xml.ts'
import { layouts } from '../../src/layouts/index.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { officeWords } from '../../src/office/words.ts'
import { element, partText } from '../../src/office/xml.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { sampleDeck } from '../../src/page/sample-deck.ts'
import { slideWords } from '../../src/print/slide-words.ts'
import { samplesFolder } from '../samples.ts'
import { deckOf, derivedDeck, dot, everything, fonts, ownDeck } from './decks.ts'
import { bare, partsOf, slidesOf } from './read-office.ts'
import { faultsOf } from './validate.ts'

const pptx = async (deck: Deck): Promise<Uint8Array> => (await deckToPptx(deck, { fonts })).bytes
const all = (): Promise<Deck> => deckOf(everything, { 'dot.png': dot })

describe('a presentation', () => {
  it('is one that Office takes as it is, whatever is on its slides', async () => {
    const dark = sampleDeck.replace('lang:', 'theme: mo\nratio: "4:3"\nlang:')
    for (const deck of [all(), deckOf(dark)])
      expect(await faultsOf(await pptx(await deck), 'pptx')).toEqual([])
  }, 180_000)

  it('says the words of the slides and the notes, character by character, in their order', async () => {
    const samples = ['secrets-law.md', 'state-of-the-union.txt'].map((name) => join(samplesFolder, name))
    const decks = [ownDeck(), ...samples.filter(existsSync).map(derivedDeck)]
    for (const deck of await Promise.all(decks)) {
      const rendered = (await renderDeck(deck, { fonts, withNotes: true })).stacks.flat()
      const slides = slidesOf(await pptx(deck))
      expect(slides).toHaveLength(rendered.length)
      rendered.forEach(({ html }, i) => {
        const { body, notes } = slideWords(html.replace(/<ol class="sections".*?<\/ol>/s, ''))
        const again = /data-continued="([^"]*)"/.exec(html)?.[1] ?? ''
        expect(bare((slides[i]?.words.join('') ?? '').replace(again, ''))).toBe(bare(body.join('')))
        expect(slides[i]?.notes.map(bare)).toEqual(paragraphs(html))
        expect(bare(slides[i]?.notes.join('') ?? '')).toBe(bare(notes.join('')))
      })
    }
  })

  it('is the same of the same deck, byte for byte', async () => {
    expect(await pptx(await all())).toEqual(await pptx(await all()))
  })

  it('is read by others, and by study-deck', async () => {
    const bytes = await pptx(await ownDeck())
    const read = await parse(Uint8Array.from(bytes).buffer)
    expect(read.slides).toHaveLength(13)
    expect(read.slides[3]?.note).toContain('保密工作历来是我们党和国家的一项重要工作。')
    expect(readPptx({ name: 'deck.pptx', bytes }).text).toContain('革命战争年代，保密就是保生命，保胜利')
  })
})

describe('the design', () => {
  it('is in the theme, the master and the layouts only: whoever changes them changes every slide', async () => {
    for (const { xml, layout } of slidesOf(await pptx(await ownDeck()))) {
      // No colour and no face of its own.
      expect(xml).not.toMatch(/srgbClr|sysClr|typeface="(?!\+|Wingdings)/)
      // A heading and a list stand where their layout has them.
      if (/^(?:要点|目录|分节页|封面)/.test(layout)) expect(xml).toContain('<p:spPr/>')
      for (const [holder] of xml.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph (?:(?!<\/p:sp>).)*<\/p:sp>/g))
        if (/^(?:要点|目录|分节页|封面)/.test(layout)) expect(holder).not.toContain('a:xfrm')
    }
  })

  it('says around its slides what the page does, in the order that the theme gives it', async () => {
    const { lang, ...settings } = { lang: 'zh-CN', unit: '某某市委', date: '2026年11月', marking: '内部' }
    const front = Object.entries({ lang, ...settings }).map(([name, value]) => `${name}: ${value}`)
    const body =
      '<!-- .slide: class="agenda" -->\n\n## 目录\n\n- 一、甲\n- 二、乙\n\n---\n\n<!-- .slide: class="divider" -->\n\n## 一、甲\n\n----\n\n### 某题\n\n- 一点\n'
    const theme = new TextEncoder().encode('footer: number | marking | unit date\n')
    const deck = await deckOf(`---\ntitle: 题目\n${front.join('\n')}\n---\n\n${body}`, {
      'theme.yaml': theme,
    })
    const read = await parse(Uint8Array.from(await pptx(deck)).buffer)
    const around = read.slides.map(({ elements }) =>
      elements.flatMap((one) =>
        'content' in one && 'name' in one && !/标题|文字|要点/.test(one.name)
          ? [[one.name, one.content.replace(/<[^>]*>|&nbsp;/g, ''), one.left] as const]
          : [],
      ),
    )
    const words = around.map((slide) =>
      slide.filter(([, said]) => said).map(([name, said]) => `${name} ${said}`),
    )
    expect(words[2]?.toSorted()).toEqual(
      ['页码 3', '标记 内部', '页脚 某某市委', '日期 2026年11月', '部分 一、甲'].sort(),
    )
    const at = (name: string): number => around[2]?.find((one) => one[0] === name)?.[2] ?? 0
    expect(at('页码')).toBeLessThan(at('标记'))
    expect(at('标记')).toBeLessThan(at('页脚'))
    expect(at('页脚')).toBeLessThan(at('日期'))
    expect(words[1]).toContain('部分序号 01')
    expect(words[1]?.join()).toContain('篇幅 1页')
    expect(words[1]?.join()).not.toMatch(/,部分 /)
  })

  it('follows a layout that somebody moved: the slide says no place of its own', async () => {
    const read = await parse(Uint8Array.from(await pptx(await ownDeck())).buffer)
    for (const { elements } of read.slides) {
      const title = elements.find((one) => 'name' in one && one.name === '标题')
      expect(title?.width).toBeGreaterThan(80)
    }
    expect(new Set(read.themeColors).size).toBeGreaterThan(4)
  })
})

describe('what a slide holds', () => {
  it('stays what it is: tables, pictures, links, code', async () => {
    const bytes = await pptx(await all())
    const [, words, table, columns, code, dark, alone] = slidesOf(bytes).filter(
      ({ xml }) => !xml.includes('（续）'),
    )
    expect(words?.xml).toContain('<a:buAutoNum type="arabicPeriod"/>')
    expect(words?.xml).toMatch(/<a:rPr [^>]*b="1"[^>]*\/?>(?:<\/a:rPr>)?<a:t>粗体/)
    expect(words?.xml).toContain('baseline="30000"')
    expect(words?.xml).toContain('ppaction://hlinksldjump')
    expect(table?.xml).toMatch(/<a:tbl>.*绝密/)
    expect(table?.xml).toContain('descr="一个点"')
    expect(columns?.words).toEqual(['并排', '左一', '左二', '右边一段'])
    expect(code?.words).toContain('const a = 1 // 说明')
    expect(dark?.xml).toContain('a:overrideClrMapping')
    expect(alone?.layout).toBe('要点（无标题）')
    const parts = partsOf(bytes)
    expect(Object.keys(parts)).toContain('ppt/media/image1.png')
    expect(parts['ppt/slides/_rels/slide2.xml.rels']).toContain('https://example.org/?a=1&amp;b=2')
    expect(parts['docProps/core.xml']).toContain('<dc:title>各种内容 &lt;&amp;&gt;</dc:title>')
  })

  it('comes on clicks as on the wall, and all at once where the deck says so', async () => {
    const deck = (incremental: boolean): Promise<Deck> =>
      deckOf(`---\nlang: zh-CN\nincremental: ${incremental}\n---\n\n## 一\n\n- 甲\n  - 乙\n- 丙\n`)
    const [one] = slidesOf(await pptx(await deck(true)))
    expect(one?.xml.match(/nodeType="clickEffect"/g)).toHaveLength(2)
    expect(one?.xml.match(/nodeType="withEffect"/g)).toHaveLength(1)
    expect(one?.xml).toContain('<p:pRg st="1" end="1"/>')
    const [still] = slidesOf(await pptx(await deck(false)))
    expect(still?.xml).not.toContain('p:timing')
  })

  it('has the numeral of an item beside its words, and a longer beginning within them', async () => {
    const points = ['**一是**加大宣传教育', '**坚持守正创新**，紧跟时代步伐']
    const [slide] = slidesOf(
      await pptx(
        await deckOf(
          `<!-- .slide: class="panels" -->\n\n### 原则\n\n${points.map((one) => `- ${one}\n`).join('')}`,
        ),
      ),
    )
    expect(slide?.words).toEqual(['原则', '一是', '加大宣传教育', '坚持守正创新，紧跟时代步伐'])
  })

  it('has the sections of a long agenda in boxes of one size, read downwards', async () => {
    const long = '健全推动高质量发展的体制机制，推进治理体系和能力现代化'
    const sections = Array.from({ length: 15 }, (_, i) => `${i + 1}、${i % 4 ? '健全体系' : long}`)
    const markdown = `<!-- .slide: class="agenda" -->\n\n## 目录\n\n${sections.map((one) => `- ${one}\n`).join('')}`
    const [slide] = slidesOf(await pptx(await deckOf(markdown)))
    const boxes = [
      ...(slide?.xml ?? '').matchAll(
        /name="要点 \d+".*?<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/g,
      ),
    ].map(([, ...numbers]) => numbers.map(Number))
    expect(boxes).toHaveLength(15)
    expect(new Set(boxes.map(([, , width, height]) => `${width} ${height}`)).size).toBe(1)
    expect(boxes[1]?.[0]).toBe(boxes[0]?.[0])
    expect(boxes[8]?.[0]).toBeGreaterThan(boxes[0]?.[0] ?? 0)
    expect(boxes[8]?.[1]).toBe(boxes[0]?.[1])
  })

  it('has a layout for every form that a slide may have', () => {
    const named = Object.keys(officeWords('zh-CN').layouts)
    expect(layouts.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([])
  })

  it('has the sections of the document', async () => {
    const main = partsOf(await pptx(await ownDeck()))['ppt/presentation.xml'] ?? ''
    const names = [...main.matchAll(/<p14:section name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toHaveLength(6)
    expect(names[1]).toBe('一、进一步提高认识，增强做好保密工作的政治责任感和使命感')
  })
})

it('writes XML that every parser reads back as it was, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, value) => {
      const read = parseXml(partText(element('a', { b: value }, text)), 'a.xml')
      const sayable = (words: string): string =>
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to say them
        fromUtf8(toUtf8(words)).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd]/g, '')
      expect(sayable(read.children.join(''))).toBe(sayable(text))
      expect(sayable(read.attributes['b'] ?? '')).toBe(sayable(value))
    }),
  )
})

const toUtf8 = (words: string): Uint8Array => new TextEncoder().encode(words)
const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** The paragraphs of a slide's notes. */
function paragraphs(html: string): string[] {
  const notes = /<aside class="notes">(.*)<\/aside>/s.exec(html)?.[1] ?? ''
  return [...notes.matchAll(/<p[ >].*?<\/p>/gs)].map(([paragraph]) =>
    bare(
      paragraph
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .replaceAll('&nbsp;', '\u00a0'),
    ),
  )
}
