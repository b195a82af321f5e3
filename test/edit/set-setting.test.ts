import { expect, it } from 'vitest'
import { setSetting } from '../../src/edit/index.ts'
import { deckOf, textOf, written } from './deck.ts'

const deck = deckOf({ '00.md': written })

it('changes one line, and keeps its comment', () => {
  expect(textOf(setSetting(deck, 'title', '学习: 第一讲'))).toBe(
    written.replace('title: 保密工作   # 标题', 'title: "学习: 第一讲" # 标题'),
  )
})

it('adds a setting, and takes it out again', () => {
  const set = setSetting(deck, 'duration', 20)
  expect(textOf(set)).toBe(written.replace('unit: 办公室\n', 'unit: 办公室\nduration: 20\n'))
  expect(textOf(setSetting(set, 'duration', null))).toBe(written)
})

it('knows the Chinese name of a setting, and a file without settings', () => {
  const own = deckOf({ '00.md': '---\n单位：办公室\n---\n# 甲\n' })
  expect(textOf(setSetting(own, 'unit', '人事处'))).toBe('---\n单位: 人事处\n---\n# 甲\n')
  const bare = deckOf({ '00.md': '# 甲\n' })
  expect(textOf(setSetting(bare, 'incremental', true))).toBe('---\nincremental: true\n---\n\n# 甲\n')
})

it('leaves no settings without a setting, which would be a slide', () => {
  const only = deckOf({ '00.md': '---\ntitle: 甲\n---\n\n# 甲\n' })
  expect(textOf(setSetting(only, 'title', null))).toBe('# 甲\n')
  const told = deckOf({ '00.md': '---\n# 题目\ntitle: 甲\n---\n# 甲\n' })
  expect(textOf(setSetting(told, 'title', null))).toBe('---\n# 题目\ntitle:\n---\n# 甲\n')
})
