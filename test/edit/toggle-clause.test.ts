import { expect, it } from 'vitest'
import { addWords, piecesOf, slideOf, slideWords, toggleClause } from '../../src/edit/index.ts'
import { clauseOf, deckOf, idAt, pointsOf, slideAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })
const id = idAt(deck, 1)
const toggled = (words: string, state = deck): typeof deck =>
  toggleClause(state, id, clauseOf(state, id, words))

it('puts a clause on the slide where the document has it, and changes no other line', () => {
  const after = toggled('保密管理松懈')
  expect(textOf(after)).toBe(written.replace('保密观念淡薄\n- 依法', '保密观念淡薄\n- 保密管理松懈\n- 依法'))
})

it('takes a clause off the point that shows it, and the point with its last clause', () => {
  const one = toggled('个别干部')
  expect(pointsOf(slideAt(one, 1))).toEqual(['- 保密观念淡薄', '- 依法加强保密管理，确保国家秘密安全'])
  const two = toggled('保密观念淡薄', one)
  expect(pointsOf(slideAt(two, 1))).toEqual(['- 依法加强保密管理，确保国家秘密安全'])
})

it('gives the file back when the same clause is clicked twice', () => {
  expect(textOf(toggled('有章不循', toggled('有章不循')))).toBe(written)
})

it('leaves no list where there is no point left, and begins one again', () => {
  const clauses = ['个别干部', '保密观念', '要依法', '确保']
  const bare = clauses.reduce((state, words) => toggled(words, state), deck)
  expect(slideAt(bare, 1)).toContain('<!-- 这一页请处长讲 -->\n\nNote:')
  expect(slideAt(toggled('保密技术', bare), 1)).toContain('处长讲 -->\n\n- 保密技术相对落后\n\nNote:')
})

it('shows the numeral of an item in panels', () => {
  const panels = deckOf({
    '00.md': written.replace('### 当前', '<!-- .slide: class="panels" -->\n\n### 当前'),
  })
  const after = toggleClause(panels, idAt(panels, 1), clauseOf(panels, idAt(panels, 1), '保密技术'))
  expect(pointsOf(slideAt(after, 1))[1]).toBe('- **三是**保密技术相对落后')
  const more = toggleClause(panels, idAt(panels, 1), clauseOf(panels, idAt(panels, 1), '保密管理松懈'))
  const below = toggleClause(more, idAt(more, 1), clauseOf(more, idAt(more, 1), '有章不循'))
  expect(pointsOf(slideAt(below, 1)).slice(1, 3)).toEqual(['- **二是**保密管理松懈', '  - 有章不循'])
})

it('keeps the numeral of an item, and what else is bold, when a clause beside it comes or goes', () => {
  const point = '- **二是**保密**管理**松懈，有章不循'
  const panels = deckOf({
    '00.md': written
      .replace('### 当前', '<!-- .slide: class="panels" -->\n\n### 当前')
      .replace('- 依法', `${point}\n- 依法`),
  })
  const own = idAt(panels, 1)
  const off = toggleClause(panels, own, clauseOf(panels, own, '有章不循'))
  expect(pointsOf(slideAt(off, 1))[1]).toBe('- **二是**保密**管理**松懈')
  const again = addWords(off, own, clauseOf(off, own, '有章不循'), 2)
  expect(pointsOf(slideAt(again, 1))[1]).toBe(point)
})

it('keeps the line ends of a file, also mixed ones', () => {
  const mixed = written.replace(/\n/g, '\r\n').replace('办公室\r\n', '办公室\n')
  const state = deckOf({ '00.md': mixed })
  const own = idAt(state, 1)
  const after = toggleClause(state, own, clauseOf(state, own, '保密管理松懈'))
  expect(textOf(after)).toBe(mixed.replace('保密观念淡薄\r\n', '保密观念淡薄\r\n- 保密管理松懈\r\n'))
})

it('takes a clause that the notes say twice off wherever it is clicked, and with it every point that says it', () => {
  const twice = deckOf({
    '00.md':
      '### 题\n\n- 经常组织学习\n- 学以致用\n- 经常组织学习\n\nNote:\n要经常组织学习，学以致用。还要经常组织学习，抓好落实。\n',
  })
  const own = idAt(twice, 0)
  const at = (state: typeof twice): ReturnType<typeof clauseOf>[] => {
    const [slide, file] = [slideOf(state, own), state.files[0]]
    const words = slide && file && slideWords(slide, file)
    return words
      ? piecesOf(words)
          .flat()
          .filter(({ start, end }) => words.text.slice(start, end).includes('经常组织学习'))
      : []
  }
  for (const place of at(twice)) {
    const off = toggleClause(twice, own, place)
    expect(pointsOf(slideAt(off, 0))).toEqual(['- 学以致用'])
    const on = toggleClause(off, own, place)
    expect(pointsOf(slideAt(on, 0))).toHaveLength(2)
    for (const other of at(on))
      expect(pointsOf(slideAt(toggleClause(on, own, other), 0))).toEqual(['- 学以致用'])
  }
})
