import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { mergeFile } from '../../src/office/merge/merge-file.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { pdfText } from '../browser/pdf-text.ts'
import { dot, everything, fonts, ownDeck } from './decks.ts'
import { slidesOf } from './read-office.ts'

const isThere = spawnSync('soffice', ['--version']).status === 0
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-office-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What LibreOffice makes of a file. */
function converted(name: string, bytes: Uint8Array, to: string): Uint8Array {
  writeFileSync(join(folder, name), bytes)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const { stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)],
    { encoding: 'utf8', timeout: 100_000 },
  )
  const made = join(folder, name.replace(/\w+$/, to.replace(/:.*/, '')))
  return readFileSync(made, stderr ? undefined : null)
}

/** An OpenDocument file with other words in it. */
function rewritten(bytes: Uint8Array, edit: (content: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const files: Zippable = {}
  // The kind of file stands first in it, and unpacked.
  for (const [path, part] of Object.entries(parts))
    files[path] =
      path === 'content.xml'
        ? strToU8(edit(strFromU8(part)))
        : path === 'mimetype'
          ? [part, { level: 0 }]
          : part
  return zipSync(files)
}

/** A font may draw a sign that another character has as well: … and ⋯. */
const letters = (words: string): string => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

const markdown = `---
title: 保密
lang: zh-CN
unit: 某某市委办公室
marking: 内部资料
---

### 一、提高认识

- 第一点，很重要
- 第二点

Note:
第一段备注。

第二段备注。

---

### 二、完善制度

- 第三点
- 第四点

Note:
第三段备注。
`
const files = new Map([['01.md', strToU8(markdown)]])

describe.skipIf(!isThere)('LibreOffice', () => {
  it('shows the words of every slide on its page, in their order, and nothing is cut', async () => {
    const beside = new Map([
      ['01.md', strToU8(everything)],
      ['dot.png', dot],
    ])
    for (const deck of [await ownDeck(), await openDeck('deck', beside)]) {
      const { bytes, slides } = await deckToPptx(deck, { fonts })
      const pages = await pdfText(converted('deck.pptx', bytes, 'pdf'))
      expect(pages).toHaveLength(slides)
      slidesOf(bytes).forEach(({ words }, i) => {
        const shown = letters(pages[i] ?? '')
        for (const paragraph of words) expect(shown).toContain(letters(paragraph))
      })
    }
  })

  it('gives back exactly what was changed in it: a point, a note, a slide', async () => {
    const { bytes } = await deckToPptx(await openDeck('deck', files), { fonts })
    const odp = rewritten(converted('deck.pptx', bytes, 'odp'), (content) => {
      const pages = content.match(/<draw:page .*?<\/draw:page>/gs) ?? []
      const last = pages.at(-1) ?? ''
      const added = last
        .replace(/<presentation:notes.*?<\/presentation:notes>/s, '')
        .replace(/draw:name="[^"]*"/, 'draw:name="added"')
        .replace('二、完善制度', '三、补充')
        .replace('第三点', '补充的一点')
        .replace('第四点', '再补充一点')
      return content
        .replace(last, last + added)
        .replace('第一点，很重要', '第一点，十分重要')
        .replace('第二段备注', '第二段改过的备注')
    })
    const edited = converted('deck.odp', odp, 'pptx:Impress MS PowerPoint 2007 XML')
    const deck = await openDeck('deck', files)
    const merged = await mergeFile(deck, files, { name: 'deck.pptx', bytes: edited }, fonts)
    expect(strFromU8(merged.files.get('01.md') ?? new Uint8Array())).toBe(
      markdown.replace('很重要', '十分重要').replace('第二段备注', '第二段改过的备注') +
        '\n---\n\n### 三、补充\n\n- 补充的一点\n- 再补充一点\n',
    )
  })

  it('tells a slide that was deleted in it, and gives back a cell of a table', async () => {
    const table = `${markdown}\n---\n\n### 三、期限\n\n| 密级 | 期限 |\n| --- | --- |\n| 绝密 | 三十年 |\n| 机密 | 二十年 |\n`
    const own = new Map([['01.md', strToU8(table)]])
    const deck = await openDeck('deck', own)
    const { bytes } = await deckToPptx(deck, { fonts })
    const odp = rewritten(converted('deck.pptx', bytes, 'odp'), (content) => {
      const second = content.match(/<draw:page .*?<\/draw:page>/gs)?.[1] ?? '?'
      return content.replace(second, '').replace('三十年', '三十五年')
    })
    const edited = converted('deck.odp', odp, 'pptx:Impress MS PowerPoint 2007 XML')
    const merged = await mergeFile(deck, own, { name: 'deck.pptx', bytes: edited }, fonts)
    expect(strFromU8(merged.files.get('01.md') ?? new Uint8Array())).toBe(table.replace('三十年', '三十五年'))
    expect(merged.slides.map(({ kind, name }) => [kind, name])).toEqual([
      ['edited', '三、期限'],
      ['gone', '二、完善制度'],
    ])
  })

  it('tells a slide that was moved in it, moves it where that is asked for, and takes a comment over', async () => {
    const own = new Map([['01.md', strToU8(`${markdown}\n---\n\n### 三、附则\n\n- 最后一点\n`)]])
    const deck = await openDeck('deck', own)
    const { bytes } = await deckToPptx(deck, { fonts })
    const odp = rewritten(converted('deck.pptx', bytes, 'odp'), (content) => {
      const [first = '', second = '', third = ''] = content.match(/<draw:page .*?<\/draw:page>/gs) ?? []
      const remark =
        '<office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>李明</dc:creator><dc:date>2026-11-27T10:00:00</dc:date><text:p>请核对</text:p></office:annotation>'
      const said = second.replace('<presentation:notes', `${remark}<presentation:notes`)
      return content.replace(first + second + third, third + first + said)
    })
    const edited = converted('deck.odp', odp, 'pptx:Impress MS PowerPoint 2007 XML')
    const file = { name: 'deck.pptx', bytes: edited }
    const told = await mergeFile(deck, own, file, fonts)
    expect(
      told.slides.map(({ kind, name, comments }) => [kind, name, comments.map(({ text }) => text)]),
    ).toEqual([
      ['edited', '二、完善制度', ['请核对']],
      ['moved', '三、附则', []],
    ])
    expect(told.files).toEqual(own)
    expect(told.review).toMatchObject([{ comments: [{ name: '李明', text: '请核对' }] }])
    const { files: taken } = await mergeFile(deck, own, file, fonts, true)
    const headings = strFromU8(taken.get('01.md') ?? new Uint8Array()).match(/^### .*$/gm)
    expect(headings).toEqual(['### 三、附则', '### 一、提高认识', '### 二、完善制度'])
  })

  it('gives back a script as it was changed in it', async () => {
    const { bytes } = await deckToDocx(await openDeck('deck', files), { fonts })
    const odt = rewritten(converted('deck.docx', bytes, 'odt'), (content) =>
      content.replace('第三段备注', '第三段改过的备注'),
    )
    const edited = converted('deck.odt', odt, 'docx:MS Word 2007 XML')
    const merged = await mergeFile(
      await openDeck('deck', files),
      files,
      { name: 'deck.docx', bytes: edited },
      fonts,
    )
    expect(strFromU8(merged.files.get('01.md') ?? new Uint8Array())).toBe(
      markdown.replace('第三段备注', '第三段改过的备注'),
    )
  })
})
