import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editPart, filesOf, mergeFile, mergeFolder, slidesOf, textOfFile } from '../../src/edit/index.ts'
import { deckOf, idAt, written } from './deck.ts'

const marks = { slide: '<!-- 另一处 -->', settings: '# 另一处：' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const files = (texts: Readonly<Record<string, string | null>>): Map<string, Uint8Array> =>
  new Map(Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, bytes(text)]])))
const their = (texts: Readonly<Record<string, string | null>>): Map<string, Uint8Array | null> =>
  new Map(Object.entries(texts).map(([name, text]) => [name, text === null ? null : bytes(text)]))
const textsOf = (state: ReturnType<typeof deckOf>): Record<string, string> =>
  Object.fromEntries([...filesOf(state)].map(([name, one]) => [name, new TextDecoder().decode(one)]))

const before = { '00.md': written, '01.md': '# 一\n', '图.png': 'old' }

it('takes what another hand changed, made and took away, byte for byte', () => {
  const deck = deckOf(before)
  const now = {
    '00.md': written.replace('\n\n---', '\n\n\n\n---'),
    '01.md': null,
    '02.md': '# 二\r\n\r\n',
    '图.png': 'new',
  }
  const { state, slides, files: both } = mergeFolder(deck, files(before), their(now), marks)
  expect([slides, both]).toEqual([0, []])
  const { '01.md': _gone, ...rest } = now
  expect(textsOf(state)).toEqual(rest)
})

it('leaves one that was changed here and taken away there', () => {
  const ours = editPart(deckOf(before), idAt(deckOf(before), slidesOf(deckOf(before)).length - 1), 0, '改')
  const { state } = mergeFolder(ours, files(before), their({ '01.md': null }), marks)
  expect(textsOf(state)['01.md']).toBe('# 改\n')
})

it('keeps both of what both changed: settings, pictures, files of one name', () => {
  const ours = deckOf({
    ...before,
    '00.md': written.replace('办公室', '这里'),
    '图.png': 'ours',
    '02.md': '# 我们的\n',
  })
  const now = { '00.md': written.replace('办公室', '那里'), '图.png': 'theirs', '02.md': '# 他们的\n' }
  const { state, slides, files: both } = mergeFolder(ours, files(before), their(now), marks)
  const texts = textsOf(state)
  expect(texts['00.md']).toContain('unit: 这里\n# 另一处：\n# unit: 那里\n---\n')
  expect([texts['图.png'], texts[both[0] ?? '']]).toEqual(['theirs', 'ours'])
  expect(texts['02.md']).toContain('# 他们的')
  expect(texts['02.md']).toContain('# 我们的')
  expect(slides).toBe(2)
})

it('brings two reviews together', () => {
  const review = (name: string): string =>
    `slides:\n  - slide: '# 一'\n    signed:\n      - name: ${name}\n        date: 2026-11-27\n`
  const ours = deckOf({ ...before, 'review.yaml': review('王芳') })
  const { state } = mergeFolder(ours, files(before), their({ 'review.yaml': review('李明') }), marks)
  expect(textsOf(state)['review.yaml']).toMatch(/王芳[\s\S]*李明/)
})

it('is theirs where nothing was done here, and both hands’ words are there whatever they did', () => {
  const line = fc.constantFrom(
    '- 甲',
    '- 乙',
    '# 题',
    '',
    '---',
    '----',
    'Note:',
    '  - 丙',
    '> 引',
    '<!-- 注 -->',
    '| 1 |',
  )
  const text = fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`)
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (base, theirs, slide, part) => {
      const deck = deckOf({ 'a.md': base })
      const taken = mergeFile(deck, 'a.md', base, theirs, marks.slide)
      expect(taken.state.files.map(textOfFile)).toEqual([theirs])
      const all = slidesOf(deck)
      const id = all[slide % Math.max(1, all.length)]?.id
      if (id === undefined) return
      const ours = editPart(deck, id, part % 4, '这里的话')
      const merged = mergeFile(ours, 'a.md', base, theirs, marks.slide)
      const said = merged.state.files.map(textOfFile).join('')
      if (ours.files.some((file) => textOfFile(file).includes('这里的话'))) expect(said).toContain('这里的话')
    }),
  )
})
