import { type DefaultTreeAdapterTypes, html as names, parseFragment, serialize } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Text = DefaultTreeAdapterTypes.TextNode

/** The body of a slide as a tree. */
export function parseBody(html: string): Node[] {
  return parseFragment(html).childNodes
}

export function writeBody(nodes: readonly Node[]): string {
  return serialize(element('div', nodes))
}

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is Text => node.nodeName === '#text'

export function element(
  name: string,
  children: readonly Node[],
  attrs: Record<string, string> = {},
): Element {
  return {
    nodeName: name,
    tagName: name,
    attrs: Object.entries(attrs).map(([name, value]) => ({ name, value })),
    namespaceURI: names.NS.HTML,
    childNodes: [...children],
    parentNode: null,
  }
}

export function textNode(value: string): Text {
  return { nodeName: '#text', value, parentNode: null }
}

/** The same element around other children; itself where they are its own. */
export function around(outer: Element, children: readonly Node[]): Element {
  const { childNodes } = outer
  if (children.length === childNodes.length && children.every((child, i) => child === childNodes[i]))
    return outer
  return { ...outer, attrs: outer.attrs.map((attribute) => ({ ...attribute })), childNodes: [...children] }
}

export function attribute(of: Element, name: string): string {
  return of.attrs.find((one) => one.name === name)?.value ?? ''
}

export function classes(of: Element): readonly string[] {
  return attribute(of, 'class').split(/\s+/).filter(Boolean)
}

/** The text of a tree. */
export function textOf(node: Node): string {
  if (isText(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
