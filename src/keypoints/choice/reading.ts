import type { Paragraph, Span } from '../../document/document.ts'
import { type Scale, scaleOf } from '../scale.ts'
import { readTree } from '../tree/read.ts'
import { type Node, nodesOf } from '../tree/tree.ts'
import { trim } from '../trimming.ts'
import { articleHeading, articleNumberOf } from './heading.ts'
import { type Unit, unitsOf } from './units.ts'

/** A paragraph as it was read, before its points are chosen. */
export interface Reading {
  readonly text: string
  readonly paragraph: Paragraph
  readonly scale: Scale
  readonly tree: Node
  /** What heads it by itself: a run-in title, an article's number with what introduces its list. */
  readonly head: Span | null
  /** The units of each of its sentences. */
  readonly units: ReadonlyMap<Node, readonly Unit[]>
}

/** Reads a paragraph: what heads it, its tree, and the units of its sentences. */
export function read(text: string, paragraph: Paragraph): Reading {
  const { span, kind } = paragraph
  const scale = scaleOf(text.slice(span.start, span.end))
  const number = kind === 'article' ? articleNumberOf(text, span) : null
  // The first item of an enumeration that goes on in the paragraph (第一，…。第二，…) is no heading of it.
  const whole = paragraph.runIn ? readTree(text, paragraph, span) : null
  const isItem = whole?.children[0]?.kind === 'enumeration'
  const runIn = paragraph.runIn && !isItem ? paragraph.runIn : null
  const head = runIn ?? (number && articleHeading(text, paragraph, number, scale))
  const start = head ? behind(text, span, head) : (paragraph.number?.end ?? span.start)
  const tree = (!head && whole) || readTree(text, paragraph, { start, end: span.end })
  const sentences = nodesOf(tree).filter((node) => node.kind === 'sentence')
  const units = new Map(sentences.map((node) => [node, unitsOf(text, node, scale, kind === 'article')]))
  return { text, paragraph, scale, tree, head: runIn ? trim(text, runIn) : head, units }
}

/** Where a paragraph goes on behind what heads it, and the colon or full stop of that. */
function behind(text: string, span: Span, head: Span): number {
  const words = text.slice(head.end, Math.min(span.end, head.end + 20))
  return Math.min(head.end + (/^[\s。．.：:]*/u.exec(words)?.[0].length ?? 0), span.end)
}
