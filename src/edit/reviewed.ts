import { withoutControls } from '../deck/open-file.ts'
import { parseReview, type Review, reviewName, reviewText } from '../deck/review/review.ts'
import { type DeckReview, reviewSlides, type SlideReview, signedText } from '../deck/review/slide-review.ts'
import { readTextFile } from '../document/encoding.ts'
import { cutSlides } from '../markdown/cut.ts'
import type { DeckState, EditedFile, EditedSlide } from './deck-state.ts'
import { fileOf, slideOf, slidesOf } from './within.ts'

const none = (): number => 0
const texts = new WeakMap<EditedSlide, string>()

/** What is signed of a slide: its Markdown as it is written, its notes behind a line `Note:`. */
export function signedTextOf(slide: EditedSlide, { separators }: Pick<EditedFile, 'separators'>): string {
  const before = texts.get(slide)
  if (before !== undefined) return before
  const { stacks } = cutSlides(withoutControls(slide.text), 0, 'across', {
    across: none,
    down: none,
    notes: separators.notes,
  })
  const source = stacks[0]?.[0]
  const text = source ? signedText(source) : ''
  texts.set(slide, text)
  return text
}

const reviews = new WeakMap<Uint8Array, Review>()

/**
 * What was said of a deck's slides, as the file beside them has it.
 *
 * @throws Fault with the line of what is no review
 */
export function reviewIn({ beside }: Pick<DeckState, 'beside'>): Review {
  const bytes = beside.get(reviewName)
  if (!bytes) return []
  const before = reviews.get(bytes)
  if (before) return before
  const review = parseReview(reviewName, readTextFile({ name: reviewName, bytes }).text)
  reviews.set(bytes, review)
  return review
}

const untouched: SlideReview = { state: 'unsigned', signed: [], changes: [], comments: [] }

/** What is signed of each slide of a deck, in their order. */
export const signedTexts = ({ files }: DeckState): string[] =>
  files.flatMap((file) => file.slides.map((slide) => signedTextOf(slide, file)))

/**
 * What a review says of each slide of a deck, in their order.
 *
 * @throws Fault with the line of what is no review
 */
export function deckReview(state: DeckState): DeckReview {
  const review = reviewIn(state)
  if (review.length > 0) return reviewSlides(signedTexts(state), review)
  return { slides: slidesOf(state).map(() => untouched), gone: [] }
}

/** The deck with another review beside its slides; one in which nothing is said has no file. */
export function withReview(state: DeckState, review: Review): DeckState {
  const text = reviewText(review)
  if (text === reviewText(reviewIn(state))) return state
  const beside = new Map(state.beside)
  if (text === '') {
    return beside.delete(reviewName) ? { ...state, beside } : state
  }
  const bytes = new TextEncoder().encode(text)
  reviews.set(bytes, review)
  beside.set(reviewName, bytes)
  return { ...state, beside }
}

/** What is signed of the slide with this number; null for none. */
export function signedTextAt(state: DeckState, id: number): string | null {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  return slide && file ? signedTextOf(slide, file) : null
}
