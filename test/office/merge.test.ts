import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { mergeFile } from '../../src/office/merge/merge-file.ts'
import { readEditedPptx } from '../../src/office/merge/read-pptx.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { dot, everything, fonts } from './decks.ts'

const markdown = `---
title: 保密
lang: zh-CN
incremental: true
---

<!-- .slide: class="title" -->

# 保密工作

---

### 一、提高认识

- 第一点，**很重要**
  - 其下一条
- 第二点

Note:
第一段备注。

第二段备注，有[链接](https://example.org)。

---

<!-- .slide: class="panels" -->

### 三项工作

先说明一下

- **一是**健全组织
- **二是**完善制度
- **三是**加强防护

综上所述

Note: 同一行的备注。

---

<!-- .slide: class="timeline" -->

### 历程

- **1951年** 颁布条例
- **1988年** 通过法律

---

### English

- The quick brown fox
- Ends here
`

type Parts = Record<string, string>

const encode = (text: string): Uint8Array => strToU8(text)
const filesOf = (text: string): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['01.md', encode(text)],
    ['dot.png', dot],
  ])

/** A deck's file as somebody edited it. */
async function edited(text: string, edit: (parts: Parts) => void): Promise<Uint8Array> {
  const { bytes } = await deckToPptx(await openDeck('deck', filesOf(text)), { fonts })
  const zip = unzipSync(bytes)
  const parts: Parts = Object.fromEntries(
    Object.entries(zip)
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  )
  edit(parts)
  return zipSync({
    ...zip,
    ...Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, encode(part)])),
  })
}

const slide = (number: number): string => `ppt/slides/slide${number}.xml`
const notes = (number: number): string => `ppt/notesSlides/notesSlide${number}.xml`

function replace(parts: Parts, path: string, from: string, to: string): void {
  const before = parts[path] ?? ''
  expect(before).toContain(from)
  parts[path] = before.replace(from, () => to)
}

/** The lines that went and came, and what was told. */
async function merged(edit: (parts: Parts) => void, now = markdown) {
  const bytes = await edited(markdown, edit)
  const files = filesOf(now)
  const result = await mergeFile(await openDeck('deck', files), files, { name: 'deck.pptx', bytes }, fonts)
  const text = strFromU8(result.files.get('01.md') ?? new Uint8Array())
  const [before, after] = [now.split('\n'), text.split('\n')]
  return {
    text,
    gone: before.filter((line) => !after.includes(line)),
    came: after.filter((line) => !before.includes(line)),
    slides: result.slides.map(({ kind, name, points, notes, left }) => ({ kind, name, points, notes, left })),
    changes: result.slides.map(({ changes }) => changes),
    isGuessed: result.isGuessed,
  }
}

const paragraph = (text: string, lvl = 0): string =>
  `<a:p><a:pPr lvl="${lvl}"/><a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r></a:p>`

describe('what somebody changed in PowerPoint', () => {
  it('is nothing where nothing was changed', async () => {
    const { text, slides, isGuessed } = await merged(() => {})
    expect(text).toBe(markdown)
    expect(slides).toEqual([])
    expect(isGuessed).toBe(false)
  })

  it('comes back as edits of headings, points and notes, and their markup stays', async () => {
    const { gone, came, slides } = await merged((parts) => {
      replace(parts, slide(2), '提高认识', '进一步提高认识')
      replace(parts, slide(2), '第一点，', '第一个要点，')
      replace(parts, slide(2), '其下一条', '其下改过的一条')
      replace(parts, notes(2), '第二段备注', '第二段改过的备注')
    })
    expect(gone).toEqual([
      '### 一、提高认识',
      '- 第一点，**很重要**',
      '  - 其下一条',
      '第二段备注，有[链接](https://example.org)。',
    ])
    expect(came).toEqual([
      '### 一、进一步提高认识',
      '- 第一个要点，**很重要**',
      '  - 其下改过的一条',
      '第二段改过的备注，有[链接](https://example.org)。',
    ])
    expect(slides).toEqual([{ kind: 'edited', name: '一、进一步提高认识', points: 3, notes: 1, left: [] }])
  })

  it('comes back from shapes, whose words stand apart there', async () => {
    const { gone, came } = await merged((parts) => {
      replace(parts, slide(3), '完善制度', '完善各项制度')
      replace(parts, slide(3), '综上所述', '总之')
      replace(parts, notes(3), '同一行', '就在同一行')
      replace(parts, slide(4), '通过法律', '通过保密法')
      replace(parts, slide(4), '1951年', '1953年')
      replace(parts, slide(5), 'quick brown', 'quick red and brown')
    })
    expect(gone).toEqual([
      '- **二是**完善制度',
      '综上所述',
      'Note: 同一行的备注。',
      '- **1951年** 颁布条例',
      '- **1988年** 通过法律',
      '- The quick brown fox',
    ])
    expect(came).toEqual([
      '- **二是**完善各项制度',
      '总之',
      'Note: 就在同一行的备注。',
      '- **1953年** 颁布条例',
      '- **1988年** 通过保密法',
      '- The quick red and brown fox',
    ])
  })

  it('comes back as points and paragraphs that were added or went, where they were', async () => {
    const { text } = await merged((parts) => {
      const path = slide(2)
      const [body = ''] = /<a:p>(?:(?!<\/a:p>).)*第二点.*?<\/a:p>/s.exec(parts[path] ?? '') ?? []
      const own = body.slice(body.lastIndexOf('<a:p>'))
      replace(parts, path, own, `${paragraph('其下又一条', 1)}${paragraph('新的一点 *不是强调*')}`)
      const said = parts[notes(2)] ?? ''
      const at = said.indexOf('第一段备注')
      const start = said.lastIndexOf('<a:p>', at)
      parts[notes(2)] = said.slice(0, start) + paragraph('先说一句。') + said.slice(start)
    })
    expect(text).toContain('  - 其下一条\n  - 其下又一条\n- 新的一点 \\*不是强调\\*\n')
    expect(text).not.toContain('第二点\n')
    expect(text).toContain('Note:\n先说一句。\n\n第一段备注。\n')
  })

  it('comes back as slides of its own', async () => {
    const { text, slides } = await merged((parts) => {
      parts['ppt/slides/slide9.xml'] = (parts[slide(5)] ?? '')
        .replace('English', '补充一页')
        .replace('The quick brown fox', '补充的话')
        .replace('Ends here', '# 不是标题')
      parts['ppt/slides/_rels/slide9.xml.rels'] = parts['ppt/slides/_rels/slide5.xml.rels'] ?? ''
      replace(
        parts,
        'ppt/presentation.xml',
        '<p:sldId id="257"',
        '<p:sldId id="256789" r:id="rId99"/><p:sldId id="257"',
      )
      const rels = 'ppt/_rels/presentation.xml.rels'
      replace(
        parts,
        rels,
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide9.xml"/></Relationships>',
      )
    })
    expect(slides).toMatchObject([{ kind: 'added', name: '补充一页' }])
    expect(text).toContain(
      '# 保密工作\n\n---\n\n### 补充一页\n\n- 补充的话\n- \\# 不是标题\n\n---\n\n### 一、提高认识',
    )
  })

  it('is a point that goes with its numeral, which has a box of its own', async () => {
    const { gone, came, slides } = await merged((parts) => {
      const boxes = (parts[slide(3)] ?? '').match(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs) ?? []
      for (const box of boxes.filter((one) => /二是|完善制度/.test(one))) replace(parts, slide(3), box, '')
      replace(parts, slide(3), '先说明一下', '先说明两下')
    })
    expect([gone, came]).toEqual([['先说明一下', '- **二是**完善制度'], ['先说明两下']])
    expect(slides.map(({ left }) => left)).toEqual([[]])
  })

  it('is told, and left, where the Markdown was changed as well, and where a slide went', async () => {
    const now = markdown.replace('第二点', '第二点，Markdown 里改过').replace('Ends here', 'Ends there')
    const { text, slides, changes } = await merged((parts) => {
      replace(parts, slide(2), '第二点', '第二点，PowerPoint 里改过')
      replace(parts, slide(3), '健全组织', '健全各级组织')
      replace(
        parts,
        'ppt/presentation.xml',
        /<p:sldId id="259"[^>]*>/.exec(parts['ppt/presentation.xml'] ?? '')?.[0] ?? '?',
        '',
      )
    }, now)
    expect(slides.map(({ kind, name }) => [kind, name])).toEqual([
      ['clash', '一、提高认识'],
      ['edited', '三项工作'],
      ['gone', '历程'],
    ])
    expect(text).toBe(now.replace('健全组织', '健全各级组织'))
    // Both wordings are told, so that nobody has to look for them.
    expect(changes).toEqual([
      [{ before: '第二点，Markdown 里改过', after: '第二点，PowerPoint 里改过' }],
      [{ before: '健全组织', after: '健全各级组织' }],
      [],
    ])
  })

  it('is what was changed, however a program that saved the file rewrote its runs, names and placeholders', async () => {
    const { gone, came, slides } = await merged((parts) => {
      replace(parts, slide(2), '第二点', '第二点改了')
      for (const path of Object.keys(parts).filter((one) =>
        /^ppt\/(?:slides|notesSlides)\/[^/]*xml$/.test(one),
      ))
        parts[path] = (parts[path] ?? '')
          .replace(
            /<a:r>(<a:rPr[^>/]*(?:\/>|>(?:(?!<\/a:r>).)*<\/a:rPr>))<a:t>([^<&])([^<]+)<\/a:t><\/a:r>/g,
            '<a:r>$1<a:t>$2</a:t></a:r><a:r>$1<a:t>$3</a:t></a:r>',
          )
          .replace(/<a:rPr /g, '<a:rPr err="1" noProof="1" ')
          .replace(/ dirty="0"/g, ' dirty="1" smtClean="0"')
          .replace(/<\/a:p>/g, '<a:endParaRPr lang="en-US" altLang="zh-CN" dirty="0"/></a:p>')
          .replace(/(<p:cNvPr id="\d+" name=")[^"]*/g, '$1文本占位符 7')
          .replace(/(<p:ph type="body")/g, '$1 hasCustomPrompt="1"')
    })
    expect([gone, came]).toEqual([['- 第二点'], ['- 第二点改了']])
    expect(slides.map(({ kind, points, notes, left }) => ({ kind, points, notes, left }))).toEqual([
      { kind: 'edited', points: 1, notes: 0, left: [] },
    ])
  })

  it('is found by its words where another program took the marks away', async () => {
    const { gone, came, isGuessed } = await merged((parts) => {
      replace(
        parts,
        'ppt/presentation.xml',
        /<p:custDataLst>.*?<\/p:custDataLst>/.exec(parts['ppt/presentation.xml'] ?? '')?.[0] ?? '?',
        '',
      )
      parts['ppt/tags/deckTags.xml'] = '<a/>'
      replace(parts, slide(2), '第二点', '第二点改了')
    })
    expect([gone, came, isGuessed]).toEqual([['- 第二点'], ['- 第二点改了'], true])
  })
})

const tables = `---
title: 表
lang: zh-CN
---

### 保密期限

| 密级 | 期限 |
| --- | --- |
| 绝密 | **不超过**三十年 |
| 机密 | 不超过二十年 |

---

### 代码

\`\`\`js
const a = 1
  const b = 2
\`\`\`

---

### 最后

- 一点
`

describe('tables, code and the order of slides', () => {
  const lines = async (edit: (parts: Parts) => void, takesOrder = false) => {
    const files = filesOf(tables)
    const deck = await openDeck('deck', files)
    const bytes = await edited(tables, edit)
    const { files: after, slides } = await mergeFile(
      deck,
      files,
      { name: 'deck.pptx', bytes },
      fonts,
      takesOrder,
    )
    return { text: strFromU8(after.get('01.md') ?? new Uint8Array()), slides }
  }

  it('come back as changed cells, rows that were added or went, changed lines', async () => {
    const { text, slides } = await lines((parts) => {
      replace(parts, slide(1), '三十年', '三十五年')
      replace(parts, slide(1), '>机密<', '>机密级<')
      const row = /<a:tr [^>]*>(?:(?!<a:tr ).)*二十年.*?<\/a:tr>/s.exec(parts[slide(1)] ?? '')?.[0] ?? '?'
      replace(parts, slide(1), row, row + row.replace('机密级', '秘密').replace('二十', '十'))
      replace(parts, slide(2), '<a:t>2</a:t>', '<a:t>3</a:t>')
    })
    expect(text).toBe(
      tables
        .replace('三十年', '三十五年')
        .replace('| 机密 | 不超过二十年 |', '| 机密级 | 不超过二十年 |\n| 秘密 | 不超过十年 |')
        .replace('b = 2', 'b = 3'),
    )
    expect(slides.flatMap(({ left }) => left)).toEqual([])
  })

  it('are told where they can not be taken over', async () => {
    const { text, slides } = await lines((parts) => {
      replace(parts, slide(1), /<a:tbl>.*<\/a:tbl>/s.exec(parts[slide(1)] ?? '')?.[0] ?? '?', '<a:tbl/>')
    })
    expect(text).toBe(tables)
    expect(slides[0]?.left.join()).toContain('绝密')
  })

  it('is told of slides that were moved, and taken over where that is asked for', async () => {
    const first = (parts: Parts): void => {
      const path = 'ppt/presentation.xml'
      const id = /<p:sldId id="258"[^>]*>/.exec(parts[path] ?? '')?.[0] ?? '?'
      replace(parts, path, id, '')
      replace(parts, path, '<p:sldIdLst>', `<p:sldIdLst>${id}`)
    }
    const told = await lines(first)
    expect(told.text).toBe(tables)
    expect(told.slides).toMatchObject([{ kind: 'moved', name: '最后', behind: '' }])
    const { text } = await lines(first, true)
    expect([...text.matchAll(/^### (.*)$/gm)].map(([, name]) => name)).toEqual(['最后', '保密期限', '代码'])
  })

  it('bring remarks of PowerPoint to the review, once', async () => {
    const remarked = (parts: Parts): void => {
      const office = 'http://schemas.microsoft.com/office/2018/10/relationships'
      const [rels, main] = ['ppt/slides/_rels/slide3.xml.rels', 'ppt/_rels/presentation.xml.rels']
      const relation = (type: string, target: string): string =>
        `<Relationship Id="rId99" Type="${office}/${type}" Target="${target}"/></Relationships>`
      replace(parts, rels, '</Relationships>', relation('comments', '../comments/modernComment_1.xml'))
      replace(parts, main, '</Relationships>', relation('authors', 'authors.xml'))
      parts['ppt/authors.xml'] =
        '<p188:authorLst xmlns:p188="x"><p188:author id="{A}" name="李明"/></p188:authorLst>'
      parts['ppt/comments/modernComment_1.xml'] =
        '<p188:cmLst xmlns:p188="x" xmlns:a="y"><p188:cm id="{B}" authorId="{A}" created="2026-11-20T09:00:00"><p188:replyLst><p188:reply id="{C}" authorId="{A}" created="2026-11-21T09:00:00"><p188:txBody><a:p><a:r><a:t>好</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>这一点不全</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>'
    }
    const bytes = await edited(tables, remarked)
    const first = await mergeFile(
      await openDeck('deck', filesOf(tables)),
      filesOf(tables),
      { name: 'deck.pptx', bytes },
      fonts,
    )
    expect(first.review).toMatchObject([
      {
        slide: '### 最后\n\n- 一点',
        comments: [{ name: '李明', date: '2026-11-20', text: '这一点不全', answers: [{ text: '好' }] }],
      },
    ])
    const reviewed = { ...(await openDeck('deck', filesOf(tables))), review: first.review }
    const again = await mergeFile(reviewed, filesOf(tables), { name: 'deck.pptx', bytes }, fonts)
    expect(again.review).toEqual(first.review)
    const changed = await edited(tables, (parts) => replace(parts, slide(3), '一点', '改过的一点'))
    const merge = async (files: ReadonlyMap<string, Uint8Array>) =>
      mergeFile(await openDeck('deck', files), files, { name: 'deck.pptx', bytes: changed }, fonts)
    expect((await merge((await merge(filesOf(tables))).files)).slides).toEqual([])
  })
})

describe('a presentation that is not whole', () => {
  const fails = async (edit: (parts: Parts) => void, message: RegExp): Promise<void> =>
    expect(merged(edit)).rejects.toThrow(message)

  it('is refused, rather than to call its slides gone', async () => {
    const relations = 'ppt/_rels/presentation.xml.rels'
    await fails(
      (parts) => replace(parts, relations, 'slides/slide2.xml"', 'slides/slide2.xml" TargetMode="External"'),
      /what slide 2 says is not in the file/,
    )
    await fails(
      (parts) => replace(parts, relations, 'slides/slide3.xml', 'slides/none.xml'),
      /what slide 3 says is not in the file/,
    )
  })

  it('is refused where a slide has more runs than anybody writes, and its faults name no Word', async () => {
    const run = '<a:r><a:t>甲</a:t></a:r>'
    await fails(
      (parts) => replace(parts, slide(2), '</a:p>', `${run.repeat(200_000)}</a:p>`),
      /slide 2 holds more than any slide/,
    )
    await fails(
      (parts) => replace(parts, slide(2), '</a:p>', ''),
      /^the XML inside this file is damaged; open it in Office/,
    )
  })

  it('has words apart where a run breaks its line', async () => {
    const { came } = await merged((parts) => replace(parts, slide(5), 'quick brown', 'quick\nred brown'))
    expect(came).toEqual(['- The quick red brown fox'])
  })
})

describe('the marks in a file', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await edited(everything, () => {})
  })

  it('tell every slide, whatever is on it, from what it would be with other words', () => {
    const { slides, originals } = readEditedPptx({ name: 'a.pptx', bytes })
    for (const { print, was } of slides) expect(print).toBe(was)
    expect(originals?.size).toBe(slides.length)
  })
})

describe('what somebody changed in Word', () => {
  const script = async (edit: (document: string) => string, more: Parts = {}, now = markdown) => {
    const files = filesOf(now)
    const { bytes } = await deckToDocx(await openDeck('deck', filesOf(markdown)), { fonts })
    const zip = unzipSync(bytes)
    const path = 'word/document.xml'
    const document = edit(strFromU8(zip[path] ?? new Uint8Array()))
    const file = zipSync({
      ...zip,
      ...Object.fromEntries(Object.entries(more).map(([path, part]) => [path, encode(part)])),
      [path]: encode(document),
    })
    const deck = await openDeck('deck', files)
    const result = await mergeFile(deck, files, { name: 'deck.docx', bytes: file }, fonts)
    const [before, after] = [now, strFromU8(result.files.get('01.md') ?? new Uint8Array())].map((text) =>
      text.split('\n'),
    )
    return {
      gone: before?.filter((line) => !after?.includes(line)),
      came: after?.filter((line) => !before?.includes(line)),
      slides: result.slides,
      review: result.review,
    }
  }

  it('is nothing where nothing was changed', async () => {
    expect(await script((document) => document)).toEqual({ gone: [], came: [], slides: [], review: [] })
  })

  it('comes back from tracked changes, and comments stand by their slide', async () => {
    const tracked = 'w:id="1" w:author="李" w:date="2026-01-01T00:00:00Z"'
    const { gone, came, slides, review } = await script(
      (document) =>
        document
          .replace(
            '第一段备注。',
            `第一段</w:t></w:r><w:del ${tracked}><w:r><w:delText>备注</w:delText></w:r></w:del><w:ins ${tracked}><w:r><w:t>讲稿</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r><w:r><w:t>`,
          )
          .replace('健全组织', '健全各级组织'),
      {
        'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="李明" w:date="2026-11-20T09:00:00Z"><w:p w14:paraId="A1"><w:r><w:t>请核对</w:t></w:r></w:p></w:comment><w:comment w:id="8" w:author="王芳" w:date="2026-11-21T09:00:00Z"><w:p w14:paraId="A2"><w:r><w:t>已核对</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/commentsExtended.xml':
          '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/></w15:commentsEx>',
        'word/_rels/document.xml.rels': strFromU8(
          unzipSync((await deckToDocx(await openDeck('deck', filesOf(markdown)), { fonts })).bytes)[
            'word/_rels/document.xml.rels'
          ] ?? new Uint8Array(),
        ).replace(
          '</Relationships>',
          '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="rId78" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
        ),
      },
    )
    expect(gone).toEqual(['第一段备注。', '- **一是**健全组织'])
    expect(came).toEqual(['第一段讲稿。', '- **一是**健全各级组织'])
    expect(slides).toMatchObject([
      { name: '一、提高认识', notes: 1, points: 0 },
      { name: '三项工作', notes: 0, points: 1, comments: [] },
    ])
    const remark = { name: '李明', date: '2026-11-20', text: '请核对', resolved: true }
    const answers = [{ name: '王芳', date: '2026-11-21', text: '已核对' }]
    expect(review).toEqual([
      { slide: expect.stringContaining('第一段讲稿。'), signed: [], comments: [{ ...remark, answers }] },
    ])
  })

  it('is one paragraph where the end of one was deleted with the changes tracked', async () => {
    const { gone, came } = await script((document) => {
      const at = document.lastIndexOf('<w:p>', document.indexOf('第一段备注'))
      const paragraph = document.slice(at)
      return (
        document.slice(0, at) +
        paragraph.replace('</w:pPr>', '<w:rPr><w:del w:id="1" w:author="李"/></w:rPr></w:pPr>')
      )
    })
    expect(gone).toContain('第一段备注。')
    expect(came?.join('\n')).toContain('第一段备注。第二段备注，有')
  })

  it('is told, and left, where the Markdown was changed as well', async () => {
    const { came, slides, review } = await script(
      (document) =>
        document.replace(
          '第一段备注。',
          '第一段改过。</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r><w:r><w:t>',
        ),
      {
        'word/comments.xml':
          '<w:comments xmlns:w="x"><w:comment w:id="7" w:author="李明"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>',
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/styles" Target="styles.xml"/><Relationship Id="rId2" Type="x/comments" Target="comments.xml"/></Relationships>',
      },
      markdown.replace('第一段备注。', '第一段在 Markdown 里改过。'),
    )
    expect([came, slides.map(({ kind }) => kind)]).toEqual([[], ['clash']])
    expect(slides[0]?.changes).toEqual([{ before: '第一段在 Markdown 里改过。', after: '第一段改过。' }])
    // What somebody remarked stands by the slide as it is.
    expect(review).toMatchObject([
      { slide: expect.stringContaining('第一段在 Markdown 里改过。'), comments: [{ text: '请核对' }] },
    ])
  })

  it('is refused where it says more than anybody adds', async () => {
    const files = filesOf(markdown)
    const deck = await openDeck('deck', files)
    const parts = unzipSync((await deckToDocx(deck, { fonts })).bytes)
    const main = 'word/document.xml'
    const text = strFromU8(parts[main] ?? new Uint8Array())
    const more = text.replace(
      '第二点',
      `第二点</w:t></w:r></w:p>${'<w:p><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(100_000)}<w:p><w:r><w:t>`,
    )
    expect(more).not.toBe(text)
    const bytes = zipSync({ ...parts, [main]: encode(more) })
    await expect(mergeFile(deck, files, { name: 'a.docx', bytes }, fonts)).rejects.toThrow(
      /more than any slide/,
    )
  })

  it('is refused where it is no script of a deck', async () => {
    const files = filesOf(markdown)
    const deck = await openDeck('deck', files)
    const bytes = zipSync({
      '_rels/.rels': encode(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': encode('<document><body><p><r><t>别的</t></r></p></body></document>'),
    })
    await expect(mergeFile(deck, files, { name: 'a.docx', bytes }, fonts)).rejects.toThrow(/no script/)
    await expect(
      mergeFile(deck, files, { name: 'a.pptx', bytes: encode('PK nothing') }, fonts),
    ).rejects.toThrow(/damaged/)
  })
})
