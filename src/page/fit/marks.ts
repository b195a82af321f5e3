import type { Margin } from '../../layouts/layout.ts'
import {
  around,
  classes,
  type Element,
  element,
  isElement,
  isText,
  type Node,
  textNode,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { closing } from '../typography/phrases.ts'
import { countLines } from './lines.ts'
import { type Frame, inlineRuns, isHeading, isList, isMarginal, isSeen } from './measure.ts'

const marked = (node: Element, name: string): Element =>
  withAttributes(node, { class: [...classes(node), name].join(' ') })

/**
 * Tells the style sheets what they can't find out themselves: a paragraph behind a list is its `band`, words in bold that
 * open an item its `lead`, a heading that fits into the margin `marginal`, and `whole` where it has that to itself.
 */
export function withMarks(body: readonly Node[], frame: Frame, margin: Margin | null): Node[] {
  const { layout } = frame
  const list = body.findIndex(isList)
  const headings = body.filter(isHeading).length
  return body.map((node, i) => {
    if (!isElement(node)) return node
    if (isList(node) && layout.list.lead) return withLeads(node, layout.list.lead)
    if (isList(node) && layout.list.hasTerms) return withTerms(node)
    if (layout.hasBand && list >= 0 && i > list && node.tagName === 'p')
      return marked(comesAlone(body[list]) ? marked(node, 'fragment') : node, 'band')
    if (margin && isHeading(node) && (node.tagName === 'h3' || headings === 1) && fits(node, frame, margin)) {
      const parted = marked(numberParted(node), 'marginal')
      return headings === 1 && i === 0 ? marked(parted, 'whole') : parted
    }
    return node
  })
}

/** Whether the items of a list appear one by one: then what follows from them comes behind them. */
const comesAlone = (list: Node | undefined): boolean =>
  list !== undefined &&
  isElement(list) &&
  list.childNodes.some((item) => isElement(item) && classes(item).includes('fragment'))

/** How much narrower what stands beside headings in the margin is: CSS pixels. */
export function marginOf(body: readonly Node[], margin: Margin | null): number {
  const heading = body.find(isMarginal)
  if (!margin || !heading) return 0
  return classes(heading).includes('whole') ? margin.whole : margin.width
}

/** A heading in the margin has no more lines. */
const mostLines = 2

/** So much of a slide's height a heading that runs downwards may take, without the space between its letters and （续）: CSS pixels. */
const highest = 290

function fits(heading: Element, frame: Frame, { size, width, gap, isVertical }: Margin): boolean {
  const runs = inlineRuns(heading.childNodes, { ...frame, size, face: 'serif' })
  return isVertical ? countLines(runs, highest) === 1 : countLines(runs, width - gap) <= mostLines
}

/** A long number is broken behind 千 or 百, a short one nowhere. */
function numberParted(heading: Element): Element {
  const text = textOf(heading).trim()
  const [, upTo = '', rest = ''] = /^(第[^百千]{0,4}千?[^百千]{0,2}百?)([^百千]+条)$/u.exec(text) ?? []
  if (!upTo || !rest) return heading
  const isLong = text.length > longestNumber && rest.length > 1 && upTo.length > 1
  return around(heading, isLong ? [textNode(upTo), element('wbr', []), textNode(rest)] : [textNode(text)])
}
/** Characters on one line. */
const longestNumber = 5

function withLeads(list: Element, { most }: { readonly most: number }): Element {
  return around(
    list,
    list.childNodes.map((item) => {
      if (!isElement(item)) return item
      const at = item.childNodes.findIndex(isSeen)
      const first = item.childNodes[at]
      const isLead =
        first && isElement(first) && first.tagName === 'strong' && [...textOf(first)].length <= most
      return isLead ? around(item, item.childNodes.with(at, marked(first, 'lead'))) : item
    }),
  )
}

/** What stands between a term and its meaning ends the term's line: none begins with it. */
function withTerms(list: Element): Element {
  return around(
    list,
    list.childNodes.map((item) => {
      if (!isElement(item)) return item
      const at = item.childNodes.findIndex(isSeen)
      const term = item.childNodes[at]
      if (!term || !isElement(term) || term.tagName !== 'strong') return item
      const [marks, meaning] = closingMarks(item.childNodes.slice(at + 1))
      if (marks.length === 0) return item
      const whole = around(term, [...term.childNodes, ...marks])
      return around(item, [...item.childNodes.slice(0, at), whole, ...meaning])
    }),
  )
}

/** The closing punctuation that nodes begin with, and what is behind it; typesetting may have marked some of it. */
function closingMarks(nodes: readonly Node[]): [Node[], Node[]] {
  const [first, ...others] = nodes
  const said = first ? textOf(first) : ''
  const length = [...said].findIndex((character) => !closing.test(character))
  if (!first || said === '' || length === 0) return [[], [...nodes]]
  if (length < 0) {
    const [marks, rest] = closingMarks(others)
    return [[first, ...marks], rest]
  }
  if (!isText(first)) return [[], [...nodes]]
  return [[textNode(said.slice(0, length))], [textNode(said.slice(length)), ...others]]
}
