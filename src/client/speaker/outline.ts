import { titleOf } from '../deck/sections.ts'

/** What of a slide the presenter says, read from the page. */
export interface SpokenSlide {
  /** The slide by its heading, as timings name it. */
  readonly name: string
  readonly notes: string
  /** The marked sentences of the notes in their order. */
  readonly sentences: readonly { readonly number: number; readonly text: string }[]
  /**
   * The numbers of the sentences that stand on the slide: first those of what is there from the start, of its heading
   * only, then those that each step brings.
   */
  readonly steps: readonly (readonly number[])[]
}

const numbersOf = (elements: Iterable<HTMLElement>): number[] =>
  [...elements].flatMap((element) =>
    (element.dataset['sentence'] ?? '').split(' ').filter(Boolean).map(Number),
  )

function stepsOf(slide: HTMLElement): number[][] {
  const groups = new Map<number, number[]>()
  for (const fragment of slide.querySelectorAll<HTMLElement>('.fragment')) {
    const index = Number(fragment.dataset['fragmentIndex'] ?? 0)
    const inside = fragment.dataset['sentence']
      ? [fragment]
      : fragment.querySelectorAll<HTMLElement>('[data-sentence]')
    groups.set(index, [...(groups.get(index) ?? []), ...numbersOf(inside)])
  }
  const heading = slide.querySelector<HTMLElement>('h1,h2,h3,h4,h5,h6')
  const own = heading && !heading.closest('.fragment') ? numbersOf([heading]) : []
  return [own, ...[...groups].sort(([a], [b]) => a - b).map(([, numbers]) => numbers)]
}

/** Reads what is said on every slide; reveal.js must have numbered the fragments. */
export function readSpoken(slides: readonly HTMLElement[]): SpokenSlide[] {
  const named = new Map<string, number>()
  return slides.map((slide) => {
    const title = titleOf(slide).replace(/\s+/g, ' ')
    const count = (named.get(title) ?? 0) + 1
    named.set(title, count)
    const notes = slide.querySelector<HTMLElement>(':scope > aside.notes')
    const sentences = new Map<number, string>()
    for (const part of notes?.querySelectorAll<HTMLElement>('[data-sentence]') ?? []) {
      const number = Number(part.dataset['sentence'])
      sentences.set(number, (sentences.get(number) ?? '') + part.textContent)
    }
    return {
      name: count > 1 ? `${title} #${count}` : title,
      notes: notes?.textContent?.trim() ?? '',
      sentences: [...sentences].sort(([a], [b]) => a - b).map(([number, text]) => ({ number, text })),
      steps: stepsOf(slide),
    }
  })
}
