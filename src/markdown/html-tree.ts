import { type DefaultTreeAdapterTypes, html as names, serialize } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Text = DefaultTreeAdapterTypes.TextNode
export type Comment = DefaultTreeAdapterTypes.CommentNode

export function writeBody(nodes: readonly Node[]): string {
  return serialize(element('div', nodes))
}

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is Text => node.nodeName === '#text'
export const isComment = (node: Node): node is Comment => node.nodeName === '#comment'

export function element(
  name: string,
  children: readonly Node[],
  attrs: Readonly<Record<string, string>> = {},
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

export function hasAttribute(of: Element, name: string): boolean {
  return of.attrs.some((one) => one.name === name)
}

/** The same element with other values of some attributes; '' takes one away. */
export function withAttributes(of: Element, values: Readonly<Record<string, string>>): Element {
  const attrs = of.attrs.filter(({ name }) => !Object.hasOwn(values, name))
  const set = Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return { ...of, attrs: [...attrs, ...set] }
}

export function classes(of: Element): readonly string[] {
  return attribute(of, 'class').split(/\s+/).filter(Boolean)
}

/** The text of a tree. */
export function textOf(node: Node): string {
  if (isText(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Stands for what is seen and is no text, as U+FFFC does in plain text. */
export const objectMark = '\ufffc'

/** The text of a tree with a mark for each part of it that `isWhole` names, which is one character then. */
export function marksOf(node: Node, isWhole: (element: Element) => boolean): string {
  if (isText(node)) return node.value
  if (!isElement(node)) return ''
  return isWhole(node) ? objectMark : node.childNodes.map((child) => marksOf(child, isWhole)).join('')
}
