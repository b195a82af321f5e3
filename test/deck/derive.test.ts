import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import { auditDeck } from '../../src/deck/audit/audit.ts'
import { Fault } from '../../src/fault.ts'
import { loadDeck, loadDocument } from '../../src/store/load.ts'

const source = 'slides/heilongjiang-secrecy/source.txt'
describe('the committed deck', () => {
  it('holds every word of its document, and no other', async () => {
    const deck = await loadDeck('slides', 'heilongjiang-secrecy')
    const document = await loadDocument(deck.folder)
    const audit = document && auditDeck(deck, document)
    expect(audit?.differences).toEqual([])
    expect(audit?.points).toMatchObject({ edited: 0, added: 0 })
    expect(audit?.paragraphs.whole).toBe(audit?.paragraphs.total)
  })
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

  it('tells where the document had a picture that it could not take', async () => {
    const told: string[] = []
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((line) => told.push(`${line}`) > 0)
    writeFileSync(join(folder, 'a.md'), '# 意见\n\n加强领导。\n\n![](结构图.png)\n')
    await deriveCommand(join(folder, 'a.md'), { slides: folder })
    output.mockRestore()
    expect(told.join('')).toContain('原文“加强领导。”后面还有：图片（没有带进来）')
  })

  it('keeps the document untouched beside the slides, its text as source.txt, and its pictures', async () => {
    const gbk = Buffer.from('d2bba1a2cdb3d2bbcbbccfeb0d0ab1a3c3dcb9a4d7f7a1a30a', 'hex')
    const markdown = Buffer.from('# 意见\n\n**加强**领导。\n')
    const page = Buffer.from('<p>甲，乙。</p><img src="data:image/gif;base64,R0lGODlh" alt="图">')
    const kept: [string, Buffer, string, string[]][] = [
      ['a.txt', gbk, '一、统一思想\n保密工作。\n', ['source.original.txt']],
      ['b.md', markdown, '意见\n加强领导。\n', ['source.md']],
      ['c.html', page, '甲，乙。\n图', ['source.html', 'image1.gif']],
    ]
    for (const [name, bytes, text, files] of kept) {
      writeFileSync(join(folder, name), bytes)
      await deriveCommand(join(folder, name), { slides: folder })
      const deck = join(folder, name.slice(0, 1))
      expect(readFileSync(join(deck, 'source.txt'), 'utf8').trim()).toBe(text.trim())
      expect(readFileSync(join(deck, files[0] ?? ''))).toEqual(bytes)
      for (const file of files) expect(existsSync(join(deck, file))).toBe(true)
      expect((await loadDeck(folder, name.slice(0, 1))).files.map(({ path }) => path)).not.toContain(
        join(deck, 'source.md'),
      )
    }
  })

  it('says plainly that a document has no headings, and what its parts begin with', async () => {
    const about = (topic: string): string =>
      `${topic}是一件大事。我们要从${topic}的实际出发，抓住${topic}的重点，解决${topic}的难点，总结${topic}的经验，推广${topic}的做法，让${topic}见到成效。`
    const text = ['粮食安全', '铁路建设', '医疗改革']
      .flatMap((topic) =>
        [1, 2, 3, 4, 5].map((at) => `${at === 1 ? '' : `其${at}，`}${about(topic)}${about(topic)}`),
      )
      .join('\n')
    writeFileSync(join(folder, 'a.txt'), text)
    await deriveCommand(join(folder, 'a.txt'), { slides: folder })
    const opening = readFileSync(join(folder, 'a/00.md'), 'utf8')
    expect(opening).toMatch(/^---\ntitle: a\n/)
    expect(opening).toMatch(
      /## 目录\n\n- 粮食安全.*\n- 铁路建设.*\n- 医疗改革.*\n\nNote:\n原文没有小标题，以下按话题分段\n/,
    )
    const deck = await loadDeck(folder, 'a')
    const document = await loadDocument(deck.folder)
    const audit = document && auditDeck(deck, document)
    expect(audit?.differences).toEqual([])
    expect(audit?.points).toMatchObject({ edited: 0, added: 0 })
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
