import type { Paragraph, Span } from '../../document/document.ts'
import { addition, anaphora, conclusion, directive, turn } from '../cues.ts'
import {
  alikeEnumeration,
  type Enumeration,
  headlineEnumeration,
  linedEnumeration,
  numberedEnumerations,
  quotedEnumeration,
  semicolonEnumerations,
  sharesCondition,
} from '../enumerations.ts'
import { finite, subordinate } from '../lead-ins.ts'
import { actorOf, continues, opensWithVerb, wantsSubject } from '../relations/predicates.ts'
import type { RelationKind } from '../relations/relation.ts'
import { type Sentence, sentences, trimmedSpan } from '../sentences.ts'
import { simplified } from '../simplified.ts'
import { clauseTree } from './clause-tree.ts'
import { governs } from './introduction.ts'
import { signsOf } from './signs.ts'
import type { Node } from './tree.ts'

/** Enumerations in enumerations are read so deep. */
const deepest = 3

/**
 * Reads a paragraph as a tree: its enumerations and their items, its sentences, their clauses, each with its relation
 * to what it depends on. Pure, deterministic, linear in the length of the paragraph.
 *
 * @param body the paragraph without what heads it: a run-in title, an article's number
 */
export function readTree(text: string, paragraph: Paragraph, body: Span): Node {
  return {
    kind: 'paragraph',
    relation: 'joint',
    span: paragraph.span,
    numeral: null,
    signs: signsOf(text, paragraph.span),
    needs: [],
    children: childrenOf(text, body, 0),
  }
}

/** The sentences and enumerations of a span, in order. */
function childrenOf(text: string, span: Span, depth: number): Node[] {
  const lists = depth < deepest ? enumerationsOf(text, span, depth) : []
  const children: Node[] = []
  let from = span.start
  for (const list of lists) {
    const [first] = list
    const last = list.at(-1)
    if (!first || !last) continue
    children.push(...sentenceNodes(text, sentences(text, { start: from, end: first.start })))
    const introduction = children.at(-1)
    const tail = first.numeral || list.length < 2 ? behindLast(text, list) : []
    const end = tail[0]?.start ?? last.end
    const items = list.map((item, i) =>
      itemNode(text, i === list.length - 1 ? upTo(text, item, end) : item, depth),
    )
    const needs = introduction && governs(text, introduction.span) ? [introduction] : []
    const whole = { start: first.start, end }
    children.push({
      kind: 'enumeration',
      relation: needs.length > 0 ? 'topic' : 'joint',
      span: trimmedSpan(text, whole) ?? whole,
      numeral: null,
      signs: [],
      needs,
      children: items,
    })
    from = end
  }
  return [...children, ...sentenceNodes(text, sentences(text, { start: from, end: span.end }))]
}

/** Calls with what they call for; else numbered ones; else lists between semicolons, or of quotations; else calls alone. */
function enumerationsOf(text: string, span: Span, depth: number): readonly Enumeration[] {
  const numbered = numberedEnumerations(text, span)
  const headed = depth === 0 ? headlineEnumeration(text, span) : null
  const holds = (item: Span, list: Enumeration): boolean =>
    list.every(({ start }) => item.start <= start && start < item.end)
  if (headed && numbered.every((list) => headed.some((item) => holds(item, list)))) return [headed]
  if (numbered.length > 0) return numbered
  const lined = depth === 0 ? linedEnumeration(text, span) : null
  if (lined) return [lined]
  const listed = depth === 0 ? semicolonEnumerations(text, span) : []
  if (listed.length > 0) return listed
  const quoted = depth === 0 ? quotedEnumeration(text, span) : null
  if (quoted) return [quoted]
  const alike = depth === 0 ? alikeEnumeration(text, span) : null
  return alike ? [alike] : []
}

interface ItemSpan extends Span {
  readonly numeral: Span | null
  readonly body: Span
}

function upTo(text: string, item: ItemSpan, end: number): ItemSpan {
  const body = trimmedSpan(text, { start: item.body.start, end: Math.max(item.body.start + 1, end) })
  return { ...item, end, body: body ?? item.body }
}

function itemNode(text: string, { start, end, numeral, body }: ItemSpan, depth: number): Node {
  const span = trimmedSpan(text, { start, end }) ?? { start, end }
  return {
    kind: 'item',
    relation: 'joint',
    span,
    numeral,
    signs: signsOf(text, body),
    needs: [],
    children: childrenOf(text, body, depth + 1),
  }
}

/**
 * The sentences behind the last item of an enumeration, which no mark tells from it: what is more than the
 * other items have (一是…；二是…。这些情况表明，…), and from a word on that concludes or adds.
 */
function behindLast(text: string, items: Enumeration): readonly Sentence[] {
  const last = items.at(-1)
  if (!last) return []
  const own = sentences(text, last.body)
  // An enumeration in the last item ends with it.
  if (numberedEnumerations(text, last.body).length > 0) return []
  const most = items
    .slice(0, -1)
    .reduce((longest, { body }) => Math.max(longest, sentences(text, body).length), 1)
  const cue = own.findIndex(({ start, end }, i) => {
    const words = simplified(text.slice(start, Math.min(end, start + 80)))
    return i > 0 && (conclusion.test(words) || (addition.test(words) && directive.test(words)))
  })
  return own.slice(cue > 0 ? Math.min(cue, most) : most)
}

const exempts =
  /^(?:(?:但(?!书)|但是，?)[^。]*(?:除外|另有|不在此限|可以|不受|不适用)|除[^。]*[外者]，[^。]*(?:这样|照此|如此)|(?:provided,? (?:that|however)|except that)\b)/iu
const exemplifies = /^(?:比如|例如|譬如|for example|for instance)/iu

/** 这种说法是错误的; 或者不作彻底解决: the sentence before it is not said alone. */
const refutes =
  /^(?:这|其实|显然|事实上)[^。]*(?:错误|不对|不全面|片面|误解|有害|不正确|站不住|不是真的|并非)|^或者?(?!许)/u
/** Words that set one side against the other. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/^[^，]{2,8}(?:年代|时期|阶段)，/u, /^[^，]{2,8}(?:年代|时期|阶段)，/u],
  [/^(?:过去|以前|从前|原来)/u, /^(?:现在|如今|今天|今后)/u],
  [/^(?:对内|国内|内部)/u, /^(?:对外|国际|外部)/u],
  [/机遇|成绩|优势/u, /挑战|问题|不足|困难/u],
]

/** 对这样的干部，…; And this means …: what leans back may have a word in front. */
const leadIn = /^(?:[对在以用把将为从按](?=[这那此该其])|因此，?|所以，?|(?:and|so|but)\s)/iu
/** 许多事迹，都充分说明了这一点; 其他8人受到警告: what is meant stands before. */
const pointing =
  /^[^。]*这一(?:点|认识|判断)|^这里[不只仅]|^今后仍|^(?:其他|其余|另外?)[^，]{0,4}[\d一二三四五六七八九十]/u
/** My pledge is not to make …. My pledge is to …; 改革不是…。改革是…: what is denied, and what is said instead. */
const opening = /^(?:(?:so|and|but)\s)?((?:\S+\s){1,4}?is|[^，是不]{2,12}?(?=不?是))/iu
const denies = (words: string): boolean => /^[^，,]*?(?:\bis not\b|不是)/iu.test(words)
function sameSubject(before: string, words: string): boolean {
  const [one, other] = [before, words].map((said) => opening.exec(said)?.[1]?.toLowerCase())
  return one !== undefined && one === other && !denies(words)
}
/** To build on our own strengths: no sentence, but more of the one before. */
const fragment = (words: string): boolean => {
  const [first = ''] = words.split(',')
  return /^To \p{Ll}/u.test(words) && !finite.test(first)
}

/** They were: …; it says nothing without what it goes on with. */
const lead = /^(?:they|these|those) (?:are|were):/iu

/** No more English words between semicolons are read as one sentence. */
const together = 64

/** The parts between semicolons of an English sentence that is not long are one: the later ones begin like scraps. */
function joined(text: string, parts: readonly Sentence[]): Span[] {
  const spans: Span[] = []
  let goesOn = false
  for (const { start, end, mark } of parts) {
    const last = spans.at(-1)
    const words = last && goesOn ? text.slice(last.start, end) : ''
    const most = last && subordinate.test(text.slice(last.start, last.start + 40)) ? 3 * together : together
    const isShort = !/\p{Script=Han}/u.test(words) && words.split(/\s+/u).length <= most
    const before = last ? text.slice(last.start, last.end) : ''
    // …的；…的，由…责令改正: the semicolon stands within a condition.
    const isInside = /的[；;]?$/u.test(before) || sharesCondition(before, text.slice(start, end))
    // They were: …
    const isScrap = !goesOn && lead.test(text.slice(start, Math.min(end, start + 24)))
    if (last && (isScrap || (words !== '' && (isShort || isInside))))
      spans[spans.length - 1] = { start: last.start, end }
    else spans.push({ start, end })
    goesOn = /[;；]/u.test(mark)
  }
  return spans
}

/** Sentences, each with its relation to the one before it. */
function sentenceNodes(text: string, parts: readonly Sentence[]): Node[] {
  type Draft = Omit<Node, 'needs'> & { needs: Node[] }
  const drafts: Draft[] = []
  let words = ''
  let named: string | null = null
  /** Names others than those before it. */
  let other: Draft | null = null
  for (const span of joined(text, parts)) {
    const isPart = drafts.length > 0 && /[；;]\s*$/u.test(text.slice(span.start - 2, span.start))
    const [said, next] = [words, simplified(text.slice(span.start, Math.min(span.end, span.start + 80)))]
    words = next
    const before = drafts.at(-1)
    const isMore = isPart && before?.relation === 'example'
    const relation = !before ? 'joint' : isMore ? 'example' : sentenceRelation(said, next, isPart)
    const all = clauseTree(text, span)
    const below = new Set(all.flatMap(({ children }) => children))
    const draft: Draft = {
      kind: 'sentence',
      relation,
      span,
      numeral: null,
      signs: signsOf(text, span),
      needs: [],
      children: all.filter((clause) => !below.has(clause)),
    }
    if (before && leaning.has(relation)) draft.needs.push(before)
    if (before && changing.has(relation)) before.needs.push(draft)
    // What is ordered without a word on who is to do it is ordered to those who were named last.
    const who = all.map((clause) => clause.words.slice(0, actorOf(clause.words))).find(Boolean)
    if (who) other = named !== null && named !== who ? draft : other
    else if (other && opensWithVerb(all[0]?.words ?? '')) draft.needs.push(other)
    named = who ?? named
    drafts.push(draft)
  }
  return drafts
}

/** Sentences that say nothing without the one before them, and those without which that one says something else. */
const changing: ReadonlySet<RelationKind> = new Set(['exception', 'contrast', 'continuation'])
const leaning: ReadonlySet<RelationKind> = new Set([...changing, 'example', 'elaboration'])

function sentenceRelation(before: string, words: string, isPart: boolean): RelationKind {
  if (exempts.test(words)) return 'exception'
  if (exemplifies.test(words)) return 'example'
  if (sides.some(([one, other]) => one.test(before) && other.test(words))) return 'contrast'
  if (turn.test(words) || refutes.test(words)) return 'contrast'
  if (isPart) return continues(words) ? 'exception' : 'continuation'
  if (conclusion.test(words)) return 'demand'
  if (denies(before) && sameSubject(before, words)) return 'contrast'
  return anaphora.test(words.replace(leadIn, '')) ||
    pointing.test(words) ||
    fragment(words) ||
    wantsSubject(words)
    ? 'elaboration'
    : 'joint'
}
