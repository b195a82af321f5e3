import { around, classes, isElement, type Node, withAttributes } from '../markdown/html-tree.ts'

/** In an incremental deck each item of a slide's lists is a fragment, but not the items below it. */
export function incremental(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node
    if (node.tagName !== 'ul' && node.tagName !== 'ol') return around(node, incremental(node.childNodes))
    const items = node.childNodes.map((item) =>
      isElement(item) && item.tagName === 'li' && !classes(item).includes('fragment')
        ? withAttributes(item, { class: [...classes(item), 'fragment'].join(' ') })
        : item,
    )
    return around(node, items)
  })
}
