import { attribute, classes, type Element, isElement, type Node } from '../../markdown/html-tree.ts'
import { isBlock, isSeen, parts } from '../../page/fit/measure.ts'
import { isFormula, isPicture } from '../../page/fit/pictures.ts'
import { type Run, runsOf, stepOf } from './runs.ts'

export type Mark =
  | { readonly kind: 'bullet' }
  | { readonly kind: 'number'; readonly scheme: string; readonly at: number }

/** A paragraph as a slide or a page has it. */
export interface Paragraph {
  readonly runs: readonly Run[]
  /** 0 for what is no list's, 1 for its points, 2 for those below them. */
  readonly level: number
  /** What stands before its words; none for what only goes on with a point. */
  readonly mark: Mark | null
  readonly kind: 'text' | 'heading' | 'quotation' | 'term' | 'note'
  /** The click with which it comes; null where it is there from the beginning. */
  readonly step: Step | null
}

/** One for each element that comes by itself. */
export interface Step {
  readonly order: number | null
}

interface Place {
  readonly level: number
  readonly mark: Mark | null
  readonly kind: Paragraph['kind']
  readonly step: Step | null
}

const plain: Place = { level: 0, mark: null, kind: 'text', step: null }

/** How PowerPoint and Word call what `<ol type>` asks for. */
const schemes: Readonly<Record<string, string>> = { a: 'alphaLc', A: 'alphaUc', i: 'romanLc', I: 'romanUc' }

/**
 * The paragraphs of nodes: blocks within blocks one after the other, each where its list has it. Tables and pictures are
 * no paragraphs; whoever asks takes them out before.
 */
export function paragraphsOf(nodes: readonly Node[], place: Place = plain): Paragraph[] {
  return parts(nodes).flatMap((part): Paragraph[] => {
    if (Array.isArray(part)) return paragraph(runsOf(part), place)
    return ofBlock(part, place)
  })
}

function paragraph(runs: readonly Run[], place: Place): Paragraph[] {
  return runs.length ? [{ runs, ...place }] : []
}

function ofBlock(block: Element, outer: Place): Paragraph[] {
  const { tagName } = block
  const place = { ...outer, step: stepOf(block) ?? outer.step }
  if (tagName === 'ul' || tagName === 'ol') return ofList(block, place)
  if (/^h[1-6]$/.test(tagName)) return paragraph(runsOf(block.childNodes), { ...place, kind: 'heading' })
  if (tagName === 'dt' || tagName === 'summary')
    return paragraph(runsOf(block.childNodes), { ...place, kind: 'term' })
  if (tagName === 'blockquote') return paragraphsOf(block.childNodes, { ...place, kind: 'quotation' })
  if (classes(block).includes('footnotes') || classes(block).includes('footnote'))
    return paragraphsOf(block.childNodes, { ...place, kind: 'note' })
  if (classes(block).includes('markdown-alert-title'))
    return paragraph(runsOf(block.childNodes), { ...place, kind: 'term' })
  if (isFormula(block)) return paragraph(runsOf([block]), place)
  return block.childNodes.some(isBlock)
    ? paragraphsOf(block.childNodes, place)
    : paragraph(runsOf(block.childNodes), place)
}

function ofList(list: Element, outer: Place): Paragraph[] {
  let at = Number(attribute(list, 'start')) || 1
  const scheme = schemes[attribute(list, 'type')] ?? 'arabic'
  return list.childNodes.filter(isSeen).flatMap((item) => {
    if (!isElement(item)) return paragraphsOf([item], outer)
    const value = Number(attribute(item, 'value'))
    if (value) at = value
    const isTask = classes(item).includes('task-list-item')
    const mark: Mark | null = isTask
      ? null
      : list.tagName === 'ol'
        ? { kind: 'number', scheme, at: at++ }
        : { kind: 'bullet' }
    const place = { ...outer, level: outer.level + 1, step: stepOf(item) ?? outer.step }
    const [first, ...others] = parts(item.childNodes)
    const inner = first ? paragraphsOf([first].flat(), { ...place, mark }) : []
    return [
      // What begins with a list of its own has no words for its mark.
      ...inner.map((one, i) => (i > 0 && one.level === place.level ? { ...one, mark: null } : one)),
      ...paragraphsOf(others.flat(), { ...place, mark: null }),
    ]
  })
}

/** Whether nothing of it is but words. */
export function isWords(node: Node): boolean {
  if (!isElement(node)) return true
  const { tagName } = node
  if (tagName === 'input') return true
  if (tagName === 'table' || tagName === 'pre' || tagName === 'hr' || isPicture(node)) return false
  if (classes(node).includes('katex-display') || classes(node).includes('columns')) return false
  if (isFormula(node)) return true
  return node.childNodes.every(isWords)
}
