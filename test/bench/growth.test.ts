import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { installedAssets, installedPdfTables } from '../../src/assets/installed.ts'
import { auditDeck } from '../../src/deck/audit/audit.ts'
import { draftOf } from '../../src/deck/derive.ts'
import { deckMarkdown, fileText } from '../../src/deck/markdown.ts'
import { mergeDeck } from '../../src/deck/merge.ts'
import { parseDeck } from '../../src/deck/parse.ts'
import { withTimings } from '../../src/deck/timings.ts'
import { lostWords, originalWords, outline, readDocument } from '../../src/document/index.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { makeDocx } from '../document/make-docx.ts'
import { makePdf } from '../document/make-pdf.ts'
import { slowTexts, type Text, type Way } from './growth.ts'
import { fragments, headers, layouts, markups, repeated, rtfUnits, texts, xmlUnits } from './growth-texts.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (name: string, content: string | Uint8Array): Promise<unknown> => {
  const file = { name, bytes: typeof content === 'string' ? bytes(content) : content }
  const source = await readDocument(file, installedPdfTables)
  const words = await originalWords(file, installedPdfTables)
  return [outline(source), words && lostWords(words, source)]
}
const parsed = (text: string): ReturnType<typeof parseDeck> =>
  parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: '01.md', text }],
    isDerived: false,
  })
const derived = async (text: string) => {
  const source = await readDocument({ name: 'a.txt', bytes: bytes(text) })
  return deckMarkdown(draftOf(source, outline(source)))
}
const escaped = (text: string): string =>
  text.replace(/[\0\ud800]/g, ' ').replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`)
const odf =
  'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" office:mimetype="application/vnd.oasis.opendocument.text"'
const flat = (body: string): string =>
  `<?xml version="1.0"?><office:document ${odf}><office:body><office:text><text:p>甲乙。</text:p>${body}</office:text></office:body></office:document>`
const book = (chapter: string): Uint8Array =>
  zipSync({
    'META-INF/container.xml': strToU8('<c><rootfiles><rootfile full-path="o.opf"/></rootfiles></c>'),
    'o.opf': strToU8(
      '<p><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></p>',
    ),
    'a.xhtml': strToU8(`<html><body><p>甲乙。</p>${chapter}`),
  })
const show = (body: string): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8('<R><r Id="r" Type="x/officeDocument" Target="ppt/p.xml"/></R>'),
    'ppt/_rels/p.xml.rels': strToU8('<R><r Id="s" Type="x/slide" Target="s.xml"/></R>'),
    'ppt/p.xml': strToU8('<p><sldIdLst><s r:id="s"/></sldIdLst></p>'),
    'ppt/s.xml': strToU8(
      `<s><cSld><spTree><sp><nvSpPr><nvPr/></nvSpPr><txBody><p><r><t>甲乙。</t></r></p>${body}</txBody></sp></spTree></cSld></s>`,
    ),
  })

/** What is done, with what, and up to how many characters. */
const ways: Readonly<
  Record<string, readonly [way: Way, texts: Readonly<Record<string, Text>>, longest?: number]>
> = {
  'text, read': [(text) => read('a.txt', text), texts],
  'Markdown, read': [(text) => read('a.md', `甲\n${text}`), texts],
  'HTML, read': [(text) => read('a.html', `<html><body>甲\n${text}`), { ...texts, ...markups }],
  'RTF, read': [(text) => read('a.rtf', `{\\rtf1 a ${text}`), { ...texts, ...rtfUnits }],
  'docx, read': [
    (text) => read('a.docx', makeDocx(`<w:p><w:r><w:t>甲乙。</w:t></w:r></w:p>${text}`)),
    xmlUnits('w:'),
  ],
  'docx paragraph, read': [
    (text) => read('a.docx', makeDocx(`<w:p><w:r><w:t>甲${escaped(text)}</w:t></w:r></w:p>`)),
    texts,
  ],
  'odt, read': [(text) => read('a.fodt', flat(text)), xmlUnits('text:')],
  'pptx, read': [(text) => read('a.pptx', show(text)), xmlUnits('')],
  'epub, read': [(text) => read('a.epub', book(text)), { ...texts, ...markups }],
  'mail, read': [
    (text) => read('a.eml', `From: a@b.c\nMIME-Version: 1.0\n${text}\n\n甲乙。\n${text}`),
    { ...texts, ...headers },
  ],
  'PDF, read': [
    (text) =>
      read(
        'a.pdf',
        makePdf([
          text
            .replace(/[\0\ud800]/g, ' ')
            .split('\n')
            .map((words, i) => ({ words, x: 90, y: 760 - (i % 50) * 14, size: 12 })),
        ]),
      ),
    texts,
    32_000,
  ],
  'PDF pieces, read': [(text) => read('a.pdf', makePdf([layouts(text)])), fragments, 32_000],
  'key points': [
    async (text) =>
      keyPoints(
        outline(await readDocument({ name: 'a.txt', bytes: bytes(`标题\n一、甲\n${text}甲是乙。`) })),
      ),
    texts,
  ],
  derive: [async (text) => (await derived(`标题\n一、甲\n${text}甲是乙。`)).map(fileText), texts],
  merge: [
    async (text) => {
      const files = await derived(`标题\n一、甲\n甲是乙。\n${text}`)
      const edited = files.map((file) => ({
        ...file,
        frontMatter: text,
        slides: file.slides.flatMap((slide, i) => (i % 3 ? [`${slide}甲`] : [slide, text.slice(0, 99)])),
        whole: false,
      }))
      return mergeDeck(
        mergeDeck(null, [], files).record,
        edited,
        await derived(`标题\n一、甲\n甲是乙。\n乙。${text}`),
      )
    },
    texts,
  ],
  'audit of notes': [
    async (text) => {
      const source = await readDocument({ name: 'a.txt', bytes: bytes(`标题\n一、甲\n甲是乙。\n${text}`) })
      return auditDeck(await parsed(`# 甲\n\n- 甲是\n\nNote:\n甲是乙。\n${text}甲`), outline(source))
    },
    texts,
  ],
  'audit of slides': [
    async (text) => {
      const source = await readDocument({ name: 'a.txt', bytes: bytes('标题\n一、甲\n甲是乙。\n') })
      return auditDeck(await parsed(`# 甲\n\n- 甲是\n\n${text}`), outline(source))
    },
    texts,
  ],
  timings: [(text) => withTimings(text, { 甲: 1 }), texts],
  'page, text on slides': [
    async (text) => renderDeck(await parsed(text), { fonts: installedAssets().fonts, withNotes: true }),
    { ...texts, ...markups },
    32_000,
  ],
  'page, text in notes': [
    async (text) =>
      renderDeck(await parsed(`# 甲\n\nNote:\n${text}`), { fonts: installedAssets().fonts, withNotes: true }),
    { ...texts, ...markups },
    32_000,
  ],
}

const only = process.env['GROWTH_WAY'] ?? ''
/** In the short form a few texts that once took long, and some of their kind, in the ways that are quick. */
const brief = [
  ...[
    '0',
    '。',
    ' ',
    '\n',
    '“',
    '一、',
    '甲，乙',
    '- a\n',
    '[',
    '**',
    '<!--',
    '<a ',
    '|',
    ':::',
    '--\n',
    '^a',
  ],
  ...[
    'front matter of spaces',
    'attributes without end',
    'nested <b>',
    '<math>',
    '<math><mi>',
    '{',
    'tabs of a paragraph',
    'fields begun',
  ],
]
const isLong = Boolean(process.env['GROWTH'])
const chosen = isLong
  ? Object.entries(ways).filter(([name]) => name.includes(only))
  : Object.entries(ways).filter(([name]) => !/^page|^PDF|^epub|paragraph/.test(name))

describe('time grows as the text does', () => {
  it.each(chosen)(
    '%s',
    async (_, [way, texts, longest]) => {
      const tried = isLong
        ? texts
        : Object.fromEntries(Object.entries(texts).filter(([name]) => brief.includes(name)))
      expect(await slowTexts(way, tried, isLong ? longest : 8000)).toEqual([])
    },
    3_600_000,
  )
  it.skipIf(isLong)(
    'slides of a long text',
    async () => {
      const [way] = ways['page, text on slides'] ?? []
      const long = Object.fromEntries(
        ['甲。', '- 甲\n'].map((name) => [name, repeated([name])[name] ?? String]),
      )
      expect(way && (await slowTexts(way, long, 32_000))).toEqual([])
    },
    120_000,
  )
})
