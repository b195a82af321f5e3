import { expect, it } from 'vitest'
import { editPart, mergeFile, slidesOf, textOfFile } from '../../src/edit/index.ts'
import { deckOf, idAt, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })
const mark = '<!-- 另一处的改动 -->'

it('keeps what was done here and what was done elsewhere', () => {
  const ours = editPart(deck, idAt(deck, 1), 1, '这里改的')
  const theirs = written.replace('# 保密工作', '# 别处改的').replace('确保国家秘密安全\n', '保安全\n')
  const { state, conflicts } = mergeFile(ours, '00.md', written, theirs, mark)
  expect(conflicts).toEqual([])
  expect(textOf(state)).toBe(theirs.replace('个别干部思想麻痹，保密观念淡薄\n', '这里改的\n'))
  expect(
    slidesOf(state)
      .map(({ id }) => id)
      .slice(1),
  ).toEqual(
    slidesOf(ours)
      .map(({ id }) => id)
      .slice(1),
  )
})

it('shows both where both changed the same words', () => {
  const ours = editPart(deck, idAt(deck, 1), 1, '这里改的')
  const theirs = written.replace('- 个别干部思想麻痹', '- 别处改的，思想麻痹')
  const { state, conflicts } = mergeFile(ours, '00.md', written, theirs, mark)
  expect(conflicts).toHaveLength(1)
  const [, mine, other] = slidesOf(state)
  expect(mine?.text).toContain('- 这里改的')
  expect(other?.text).toContain(mark)
  expect(other?.text).toContain('- 别处改的，思想麻痹')
  expect(state.files.map(textOfFile)[0]?.match(/^---$/gm)).toHaveLength(4)
})

it('takes in slides that were added or taken out elsewhere', () => {
  const theirs = written.replace('----\n\n- 没有备注的一页', '---\n\n# 新\n\n----\n\n- 没有备注的一页')
  const ours = editPart(deck, idAt(deck, 0), 0, '这里改的')
  const { state } = mergeFile(ours, '00.md', written, theirs, mark)
  expect(textOf(state)).toBe(theirs.replace('# 保密工作', '# 这里改的'))
})

it('keeps both front matters in mind', () => {
  const ours = deckOf({ '00.md': written.replace('办公室', '这里') })
  const theirs = written.replace('办公室', '别处')
  const { state, opening } = mergeFile(ours, '00.md', written, theirs, mark)
  expect(textOf(state)).toContain('unit: 这里')
  expect(opening).toContain('unit: 别处')
})

it('keeps lines that one hand put in beside those that the other changed, took away or put in', () => {
  const base = '# 题\n\n- 甲\n- 乙\n'
  const one = deckOf({ 'a.md': base })
  const merge = (ours: string, theirs: string): string =>
    textOf(mergeFile(deckOf({ 'a.md': ours }), 'a.md', base, theirs, mark).state)
  expect(slidesOf(one)).toHaveLength(1)
  expect(merge('# 题\n\n- 甲\n', '# 题\n\n- 甲\n- 乙\n- 丙\n')).toBe('# 题\n\n- 甲\n- 丙\n')
  expect(merge('# 题\n\n- 甲\n- 乙改\n', '# 题\n\n- 甲\n- 乙\n- 丙\n')).toBe('# 题\n\n- 甲\n- 乙改\n- 丙\n')
  expect(merge('# 题\n\n- 甲\n- 乙\n- 我\n', '# 题\n\n- 甲\n- 乙\n- 他\n')).toContain('- 我\n- 他\n')
})

it('takes an editor that saves all line ends as its own for one that changed no words', () => {
  const crlf = (text: string): string => text.replace(/\n/g, '\r\n')
  const ours = editPart(deck, idAt(deck, 1), 1, '这里改的')
  const { state, conflicts } = mergeFile(
    ours,
    '00.md',
    written,
    crlf(written.replace('国家秘密安全\n', '安全\n')),
    mark,
  )
  expect(conflicts).toEqual([])
  const wanted = written
    .replace('国家秘密安全\n', '安全\n')
    .replace('个别干部思想麻痹，保密观念淡薄\n', '这里改的\n')
  expect(textOf(state)).toBe(crlf(wanted))
})

it('follows a slide that was moved, here or there, with what the other changed of it', () => {
  const slides = ['# 甲\n\n- 一', '# 乙\n\n- 二', '# 丙\n\n- 三', '# 丁\n\n- 四']
  const file = (order: readonly number[], change = (slide: string): string => slide): string =>
    `${order.map((n) => change(slides[n] ?? '')).join('\n\n---\n\n')}\n`
  const changed = (slide: string): string => slide.replace('二', '二二')
  const base = file([0, 1, 2, 3])
  const merged = (ours: string, theirs: string): string =>
    textOf(mergeFile(deckOf({ 'a.md': ours }), 'a.md', base, theirs, mark).state)
  expect(merged(file([0, 1, 2, 3], changed), file([0, 2, 3, 1]))).toBe(file([0, 2, 3, 1], changed))
  expect(merged(file([1, 0, 2, 3]), file([0, 1, 2, 3], changed))).toBe(file([1, 0, 2, 3], changed))
  expect(merged(file([1, 0, 2, 3], changed), file([0, 1, 3, 2]))).toBe(file([1, 0, 3, 2], changed))
  // Moved here and there, changed here and there: once, and whole.
  const both = merged(
    file([1, 0, 2, 3], changed),
    file([0, 2, 3, 1], (slide) => slide.replace('乙', '乙乙')),
  )
  expect(both.match(/乙/g)).toHaveLength(2)
  expect(both).toContain('# 乙乙\n\n- 二二')
})

it('keeps one that was changed here and deleted there, and shows one that was deleted here and changed there', () => {
  const base = '# 甲\n\n- 一\n\n---\n\n# 乙\n\n- 二\n'
  const merge = (ours: string, theirs: string) =>
    mergeFile(deckOf({ 'a.md': ours }), 'a.md', base, theirs, mark)
  expect(textOf(merge(base.replace('二', '二二'), '# 甲\n\n- 一\n').state)).toContain('- 二二')
  const { state, conflicts } = merge('# 甲\n\n- 一\n', base.replace('二', '二二'))
  expect(textOf(state)).toContain(`${mark}\n# 乙\n\n- 二二`)
  expect(conflicts).toHaveLength(1)
})
