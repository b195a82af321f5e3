import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outline, readDocument } from '../../src/document/index.ts'
import { Fault } from '../../src/fault.ts'
import { samples } from '../samples.ts'
import { expectSound } from './invariants.ts'
import { makeDocx, par } from './make-docx.ts'

/** `npm run fuzz` sets it higher. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const TIMEOUT = 30_000 + RUNS * 100

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

async function soundOrFault(name: string, bytes: Uint8Array): Promise<void> {
  try {
    expectSound(outline(await readDocument({ name, bytes })))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error.message).toMatch(/^[a-z].{10,}$/su)
  }
}

const piece = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '三、',
    '（一）',
    '（二）',
    '1.',
    '2、',
    '（1）',
    '①',
    '第一章　',
    '第二章 ',
    '第一条　',
    '第二条 ',
    '第三条',
    '第一，',
  ],
  ...[
    'A. ',
    'B. ',
    'I. ',
    'Article 1.',
    'Chapter 2 ',
    '1.1 ',
    '1.2.3 ',
    '一是',
    '二是',
    '——',
    '附件：',
    '目　录',
    '同志们：',
    '附 则',
  ],
  ...[
    '　　',
    '    ',
    ' ',
    '\u00a0',
    '\n',
    '\n\n',
    '\r\n',
    '\f',
    '\t',
    '。',
    '；',
    '：',
    '！',
    '，',
    '”',
    '“',
    '（',
    '）',
    '(',
    ')',
    '.',
    ';',
  ],
  ...[
    '加强领导',
    '关于进一步加强环境保护工作的意见',
    '坚持依法行政，努力提高水平',
    '国发〔2011〕35号',
    '2024年1月2日',
    'the people',
    'WE THE PEOPLE',
  ],
  ...[
    '为了保护环境，防治污染，保障公众健康，推进生态文明建设，促进经济社会可持续发展，制定本条例',
    '国　务　院',
    '(来源：某报)',
    '---',
    '=====',
    '|a|b|',
    '# ',
    '## ',
    '**',
    '[1]',
    '甲\t1\n乙\t\t2\n丙\t3',
    '5',
    '\ud83d\ude00',
    '\u200b',
    '<p>',
    '</p>',
    '<b>',
    '<!--',
    '&#x3000;',
  ],
)
const structured = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''))

test('loses nothing and keeps order, whatever the text', { timeout: TIMEOUT }, async () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html')
  const text = fc.oneof({ weight: 5, arbitrary: structured }, fc.string({ unit: 'grapheme', maxLength: 300 }))
  await fc.assert(
    fc.asyncProperty(name, text, (file, words) => soundOrFault(file, bytesOf(words))),
    { numRuns: RUNS },
  )
})

test('loses nothing of a Word document', { timeout: TIMEOUT }, async () => {
  const words = structured.map((text) => text.replace(/[<>&\f]/gu, ''))
  const properties = fc.constantFrom(
    '',
    '<w:jc w:val="center"/>',
    '<w:outlineLvl w:val="0"/>',
    '<w:outlineLvl w:val="3"/>',
  )
  const paragraph = fc
    .tuple(words, properties)
    .map(([text, style]) => par(text, style, style === '' ? '<w:b/>' : ''))
  const row = fc
    .array(paragraph, { maxLength: 4 })
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
  const table = fc.array(row, { maxLength: 3 }).map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`)
  const body = fc.array(fc.oneof({ weight: 6, arbitrary: paragraph }, table), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(body, (parts) => soundOrFault('a.docx', makeDocx(parts.join('')))),
    { numRuns: Math.ceil(RUNS / 3) },
  )
})

test('answers bytes of any kind with a document or a fault', { timeout: TIMEOUT }, async () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf')
  await fc.assert(fc.asyncProperty(name, fc.uint8Array({ maxLength: 400 }), soundOrFault), { numRuns: RUNS })
})

test.skipIf(samples.length === 0)(
  'stands real files with bytes flipped or cut off',
  { timeout: TIMEOUT },
  async () => {
    const files = samples.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
    const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      maxLength: 8,
    })
    const cut = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), flips, cut, async ({ name, bytes }, changes, length) => {
        const changed = Uint8Array.from(bytes).subarray(0, Math.ceil(bytes.length * length))
        for (const [place, byte] of changes) changed[Math.floor(place * (changed.length - 1))] = byte
        await soundOrFault(name, changed)
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    )
  },
)
