import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type ParentNode = DefaultTreeAdapterTypes.ParentNode

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** What no reader of the page's text sees as part of it. */
const NO_TEXT: ReadonlySet<string> = new Set(
  (
    'head script style noscript template nav header footer ' +
    'aside button select input textarea dialog menu'
  ).split(' '),
)

export function isHidden(element: Element): boolean {
  // A header inside an article is the article's own.
  const isOwn = element.tagName === 'header' ? isInside(element, 'article') : isNote(element)
  if (NO_TEXT.has(element.tagName) && !isOwn) return true
  if (attribute(element, 'hidden') !== undefined) return true
  // A picture that only those do not hear of who can't see it is a picture all the same.
  if (attribute(element, 'aria-hidden') === 'true' && element.tagName !== 'img') return true
  if (/^(?:navigation|banner|contentinfo|search|menu)$/u.test(attribute(element, 'role') ?? '')) return true
  // What is only invisible is shown by a script once the page has loaded; a saved page says so for ever.
  return /display\s{0,3}:\s{0,3}none/iu.test(attribute(element, 'style') ?? '')
}

/** The element holds a footnote, as Word, wikis and books write them. */
export function isNote(element: Element): boolean {
  if (/^(?:_?fn|_?ftn|_?edn|footnote|endnote|cite_note)/iu.test(attribute(element, 'id') ?? '')) return true
  const kinds = `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`
  return /(?:^|\s)(?:doc-)?(?:foot|end|rear)notes?(?:\s|$)/u.test(kinds)
}

function isInside(element: Element, tagName: string): boolean {
  for (let above = element.parentNode; above; above = isElement(above) ? above.parentNode : null) {
    if (isElement(above) && above.tagName === tagName) return true
  }
  return false
}

/** All text below a node, without that of scripts and other hidden parts. */
export function textOfNode(parent: ParentNode): string {
  let words = ''
  for (const child of parent.childNodes) {
    if (isElement(child)) words += isHidden(child) ? '' : textOfNode(child)
    else if (child.nodeName === '#text' && 'value' in child) words += child.value
  }
  return words
}

const NO_WORDS = /^(?:head|script|style|noscript|template)$/u

/** All words below a node that a browser could show, also of parts that no reader sees as text; without those in `except`. */
export function wordsOfNode(parent: ParentNode, except: ReadonlySet<ParentNode> = new Set()): string {
  const words: string[] = []
  const collect = (node: ParentNode): void => {
    for (const child of node.childNodes) {
      if (isElement(child)) {
        if (except.has(child) || NO_WORDS.test(child.tagName)) continue
        collect(child)
        words.push(' ')
      } else if (child.nodeName === '#text' && 'value' in child) words.push(child.value)
    }
  }
  collect(parent)
  return words.join('').replace(/\s+/gu, ' ').trim()
}
