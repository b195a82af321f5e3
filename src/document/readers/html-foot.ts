import type { Measure } from './html-measure.ts'
import { type Element, isElement, isHidden, type ParentNode, textOfNode } from './html-nodes.ts'

const OWNED = /版[权權]所有|copyright|©|all rights reserved|ICP[备備证證]/iu
/** In UTF-16 units. */
const LONGEST_FOOT = 1500
/** The foot says where its owner lives; a text says more. */
const MOST_SENTENCES = 3

/**
 * What HTML has `footer` for on a page that has none: the largest part around the last words that say whose the page
 * is, so far as it is neither half of the page nor has a heading or a text in it. Null where there is none.
 */
export function footOf(document: ParentNode, measures: ReadonlyMap<ParentNode, Measure>): Element | null {
  const words = (node: ParentNode): number => measures.get(node)?.words ?? 0
  const most = Math.min(LONGEST_FOOT, words(document) / 2)
  const isFoot = (node: ParentNode): boolean =>
    words(node) <= most &&
    !hasHeading(node) &&
    (textOfNode(node).match(/[。！？]|[.!?]\s/gu)?.length ?? 0) <= MOST_SENTENCES
  let foot = lastOwned(document)
  if (!foot || !isFoot(foot)) return null
  for (let parent = foot.parentNode; parent && isElement(parent) && isFoot(parent); parent = foot.parentNode)
    foot = parent
  return foot
}

/** The last element in which it says itself whose the page is. */
function lastOwned(parent: ParentNode): Element | null {
  for (const child of [...parent.childNodes].reverse()) {
    if (isElement(child)) {
      const found = isHidden(child) ? null : lastOwned(child)
      if (found) return found
    } else if (isElement(parent) && child.nodeName === '#text' && 'value' in child && OWNED.test(child.value))
      return parent
  }
  return null
}

function hasHeading(node: ParentNode): boolean {
  return node.childNodes.some(
    (child) => isElement(child) && (/^h[1-3]$/u.test(child.tagName) || hasHeading(child)),
  )
}
