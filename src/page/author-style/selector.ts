import type { CssNode, Selector } from 'css-tree'
import {
  attribute,
  classes,
  type Element,
  hasAttribute,
  isElement,
  type Node,
} from '../../markdown/html-tree.ts'

/** An element and those around it, from the outermost inwards; a slide stands in reveal.js's own elements. */
export interface Placed {
  readonly element: Element
  readonly around: Placed | null
  /** Among the elements beside it, from 1: of all, and of those of its name. */
  readonly index: number
  readonly ofType: number
  readonly isLast: boolean
}

type Test = (placed: Placed) => boolean

/** A selector that can be tried on an element. */
export interface Complex {
  readonly matches: Test
  /** Greater wins: ids, then classes, then names (Selectors 4, 17). */
  readonly specificity: number
}

/** Reads a selector; null for one that means more than a slide shows: `:hover`, `::before`. */
export function readSelector({ children }: Selector): Complex | null {
  let matches: Test | null = null
  let compound: Test[] = []
  let combinator = ''
  let specificity = 0
  const finish = (): void => {
    const [tests, before, by] = [compound, matches, combinator]
    matches = (placed) => tests.every((test) => test(placed)) && (!before || standsBehind(placed, before, by))
    compound = []
  }
  for (const node of children) {
    if (node.type === 'Combinator') {
      if (compound.length === 0 || !/^[ >]$/.test(node.name)) return null
      finish()
      combinator = node.name
      continue
    }
    const read = simple(node)
    if (!read) return null
    compound.push(read.test)
    specificity += read.specificity
  }
  if (compound.length === 0) return null
  finish()
  return matches && { matches, specificity }
}

function standsBehind(placed: Placed, before: Test, combinator: string): boolean {
  if (combinator === '>') return placed.around !== null && before(placed.around)
  for (let outer = placed.around; outer; outer = outer.around) if (before(outer)) return true
  return false
}

function simple(node: CssNode): { readonly test: Test; readonly specificity: number } | null {
  switch (node.type) {
    case 'TypeSelector': {
      const name = node.name.toLowerCase()
      if (name === '*') return { test: () => true, specificity: 0 }
      return { test: ({ element }) => element.tagName === name, specificity: 1 }
    }
    case 'ClassSelector':
      return { test: ({ element }) => classes(element).includes(node.name), specificity: 1000 }
    case 'IdSelector':
      return { test: ({ element }) => attribute(element, 'id') === node.name, specificity: 1_000_000 }
    case 'AttributeSelector': {
      const name = node.name.name.toLowerCase()
      const { value } = node
      const wanted = value && ('value' in value ? value.value : value.name)
      if (wanted === null) return { test: ({ element }) => hasAttribute(element, name), specificity: 1000 }
      const is = (found: string): boolean =>
        node.matcher === '='
          ? found === wanted
          : node.matcher === '~='
            ? found.split(/\s+/).includes(wanted)
            : node.matcher === '*=' && wanted !== '' && found.includes(wanted)
      return { test: ({ element }) => is(attribute(element, name)), specificity: 1000 }
    }
    case 'PseudoClassSelector': {
      const test = pseudoClass(node.name.toLowerCase(), node.children ? [...node.children] : [])
      return test && { test, specificity: 1000 }
    }
    default:
      return null
  }
}

function pseudoClass(name: string, args: readonly CssNode[]): Test | null {
  if (name === 'root') return ({ around }) => around === null
  if (name === 'first-child') return ({ index }) => index === 1
  if (name === 'last-child') return ({ isLast }) => isLast
  if (name === 'first-of-type') return ({ ofType }) => ofType === 1
  if (name !== 'nth-child' && name !== 'nth-of-type') return null
  const [nth] = args
  if (nth?.type !== 'Nth' || nth.selector) return null
  const { nth: pattern } = nth
  const [a, b] =
    pattern.type === 'Identifier'
      ? [2, pattern.name === 'odd' ? 1 : 0]
      : pattern.type === 'AnPlusB'
        ? [Number(pattern.a ?? 0), Number(pattern.b ?? 0)]
        : [0, 0]
  const is = (n: number): boolean => (a === 0 ? n === b : (n - b) % a === 0 && (n - b) / a >= 0)
  return (placed) => is(name === 'nth-child' ? placed.index : placed.ofType)
}

/** The elements of a list, each with its place among them. */
export function placedIn(children: readonly Node[], around: Placed | null): Placed[] {
  const elements = children.filter(isElement)
  const counts = new Map<string, number>()
  return elements.map((element, i) => {
    const ofType = (counts.get(element.tagName) ?? 0) + 1
    counts.set(element.tagName, ofType)
    return { element, around, index: i + 1, ofType, isLast: i === elements.length - 1 }
  })
}
