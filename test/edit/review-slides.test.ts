import { expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { reviewReport } from '../../src/deck/review/report.ts'
import { reviewName } from '../../src/deck/review/review.ts'
import {
  answerComment,
  begin,
  commentSlide,
  type DeckState,
  deckReview,
  done,
  editPart,
  filesOf,
  mergeReview,
  resolveComment,
  signSlides,
  slidesOf,
  undo,
  unsignSlide,
} from '../../src/edit/index.ts'
import { Fault } from '../../src/fault.ts'
import { deckOf, idAt, written } from './deck.ts'

const wang = { name: '王芳', date: '2026-11-27', remark: '' }
const li = { name: '李强', date: '2026-11-28' }
const deck = deckOf({ '00.md': written })
const all = (state: DeckState): number[] => slidesOf(state).map(({ id }) => id)
const states = (state: DeckState): string[] => deckReview(state).slides.map((one) => one.state)
const commentsAt = (state: DeckState, at: number) => deckReview(state).slides[at]?.comments ?? []

it('signs slides; a later change of one undoes that and says what changed', () => {
  const signed = signSlides(deck, all(deck), wang)
  expect(states(signed)).toEqual(['signed', 'signed', 'signed'])
  const changed = editPart(signed, idAt(signed, 1), 1, '个别干部思想麻痹')
  expect(states(changed)).toEqual(['signed', 'changed', 'signed'])
  expect(deckReview(changed).slides[1]?.changes).toEqual([{ before: '，保密观念淡薄', now: '' }])
  expect(states(signSlides(changed, [idAt(changed, 1)], wang))).toEqual(['signed', 'signed', 'signed'])
  expect(states(unsignSlide(signed, idAt(signed, 0), '王芳'))).toEqual(['unsigned', 'signed', 'signed'])
})

it('signs what `check --reviewed` takes for signed, in every dialect', async () => {
  const decks = [
    deck,
    // Definitions are added where they are used; what a slide shares with its neighbour is not written on it.
    deckOf({
      '00.md': '# 甲[^1]\n\n---\n\n## 乙\n\n- 一。\n\n---\n\n## 丙\n\n- 一。\n\nNote:\n一。\n\n[^1]: 注',
      'source.txt': '一。\n',
    }),
    deckOf({
      'a.md': '---\nmarp: true\n---\n\n# 甲\n\n<!-- 讲稿 -->\n\n---\n\n![bg](a.png)\r\n\r\n乙\u0007\n',
    }),
    deckOf({
      'slides.md': '---\ntheme: seriph\nlayout: cover\n---\n\n# 甲\n\n---\nlayout: center\n---\n\n乙\n',
    }),
  ]
  for (const one of decks) {
    const files = filesOf(signSlides(one, all(one), wang))
    const { isSigned, lines } = reviewReport(await openDeck('deck', files), 'zh-CN')
    expect(isSigned, lines.join('\n')).toBe(true)
  }
})

it('has remarks answered, resolved and opened again, through changes of the slide', () => {
  const id = idAt(deck, 1)
  let state = commentSlide(deck, id, { ...li, text: '请核对' })
  state = editPart(state, id, 1, '个别干部思想麻痹')
  const [asked] = commentsAt(state, 1)
  if (!asked) throw new Error('nothing said')
  state = answerComment(state, asked, { ...wang, text: '已核对' })
  const [answered] = commentsAt(state, 1)
  if (!answered) throw new Error('nothing said')
  expect(answered.answers.map(({ text }) => text)).toEqual(['已核对'])
  state = resolveComment(state, answered, true)
  expect(commentsAt(state, 1).map(({ resolved }) => resolved)).toEqual([true])
})

it('merges what was said in copies of one deck, whoever merges', () => {
  const here = signSlides(deck, [idAt(deck, 0)], wang)
  const there = commentSlide(signSlides(deck, [idAt(deck, 1)], { ...li, remark: '好' }), idAt(deck, 2), {
    ...li,
    text: '缺出处',
  })
  const merged = mergeReview(here, filesOf(there))
  expect(states(merged)).toEqual(['signed', 'signed', 'unsigned'])
  expect(commentsAt(merged, 2)).toHaveLength(1)
  expect(deckReview(mergeReview(there, filesOf(here)))).toEqual(deckReview(merged))
  // Once is enough.
  expect(mergeReview(merged, filesOf(there))).toBe(merged)
  expect(mergeReview(merged, filesOf(deck))).toBe(merged)
})

it('is undone byte for byte; without a word said there is no file', () => {
  const signed = signSlides(deck, all(deck), wang)
  let history = done(begin(deck), signed)
  history = undo(history)
  expect(filesOf(history.now.state)).toEqual(filesOf(deck))
  const taken = all(signed).reduce((state, id) => unsignSlide(state, id, '王芳'), signed)
  expect(taken.beside.has(reviewName)).toBe(false)
})

it('leaves a review that it can’t read as it is', () => {
  const broken = deckOf({ '00.md': written, [reviewName]: 'slides: [' })
  expect(() => signSlides(broken, all(broken), wang)).toThrow(Fault)
  expect(() => deckReview(broken)).toThrow(Fault)
})
