import type { DeckFiles } from '../../deck/deck-files.ts'
import { printOf } from '../../deck/review/known.ts'
import {
  type Answer,
  type Comment,
  parseReview,
  reviewName,
  type Signature,
} from '../../deck/review/review.ts'
import { answer, comment, mergeReviews, resolve, sign, unsign } from '../../deck/review/say.ts'
import { readTextFile } from '../../document/encoding.ts'
import type { DeckState } from '../deck-state.ts'
import { reviewIn, signedTextAt, withReview } from '../reviewed.ts'

// Each throws a Fault where the deck's review can't be read: nobody's signature is overwritten.

/** Signs slides as they are; a later change of one undoes it. */
export function signSlides(state: DeckState, ids: readonly number[], signature: Signature): DeckState {
  const texts = ids.flatMap((id) => signedTextAt(state, id) ?? [])
  if (texts.length === 0 || signature.name === '') return state
  return withReview(
    state,
    texts.reduce((review, text) => sign(review, text, signature), reviewIn(state)),
  )
}

/** Takes back what somebody signed of a slide as it is. */
export function unsignSlide(state: DeckState, id: number, name: string): DeckState {
  const text = signedTextAt(state, id)
  return text === null ? state : withReview(state, unsign(reviewIn(state), text, name))
}

/** Takes back whatever was signed of slides as they are. */
export function unsignSlides(state: DeckState, ids: readonly number[]): DeckState {
  if (ids.length === 0) return state
  const prints = new Set(ids.map((id) => printOf(signedTextAt(state, id) ?? '')))
  const left = reviewIn(state).map((one) => (prints.has(printOf(one.slide)) ? { ...one, signed: [] } : one))
  return withReview(state, left)
}

/** Remarks on a slide. */
export function commentSlide(state: DeckState, id: number, said: Answer): DeckState {
  const text = signedTextAt(state, id)
  if (text === null || said.text.trim() === '') return state
  return withReview(state, comment(reviewIn(state), text, said))
}

/** Answers a remark, as `deckReview` gives it. */
export function answerComment(state: DeckState, to: Comment, said: Answer): DeckState {
  return said.text.trim() === '' ? state : withReview(state, answer(reviewIn(state), to, said))
}

/** Has a remark done with, or opens it again. */
export function resolveComment(state: DeckState, done: Comment, resolved: boolean): DeckState {
  return withReview(state, resolve(reviewIn(state), done, resolved))
}

/** Takes over what was said of another copy of the deck. */
export function mergeReview(state: DeckState, other: DeckFiles): DeckState {
  const bytes = other.get(reviewName)
  if (!bytes) return state
  const theirs = parseReview(reviewName, readTextFile({ name: reviewName, bytes }).text)
  return withReview(state, mergeReviews(reviewIn(state), theirs))
}
