import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { parseXml } from '../../src/document/readers/xml.ts'
import { agendaItems } from '../../src/office/papers/agenda.ts'
import { deckToPaper } from '../../src/office/papers/deck-to-paper.ts'
import { paperKinds } from '../../src/office/papers/paper.ts'
import { paperToDocx } from '../../src/office/papers/paper-to-docx.ts'
import { paperToPage } from '../../src/office/papers/paper-to-page.ts'
import { questionOf } from '../../src/office/papers/quiz.ts'
import { Terms } from '../../src/office/papers/terms.ts'
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

  it('go through the sections with what each is about, and leave room to write', async () => {
    const deck = await ownDeck()
    const items = agendaItems(deck)
    expect(items.map(({ name }) => name.slice(0, 2))).toEqual(['', '一、', '二、', '三、', '四、'])
    const lines = write(deck, 'minutes')
    expect(lines.filter((line) => line === '议定事项')).toHaveLength(items.length)
    const [name = '', heading = ''] = [items[2]?.name, items[2]?.slides[0]?.heading]
    expect(lines[lines.indexOf(name) + 1]).toContain(heading)
  })

  it('stay short for a deck of many sections, and go through the slides of one without any', async () => {
    const section = (n: number): string =>
      `<!-- .slide: class="divider" -->\n\n## 第${n}节\n\n---\n\n### 甲\n\n- 乙\n`
    const many = write(
      await deckOf(Array.from({ length: 60 }, (_, n) => section(n)).join('\n---\n\n')),
      'minutes',
    )
    expect(many.filter((line) => /^第\d+节$/.test(line))).toHaveLength(60)
    expect(many.filter((line) => line === '议定事项')).toHaveLength(1)
    const short = await deckOf('## 一、范围\n\n- 甲\n')
    const files = [...(await deckOf('## 开头\n\n- 丙\n')).files, ...short.files]
    expect(agendaItems({ ...short, files }).map(({ name }) => name)).toEqual(['开头', '一、范围'])
    const plain = write(await deckOf('### 甲事\n\n- 一\n\n---\n\n### 乙事\n\n- 二\n'), 'minutes')
    expect(plain).toEqual(expect.arrayContaining(['甲事', '乙事']))
    const two = await deckOf('## 要求\n\n### 甲事\n\n- 一\n\n### 丙事\n\n- 三\n\n---\n\n## 其他\n\n- 二\n')
    expect(write(two, 'minutes').join('\n')).toContain('丙事')
    expect(plain).not.toContain('一')
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
      expect(points).toContain(question.replace(/_+/, key[i]?.replace(/（见.*）$/, '') ?? ''))
    expect(key[9]).toMatch(/（见[一二三四]、.+）$/)
  })

  it('ask for amounts first, never for words of a person’s own, and say where each answer stands', async () => {
    const deck = await deckOf(
      '<!-- .slide: class="divider" -->\n\n## 二、检查内容\n\nNote:\n二、检查内容\n\n---\n\n### 借阅登记\n\n- 借阅期限一般不超过15日\n- 建议以后期限都定为30日\n- 建立健全档案借阅登记管理制度\n\n' +
        'Note:\n（二）借阅登记。借阅期限一般不超过15日；建立健全档案借阅登记管理制度。\n\n---\n\n### 期限\n\n- 自公布之日起满30日施行的规定\n\nNote:\n第三条　自公布之日起满30日施行的规定。\n',
    )
    const lines = write(deck, 'quiz', 2)
    expect(lines.filter((line) => line.includes('____'))).toEqual([
      '借阅期限一般不超过____________',
      '自公布之日起满____________施行的规定',
    ])
    expect(lines.slice(-2)).toEqual(['15日（见二、检查内容（二））', '30日（见第三条）'])
  })

  it('are pages that print from any browser and run nothing', async () => {
    const page = paperToPage(deckToPaper(await deckOf(everything), 'minutes'))
    expect(page).toContain('各种内容 &#60;&#38;&#62;')
    expect(page).not.toMatch(/<script|https?:/)
    // What stands in a table's head is printed on every page of it.
    const marked = await deckOf('---\nmarking: 内部资料\n---\n\n# 甲\n\n- 乙\n')
    expect(paperToPage(deckToPaper(marked, 'minutes'))).toMatch(/<thead><tr><td><header>.*内部资料/)
  })

  it('say where no point has anything to ask for', async () => {
    const deck = await deckOf('# 一\n\n- 短\n')
    expect(() => deckToPaper(deck, 'quiz')).toThrow(/no point has a figure or a term/)
  })
})

it('asks for the figure of a point, its date, what it quotes, its bold words, a term of its clause', () => {
  const asked = (text: string, bold = '', deck = ''): string | null => {
    const [before = '', behind = ''] = bold ? text.split(bold) : [text]
    const runs = [{ text: before }, ...(bold ? [{ text: bold, bold: true }, { text: behind }] : [])]
    const question = questionOf({ runs: runs.filter(({ text }) => text) }, new Terms(deck || text, 'zh-CN'))
    if (question) expect(question.before + question.answer + question.behind).toBe(text)
    return question?.answer ?? null
  }
  expect(asked('坚持党管保密，落实保密责任制', '党管保密')).toBe('党管保密')
  expect(asked('一是加强领导，落实“四个意识”', '一是')).toBe('四个意识')
  expect(asked('粮食总产量从3.68万亿斤增长到4.93万亿斤')).toBe('4.93万亿斤')
  expect(asked('到2035年，乡村振兴取得决定性进展', '到2035年')).toBe('2035年')
  expect(asked('自2024年5月1日起施行本法的规定')).toBe('2024年5月1日')
  expect(asked('全面贯彻实施《保密法》')).toBe('保密法')
  expect(asked('Our economy created over 6.5 million jobs last year')).toBe('6.5 million jobs')
  // Never a whole clause, though it is bold.
  expect(asked('加强农田水利建设，提高抗旱防洪除涝能力', '加强农田水利建设')).toBe('农田水利建设')
  expect(asked('健全投入保障制度，创新投融资机制', '健全投入保障制度')).toBe('投入保障制度')
  expect(asked('任何危害国家秘密安全的行为，都必须受到法律追究。')).toBe('受到法律追究')
  expect(asked('因违约解除的，可以请求违约方承担责任', '', '违约方、违约方、违约方')).not.toMatch(/^方/)
  // Said again beside the blank.
  expect(asked('既要绿色发展，更要绿色发展')).not.toBe('绿色发展')
  expect(asked('加强领导工作')).toBe(null)
  // What must be known to the letter goes before what is bold.
  expect(asked('决定自2026年12月1日起在全机关开展专项检查', '专项检查')).toBe('2026年12月1日')
  expect(asked('经主要负责人签字后于12月10日17时前报档案室')).toBe('12月10日17时')
  expect(asked('确需延长的，应当在到期前3日内办理续借手续', '应当在到期前3日内办理续借手续')).toBe('3日')
  expect(asked('每半年至少开展一次备份数据的恢复测试')).toBe('一次')
  expect(asked('温度应当控制在14℃至24℃，并做好记录')).toBe('14℃至24℃')
  expect(asked('电子档案应当一式三套，一套封存保管，一套异地保存')).toBe('三套')
})
