import { readAttributeComment } from './attributes.ts'
import type { Attribute } from './environment.ts'
import { type Element, isComment, isElement, isText, type Node } from './html-tree.ts'

/**
 * Gives the attributes of reveal.js's comments to what they stand behind, and takes them as reveal.js 6 does: those of
 * `.element` go to the element before the comment, to the last item where that is a list, to the element around it
 * where none stands before; those of `.slide` go to the slide, wherever the comment stands.
 *
 * @param nodes changed where they stand
 * @returns the slide's attributes, in order
 */
export function takeComments(nodes: readonly Node[]): Attribute[] {
  const ofSlide: Attribute[] = []
  const visit = (children: readonly Node[], parent: Element | null): void => {
    let previous: Element | null = null
    let apart = false
    for (const node of children) {
      if (isElement(node)) {
        visit(node.childNodes, node)
        if (node.tagName !== 'br') previous = node
        apart = false
      } else if (isText(node)) apart = /\n[ \t]*\n/.test(node.value)
      else if (isComment(node)) {
        const said = readAttributeComment(node.data)
        const target = previous ? (apart ? previous : lastItem(previous)) : parent
        if (said?.of === 'slide') ofSlide.push(...said.attributes)
        else if (said && target) for (const [name, value] of said.attributes) set(target, name, value)
      }
    }
  }
  visit(nodes, null)
  return ofSlide
}

/** A comment right below a list is behind its last item. */
function lastItem(element: Element): Element {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return element
  return element.childNodes.filter(isElement).at(-1) ?? element
}

function set(target: Element, name: string, value: string): void {
  const known = target.attrs.find((one) => one.name === name)
  if (!known) target.attrs.push({ name, value })
  else known.value = name === 'class' ? `${known.value} ${value}` : value
}

/** A text without the comments in it; what begins one and never ends it is words. */
export function withoutComments(text: string): string {
  let shown = ''
  let from = 0
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) break
    shown += text.slice(from, at)
    from = end + 3
  }
  return shown + text.slice(from)
}
