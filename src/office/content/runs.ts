import { linearMathml } from '../../document/readers/mathml.ts'
import {
  attribute,
  classes,
  type Element,
  isElement,
  isText,
  type Node,
  textOf,
} from '../../markdown/html-tree.ts'
import { declared } from '../../page/fit/declared.ts'
import { isFormula } from '../../page/fit/pictures.ts'

/** Words of one look. */
export interface Run {
  /** `'\n'` is a line break. */
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underlined?: boolean
  readonly struck?: boolean
  readonly marked?: boolean
  readonly code?: boolean
  readonly small?: boolean
  readonly raised?: 'sub' | 'sup'
  /** Where its link leads. */
  readonly href?: string
  /** What of the document's sentences it is: numbers, counted from 0. */
  readonly sentence?: number
}

type Look = Omit<Run, 'text'>

/** What an inline element makes of the words in it. */
const looks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  b: { bold: true },
  th: { bold: true },
  dt: { bold: true },
  em: { italic: true },
  i: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  u: { underlined: true },
  ins: { underlined: true },
  s: { struck: true },
  del: { struck: true },
  strike: { struck: true },
  mark: { marked: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  small: { small: true },
  sub: { raised: 'sub' },
  sup: { raised: 'sup' },
}

/** The words of inline nodes as a page shows them: white space as one space, none at the ends. */
export function runsOf(nodes: readonly Node[]): Run[] {
  return collapsed(nodes.flatMap((node) => runsIn(node, {})))
}

function runsIn(node: Node, look: Look): Run[] {
  if (isText(node)) return [{ ...look, text: node.value }]
  if (!isElement(node)) return []
  const { tagName } = node
  if (tagName === 'br') return [{ ...look, text: '\n' }]
  if (tagName === 'wbr' || tagName === 'rp') return []
  if (tagName === 'input')
    return attribute(node, 'type') === 'checkbox'
      ? [{ ...look, text: node.attrs.some(({ name }) => name === 'checked') ? '☑ ' : '☐ ' }]
      : []
  if (isFormula(node)) return [{ ...look, text: formulaWords(node) }]
  if (tagName === 'svg' || declared(node, 0, 0).isOut) return []
  const href = tagName === 'a' ? attribute(node, 'href') : ''
  const sentence = attribute(node, 'data-sentence')
  const inner: Look = {
    ...look,
    ...(Object.hasOwn(looks, tagName) ? looks[tagName] : {}),
    ...(href ? { href } : {}),
    ...(/^\d+$/.test(sentence) ? { sentence: Number(sentence) } : {}),
  }
  return node.childNodes.flatMap((child) => runsIn(child, inner))
}

/** A formula on one line. */
export function formulaWords(formula: Element): string {
  const math = find(formula, (element) => element.tagName === 'math')
  return math ? linearMathml(math).words : textOf(formula)
}

function find(element: Element, wanted: (element: Element) => boolean): Element | null {
  if (wanted(element)) return element
  for (const child of element.childNodes) {
    const found = isElement(child) ? find(child, wanted) : null
    if (found) return found
  }
  return null
}

/** Whether two runs have one look, so that they are one. */
const looksLike = ({ text: _one, ...first }: Run, { text: _other, ...second }: Run): boolean => {
  const [names, others] = [Object.entries(first), new Map(Object.entries(second))]
  return names.length === others.size && names.every(([name, value]) => others.get(name) === value)
}

function collapsed(runs: readonly Run[]): Run[] {
  const found: Run[] = []
  // Whether a space before what follows would be one too many.
  let spaced = true
  for (const run of runs) {
    let text = ''
    for (const part of run.text === '\n' ? ['\n'] : [run.text.replace(/[ \t\r\n\f]+/g, ' ')]) {
      const last = found.at(-1)
      if (part === '\n' && last) found[found.length - 1] = { ...last, text: last.text.replace(/ $/, '') }
      text += spaced ? part.replace(/^ /, '') : part
      if (text) spaced = /[ \n]$/.test(text)
    }
    const last = found.at(-1)
    if (!text) continue
    if (last && looksLike(last, run)) found[found.length - 1] = { ...last, text: last.text + text }
    else found.push({ ...run, text })
  }
  const last = found.at(-1)
  if (last) found[found.length - 1] = { ...last, text: last.text.replace(/[ \n]+$/, '') }
  return found.filter(({ text }) => text !== '')
}

/** Words without their looks. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Whether an element comes on a click, and with which: null for one that is there from the beginning. */
export function stepOf(element: Element): { readonly order: number | null } | null {
  const names = classes(element)
  if (!names.includes('fragment') || names.some((name) => leaves.test(name))) return null
  const order = attribute(element, 'data-fragment-index')
  return { order: /^\d+$/.test(order) ? Number(order) : null }
}

/** Of reveal.js's fragments those that are seen before their click, or go with it. */
const leaves = /^(?:fade-out|semi-fade-out|current-visible|grow|shrink|strike|highlight-.*)$/
