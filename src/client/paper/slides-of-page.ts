import { dividerOf, isOneSlide, sectionNameOf } from '../deck/sections.ts'

/** A slide taken out of the page, to be laid out on paper. */
export interface PaperSlide {
  readonly element: HTMLElement
  /** Its speaker notes, out of the slide. */
  readonly notes: HTMLElement | null
  /** Counted from 1 through the deck. */
  readonly number: number
  /** Where the deck shows it: `#/2/1`. */
  readonly address: string
  readonly section: Section
  /** What the divider of its section says; '' where it has none. */
  readonly divider: string
  readonly beginsSection: boolean
  readonly total: number
}

/** A column of slides: one section of the document. A deck that only goes across is one section. */
export interface Section {
  readonly number: number
  readonly title: string
}

/** Takes the deck's slides out of the page in their order; the page is then empty but for its data. */
export function takeSlides(): PaperSlide[] {
  const stacks = [...document.querySelectorAll<HTMLElement>('.slides > section')]
  const whole: Section | null = stacks.every(isOneSlide) ? { number: 1, title: '' } : null
  const slides = stacks.flatMap((stack, h) => {
    const title = stacks.length > 1 && stack.firstElementChild ? sectionNameOf(stack.firstElementChild) : ''
    const section = whole ?? { number: h + 1, title }
    return [...stack.querySelectorAll<HTMLElement>(':scope > section')].map((element, v) => {
      const notes = element.querySelector<HTMLElement>(':scope > aside.notes')
      notes?.remove()
      const address = `#/${h}${v ? `/${v}` : ''}`
      return { element, notes, address, section, divider: dividerOf(element), beginsSection: v === 0 }
    })
  })
  document.querySelector('.reveal')?.remove()
  linkSlides(slides)
  return slides.map((slide, i) => ({ ...slide, number: i + 1, total: slides.length }))
}

/** A link to another slide, `#/2/1` or `#/name` for reveal.js, leads to where that slide stands on this page. */
function linkSlides(slides: readonly Pick<PaperSlide, 'element' | 'address'>[]): void {
  for (const { element, address } of slides) element.id ||= address.slice(2)
  for (const { element } of slides)
    for (const link of element.querySelectorAll<HTMLAnchorElement>('a[href^="#/"]')) {
      const [, h = '', v = '0'] = /^#\/(\d+)(?:\/(\d+))?/.exec(link.hash) ?? []
      const address = Number(v) ? `#/${h}/${v}` : `#/${h}`
      const target = h ? slides.find((slide) => slide.address === address)?.element.id : link.hash.slice(2)
      if (target !== undefined) link.hash = target
    }
}
