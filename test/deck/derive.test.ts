import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import { auditDeck } from '../../src/deck/audit/audit.ts'
import { composeDeck } from '../../src/deck/compose.ts'
import { loadDocument } from '../../src/deck/document.ts'
import { escapeMarkdown } from '../../src/deck/escape.ts'
import { loadDeck } from '../../src/deck/load.ts'
import { outline, readDocument } from '../../src/document/index.ts'
import { Fault } from '../../src/fault.ts'
import { keyPoints } from '../../src/keypoints/index.ts'

const source = 'slides/heilongjiang-secrecy/source.txt'
const bare = (text: string): string => text.replace(/\s+/gu, '')

async function derive(text: string) {
  const document = outline(await readDocument({ name: 'a.txt', bytes: new TextEncoder().encode(text) }))
  return { document, draft: composeDeck(document, keyPoints(document)) }
}

/** The words of the notes, each run of slides with the same notes once. */
function recite(draft: Awaited<ReturnType<typeof derive>>['draft']): string {
  const notes = draft.files.flatMap((file) => file.slides.map((slide) => slide.notes.join('')))
  return bare(notes.filter((words, i) => words !== notes[i - 1]).join(''))
}

const clause = fc.stringMatching(/^[一-龥“”《》（）\w*_#<>&$|[\]-]{1,24}$/)
const paragraph = fc.array(clause, { minLength: 1, maxLength: 8 }).map((clauses) => `${clauses.join('，')}。`)
const documents = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((sections) =>
    [
      '关于某项工作的意见',
      ...sections.flatMap((section, i) => [`${'一二三四五'[i]}、加强工作`, ...section]),
    ].join('\n'),
  )

describe('a derived deck', () => {
  it('loses nothing: its notes give the document back', async () => {
    const text = readFileSync(source, 'utf8')
    expect(recite((await derive(text)).draft)).toBe(bare(text))
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        expect(recite((await derive(text)).draft)).toBe(bare(text))
      }),
    )
  })

  it('invents nothing: every heading and point stands in its own notes', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        for (const { slides } of (await derive(text)).draft.files)
          for (const { layout, heading, points, notes } of slides) {
            if (layout.startsWith('agenda')) continue
            for (const point of points) expect(bare(notes.join(''))).toContain(bare(point))
            expect(bare(text)).toContain(bare(heading))
          }
      }),
    )
  })

  it('stands in slides/ for the real document, every word of it', async () => {
    const deck = await loadDeck('slides', 'heilongjiang-secrecy')
    const document = await loadDocument(deck.folder)
    const audit = document && auditDeck(deck, document)
    expect(audit?.differences).toEqual([])
    expect(audit?.points).toMatchObject({ edited: 0, added: 0 })
    expect(audit?.paragraphs.whole).toBe(audit?.paragraphs.total)
  })
})

it('escapes Markdown so that any line reads as itself', () => {
  const md = new MarkdownIt()
  const line = fc.stringMatching(/^[ -~一-龥、。（）“”]{1,40}$/).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(line, (text) => {
      const tokens = md.parse(escapeMarkdown(text), {})
      const read = (tokens[1]?.children ?? []).map((token) => token.content).join('')
      expect(tokens.map((token) => token.type)).toEqual(['paragraph_open', 'inline', 'paragraph_close'])
      expect(read.trim()).toBe(text.trim())
    }),
  )
})

describe('study-deck derive', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('changes nothing the second time, and keeps what a person edited', async () => {
    const options = { deck: 'a', slides: folder }
    await deriveCommand(source, options)
    const file = join(folder, 'a/01.md')
    const edited = readFileSync(file, 'utf8').replace('跌宕起伏', '复杂')
    writeFileSync(file, edited)
    await deriveCommand(source, options)
    expect(readFileSync(file, 'utf8')).toBe(edited)
    expect(readFileSync(join(folder, 'a/source.txt'))).toEqual(readFileSync(source))
    expect(readdirSync(join(folder, 'a')).filter((name) => name.endsWith('.partial'))).toEqual([])
    expect((await loadDeck(folder, 'a')).settings.incremental).toBe(true)
  })

  it.each([
    ['a missing file', 'no-such-file.txt', 'a'],
    ['a folder', 'src', 'a'],
    ['a slug that leaves the folder', source, '../a'],
  ])('refuses %s and writes nothing', async (_what, file, deck) => {
    await expect(deriveCommand(file, { deck, slides: join(folder, 'slides') })).rejects.toThrow(Fault)
    expect(existsSync(join(folder, 'slides'))).toBe(false)
  })
})
