import { printOf } from './known.ts'
import type { Answer, Comment, Review, Reviewed, Said, Signature } from './review.ts'

/**
 * What people do at a review; each gives a new one. A slide is named by its words, as `signedText` gives them: what is
 * said holds for them and for no others.
 */

/** Signs a slide; whoever signed it so before signs it anew. */
export function sign(review: Review, slide: string, signature: Signature): Review {
  return change(review, slide, (one) => ({
    ...one,
    signed: [...one.signed.filter(({ name }) => name !== signature.name), signature],
  }))
}

/** Takes back what somebody signed. */
export function unsign(review: Review, slide: string, name: string): Review {
  return change(review, slide, (one) => ({ ...one, signed: one.signed.filter((by) => by.name !== name) }))
}

/** Remarks on a slide. */
export function comment(review: Review, slide: string, said: Answer): Review {
  return change(review, slide, (one) => ({
    ...one,
    comments: [...one.comments, { ...said, answers: [], resolved: false }],
  }))
}

/** Answers a comment, on whatever slide it stands. */
export function answer(review: Review, to: Comment, said: Answer): Review {
  return changeComment(review, to, { ...to, answers: [...to.answers, said] })
}

/** Has a comment done with, or opens it again. */
export function resolve(review: Review, done: Comment, resolved = true): Review {
  return changeComment(review, done, { ...done, resolved })
}

/**
 * Brings together the reviews of copies of one deck: what either has. What was resolved in one is resolved; what was taken
 * back in one and not in the other stands.
 */
export function mergeReviews(one: Review, other: Review): Review {
  const bySlide = new Map<string, Reviewed[]>()
  for (const reviewed of [...one, ...other]) {
    const print = printOf(reviewed.slide)
    const same = bySlide.get(print)
    if (same) same.push(reviewed)
    else bySlide.set(print, [reviewed])
  }
  return [...bySlide.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    return others.length ? merged(first.slide, [first, ...others]) : first
  })
}

const merged = (slide: string, all: readonly Reviewed[]): Reviewed => ({
  slide,
  signed: union(
    all.flatMap(({ signed }) => signed),
    saidOf,
  ),
  comments: union(
    all.flatMap(({ comments }) => comments),
    sayingOf,
    (mine, other) => ({
      ...mine,
      answers: union([...mine.answers, ...other.answers], sayingOf),
      resolved: mine.resolved || other.resolved,
    }),
  ),
})

function change(review: Review, slide: string, how: (one: Reviewed) => Reviewed): Review {
  const print = printOf(slide)
  const at = review.findIndex((one) => printOf(one.slide) === print)
  const one = review[at]
  if (!one) return [...review, how({ slide, signed: [], comments: [] })]
  return review.with(at, how(one))
}

const changeComment = (review: Review, before: Comment, after: Comment): Review =>
  review.map((one) =>
    one.comments.includes(before)
      ? { ...one, comments: one.comments.map((said) => (said === before ? after : said)) }
      : one,
  )

const saidOf = ({ name, date }: Said): string => JSON.stringify([name, date])
const sayingOf = ({ name, date, text }: Answer): string => JSON.stringify([name, date, text])

/** Each once, as it stands first. */
function union<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  both: (mine: T, theirs: T) => T = (mine) => mine,
): readonly T[] {
  const all = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    const mine = all.get(key)
    all.set(key, mine === undefined ? item : both(mine, item))
  }
  return [...all.values()]
}
