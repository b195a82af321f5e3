import type { Measure } from './html-measure.ts'
import { attribute, type Element, isElement, isHidden, type ParentNode, textOfNode } from './html-nodes.ts'

export interface MainPart {
  readonly part: ParentNode
  /** The page's own heading of it, where it stands outside of the part. */
  readonly title: Element | null
  /** What stands between the two. */
  readonly belowTitle: readonly Element[]
}

/** The share of the page's prose that makes one element speak for its parent. */
const MOST = 0.75
/** Elements that are text themselves rather than a part of the page. */
const TEXT = /^(?:p|h[1-6]|li|span|font|b|strong|em|i|u|a|blockquote|pre)$/u

/**
 * The element with the page's text in it: from the top downwards, as long as one child has most of the prose.
 *
 * @param isName the words are what the page says that it is called
 */
export function mainPart(
  document: ParentNode,
  measures: ReadonlyMap<ParentNode, Measure>,
  isName: (words: string) => boolean,
): MainPart {
  const prose = (node: ParentNode): number => measures.get(node)?.prose ?? 0
  const marked = markedBody(document, prose)
  let part = document
  let title: Element | null = null
  let belowTitle: Element[] = []
  for (;;) {
    const children = part.childNodes.filter(isElement)
    const next =
      (marked && children.find((child) => isWithin(marked, child))) ??
      children.find((child) => prose(child) > prose(part) * MOST && !TEXT.test(child.tagName))
    // The rows of a table that has the most of a page are that table.
    if (!next) return { part: IN_TABLE.test(tagOf(part)) ? aroundTable(part) : part, title, belowTitle }
    for (const child of children.slice(0, children.indexOf(next))) {
      const headings = headingsIn(child)
      const named = headings.find((heading) => isName(textOfNode(heading)))
      const isFound: boolean = title !== null && isName(textOfNode(title))
      const heading: Element | undefined = isFound ? undefined : (named ?? headings.at(-1))
      belowTitle = heading ? [] : [...belowTitle, child]
      title = heading ?? title
    }
    part = next
  }
}

const IN_TABLE = /^t(?:able|body|head|foot)$/u
const tagOf = (node: ParentNode): string => ('tagName' in node ? node.tagName : '')

function aroundTable(part: ParentNode): ParentNode {
  let around = part
  while (IN_TABLE.test(tagOf(around)) && isElement(around) && around.parentNode) around = around.parentNode
  return around
}

/** The share of the page's prose that a part needs which the page itself calls its article. */
const MARKED = 0.4

/** The part that the page marks as its article, by HTML's own means or, as WeChat does, by its name. */
function markedBody(document: ParentNode, prose: (node: ParentNode) => number): Element | null {
  const least = prose(document) * MARKED
  let found: Element | null = null
  const search = (parent: ParentNode): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child) || prose(child) < least || isHidden(child)) continue
      const isMarked =
        /^(?:article|main)$/u.test(child.tagName) ||
        attribute(child, 'role') === 'main' ||
        /(?:^|\s)articleBody(?:\s|$)/u.test(attribute(child, 'itemprop') ?? '') ||
        attribute(child, 'id') === 'js_content'
      if (isMarked) found = child
      search(child)
    }
  }
  if (least > 0) search(document)
  return found
}

function isWithin(element: Element, around: Element): boolean {
  for (let at: ParentNode | null = element; at; at = isElement(at) ? at.parentNode : null) {
    if (at === around) return true
  }
  return false
}

function headingsIn(element: Element): readonly Element[] {
  if (isHidden(element)) return []
  if (/^h[1-3]$/u.test(element.tagName)) return textOfNode(element).trim() === '' ? [] : [element]
  return element.childNodes.filter(isElement).flatMap(headingsIn)
}
