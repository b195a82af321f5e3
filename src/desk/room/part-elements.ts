import { bare } from '../../deck/audit/compare.ts'
import type { SlidePart } from '../../edit/index.ts'

const selectors: Readonly<Record<SlidePart['kind'], string>> = {
  heading: 'h1,h2,h3,h4,h5,h6',
  point: 'li',
  paragraph: 'p',
  quotation: 'blockquote',
  table: 'table',
  picture: 'p,figure,img',
  other: 'pre,.columns,.markdown-alert',
}

/** The words of an element without those of the lists in it. */
function ownWords(element: Element): string {
  const copy = element.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const list of copy.querySelectorAll('ul,ol')) list.remove()
  return bare(copy.textContent ?? '')
}

/**
 * Finds each part of a slide in its picture, and marks it with `data-part`. A slide that takes several pages has parts of
 * it on each.
 */
export function markParts(slide: HTMLElement, parts: readonly SlidePart[]): void {
  const taken = new Set<Element>()
  parts.forEach((part, i) => {
    const all = [...slide.querySelectorAll<HTMLElement>(selectors[part.kind])].filter(
      (element) => !taken.has(element),
    )
    const wanted = bare(part.text)
    const found =
      part.kind === 'table' || part.kind === 'picture' || part.kind === 'other'
        ? all[0]
        : all.find((element) => ownWords(element) === wanted)
    if (!found) return
    taken.add(found)
    found.dataset['part'] = String(i)
  })
}
