import type { PaperSlide, Section } from './slides-of-page.ts'

/** Speaker notes with the slides that stand on them. */
export interface Passage {
  readonly slides: readonly PaperSlide[]
  readonly notes: HTMLElement | null
  readonly section: Section
}

/**
 * Gathers adjacent slides that carry the same notes, so that on paper each paragraph stands once, below all the slides
 * that were made of it.
 */
export function passagesOf(slides: readonly PaperSlide[]): Passage[] {
  const passages: { slides: PaperSlide[]; notes: HTMLElement | null; section: Section }[] = []
  for (const slide of slides) {
    const last = passages.at(-1)
    if (last?.section === slide.section && goesOn(slide, last.notes)) last.slides.push(slide)
    else passages.push({ slides: [slide], notes: slide.notes, section: slide.section })
  }
  return passages
}

function goesOn({ element, notes }: PaperSlide, before: HTMLElement | null): boolean {
  if (!before) return false
  return notes ? notes.textContent === before.textContent : element.classList.contains('continued')
}
