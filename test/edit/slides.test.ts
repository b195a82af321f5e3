import { expect, it } from 'vitest'
import {
  addSlide,
  addSlides,
  type DeckState,
  deleteSlides,
  duplicateSlides,
  mergeWithNext,
  moveSlides,
  ownSlide,
  slidesOf,
  splitSlide,
  textOfFile,
} from '../../src/edit/index.ts'
import { clauseOf, deckOf, idAt, paragraph, pointsOf, slideAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written, '01.md': '## 二\n\n---\n\n### 三\n' })
const titles = (state: DeckState): string[] =>
  slidesOf(state).map(({ text }) => /^#+ ?(.*)/m.exec(text)?.[1] ?? text)

it('adds a slide behind another, its separator as the file has them', () => {
  const after = addSlide(deck, idAt(deck, 3), '新的一页')
  expect(textOf(after, 1)).toBe('## 二\n\n---\n\n### 新的一页\n\n---\n\n### 三\n')
  expect(textOf(after)).toBe(written)
  expect(titles(addSlide(deck, null, '最前'))[0]).toBe('最前')
})

it('deletes a slide with its separator; a file without slides goes, but not what it says of the deck', () => {
  expect(textOf(deleteSlides(deck, [idAt(deck, 3)]), 1)).toBe('### 三\n')
  expect(deleteSlides(deck, [idAt(deck, 3), idAt(deck, 4)]).files).toHaveLength(1)
  const first = deleteSlides(
    deck,
    [0, 1, 2].map((at) => idAt(deck, at)),
  )
  expect(first.files.map(textOfFile)).toEqual([
    `${written.slice(0, written.indexOf('# 保密'))}## 二\n\n---\n\n### 三\n`,
  ])
  expect(
    slidesOf(
      deleteSlides(
        deck,
        slidesOf(deck).map(({ id }) => id),
      ),
    ),
  ).toHaveLength(1)
})

it('moves slides within a file and into another', () => {
  const after = moveSlides(deck, [idAt(deck, 0)], idAt(deck, 3))
  expect(titles(after)).toEqual(['当前形势严峻复杂', '- 没有备注的一页', '二', '保密工作', '三'])
  expect(textOf(after, 1)).toBe('## 二\n\n---\n\n# 保密工作\n\n---\n\n### 三\n')
  expect(moveSlides(deck, [idAt(deck, 1)], idAt(deck, 0))).toBe(deck)
  expect(titles(moveSlides(deck, [idAt(deck, 4), idAt(deck, 1)], null)).slice(0, 2)).toEqual([
    '当前形势严峻复杂',
    '三',
  ])
})

it('duplicates slides behind the last of them, and pastes', () => {
  expect(titles(duplicateSlides(deck, [idAt(deck, 3)]))).toEqual([...titles(deck).slice(0, 4), '二', '三'])
  expect(titles(addSlides(deck, idAt(deck, 4), ['# 甲', '# 乙']).state).slice(-2)).toEqual(['甲', '乙'])
})

it('splits a slide at a point: the same heading and the notes on both', () => {
  const after = splitSlide(deck, idAt(deck, 1), 2)
  expect(slideAt(after, 1)).toBe(
    `### 当前形势严峻复杂\n\n<!-- 这一页请处长讲 -->\n\n- 个别干部思想麻痹，保密观念淡薄\n\nNote:\n${paragraph}`,
  )
  expect(slideAt(after, 2)).toBe(
    `<!-- .slide: class="continued" -->\n\n### 当前形势严峻复杂\n\n- 依法加强保密管理，确保国家秘密安全\n\nNote:\n${paragraph}`,
  )
  expect(splitSlide(deck, idAt(deck, 1), 1)).toBe(deck)
})

it('splits a slide that opens its section below its own heading', () => {
  const opening = '<!-- .slide: class="cards opening" -->\n\n## 一、甲\n\n### 乙\n\n- 丙\n- 丁'
  const { state } = addSlides(deck, idAt(deck, 4), [opening])
  const after = splitSlide(state, idAt(state, 5), 3)
  expect(slideAt(after, 5)).toContain('## 一、甲\n\n### 乙\n\n- 丙')
  expect(slideAt(after, 6)).toBe('<!-- .slide: class="cards continued" -->\n\n### 乙\n\n- 丁')
})

it('merges a slide with the next: heading and notes once', () => {
  const parted = splitSlide(deck, idAt(deck, 1), 2)
  expect(textOf(mergeWithNext(parted, idAt(parted, 1)))).toBe(written)
  const with2 = mergeWithNext(deck, idAt(deck, 1))
  expect(pointsOf(slideAt(with2, 1))).toHaveLength(3)
  expect(slideAt(with2, 1)).toContain(`没有备注的一页\n\nNote:\n${paragraph}`)
})

it('makes a slide of a clause, with the same notes', () => {
  const id = idAt(deck, 1)
  const span = { start: clauseOf(deck, id, '个别').start, end: clauseOf(deck, id, '保密观念').end }
  const after = ownSlide(deck, id, span)
  expect(pointsOf(slideAt(after, 1))).toEqual(['- 依法加强保密管理，确保国家秘密安全'])
  expect(slideAt(after, 2)).toBe(`### 个别干部思想麻痹，保密观念淡薄\n\nNote:\n${paragraph}`)
})

it('takes a <section> in a slide for a slide, as reveal.js does; the file stays as it is', () => {
  const text =
    '<section>\n\n<section data-transition="fade">\n\n## 甲\n\n</section>\n<section>\n\n## 乙\n\n</section>\n\n</section>\n\nNote:\n说\n\n---\n\n## 丙\n'
  const state = deckOf({ '01.md': text })
  expect(titles(state)).toEqual(['甲', '乙', '丙'])
  expect(textOf(state)).toBe(text)
  expect(titles(deleteSlides(state, [idAt(state, 2)]))).toEqual(['甲', '乙'])
})
