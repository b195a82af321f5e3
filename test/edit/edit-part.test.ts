import { expect, it } from 'vitest'
import { editedSource } from '../../src/edit/edited-source.ts'
import { editPart, partsOf } from '../../src/edit/index.ts'
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
})

it('edits what is more than words as Markdown', () => {
  const state = deckOf({ '00.md': '- 见[附件](a.md)和`代码`\n' })
  expect(slideAt(editPart(state, idAt(state, 0), 0, '见[附件](b.md)'), 0)).toBe('- 见[附件](b.md)')
})

it('takes out a part without words', () => {
  expect(slideAt(editPart(deck, idAt(deck, 2), 0, ' '), 2)).toBe('<!-- .slide: -->')
})
