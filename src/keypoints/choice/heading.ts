import type { Paragraph, Span } from '../../document/document.ts'
import { anaphora, generic, obligation, turn } from '../cues.ts'
import type { KeyPoint } from '../points.ts'
import { opensWithVerb } from '../relations/predicates.ts'
import { type Scale, scaleOf, size } from '../scale.ts'
import { trimmedSpan } from '../sentences.ts'
import { simplified } from '../simplified.ts'
import type { Node } from '../tree/tree.ts'
import type { Unit } from './units.ts'

/** What the words before it are: 全面贯彻实施《保密法》，是一项长期的任务. */
const isSaid = /，是(?![非否])/u

/** What two equals end with alike: UTF-16 units. */
const sameEnd = 4

/** What it is not: what it is comes behind. */
const denial = /\b(?:is|are|was|were) not\b|不是/iu

/** Somebody says it: …写道：“…” */
const quotes = /[：:]\s*[“"「]/u

/**
 * The words that head a paragraph: what an enumeration is introduced with when that says what must be done,
 * else the topic sentence, which is the first one; null where neither names what the paragraph is about.
 *
 * @param opening the units before the first enumeration
 */
export function topicOf(
  text: string,
  opening: readonly (Unit & { readonly sentence: Node })[],
  beforeItems: boolean,
  scale: Scale,
): Span | null {
  const titles = opening.filter(({ spans, actor, size: length, main, sentence }) => {
    const words = simplified(text.slice(main.start, main.end))
    return (
      spans.length === 1 &&
      actor === null &&
      // What is granted before a But is not what the paragraph says.
      sentence.needs.length === 0 &&
      length * 2 > scale.short &&
      length <= scale.limit &&
      !quotes.test(words) &&
      !citation.test(words) &&
      !denial.test(words) &&
      !anaphora.test(words) &&
      !generic.test(words)
    )
  })
  const leads = opening.filter(({ lead }) => lead)
  // One of several equals (要…。要…。要…。) heads none of the others.
  const [one, other] = leads
  const begins = ({ spans: [first] }: Unit): string => text.slice(first?.start, (first?.start ?? 0) + 2)
  if (one && other && !beforeItems && begins(one) === begins(other)) return null
  // Nor does one of several orders, or of several that are said to be the same, where they are all that is said.
  const [first, ...beside] = opening
  const says = ({ main }: Unit): string => text.slice(main.start, main.end)
  const isEqual = (unit: Unit): boolean =>
    (opensWithVerb(says(unit)) && beside.every((other) => opensWithVerb(says(other)))) ||
    beside.some((other) => says(other).slice(-sameEnd) === says(unit).slice(-sameEnd))
  const isAlone = beside.every(({ sentence }) => sentence === first?.sentence)
  if (first && beside.length > 0 && isAlone && !beforeItems && isEqual(first)) return null
  const [topic] = titles
  const said =
    topic && topic === opening[0] ? text.slice(topic.main.start, topic.main.end).search(isSaid) : -1
  if (topic && said * 2 > scale.short && said > 0)
    return { start: topic.main.start, end: topic.main.start + said }
  const last = beforeItems ? opening.at(-1)?.sentence : undefined
  const directive = titles.find(({ words, sentence }) => sentence === last && obligation.test(words))
  const lead = titles.find((title) => title.lead && title.sentence === first?.sentence)
  return (directive ?? lead)?.main ?? null
}

/** A heading of more words fills lines: characters; words. */
const brief = { characters: 36, words: 20 }
/** Leans on what stands before it, asks, or only greets. */
const leans =
  /^(?:and|but|so|or|nor|yet|then|however|thus|therefore|instead|also|please|as|because|not)\b|^(?:first|second|third|fourth|last|final)(?:ly)?\b|^(?:也|还|并|又|再|以及|同时|即|如|首先|其次|最后|第?[一二三四五][是要，、])|[？?]$/iu

/** A source that is given: it says nothing. */
const citation = /https?:|\bpp?\. ?\d|, (?:19|20)\d\d\b[^,]*$/u

/**
 * The point that heads the others of a slide that nothing else heads: the first one, where it is short, stands for
 * itself, is none of several equals and is not taken back by the next; else null. A later one heads nothing that was
 * said before it.
 */
export function headlineOf(text: string, points: readonly KeyPoint[]): KeyPoint | null {
  const scale = scaleOf(text)
  const [first, next] = points
  if (!first || !next || first.spans.length > 1 || first.parent !== null || first.node.kind === 'item')
    return null
  const say = ({ span }: KeyPoint): string => simplified(text.slice(span.start, span.end))
  const words = say(first)
  const length = size(words, scale)
  const heads =
    length * 2 > scale.short &&
    length <= brief[scale.unit] &&
    ![leans, anaphora, generic, citation, denial, /^\p{Ll}/u].some((one) => one.test(words)) &&
    !turn.test(say(next)) &&
    first.node.needs.length === 0
  return heads ? first : null
}

const articleNumber =
  /^第[一二三四五六七八九十百千零〇\d]{1,9}条(?:之[一二三四五六七八九十]+)?|^(?:Article|Section|Art\.|§)\s*\d+[a-z]?\.?/iu

/** The number that an article of a law begins with; null where it has none. */
export function articleNumberOf(text: string, { start, end }: Span): Span | null {
  const number = articleNumber.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length
  return number === undefined ? null : { start, end: start + number }
}

/**
 * What heads an article of a law: its number, and what introduces its list where that is short enough
 * (第二十八条 …任何组织和个人不得有下列行为).
 */
export function articleHeading(text: string, { kind, span }: Paragraph, number: Span, scale: Scale): Span {
  const colon = text.slice(number.end, Math.min(span.end, number.end + 160)).search(/[：:]\s*(?:\n|[（(]|$)/u)
  const introduction = colon > 0 ? trimmedSpan(text, { start: number.end, end: number.end + colon }) : null
  if (kind !== 'article' || !introduction) return number
  const words = text.slice(introduction.start, introduction.end)
  const isOne = !/[。；]/u.test(words) && size(words, scale) <= scale.limit * 2
  return isOne ? { start: number.start, end: introduction.end } : number
}
