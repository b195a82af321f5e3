import { expect, it } from 'vitest'
import { editedSource } from '../../src/edit/edited-source.ts'
import { addSlide, editable, editPart, editPictureText, partsOf } from '../../src/edit/index.ts'
import { deckOf, idAt, slideAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })

it('changes the words of one point, and no other line', () => {
  const after = editPart(deck, idAt(deck, 1), 1, '个别干部思想比较麻痹，保密观念淡薄')
  expect(textOf(after)).toBe(
    written.replace('个别干部思想麻痹，保密观念淡薄\n', '个别干部思想比较麻痹，保密观念淡薄\n'),
  )
})

it('writes what is typed so that it reads so', () => {
  const typed = '# 不是标题 *不是斜体* <b> Note: [x] \\'
  const after = editPart(deck, idAt(deck, 1), 1, typed)
  const [file, slide] = [after.files[0], after.files[0]?.slides[1]]
  if (!file || !slide) throw new Error('no slide')
  expect(partsOf(slide, file).parts[1]?.text).toBe(typed)
})

it('keeps the bold of words that are left alone', () => {
  expect(editedSource('**一是**思想麻痹', '一是思想麻痹', '一是思想很麻痹')).toBe('**一是**思想很麻痹')
  expect(editedSource('甲**乙**丙', '甲乙丙', '甲丁丙')).toBe('甲**丁**丙')
  expect(editedSource('a \\* b', 'a * b', 'a * c')).toBe('a \\* c')
  expect(editedSource('**一是**思想麻痹', '一是思想麻痹', '思想麻痹')).toBe('思想麻痹')
})

it('edits what is more than words as Markdown', () => {
  const state = deckOf({ '00.md': '- 见[附件](a.md)和`代码`\n' })
  expect(slideAt(editPart(state, idAt(state, 0), 0, '见[附件](b.md)'), 0)).toBe('- 见[附件](b.md)')
})

it('takes out a part without words', () => {
  expect(slideAt(editPart(deck, idAt(deck, 2), 0, ' '), 2)).toBe('<!-- .slide: -->')
})

it('gives words to what has none yet, and it stays what it is', () => {
  const state = addSlide(deck, idAt(deck, 1))
  expect(slideAt(editPart(state, idAt(state, 2), 0, '讨论题'), 2)).toBe('### 讨论题')
  const kinds = {
    heading: ['###', '### ', '## ##', ' #'],
    point: ['-', '* ', '1.', '2) ', '- 甲\n-'],
    quotation: ['>'],
  }
  for (const [kind, written] of Object.entries(kinds))
    for (const markdown of written)
      for (const typed of ['讨论题', '# 题', '1. 题', '题 #', '- 题', '=', '题 <!-- 注 -->']) {
        const [part = 0] = /\n/.test(markdown) ? [1] : []
        const empty = deckOf({ '00.md': markdown })
        const after = editPart(empty, idAt(empty, 0), part, typed)
        const [file, slide] = [after.files[0], after.files[0]?.slides[0]]
        if (!file || !slide) throw new Error('no slide')
        expect(partsOf(slide, file).parts.map(({ kind }) => kind)[part], `${markdown} ${typed}`).toBe(kind)
        expect(partsOf(slide, file).parts[part]?.text, markdown).toBe(typed)
        // The next letter that is typed.
        const more = editPart(after, idAt(after, 0), part, `${typed}字`)
        expect(partsOf(more.files[0]?.slides[0] ?? slide, file).parts[part]?.text, markdown).toBe(
          `${typed}字`,
        )
      }
})

it('says what a picture shows, and leaves its address, its title and its neighbour alone', () => {
  const written = '![会[场]](a%20b.png "题")\n![](c.png)\n<!-- .element: class="wide" -->'
  const state = deckOf({ '00.md': `### 图\n\n${written}\n` })
  const [file, slide] = [state.files[0], state.files[0]?.slides[0]]
  if (!file || !slide) throw new Error('no slide')
  expect(partsOf(slide, file).parts[1]?.pictures.map(({ address, text }) => [address, text])).toEqual([
    ['a%20b.png', '会[场]'],
    ['c.png', ''],
  ])
  const said = editPictureText(state, idAt(state, 0), 1, 1, '主席台](x.png)\n左')
  const [other] = said.files[0]?.slides ?? []
  if (!other) throw new Error('no slide')
  expect(partsOf(other, file).parts[1]?.pictures.map(({ address, text }) => [address, text])).toEqual([
    ['a%20b.png', '会[场]'],
    ['c.png', '主席台](x.png) 左'],
  ])
  expect(slideAt(said, 0)).toContain('"题")')
  expect(slideAt(editPictureText(said, idAt(said, 0), 1, 1, ''), 0)).toBe(`### 图\n\n${written}`)
})

it('takes the words of a point apart from the picture before or behind them', () => {
  for (const written of [
    '- 水是生命之源 ![会[场]](<a (1).png> "题")',
    '- ![会[场]](<a (1).png> "题") 水是生命之源',
    '### 水是生命之源 ![会[场]](<a (1).png> "题")',
    '水是生命之源![会[场]](<a (1).png> "题")',
  ]) {
    const state = deckOf({ '00.md': `${written}\n` })
    const [file, slide] = [state.files[0], state.files[0]?.slides[0]]
    if (!file || !slide) throw new Error('no slide')
    const [part] = partsOf(slide, file).parts
    expect([part && editable(part), part?.pictures.map(({ text }) => text)], written).toEqual([
      '水是生命之源',
      ['会[场]'],
    ])
    expect(slideAt(editPart(state, idAt(state, 0), 0, '水是生产之要'), 0)).toBe(
      written.replace('生命之源', '生产之要'),
    )
    const said = editPictureText(state, idAt(state, 0), 0, 0, '主席台')
    expect(slideAt(said, 0)).toBe(written.replace('会[场]', '主席台'))
  }
  // Among the words, and where its address is written in a way of its own, its Markdown stays as it is.
  const among = deckOf({ '00.md': '- 水 ![图](a.png) 源\n' })
  expect(slideAt(editPart(among, idAt(among, 0), 0, '水 ![图](a.png) 泉'), 0)).toBe('- 水 ![图](a.png) 泉')
})
