import { computed, signal } from '@preact/signals'
import type { DeckReview, SlideReview } from '../../deck/review/slide-review.ts'
import { deckReview, type EditedSlide } from '../../edit/index.ts'
import { asFault } from '../../fault.ts'
import { slides, state } from './deck.ts'
import { keptText } from './kept-text.ts'
import { language } from './language.ts'

/** Whether the person reviews: what is signed is shown then. */
export const isReviewing = signal(false)

/** Who signs and remarks here. */
export const reviewer = keptText('reviewer')

/** As people write dates here: `2026-11-27`. */
export function today(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const read = computed<{ readonly review: DeckReview | null; readonly fault: string }>(() => {
  if (!state.value) return { review: null, fault: '' }
  try {
    return { review: deckReview(state.value), fault: '' }
  } catch (error) {
    return { review: null, fault: asFault(error).line(language) }
  }
})

/** What is said of the deck's slides; null where it can't be read, `reviewFault` says why. */
export const review = computed(() => read.value.review)
export const reviewFault = computed(() => read.value.fault)

export const reviewOf = computed<ReadonlyMap<number, SlideReview>>(() => {
  const found = review.value?.slides ?? []
  return new Map(
    slides.value.flatMap(({ id }, i) => {
      const one = found[i]
      return one ? [[id, one] as const] : []
    }),
  )
})

/** Whether somebody said something of this deck. */
export const hasReview = computed(
  () =>
    review.value !== null &&
    (review.value.gone.length > 0 ||
      review.value.slides.some(({ signed, comments }) => signed.length > 0 || comments.length > 0)),
)

export const signedCount = computed(
  () => review.value?.slides.filter(({ state }) => state === 'signed').length ?? 0,
)

export const openComments = ({ comments }: SlideReview): number =>
  comments.filter(({ resolved }) => !resolved).length

/** Which slides the strip shows. */
export const filters = ['all', 'unsigned', 'changed', 'comments'] as const
export type Filter = (typeof filters)[number]
export const filter = signal<Filter>('all')

const passes: Readonly<Record<Filter, (one: SlideReview) => boolean>> = {
  all: () => true,
  unsigned: ({ state }) => state !== 'signed',
  changed: ({ state }) => state === 'changed',
  comments: (one) => openComments(one) > 0,
}

/** The slides that the strip shows. */
export const listed = computed<readonly EditedSlide[]>(() => {
  if (filter.value === 'all') return slides.value
  const isListed = passes[filter.value]
  return slides.value.filter(({ id }) => {
    const one = reviewOf.value.get(id)
    return one !== undefined && isListed(one)
  })
})

/** The next slide that is not signed, behind this one or from the beginning; null for none. */
export function nextUnsigned(id: number): number | null {
  const all = slides.value
  const at = all.findIndex((slide) => slide.id === id)
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return order.find((slide) => reviewOf.value.get(slide.id)?.state !== 'signed')?.id ?? null
}
