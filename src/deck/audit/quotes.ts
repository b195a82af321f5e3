import type { Span } from '../../document/index.ts'
import { clauses } from '../../keypoints/clauses.ts'
import { type Node, nodesOf } from '../../keypoints/index.ts'
import { readTree } from '../../keypoints/tree/read.ts'
import { trim } from '../../keypoints/trimming.ts'
import { comparable } from './comparable.ts'
import { lineAt } from './find-lines.ts'
import { containsParts, findWhole, partsOf } from './whole.ts'

/** Words of which points are quoted. */
export interface Quotes {
  /**
   * Whether they say this whole, or its parts, `……` between them, in one sentence or in one list behind its lead. What is
   * left out there is whole clauses, or stands within one: else the beginning of one would be read with the end of another.
   */
  has(words: string): boolean
  /** The sentences that the parts of such words are from, whether they may be put together or not; null for other words. */
  sources(words: string): string | null
  /**
   * What leads up to words, and themselves, where they stand below what leads up to another list, and say something else
   * there; null where they don't.
   */
  misled(words: string, under: string): string | null
}

/** @param lines paragraphs, as they are compared */
export function quotesOf(lines: readonly string[]): Quotes {
  const text = lines.join('\n')
  const joined = comparable(text)
  let tree: readonly Node[] | null = null
  const read = (): readonly Node[] => {
    const span = { start: 0, end: text.length }
    tree ??= readTree(text, { kind: 'prose', span, runIn: null }, span).children
    return tree
  }
  return {
    has: (words) => {
      if (joined === '') return false
      if (findWhole(joined, words) >= 0) return true
      const parts = partsOf(words)
      return parts.length > 1 && isQuotedFrom(text, read(), parts)
    },
    sources: (words) => {
      const parts = partsOf(words)
      if (parts.length < 2) return null
      const sentences = read()
        .flatMap(nodesOf)
        .filter(({ kind }) => kind === 'sentence')
        .map(({ span }) => text.slice(span.start, span.end))
      const found: number[] = []
      for (const part of parts) {
        const from = found.at(-1) ?? 0
        const at = sentences.findIndex((sentence, i) => i >= from && findWhole(sentence, part) >= 0)
        if (at < 0) return null
        if (at !== found.at(-1)) found.push(at)
      }
      return found.map((at, i) => `${i > 0 && at - 1 !== found[i - 1] ? '……' : ''}${sentences[at]}`).join('')
    },
    misled: (words, under) => {
      if (!joined.includes('：') && !joined.includes(':')) return null
      const lists = listsIn(read()).map(([lead, list]) =>
        [lead, list].map(({ span }) => text.slice(span.start, span.end)),
      )
      const led = lists.filter(
        ([lead = '']) => isLead.test(lead) && containsParts(comparable(lead), comparable(under)),
      )
      const has = ([, items = '']: readonly string[]): boolean => containsParts(comparable(items), words)
      if (led.length === 0 || led.some(has)) return null
      return `${lists.find(has)?.[0] ?? ''}……${words}`
    },
  }
}

/** The lists among some nodes and within them, each with the sentence that leads up to it. */
function listsIn(nodes: readonly Node[]): (readonly [lead: Node, list: Node])[] {
  return nodes.flatMap((node, i) => {
    const lead = nodes[i - 1]
    return [
      ...(lead && node.kind === 'enumeration' ? [[lead, node] as const] : []),
      ...listsIn(node.children),
    ]
  })
}

const isLead = /[：:]$/u
/** What stands around an item and is none of its words. */
const edges = /^[\s，、；;。.]+|(?<![\s，、；;。.])[\s，、；;。.]+$/gu

/** @param first where the first of the nodes begins, its number before it; else where its span does */
function isQuotedFrom(
  text: string,
  nodes: readonly Node[],
  parts: readonly string[],
  first?: number,
): boolean {
  const say = ({ span }: Node, from = span.start): string => text.slice(from, span.end)
  const inItems = (items: readonly Node[], parts: readonly string[]): boolean =>
    items.some(({ span, children }) => isQuotedFrom(text, children, parts, span.start)) ||
    areItems(items.map((item) => [say(item), say(item, item.numeral?.end)]))(parts)
  const said = (sentence: Node, at: number): number =>
    clausesIn(text, sentence.span, parts, at === 0 ? first : undefined)
  return nodes.some((node, i) => {
    if (node.kind !== 'enumeration') return said(node, i) === parts.length
    const lead = nodes[i - 1]
    const led = lead && isLead.test(say(lead)) ? said(lead, i - 1) : 0
    return inItems(node.children, parts) || (led > 0 && inItems(node.children, parts.slice(led)))
  })
}

const says = /[\p{L}\p{N}]/u

/**
 * How many parts, from the first, a sentence has so that whole clauses are left out, or words within one. It is begun
 * where a clause begins, and ended where one ends.
 *
 * @param first where it begins with its number
 */
function clausesIn(text: string, sentence: Span, parts: readonly string[], first = sentence.start): number {
  const inside = text.slice(0, sentence.end)
  const cut = clauses(text, sentence)
  const starts = cut.map(({ start }) => start)
  const clauseAt = (at: number): Span => cut[Math.max(0, lineAt(starts, at))] ?? sentence
  // Without what a point does not begin with, as one that is derived has it: 要坚持…
  const begins = (at: number): boolean =>
    at === first ||
    !says.test(inside.slice(clauseAt(at).start, at)) ||
    trim(inside, clauseAt(at))?.start === at
  const ends = (at: number): boolean => !says.test(inside.slice(at, Math.max(at, clauseAt(at - 1).end)))
  let [found, before] = [0, first]
  let at = first
  for (const [i, part] of parts.entries()) {
    const clause = i > 0 ? clauseAt(before - 1) : null
    const fits = (at: number): boolean =>
      (begins(at) || clauseAt(at) === clause) && (i < parts.length - 1 || ends(at + part.length))
    at = findWhole(inside, part, before)
    while (at >= 0 && !fits(at)) at = findWhole(inside, part, at + 1)
    if (at < 0) return found
    before = at + part.length
    // What goes on behind in a list's items has been whole so far.
    if (ends(before)) found = i + 1
  }
  return found
}

/** Whether parts are whole items of a list, in its order. */
const areItems =
  (items: readonly (readonly string[])[]) =>
  (parts: readonly string[]): boolean => {
    const bare = (words: string): string => words.replace(edges, '')
    let from = 0
    return parts.every((part) => {
      const at = items.findIndex((item, i) => i >= from && item.some((one) => bare(one) === bare(part)))
      from = at + 1
      return at >= 0
    })
  }
