import type { SlideSource } from '../../markdown/cut.ts'
import { compare } from '../audit/compare.ts'
import { likenessOf, printOf } from './known.ts'
import type { Comment, Review, Reviewed, Signature } from './review.ts'

/**
 * - `signed`: somebody signed the slide as it is
 * - `changed`: somebody signed it, and it was changed since
 */
export type ReviewState = 'unsigned' | 'signed' | 'changed'

/** A slide and what was said of it. */
export interface SlideReview {
  readonly state: ReviewState
  /** Of the slide as it is; where it was changed since, of what it was last. */
  readonly signed: readonly Signature[]
  /** What became of its words since they were signed: `now` in the place of `before`, each perhaps ''. */
  readonly changes: readonly { readonly before: string; readonly now: string }[]
  readonly comments: readonly Comment[]
}

export interface DeckReview {
  /** By the number of the slide, from 0. */
  readonly slides: readonly SlideReview[]
  /** What was said of slides that the deck has no more. */
  readonly gone: Review
}

/** Slides less alike than this are two: one went, another came. */
const alike = 0.5
/** As far as a slide that was changed as well as moved is looked for, in slides. */
const reach = 20

/** What is signed of a slide: its Markdown, its notes behind a line `Note:`. */
export function signedText(slide: SlideSource): string {
  const { body, notes } = slide.written ?? slide
  return notes ? `${body.text.trim()}\n\nNote:\n${notes.text.trim()}` : body.text.trim()
}

/** A slide's layout is none of its words. */
const withoutAttributes = (slide: string): string =>
  slide.replace(/<!--\s*\.(?:slide|element):[^\n]*?-->\n*/gu, '')

/**
 * Finds out what a review says of a deck's slides. A slide that was moved is the same one; of two that read the same,
 * one signature is for both.
 *
 * @param slides as `signedText` gives them, in the deck's order
 */
export function reviewSlides(slides: readonly string[], review: Review): DeckReview {
  const prints = slides.map(printOf)
  const places = new Map<string, number[]>()
  for (const [i, print] of prints.entries()) places.set(print, [...(places.get(print) ?? []), i])
  const exact = new Map<number, Reviewed>()
  const former = new Map<number, Reviewed[]>()
  const gone: Reviewed[] = []
  // The review is in the deck's order, but for what was moved or said later: that of the last slide that was found is near.
  let near = 0
  for (const one of review) {
    const same = places.get(printOf(one.slide))
    for (const place of same ?? []) exact.set(place, joined(exact.get(place), one))
    const place = same?.[0] ?? likest(one.slide, slides, near)
    if (place === undefined) gone.push(one)
    else {
      near = place
      if (!same) former.set(place, [...(former.get(place) ?? []), one])
    }
  }
  return {
    slides: slides.map((slide, i): SlideReview => {
      const before = former.get(i) ?? []
      const comments = [...before.flatMap((one) => one.comments), ...(exact.get(i)?.comments ?? [])]
      const signed = exact.get(i)?.signed ?? []
      if (signed.length > 0) return { state: 'signed', signed, changes: [], comments }
      const last = before.findLast((one) => one.signed.length > 0)
      if (!last) return { state: 'unsigned', signed, changes: [], comments }
      const signedWords = withoutAttributes(last.slide)
      const words = withoutAttributes(slide)
      const changes = compare(signedWords, words).map((hunk) => ({
        before: signedWords.slice(hunk.before.start, hunk.before.end).trim(),
        now: words.slice(hunk.after.start, hunk.after.end).trim(),
      }))
      return { state: 'changed', signed: last.signed, changes, comments }
    }),
    gone,
  }
}

const joined = (one: Reviewed | undefined, other: Reviewed): Reviewed =>
  one
    ? { ...one, signed: [...one.signed, ...other.signed], comments: [...one.comments, ...other.comments] }
    : other

function likest(slide: string, slides: readonly string[], near: number): number | undefined {
  const heading = headingOf(slide)
  let [best, place] = [alike, -1]
  for (const [i, other] of slides.entries()) {
    if (Math.abs(i - near) > reach && (!heading || headingOf(other) !== heading)) continue
    const like = likenessOf(slide, other)
    if (like > best) [best, place] = [like, i]
  }
  return place < 0 ? undefined : place
}

const headingOf = (slide: string): string => /^#{1,6} .*/.exec(slide)?.[0] ?? ''
