import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addPicture,
  addSlide,
  addSlides,
  addWords,
  answerComment,
  begin,
  commentSlide,
  type DeckState,
  deckReview,
  deleteSlides,
  done,
  duplicateSlides,
  editNotes,
  editPart,
  editSlide,
  fileOf,
  filesOf,
  type History,
  indentPoint,
  mergeWithNext,
  moveSlides,
  openState,
  ownSlide,
  partsOf,
  piecesOf,
  raisePoint,
  redo,
  resolveComment,
  setHeading,
  setLayout,
  setPoints,
  setSetting,
  signSlides,
  slidesOf,
  slideWords,
  splitSlide,
  toggleClause,
  undo,
  unsignSlide,
} from '../../src/edit/index.ts'
import { offeredLayouts } from '../../src/layouts/offered.ts'
import { deckOf, written } from './deck.ts'

/** A number from 0 to 1 chooses one of several. */
const pick = <T>(list: readonly T[], share: number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(share * list.length))]

const words = fc.oneof(
  fc.constantFrom(
    '',
    '自己的话',
    '---',
    'Note: x',
    '# 甲',
    '- 乙',
    '1. 丙',
    '**丁**',
    '<b>',
    '| 戊 |',
    '——己',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

const who = { name: '王芳', date: '2026-11-27' }

/** Any action, on any slide, of any of its words. */
interface Action {
  readonly kind: number
  readonly at: number
  readonly part: number
  readonly words: string
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const action: fc.Arbitrary<Action> = fc.record({ kind: fc.nat(19), at: share, part: share, words })

function act(state: DeckState, { kind, at, part, words }: Action): DeckState {
  const slide = pick(slidesOf(state), at)
  const file = slide && fileOf(state, slide.id)
  if (!slide || !file) return state
  const { id } = slide
  const { parts, notes } = partsOf(slide, file)
  const clauses = piecesOf(slideWords(slide, file))
    .flat()
    .filter((piece) => piece.kind === 'clause')
  const clause = pick(clauses, part)
  const index = Math.floor(part * parts.length)
  const other = pick(slidesOf(state), part)?.id ?? null
  switch (kind) {
    case 0:
    case 1:
      return clause ? toggleClause(state, id, clause) : state
    case 2:
      return clause
        ? addWords(state, id, { start: clause.start + 1, end: clause.end }, at > 0.5 ? index : null)
        : state
    case 3:
      return clause ? setHeading(state, id, clause) : state
    case 4:
      return clause ? ownSlide(state, id, clause) : state
    case 5:
      return editPart(state, id, index, words)
    case 6:
      return editNotes(state, id, Math.floor(part * (notes.length + 1)), words)
    case 7:
      return indentPoint(state, id, index)
    case 8:
      return raisePoint(state, id, index)
    case 9:
      return addSlide(state, at > 0.9 ? null : id, '')
    case 10:
      return splitSlide(state, id, index)
    case 11:
      return mergeWithNext(state, id)
    case 12:
      return at > 0.7 ? duplicateSlides(state, [id]) : deleteSlides(state, [id])
    case 13:
      return moveSlides(state, [id], part > 0.9 ? null : other)
    case 14:
      return setLayout(state, id, pick(offeredLayouts, part) ?? '')
    case 15:
      return setSetting(state, 'title', words || null)
    case 16:
      return setPoints(
        state,
        id,
        clauses.slice(0, 3).map((span, i) => ({ spans: [span], depth: i > 1 ? 1 : 0 })),
      )
    case 17:
      return part > 0.3
        ? signSlides(state, [id], { ...who, remark: words })
        : unsignSlide(state, id, who.name)
    case 18: {
      const [said] = deckReview(state).slides.flatMap(({ comments }) => comments)
      if (!said || part > 0.6) return commentSlide(state, id, { ...who, text: words })
      return part > 0.3
        ? answerComment(state, said, { ...who, text: words })
        : resolveComment(state, said, part > 0.1)
    }
    default:
      return part > 0.5
        ? addPicture(state, id, { name: '图.png', bytes: Uint8Array.of(Math.floor(at * 3)) }, words)
        : part > 0.3
          ? editSlide(state, id, words)
          : addSlides(state, id, [slide.text]).state
  }
}

const bytesIn = (state: DeckState): Record<string, string> =>
  Object.fromEntries(
    [...filesOf(state)].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
  )

const decks = [
  deckOf({ '00.md': written, '01.md': written.replace(/^---[\s\S]*?---\n/, '').replace(/\n/g, '\r\n') }),
  deckOf({ 'talk.md': '# 甲\n\n--\n\n## 乙\n---\n* 丙\n* 丁\n\n  1) 戊\n\nNotes：一。二，三；四：五。\n' }),
]

const deckAt = (which: number): DeckState => decks[which] ?? deckOf({})

it('undoes any actions back to the first state, byte for byte, and does them again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1),
      fc.array(action, { minLength: 500, maxLength: 500 }),
      (which, actions) => {
        const deck = deckAt(which)
        let history: History = begin(deck)
        for (const one of actions) history = done(history, act(history.now.state, one))
        const last = bytesIn(history.now.state)
        while (history.now.before) history = undo(history)
        expect(bytesIn(history.now.state)).toEqual(bytesIn(deck))
        while (history.undone.length > 0) history = redo(history)
        expect(bytesIn(history.now.state)).toEqual(last)
      },
    ),
    { numRuns: 4 },
  )
}, 120_000)

it('writes after any action what it reads again as the same slides', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1), fc.array(action, { maxLength: 12 }), (which, actions) => {
      let state = deckAt(which)
      for (const one of actions) {
        state = act(state, one)
        const again = openState(filesOf(state))
        expect(slidesOf(again).map(({ text }) => text)).toEqual(slidesOf(state).map(({ text }) => text))
        expect(bytesIn(again)).toEqual(bytesIn(state))
        expect(new Set(slidesOf(state).map(({ id }) => id)).size).toBe(slidesOf(state).length)
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

it('changes no slide but those it is asked to', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1), action, (which, one) => {
      const deck = deckAt(which)
      const before = new Set(slidesOf(deck))
      const changed = slidesOf(act(deck, one)).filter((slide) => !before.has(slide))
      // A slide that comes to stand first, or behind another, has another separator; its words stay.
      const texts = new Set([...before].map(({ text }) => text))
      expect(changed.filter(({ text }) => !texts.has(text)).length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 100 },
  )
})
