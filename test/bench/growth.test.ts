import { describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { auditDeck } from '../../src/deck/audit/audit.ts'
import { draftOf } from '../../src/deck/derive.ts'
import { deckMarkdown, fileText } from '../../src/deck/markdown.ts'
import { parseDeck } from '../../src/deck/parse.ts'
import { outline, readDocument } from '../../src/document/index.ts'
import { Fault } from '../../src/fault.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { renderDeck } from '../../src/page/render-deck.ts'

/** Characters; each text is read at these lengths until one takes more than `enough`. */
const lengths = [2000, 8000, 32_000]
/** Milliseconds of processor time: at a longer text nothing more is to be learnt. */
const enough = 500
/** Less than this is the machine's own noise. */
const noise = 30
/** Four times the text takes four times the time where time is linear, and sixteen times where it is quadratic. */
const most = 9

/** Pieces of text that a pattern may go over again and again when they are repeated without end. */
const units = [
  ...['0', '1.', '1,', '9 ', '1-', '1%', '1年', '２', '第1条', '(1)', '1. ', '1.1'],
  ...[' ', '\n', '\t', '　', '\u00a0', ' \n', '\n\n', '\r', '\u200b', '\u0301', '\u{1f600}'],
  ...['。', '，', '、', '；', '：', '！', '…', '—', '·', '.', ',', ';', ':', '-', '=', '+'],
  ...['（', '）', '“', '”', '《', '》', '(', ')', '"', "'", '「', '【', '〔', '（）', '《》', '“”'],
  ...['一', '一、', '第一', '第', '（一）', '一是', '首先', '不', '的', '和', '如果', '但', '为', '年'],
  ...['甲', '甲。', '甲，乙', '甲\n', '甲\n\n', '甲 ', '甲a', '不得甲，', '一要甲；', '甲：乙；'],
  ...['a', 'A', 'a ', 'A ', 'a. ', 'A. ', 'a, ', 'Mr. ', 'and ', 'not ', 'IV', 'I. ', '(a) ', 'a-', 'a\n'],
  ...['- ', '> ', '# ', '* ', '1) ', '- a\n', '> a\n', '# a\n', '  - a\n', '    a\n', '>', '#', '# ', '\t- '],
  ...[
    '*',
    '**',
    '*a',
    '**a**',
    '_',
    '`',
    '``a',
    '~',
    '~~a',
    '=',
    '==',
    '$',
    '$$',
    '$a',
    '^',
    '^a',
    '\\',
    '\\(',
  ],
  ...[
    '[',
    '[a',
    '[a](',
    '![',
    '](',
    ']',
    '[a]',
    '[^a]',
    '[^a]: b\n',
    '[a]: b\n',
    ': a\n',
    ':::',
    '::: a\n',
    '{',
    '{.a}',
  ],
  ...[
    '<',
    '>',
    '</',
    '<a ',
    '<a>',
    '</a>',
    '<b>',
    '<div>',
    '<div>\n',
    '<!',
    '<!--',
    '-->',
    '<!---->',
    '<?',
    '<![CDATA[',
  ],
  ...[
    '<!-- .slide:',
    '<!-- .element: ',
    '<!-- .element: class="a" -->',
    '<!-- a -->\n',
    '<p style="a:',
    '<svg>',
    '<table>',
  ],
  ...[
    '&',
    '&amp;',
    '&#',
    '|',
    '|a',
    '|a|b|\n',
    '|-',
    '---\n',
    '----\n',
    '--\n',
    '\n---\n\n',
    'Note:\n',
    '```\n',
    '```a\n',
  ],
  ...[
    'http://',
    'http://a.b ',
    'www.a',
    'a@b.c ',
    'a@',
    '@',
    '%',
    '%20',
    '/',
    '//',
    'url(',
    'data:',
    '\0',
    '\ufeff',
    '\ud800',
  ],
]
const texts: Readonly<Record<string, (length: number) => string>> = {
  ...Object.fromEntries(
    units.map((unit) => [unit, (length: number) => unit.repeat(Math.ceil(length / unit.length))]),
  ),
  'front matter of spaces': (length) => `---\ntitle: ${' '.repeat(length)}\n# 甲\n`,
  'front matter without end': (length) => `---\n${'a: b\n'.repeat(length / 5)}`,
  'attributes without end': (length) => `# 甲\n\n<!-- .slide: ${'a=b '.repeat(length / 4)}`,
  'one attribute after another': (length) => `# 甲\n\n<!-- .slide: ${'a="b" '.repeat(length / 6)}-->`,
  'spaces between letters': (length) => `甲${' '.repeat(length)}乙`,
  'spaces in a quotation': (length) => `“${' '.repeat(length)}甲`,
  'a style of spaces': (length) => `<p style="color:${' '.repeat(length)}x">甲</p>`,
  'a style of many': (length) => `<p style="${'color:red;'.repeat(length / 10)}">甲</p>`,
  'an address of spaces': (length) => `<img src="${' '.repeat(length)}x">`,
  'a class of spaces': (length) => `<p class="${' '.repeat(length)}x">甲</p>`,
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parsed = (text: string): ReturnType<typeof parseDeck> =>
  parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: '01.md', text }],
    isDerived: false,
    revealMd: {},
  })

const ways: Readonly<Record<string, (text: string) => unknown>> = {
  document: async (text) => outline(await readDocument({ name: 'a.txt', bytes: bytes(text) })),
  keypoints: async (text) =>
    keyPoints(outline(await readDocument({ name: 'a.txt', bytes: bytes(`标题\n一、甲\n${text}甲是乙。`) }))),
  markdown: async (text) => readDocument({ name: 'a.md', bytes: bytes(`甲\n${text}`) }),
  html: async (text) => readDocument({ name: 'a.html', bytes: bytes(`<html><body>甲\n${text}`) }),
  rtf: async (text) => readDocument({ name: 'a.rtf', bytes: bytes(`{\\rtf1 a ${text}`) }),
  derive: async (text) => {
    const source = await readDocument({ name: 'a.txt', bytes: bytes(`标题\n一、甲\n${text}甲是乙。`) })
    return deckMarkdown(draftOf(source, outline(source))).map(fileText)
  },
  audit: async (text) => {
    const source = await readDocument({ name: 'a.txt', bytes: bytes(`标题\n一、甲\n甲是乙。\n${text}`) })
    return auditDeck(await parsed(`# 甲\n\n- 甲是\n\nNote:\n甲是乙。\n${text}`), outline(source))
  },
  page: async (text) => renderDeck(await parsed(text), { fonts: installedAssets().fonts, withNotes: true }),
}

/** Processor time in milliseconds: what else the machine does hardly counts. */
async function timeOf(way: (text: string) => unknown, text: string): Promise<number> {
  const before = process.cpuUsage()
  try {
    await way(text)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The time of a text and of one four times as long; the least of several runs where they look bad, for noise only adds. */
async function timesOf(
  way: (text: string) => unknown,
  short: string,
  long: string,
): Promise<[number, number]> {
  let [once, fourfold] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 4; run++) {
    once = Math.min(once, Math.max(noise, await timeOf(way, short)))
    fourfold = Math.min(fourfold, await timeOf(way, long))
    if (fourfold / once < most || fourfold > 10 * enough) break
  }
  return [once, fourfold]
}

/** The texts whose time grows faster than they do, each with its times. */
async function slowTexts(way: (text: string) => unknown): Promise<string[]> {
  const slow: string[] = []
  for (const [name, make] of Object.entries(texts))
    for (let i = 1; i < lengths.length; i++) {
      const [short = 0, long = 0] = lengths.slice(i - 1)
      const [once, fourfold] = await timesOf(way, make(short), make(long))
      if (process.env['GROWTH'] === 'all')
        console.log(`${JSON.stringify(name)} ${long}: ${once} → ${fourfold}`)
      if (fourfold / once >= most)
        slow.push(`${JSON.stringify(name)}: ${long} characters, ${once} → ${fourfold} ms`)
      if (fourfold > enough) break
    }
  return slow
}

describe.skipIf(!process.env['GROWTH'])('time grows as the text does', () => {
  it.each(Object.entries(ways))('%s', async (_, way) => expect(await slowTexts(way)).toEqual([]), 1_200_000)
})
