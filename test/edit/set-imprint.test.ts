import { expect, it } from 'vitest'
import { type DeckState, imprintOnCover, setImprint } from '../../src/edit/index.ts'
import { deckOf, textOf } from './deck.ts'

const cover = (...lines: readonly string[]): DeckState =>
  deckOf({
    '00.md': [
      '---\ntitle: 通知\n---\n\n<!-- .slide: class="title" -->',
      '# 关于开展检查的通知',
      ...lines,
      'Note:\n关于开展检查的通知\n',
    ].join('\n\n'),
  })

it('finds on the cover who the deck is from and when, and replaces it', () => {
  const deck = cover('市机关事务管理局办公室', '2026年11月25日')
  expect(imprintOnCover(deck, 'unit')).toBe('市机关事务管理局办公室')
  expect(imprintOnCover(deck, 'date')).toBe('2026年11月25日')
  const set = setImprint(setImprint(deck, 'unit', '市机关事务管理局'), 'date', '2026年11月27日')
  expect(textOf(set)).not.toMatch(/办公室|25日/)
  expect(textOf(set)).toContain('title: 通知\nunit: 市机关事务管理局\ndate: 2026年11月27日\n---')
  expect(textOf(set)).toContain('# 关于开展检查的通知')
  expect(imprintOnCover(set, 'unit')).toBe('')
  const none = setImprint(deck, 'date', null)
  expect(textOf(none)).not.toMatch(/25日|date:/)
  expect(imprintOnCover(none, 'unit')).toBe('市机关事务管理局办公室')
})

it('takes nothing else from the cover, and nothing from another slide', () => {
  const law = cover('（2020年5月28日第十三届全国人民代表大会第三次会议通过）', '在全市大会上的讲话')
  expect(imprintOnCover(law, 'date')).toBe('')
  expect(imprintOnCover(law, 'unit')).toBe('')
  expect(textOf(setImprint(law, 'date', '2026年11月27日'))).toContain('第三次会议通过')
  const plain = deckOf({ '00.md': '# 甲\n\n2026年11月25日\n' })
  expect(textOf(setImprint(plain, 'date', '明天'))).toContain('2026年11月25日')
})
