import type { Span } from '../document/document.ts'
import type { Candidate } from './candidates.ts'
import { anaphora, generic, obligation } from './cues.ts'
import { longestLeadIn } from './lead-ins.ts'
import { balanced } from './quotation.ts'
import { type Scale, size } from './scale.ts'
import { simplified } from './simplified.ts'

/**
 * The candidate that heads a paragraph: what an enumeration is introduced with when that says what must be done,
 * else the topic sentence, which is the first one; null where neither names what the paragraph is about.
 */
export function topicOf(
  text: string,
  opening: readonly Candidate[],
  beforeItems: boolean,
  scale: Scale,
): Candidate | null {
  const titles = opening.filter(({ start, end, dependent }) => {
    const words = simplified(text.slice(start, end))
    const length = size(words, scale)
    return (
      !dependent &&
      length * 2 > scale.short &&
      length <= scale.limit &&
      !anaphora.test(words) &&
      !generic.test(words)
    )
  })
  const [one, other] = opening.filter(({ lead }) => lead)
  // One of several equals (要…。要…。要…。) heads none of the others.
  if (one && other && one.words.slice(0, 2) === other.words.slice(0, 2) && !beforeItems) return null
  const [topic] = titles
  const said = topic && topic === opening[0] ? text.slice(topic.start, topic.end).search(isSaid) : -1
  if (topic && said * 2 > scale.short && beforeItems) return { ...topic, end: topic.start + said }
  const directive = beforeItems && titles.find(({ words }) => obligation.test(words))
  const first = titles.find(({ sentence }) => sentence === opening[0]?.sentence)
  return directive || first || null
}

/** What the words before it are: 全面贯彻实施《保密法》，是一项长期的任务. */
const isSaid = /，是(?![非否])/u

const articleNumber =
  /^第[一二三四五六七八九十百千零〇\d]{1,9}条(?:之[一二三四五六七八九十]+)?|^(?:Article|Section|Art\.|§)\s*\d+[a-z]?\.?/iu

/** The number that an article of a law begins with; null where it has none. */
export function articleNumberOf(text: string, { start, end }: Span): Span | null {
  const number = articleNumber.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length
  return number === undefined ? null : { start, end: start + number }
}

/** What an article's first sentence is about, up to what is said of it. */
const subject =
  /^\s*[^。；：\n]{4,64}?(?:(?=，?(?:(?<!或者)应当(?!知道)|必须|不得|可以|(?<![所占拥享持没])有权)|，(?:由|适用|按照|依照|参照))|的(?=，(?:依法|给予|处|责令|没收|自行|视为|终止|追究)))/u

/**
 * What heads an article of a law: its number, and what introduces its list (第二十八条 …任何组织和个人不得有下列行为), or
 * what its first sentence is about where that is too long to stand before its predicate in a point
 * (第二十七条 属于国家秘密的设备、产品的研制、生产…和销毁 · 应当符合国家保密规定).
 *
 * @param prose what stands between the number and the first item of a list
 */
export function articleHeading(
  text: string,
  { number, prose, leadIn }: { readonly number: Span; readonly prose: Span; readonly leadIn: Span | null },
  scale: Scale,
): Span {
  const { end } = number
  const isFirst = leadIn && text.slice(end, leadIn.start).trim() === ''
  if (isFirst && size(text.slice(leadIn.start, leadIn.end), scale) <= longestLeadIn(scale))
    return { start: number.start, end: leadIn.end }
  const words = text.slice(end, Math.min(leadIn?.start ?? prose.end, end + 160))
  const about = subject.exec(words)?.[0]
  const rest = about && /^，?[^，。；：]*/u.exec(words.slice(about.length))?.[0]
  const long = about && rest && size(about.trim(), scale) + size(rest, scale) > scale.limit && balanced(about)
  return { start: number.start, end: long ? end + about.length : end }
}
