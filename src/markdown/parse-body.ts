import { parseFragment } from 'parse5'
import { type Element, element, isElement, type Node } from './html-tree.ts'
import { parsePlain } from './plain-html.ts'

/** What stands around a slide's body, so that it is parsed as the browser will parse it there. */
const slide = element('div', [])

/** Deeper than anything that is read; what is nested deeper loses its elements, not its words. */
const deepest = 100

/** The body of a slide as a tree, which may be gone through by recursion: it is never deep. */
export function parseBody(html: string): Node[] {
  return parsePlain(html) ?? parseAny(html)
}

/** Reads any HTML just as a browser does. */
export function parseAny(html: string): Node[] {
  const body = element('div', parseFragment(slide, html, {}).childNodes)
  let level: Element[] = [body]
  for (let depth = 0; depth < deepest; depth++)
    level = level.flatMap(({ childNodes }) => childNodes.filter(isElement))
  for (const outer of level) outer.childNodes = leavesIn(outer)
  return body.childNodes
}

/** What in an element is no element. */
function leavesIn(outer: Element): Node[] {
  const leaves: Node[] = []
  const waiting = [...outer.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop())
    if (isElement(node)) for (const child of node.childNodes.toReversed()) waiting.push(child)
    else leaves.push(node)
  return leaves
}
