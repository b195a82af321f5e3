import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { parseXml } from '../../src/document/readers/xml.ts'
import { agendaItems } from '../../src/office/papers/agenda.ts'
import { deckToPaper } from '../../src/office/papers/deck-to-paper.ts'
import { paperKinds } from '../../src/office/papers/paper.ts'
import { paperToDocx } from '../../src/office/papers/paper-to-docx.ts'
import { paperToPage } from '../../src/office/papers/paper-to-page.ts'
import { questionOf } from '../../src/office/papers/quiz.ts'
import { deckOf, everything, ownDeck } from './decks.ts'
import { all, partsOf, textOf } from './read-office.ts'
import { faultsOf } from './validate.ts'

/** The paragraphs of a paper as Word has it. */
function linesOf(bytes: Uint8Array): string[] {
  return all(parseXml(partsOf(bytes)['word/document.xml'] ?? '', 'document'), 'p').map(textOf)
}

const write = (deck: Deck, kind: (typeof paperKinds)[number], count?: number): string[] =>
  linesOf(paperToDocx(deckToPaper(deck, kind, count === undefined ? {} : { count }), false))

describe('the papers of a meeting', () => {
  it('are ones that Word takes as they are', async () => {
    for (const kind of paperKinds) {
      const paper = deckToPaper(kind === 'quiz' ? await ownDeck() : await deckOf(everything), kind)
      for (const official of [false, true])
        expect(await faultsOf(paperToDocx(paper, official), 'docx'), kind).toEqual([])
    }
  })

  it('have a line for each who signs, and what is known of the meeting', async () => {
    const lines = write(await deckOf(everything), 'sign-in', 12)
    expect(lines.slice(0, 5)).toEqual([
      '会议签到表',
      '会议名称',
      '各种内容 <&>',
      '主办单位',
      '某某市委办公室',
    ])
    expect(lines.filter((line) => /^\d+$/.test(line))).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i + 1)),
    )
  })

  it('go through the sections with their points, and leave room to write below each', async () => {
    const deck = await ownDeck()
    const items = agendaItems(deck)
    expect(items.map(({ name }) => name.slice(0, 2))).toEqual(['', '一、', '二、', '三、', '四、'])
    expect(items[2]?.slides[0]?.points.map(({ runs }) => runs[0]?.text)).toContain('不断创新工作思路')
    const lines = write(deck, 'minutes')
    expect(lines.filter((line) => line === '决定')).toHaveLength(items.length)
    expect(lines.indexOf('不断创新工作思路')).toBeGreaterThan(lines.lastIndexOf(items[2]?.name ?? ''))
  })

  it('ask for words of the points, and say the points with the key in the blanks', async () => {
    const deck = await ownDeck()
    const points = agendaItems(deck).flatMap(({ slides }) =>
      slides.flatMap((slide) => slide.points.map(({ runs }) => runs.map(({ text }) => text).join(''))),
    )
    const lines = write(deck, 'quiz', 10)
    const [questions, key] = [lines.filter((line) => line.includes('____')), lines.slice(-10)]
    expect(questions).toHaveLength(10)
    for (const [i, question] of questions.entries())
      expect(points).toContain(question.replace(/_+/, key[i] ?? ''))
  })

  it('are pages that print from any browser and run nothing', async () => {
    const page = paperToPage(deckToPaper(await deckOf(everything), 'minutes'))
    expect(page).toContain('各种内容 &#60;&#38;&#62;')
    expect(page).not.toMatch(/<script|https?:/)
    expect(page).toContain('<ul><li>这里有粗体、斜体')
  })

  it('say where no point has anything to ask for', async () => {
    const deck = await deckOf('# 一\n\n- 短\n')
    expect(() => deckToPaper(deck, 'quiz')).toThrow(/no point has a figure or a term/)
  })
})

it('asks for the bold words of a point, its figure, its date, what it quotes, what it comes to', () => {
  const asked = (text: string, bold = ''): string | null => {
    const [before = '', behind = ''] = bold ? text.split(bold) : [text]
    const runs = [{ text: before }, ...(bold ? [{ text: bold, bold: true }, { text: behind }] : [])]
    const question = questionOf({ runs: runs.filter(({ text }) => text) })
    if (question) expect(question.before + question.answer + question.behind).toBe(text)
    return question?.answer ?? null
  }
  expect(asked('坚持党管保密，落实保密责任制', '党管保密')).toBe('党管保密')
  expect(asked('一是加强领导，落实“四个意识”', '一是')).toBe('四个意识')
  expect(asked('粮食总产量从3.68万亿斤增长到4.93万亿斤')).toBe('4.93万亿斤')
  expect(asked('到2035年，乡村振兴取得决定性进展', '到2035年')).toBe('2035年')
  expect(asked('自2024年5月1日起施行本法的规定')).toBe('2024年5月1日')
  expect(asked('全面贯彻实施《保密法》')).toBe('保密法')
  expect(asked('军事方面的保密事项范围，由中央军事委员会规定。')).toBe('由中央军事委员会规定')
  expect(asked('Our economy created over 6.5 million jobs last year')).toBe('6.5 million jobs')
  expect(asked('加强组织领导工作')).toBe(null)
})
