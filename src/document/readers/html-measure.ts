import { isElement, isHidden, type ParentNode } from './html-nodes.ts'

/** What is in an element, all that is below it counted; lengths in UTF-16 units. */
export interface Measure {
  readonly words: number
  /** Words in links. */
  readonly linked: number
  readonly links: number
  /** Words outside of links, in runs that are long enough to say something. */
  readonly prose: number
  readonly tables: number
}

/** Shorter runs of text without a mark of punctuation are labels, not prose. */
const SHORTEST_PROSE = 12

/** The measures of all elements, taken in one walk. */
export function measured(document: ParentNode): ReadonlyMap<ParentNode, Measure> {
  const measures = new Map<ParentNode, Measure>()
  measure(document, false, measures)
  return measures
}

const NOTHING: Measure = { words: 0, linked: 0, links: 0, prose: 0, tables: 0 }

function measure(parent: ParentNode, inLink: boolean, measures: Map<ParentNode, Measure>): Measure {
  let sum = NOTHING
  for (const child of parent.childNodes) {
    if (isElement(child) && !isHidden(child)) {
      const isLink = child.tagName === 'a' && child.attrs.some(({ name }) => name === 'href')
      const inside = measure(child, inLink || isLink, measures)
      sum = added(sum, inside)
      if (isLink) sum = added(sum, { ...NOTHING, links: 1 })
      if (child.tagName === 'table') sum = added(sum, { ...NOTHING, tables: 1 })
    } else if (child.nodeName === '#text' && 'value' in child) {
      const text = child.value.trim()
      const isProse = !inLink && (text.length >= SHORTEST_PROSE || /[，。；、]/u.test(text))
      const words = text.length
      sum = added(sum, { ...NOTHING, words, linked: inLink ? words : 0, prose: isProse ? words : 0 })
    }
  }
  measures.set(parent, sum)
  return sum
}

function added(one: Measure, other: Measure): Measure {
  return {
    words: one.words + other.words,
    linked: one.linked + other.linked,
    links: one.links + other.links,
    prose: one.prose + other.prose,
    tables: one.tables + other.tables,
  }
}
