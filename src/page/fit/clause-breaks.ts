import { around, type Element, isElement, type Node, textOf } from '../../markdown/html-tree.ts'
import { countLines } from './lines.ts'
import { blockHeight, type Frame, inlineRuns } from './measure.ts'

/** No numeral (一、) stands on a line by itself: UTF-16 units. */
const longestNumeral = 4
const isClause = (said: string): boolean => said.length > longestNumeral && clauseEnd.test(said)

const clauseEnd = /[，、；：。！？,;:]["”’」』）》]?$/u

/**
 * A heading of several lines breaks where its clauses end, if that takes no more lines than breaking between any
 * phrases: the marks for other breaks are left out.
 */
export function clauseBreaks(heading: Element, frame: Frame): Element {
  const size = frame.layout.heading.size * Math.min(1, frame.scale)
  const runs = inlineRuns(heading.childNodes, { ...frame, size, face: 'serif' })
  const width = frame.width - frame.layout.heading.inline * Math.min(1, frame.scale) - 1
  const lines = countLines(runs, width, true)
  if (lines < 2 || lines > 3) return heading
  let said = ''
  const kept = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node): Node[] => {
      if (isElement(node) && node.tagName === 'wbr') return isClause(said) ? [node] : []
      if (isElement(node) && node.childNodes.length) {
        if (!node.childNodes.some(isElement)) said += textOf(node)
        return [node.childNodes.some(isElement) ? around(node, kept(node.childNodes)) : node]
      }
      said += textOf(node)
      return [node]
    })
  const broken = around(heading, kept(heading.childNodes))
  const whole = inlineRuns(broken.childNodes, { ...frame, size, face: 'serif' })
  const clauses = whole
    .map(({ text }) => text)
    .join('')
    .split('\u200b')
  const fits = clauses.every((text) => {
    const run = { text, size, widths: frame.rulers.serif }
    return countLines([run], width, true) === 1
  })
  const higher = blockHeight(broken, frame, true) > blockHeight(heading, frame, true)
  return clauses.length > 1 && fits && !higher ? broken : heading
}
