import type { Span } from '../document/document.ts'
import { type Loss, type RelationKind, traitsOf } from './relations/relation.ts'
import { simplified } from './simplified.ts'
import { readTree } from './tree/read.ts'
import { type Node, nodesOf } from './tree/tree.ts'
import { trim } from './trimming.ts'

/** What of its sentence a point leaves out, so that it says something else. */
export interface LostMeaning {
  readonly kind: Loss
  /** The words that are left out. */
  readonly words: string
}

/** Where a point leaves words of its sentence out. */
const omission = /(?<!\s)\s*…+\s*/u
/** Words that deny what is said with them. */
const denying =
  /不得|不准|不许|不能|不应|不可|不要|不再|不予|不是|不(?![断仅但同少论管久止])(?=[\u4e00-\u9fff])|严禁|禁止|未经|未(?!来)|没有|无须|无权|除[^，]{1,40}外|除外|仅限|\b(?:not|never|no|nor|none|cannot|without|unless|except)\b|n[’']t\b/giu
/** Words that say how far it goes. */
const limiting =
  /原则上|一般(?![涉公性])|仅|只有|只能|只限|限于|不超过|以内|之前|\b(?:only|generally|as a rule|subject to|no later than|at most)\b/giu
/** So much of what is needed may be out of sight: connectives, a number. */
const shownShare = 0.5
/** Fewer are a number, a connective: 答：, 其中. UTF-16 units. */
const fewest = 4

/**
 * Tells what a point drops, of which a person made it or which was derived: see `meaningOf`.
 *
 * @param point a heading or point as it is shown, `……` between its spans
 * @param beside whatever its slide shows: what is said there is not lost
 * @param original the paragraph's words that a person made other ones of; null where they are the paragraph's
 * @returns the first loss; null where the point says what its sentence says
 */
export type LossOf = (point: string, beside: readonly string[], original: string | null) => LostMeaning | null

/**
 * Makes the function that tells what a point drops of the meaning that its words have in their paragraph: a negation
 * before them, the exception or condition that they hang on, the other half of a contrast, the words that forbid a list.
 * The same tree tells it that points are chosen from, so that points derived drop nothing. Words that are not the
 * paragraph's are compared with those that they were. Pure; the paragraph is read once.
 */
export function meaningOf(paragraph: string): LossOf {
  const whole = { start: 0, end: paragraph.length }
  let nodes: readonly Node[] | null = null
  const shown = new WeakMap<readonly string[], readonly Span[]>()
  const spansBeside = (beside: readonly string[]): readonly Span[] => {
    const found = shown.get(beside) ?? beside.flatMap((words) => spansOf(paragraph, partsOf(words)) ?? [])
    shown.set(beside, found)
    return found
  }
  return (point, beside, original) => {
    const spans = spansOf(paragraph, partsOf(original ?? point))
    if (!spans) return null
    const changed = original === null ? null : lostWord(original, point)
    if (changed) return changed
    const all = [...spans, ...spansBeside(beside)]
    const isSaid = (part: Span, shown: readonly Span[]): boolean => {
      const words = trim(paragraph, part)
      return !words || words.end - words.start < fewest || isShown(words, shown)
    }
    nodes ??= nodesOf(readTree(paragraph, { kind: 'prose', span: whole, runIn: null }, whole))
    for (const node of nodes) {
      const span = spans.find((one) => overlaps(node.span, one))
      if (!span) continue
      if (node.kind === 'clause') {
        const denied = deniedIn(paragraph, node.span, span, spans.at(-1) === span)
        if (denied) return denied
        if (!isShown(node.span, spans)) continue
      } else if (!nodesOf(node).some((one) => one.kind === 'clause' && isShown(one.span, spans))) continue
      // What only leads up to something says nothing alone.
      const led = leads.has(node.relation) ? nucleusOf(nodes, node) : null
      if (led && !isSaid(led.span, all) && !isLedTo(nodes, node, (part) => isSaid(part, all)))
        return { kind: 'rest', words: paragraph.slice(led.span.start, led.span.end) }
      const { actor: who } = node
      if (who && !isSaid(who, all)) return { kind: 'actor', words: paragraph.slice(who.start, who.end) }
      const missing = node.needs.find((other) => lossOf(node, other) && !isSaid(other.span, all))
      const kind = missing && lossOf(node, missing)
      if (missing && kind) return { kind, words: paragraph.slice(missing.span.start, missing.span.end) }
    }
    return null
  }
}

const leads: ReadonlySet<RelationKind> = new Set([
  'unfinished',
  'condition',
  'exception',
  'date',
  'concession',
])

/** What a clause leads up to; null where it goes on with something. */
const nucleusOf = (nodes: readonly Node[], clause: Node): Node | null =>
  nodes.find(({ children, span }) => children.includes(clause) && span.start > clause.span.start) ?? null

/** Something that is said on that condition is shown. */
const isLedTo = (nodes: readonly Node[], clause: Node, isSaid: (part: Span) => boolean): boolean =>
  nodes.some(({ needs, span }) => needs.includes(clause) && isSaid(span))

const partsOf = (words: string): string[] => words.split(omission).filter(Boolean)

function isShown({ start, end }: Span, spans: readonly Span[]): boolean {
  const shown = spans.reduce(
    (sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)),
    0,
  )
  return shown >= (end - start) * shownShare
}

/** What is lost of a node without what it needs; null for what changes nothing that matters here. */
function lossOf(node: Node, needed: Node): Loss | null {
  if (node.kind === 'enumeration') return 'negation'
  const loss = traitsOf[needed.relation].loss ?? null
  return loss ?? (node.relation === 'turn' ? 'contrast' : null)
}

/** A negation that stands in the clause before the words that are shown of it, or right behind them. */
function deniedIn(paragraph: string, clause: Span, shown: Span, isLast: boolean): LostMeaning | null {
  const before = simplified(paragraph.slice(clause.start, Math.max(clause.start, shown.start)))
  const words = [...before.matchAll(denying)].at(-1)?.[0]
  if (words) return { kind: 'negation', words }
  const limit = [...before.matchAll(limiting)].at(-1)?.[0]
  if (limit) return { kind: 'condition', words: limit }
  if (!isLast) return null
  // …的界限把握 | 不准
  const after = /^[不未]/u.exec(paragraph.slice(shown.end, Math.max(shown.end, clause.end)))?.[0]
  return after ? { kind: 'negation', words: after } : null
}

/** A negation or a limit of the original that the words made of it have not. */
function lostWord(original: string, point: string): LostMeaning | null {
  const said = simplified(point)
  for (const pattern of [denying, limiting]) {
    const left = new Map<string, number>()
    for (const [word] of said.matchAll(pattern)) left.set(word, (left.get(word) ?? 0) + 1)
    for (const [word] of simplified(original).matchAll(pattern)) {
      const count = left.get(word) ?? 0
      if (count === 0 && left.size === 0) {
        const isException = /^除|外$|except|unless/iu.test(word)
        return {
          kind: isException ? 'exception' : pattern === denying ? 'negation' : 'condition',
          words: word,
        }
      }
      left.set(word, count - 1)
    }
  }
  return null
}

/** Where some words stand one behind another, as near to the longest of them as can be; null where they don't. */
function spansOf(text: string, parts: readonly string[]): Span[] | null {
  const most = Math.max(...parts.map(({ length }) => length))
  const at = parts.findIndex(({ length }) => length === most)
  const start = text.indexOf(parts[at] ?? '')
  if (start < 0) return null
  const spans: Span[] = [{ start, end: start + most }]
  for (const part of parts.slice(0, at).reverse()) {
    const before = (spans[0]?.start ?? 0) - part.length
    const found = before < 0 ? -1 : text.lastIndexOf(part, before)
    if (found < 0) return null
    spans.unshift({ start: found, end: found + part.length })
  }
  for (const part of parts.slice(at + 1)) {
    const found = text.indexOf(part, spans.at(-1)?.end ?? 0)
    if (found < 0) return null
    spans.push({ start: found, end: found + part.length })
  }
  return spans
}

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end
