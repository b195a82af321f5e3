import type { Span } from '../../document/document.ts'
import type { RelationKind } from '../relations/relation.ts'

/** What a part of a paragraph says by itself, whatever stands around it. */
export type Sign =
  /** It begins with one: 到2035年. */
  | 'date'
  /** 5.6%, 4.93万亿元 */
  | 'figure'
  /** Nothing but a quotation, or a slogan. */
  | 'quotation'
  /** 是指… */
  | 'definition'
  /** 必须, 应当 */
  | 'demand'
  /** 不得, 严禁 */
  | 'prohibition'

/**
 * A part of a paragraph: the paragraph, its enumerations and their items, its sentences, their clauses. Clauses that
 * depend on another one are its children; so are the sentences and enumerations that an item holds.
 */
export interface Node {
  readonly kind: 'paragraph' | 'enumeration' | 'item' | 'sentence' | 'clause'
  /** How it relates to what it depends on; `joint` for what depends on nothing. */
  readonly relation: RelationKind
  readonly span: Span
  /** The mark before an item (一是, （1）, ①); null for an item that has none, and for whatever is no item. */
  readonly numeral: Span | null
  readonly signs: readonly Sign[]
  /** What it is never shown without: it would say nothing, or something else. */
  readonly needs: readonly Node[]
  /** Who is to do it, where only a clause before says so: what shows it shows that, too, or stands beside it. */
  readonly actor?: Span | null
  /** In the document's order. */
  readonly children: readonly Node[]
}

/** A node and all below it, in the document's order of their parents. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

/** A tree for whoever works on it: a line a node, its relation first. */
export function printTree(text: string, node: Node, indent = ''): string[] {
  const { kind, relation, span, numeral, signs, needs, children } = node
  const say = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/gu, ' ')
  const short = (words: string): string =>
    words.length > 60 ? `${words.slice(0, 40)}……${words.slice(-16)}` : words
  const notes = [
    ...signs,
    ...(numeral ? [`numeral ${say(numeral)}`] : []),
    ...needs.map((other) => `needs “${say(other.span).slice(0, 12)}”`),
  ]
  const told = notes.length > 0 ? `  [${notes.join('; ')}]` : ''
  return [
    `${indent}${relation === 'joint' ? kind : `${kind}: ${relation}`}  ${short(say(span))}${told}`,
    ...children.flatMap((child) => printTree(text, child, `${indent}  `)),
  ]
}
