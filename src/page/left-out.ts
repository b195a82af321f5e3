import { isElement, type Node } from '../markdown/html-tree.ts'
import { isKnownElement } from '../markdown/sanitize.ts'

/** What means nothing in a page that is opened by itself, or is read and then written otherwise. */
const meaningless = new Set(
  'alt crossorigin data-autoplay data-markdown data-notes data-src decoding fetchpriority loading referrerpolicy rel sizes src srcset target xml:space'.split(
    ' ',
  ),
)
/** Of these a gap or a remark of its own tells. */
const told = new Set(['canvas', 'iframe', 'embed', 'object', 'frame', 'style', 'source', 'track', 'title'])

/** The names of attributes, and of elements with what is in them, that a tree has and its cleaned form has not. */
export function leftOut(before: readonly Node[], after: readonly Node[]): string[] {
  const kept = namesIn(after)
  return [...namesIn(before)].filter((name) => !kept.has(name))
}

/** Elements whose content goes with them. */
const whole = /^(?:applet|link|meta|noscript|script|template)$/

function namesIn(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>()
  const visit = (node: Node): void => {
    if (!isElement(node) || told.has(node.tagName)) return
    if (whole.test(node.tagName)) {
      names.add(`<${node.tagName}>`)
      return
    }
    if (!isKnownElement(node.tagName) && node.childNodes.length === 0) names.add(`<${node.tagName}>`)
    for (const { name } of node.attrs) if (!meaningless.has(name)) names.add(name)
    for (const child of node.childNodes) visit(child)
  }
  for (const node of nodes) visit(node)
  return names
}
