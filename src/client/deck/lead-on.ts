import type { RevealApi } from 'reveal.js'

const saidBy = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, '')
const headingOf = (slide: Element): HTMLElement | null =>
  slide.querySelector<HTMLElement>(':scope > :is(h1, h2, h3):first-child')

/**
 * Lets words move from a slide to the one behind it, where a list goes on to what is said of one of its items, or a
 * further slide goes on below the same heading. Marked as the deck is shown: nothing of it stands in the page or on paper.
 */
export function leadOn(deck: RevealApi): void {
  const mark = (): void => {
    const slides = deck.getSlides()
    const at = slides.indexOf(deck.getCurrentSlide())
    for (const i of [at - 1, at]) join(slides[i], slides[i + 1], `lead-${i}`)
  }
  mark()
  deck.on('slidechanged', mark)
}

function join(slide: HTMLElement | undefined, next: HTMLElement | undefined, name: string): void {
  const heading = next ? headingOf(next) : null
  // What its author animates is the author's.
  const isOwn = [slide, next].some((one) => one?.dataset['autoAnimate'] === '')
  if (!slide || !next || !heading || isOwn) return
  const items = [...slide.querySelectorAll<HTMLElement>(':scope > :is(ul, ol) > li')]
  const item = items.find((one) => saidBy(one) === saidBy(heading))
  const goesOn = next.classList.contains('continued') && saidBy(headingOf(slide)) === saidBy(heading)
  if (!item && !goesOn) return
  const id = slide.dataset['autoAnimateId'] ?? name
  for (const one of [slide, next]) Object.assign(one.dataset, { autoAnimate: ownMark, autoAnimateId: id })
  if (item) for (const one of [item, heading]) one.dataset['id'] = `${id}-${name}`
}

/** Tells our marks from an author's, which have no value. */
const ownMark = 'lead'
