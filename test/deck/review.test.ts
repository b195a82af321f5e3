import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { reviewReport } from '../../src/deck/review/report.ts'
import { parseReview, type Review, reviewName, reviewText } from '../../src/deck/review/review.ts'
import { answer, comment, mergeReviews, resolve, sign, unsign } from '../../src/deck/review/say.ts'
import { reviewSlides } from '../../src/deck/review/slide-review.ts'
import { Fault } from '../../src/fault.ts'

const wang = { name: '王芳', date: '2026-11-27' }
const li = { name: '李强', date: '2026-11-28' }
const one = '### 保密工作\n\n- 不得泄露国家秘密\n\nNote:\n任何人不得泄露国家秘密，违者依法追究。'
const other = '### 宣传教育\n\n- 加强宣传教育\n\nNote:\n加强宣传教育，增强保密意识。'
const signed = sign([], one, { ...wang, remark: '' })
const statesOf = (slides: readonly string[], review: Review): string[] =>
  reviewSlides(slides, review).slides.map(({ state }) => state)

describe('a signature', () => {
  it('holds for the words that were signed, wherever their slide stands', () => {
    expect(statesOf([one, other], signed)).toEqual(['signed', 'unsigned'])
    expect(statesOf([other, one], signed)).toEqual(['unsigned', 'signed'])
    expect(statesOf([one.replaceAll('\n\n', '\n\n\n'), other], signed)).toEqual(['signed', 'unsigned'])
  })

  it('is undone by a change of one character, and what changed since is told', () => {
    const changed = one.replace('- 不得', '- 可以')
    const { slides } = reviewSlides([changed, other], signed)
    expect(slides[0]).toMatchObject({
      state: 'changed',
      signed: [wang],
      changes: [{ before: '不得', now: '可以' }],
    })
    expect(slides[1]?.state).toBe('unsigned')
    const laid = `<!-- .slide: class="cards" -->\n\n${changed}`
    expect(reviewSlides([laid], signed).slides[0]?.changes).toEqual([{ before: '不得', now: '可以' }])
  })

  it('holds again where the words are put back, and where they are signed anew', () => {
    const changed = one.replace('不得', '可以')
    const again = sign(signed, changed, { ...li, remark: '改得对' })
    expect(statesOf([changed], again)).toEqual(['signed'])
    expect(statesOf([one], again)).toEqual(['signed'])
    expect(statesOf([changed], unsign(again, changed, '李强'))).toEqual(['changed'])
  })

  it('of a slide that is gone is not lost', () => {
    expect(reviewSlides([other], signed).gone).toEqual(signed)
  })
})

describe('a comment', () => {
  const said = comment(signed, one, { ...li, text: '“泄露”一词请核对' })
  const [asked] = said.flatMap(({ comments }) => comments)

  it('stays with its slide through its changes, until somebody resolves it', () => {
    const changed = one.replace('- 不得泄露国家秘密', '- 不得泄露')
    expect(reviewSlides([other, changed], said).slides[1]?.comments).toEqual([asked])
    if (!asked) throw new Error('nothing said')
    const answered = answer(said, asked, { ...wang, text: '已核对' })
    const [now] = answered.flatMap(({ comments }) => comments)
    if (!now) throw new Error('nothing said')
    expect(resolve(answered, now)[0]?.comments).toEqual([
      { ...asked, answers: [{ ...wang, text: '已核对' }], resolved: true },
    ])
  })
})

const word = fc.string({ minLength: 0, maxLength: 12, unit: 'grapheme' })
const answers = fc.record({ name: word, date: word, text: word })
const reviews = fc.array(
  fc.record({
    slide: fc.constantFrom(one, other, '# 甲', '- a: b\n- "c"\n\nNote:\n\td # e', '---\n&x *y'),
    signed: fc.array(fc.record({ name: word, date: word, remark: word }), { minLength: 1, maxLength: 2 }),
    comments: fc.array(
      fc.record({
        name: word,
        date: word,
        text: word,
        answers: fc.array(answers, { maxLength: 2 }),
        resolved: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 4 },
)

describe('a review', () => {
  it('is read as it was written, whatever people write', () => {
    fc.assert(
      fc.property(reviews, (review) => {
        expect(parseReview(reviewName, reviewText(review))).toEqual(review)
      }),
    )
  })

  it('and another of a copy give the same, whichever is brought to the other; what either has is in it', () => {
    const all = (review: Review): string[] =>
      review
        .flatMap(({ slide, signed, comments }) =>
          [...signed, ...comments].map(({ name, date }) => JSON.stringify([slide, name, date])),
        )
        .sort()
    fc.assert(
      fc.property(reviews, reviews, (mine, theirs) => {
        const both = new Set(all(mergeReviews(mine, theirs)))
        expect(both).toEqual(new Set(all(mergeReviews(theirs, mine))))
        for (const said of [...all(mine), ...all(theirs)]) expect(both).toContain(said)
        const merged = mergeReviews(mine, theirs)
        expect(mergeReviews(merged, theirs)).toEqual(merged)
      }),
    )
  })

  it.each([
    ['slides: 3\n', 1],
    ['slides:\n  - signed: x\n', 2],
    ['slides:\n  - slide: [\n', 3],
    ['- a\n', 1],
    ['a: &x 1\na: 2\n', 2],
  ])('that is none is told with its line: %j', (text, line) => {
    try {
      parseReview('review.yaml', text)
      expect.unreachable()
    } catch (fault) {
      expect(fault).toBeInstanceOf(Fault)
      expect(fault instanceof Fault && fault.place?.line).toBe(line)
    }
  })

  it('tells what is to be done, slide by slide', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
    const said = comment(sign(signed, other, { ...li, remark: '' }), other, { ...li, text: '请补一句' })
    const files = new Map([
      ['01.md', bytes(`${one}\n\n---\n\n${other.replace('- 加强', '- 要加强')}\n\n---\n\n### 新\n`)],
      [reviewName, bytes(reviewText(said))],
    ])
    const { isSigned, lines } = reviewReport(await openDeck('a', files), 'zh-CN')
    expect(isSigned).toBe(false)
    expect(lines).toEqual([
      'a/01.md:10: 签后改过（李强 2026-11-28），须重签：“宣传教育”',
      '    签的是: —  现在: 要',
      'a/01.md:10: 意见没有处理（李强 2026-11-28）：请补一句',
      'a/01.md:19: 没有签：“新”',
      '已签 1/3 页',
    ])
    const whole = await openDeck(
      'a',
      new Map([
        ['01.md', bytes(one)],
        [reviewName, bytes(reviewText(said))],
      ]),
    )
    expect(reviewReport(whole, 'zh-CN').isSigned).toBe(true)
    const broken = await openDeck(
      'a',
      new Map([
        ['01.md', bytes(one)],
        [reviewName, bytes('slides: 1')],
      ]),
    )
    expect(broken.remarks).toMatchObject([{ place: { file: 'a/review.yaml', line: 1 } }])
  })
})

it('takes in as many remarks on one slide as a script may have', () => {
  const remarks = Array.from({ length: 20_000 }, (_, i) => ({
    ...{ slide: '甲', signed: [] },
    comments: [{ name: '李', date: '', text: String(i), answers: [], resolved: false }],
  }))
  expect(mergeReviews([], [...remarks, ...remarks])[0]?.comments).toHaveLength(20_000)
})
