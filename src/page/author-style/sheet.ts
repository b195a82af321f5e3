import type { CssNode, Rule, Selector } from 'css-tree'
import parse from 'css-tree/parser'
import { isHarmless } from '../../markdown/hiding.ts'
import { type Complex, readSelector } from './selector.ts'

/** A declaration that may stand in a slide. */
export interface Declaration {
  readonly property: string
  readonly value: string
}

/** What an author asks for elements that a selector names. */
export interface StyleRule {
  readonly selector: Complex
  readonly declarations: readonly Declaration[]
  /** Of `!important`, which win over the others. */
  readonly isImportant: boolean
}

export interface Sheet {
  /** As they are written. */
  readonly rules: readonly StyleRule[]
  /** What is not taken over: properties, selectors and at-rules, each once. */
  readonly leftOut: readonly string[]
}

/** More than somebody writes for a deck, in UTF-16 units and rules. */
const largest = 200_000
const mostRules = 500

const track = String.raw`(?:auto|min-content|max-content|\d*\.?\d+(?:fr|px|em|%))`
/** What arranges parts of a slide and leaves all of them to be seen, besides what `isHarmless` knows. */
const arranging: Readonly<Record<string, RegExp>> = {
  width: /^(?:[2-9]\d|100)(?:\.\d+)?%$/,
  'max-width': /^(?:[2-9]\d|100)(?:\.\d+)?%$/,
  'max-height': /^(?:[2-9]\d|\d{3})px$/,
  'grid-template-columns': new RegExp(
    String.raw`^(?:(?:${track}|repeat\(\s*\d\s*,\s*${track}(?:\s+${track})*\s*\))\s*){1,8}$`,
  ),
  'column-count': /^[1-4]$/,
  columns: /^[1-4]$/,
  'flex-direction': /^(?:row|column)$/,
  'flex-wrap': /^(?:wrap|nowrap)$/,
  flex: /^(?:none|auto|\d+(?:\.\d+)?)(?:\s+\d+){0,1}(?:\s+(?:0|auto))?$/,
  float: /^(?:left|right|none)$/,
  'object-fit': /^(?:contain|cover|fill|scale-down)$/,
  'border-collapse': /^(?:collapse|separate)$/,
  'font-family': /^[\p{L}\p{N}\s"',-]+$/u,
}

/** Numbers, words, colours and lists of them; no address, no variable, no escape, no comment. */
const plain = /^(?!.*(?:url|src|image|var|env|attr|expression)\s*\()[\p{L}\p{N}\s.,%#()"'+-]*$/u

function isAllowed(property: string, value: string): boolean {
  if (!plain.test(value)) return false
  return (
    isHarmless(property, value) ||
    (Object.hasOwn(arranging, property) && arranging[property]?.test(value) === true)
  )
}

/** Reads a style sheet: of what it says only what can neither load, hide, cover nor move away anything. */
export function readSheet(css: string): Sheet {
  const leftOut = new Set<string>()
  const found: StyleRule[] = []
  const text = css.slice(0, largest)
  if (css.length > largest) leftOut.add('…')
  const source = (node: CssNode): string =>
    node.loc ? text.slice(node.loc.start.offset, node.loc.end.offset).trim() : ''
  const tree = parse(text, { positions: true, parseCustomProperty: false, onParseError: () => {} })
  const rules = 'children' in tree && tree.children ? [...tree.children] : []
  for (const node of rules) {
    if (node.type === 'Atrule') leftOut.add(`@${node.name}`)
    if (node.type !== 'Rule') continue
    if (found.length >= mostRules) {
      leftOut.add('…')
      break
    }
    const selectors = selectorsOf(node).flatMap((selector) => {
      const read = readSelector(selector)
      if (!read) leftOut.add(source(selector))
      return read ?? []
    })
    for (const isImportant of [false, true]) {
      const declarations = declarationsOf(node, isImportant, source, leftOut)
      if (declarations.length === 0) continue
      for (const selector of selectors) found.push({ selector, declarations, isImportant })
    }
  }
  return { rules: found, leftOut: [...leftOut].filter(Boolean) }
}

/** The rules of several sheets in the order of the cascade: the last one that says something of an element wins. */
export function cascade(sheets: readonly Sheet[]): StyleRule[] {
  // Of equals the order stays.
  return sheets
    .flatMap(({ rules }) => rules)
    .sort(
      (one, other) =>
        Number(one.isImportant) - Number(other.isImportant) ||
        one.selector.specificity - other.selector.specificity,
    )
}

function selectorsOf({ prelude }: Rule): Selector[] {
  return prelude.type === 'SelectorList'
    ? [...prelude.children].filter((one): one is Selector => one.type === 'Selector')
    : []
}

function declarationsOf(
  { block }: Rule,
  isImportant: boolean,
  source: (node: CssNode) => string,
  leftOut: Set<string>,
): Declaration[] {
  return [...block.children].flatMap((node): Declaration[] => {
    if (node.type !== 'Declaration') {
      if (node.type === 'Rule' || node.type === 'Atrule')
        leftOut.add(node.type === 'Rule' ? '&' : `@${node.name}`)
      return []
    }
    if ((node.important !== false) !== isImportant) return []
    const property = node.property.toLowerCase()
    const value = source(node.value).toLowerCase()
    if (isAllowed(property, value)) return [{ property, value }]
    leftOut.add(property)
    return []
  })
}
