import type { Span } from '../document/document.ts'
import { numberOf } from '../document/numbering.ts'
import { quoted } from './quotation.ts'
import { actorOf } from './relations/predicates.ts'
import { type Sentence, sentences, trimmedSpan } from './sentences.ts'
import { simplified } from './simplified.ts'

/** One item of an enumeration, from its ordinal to the next item's. */
export interface Item extends Span {
  /** Its ordinal; null where it has none. */
  readonly numeral: Span | null
  /** What the item says, without its ordinal. */
  readonly body: Span
}

/** The items of one enumeration, in order. */
export type Enumeration = readonly Item[]

/** A way of numbering items: what a mark looks like, and which place in the order it names. */
interface Numbering {
  readonly mark: RegExp
  readonly place: (numeral: string) => number
}

const chinese = '[一二三四五六七八九十]{1,3}'
const opening = '(?<=^|[。；：，！？;:,.!?\\s])'
/** `subsection (b) of this section` is a reference. */
const noReference = '(?<!\\b(?:sub)?(?:section|paragraph|clause|article|part|rule|item)s? )'
const lettered = `(?<=^|[\\s:;])${noReference}`

const final = Number.POSITIVE_INFINITY
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const numbered = (mark: string, place = numberOf, flags = 'gu'): Numbering => ({
  mark: new RegExp(mark, flags),
  place,
})

const numberings: readonly Numbering[] = [
  numbered(`${opening}(${chinese})(?:是|要)(?:要(?!求|素|点))?[，：:]?`),
  numbered(`${opening}第(${chinese}|\\d{1,2})(?:[，、：,:]|(?:点|个方面)?[是要](?!求))`),
  numbered(`${opening}其(${chinese})[，、：,]?(?:是(?!非))?`),
  numbered(`${opening}${noReference}[（(](${chinese}|\\d{1,2})[）)]`),
  numbered(`${opening}(${chinese})、`),
  numbered('([①-⑳])'),
  numbered(`${opening}(\\d{1,2})(?:[】）)、．]|\\.(?=\\s*\\p{L}))\\s*`),
  numbered(
    `${opening}(首先|其次|再次|第四|然后|最后)(?:[，：,]|要|是)`,
    (word) => ({ 首先: 1, 其次: 2, 再次: 3, 然后: 3, 第四: 4 })[word] ?? final,
  ),
  numbered('(?<=^|[。；：，！？])(一方面|另一方面)[，：]?(?:要|是)?', (word) => (word === '一方面' ? 1 : 2)),
  numbered(
    `(?=\\p{L})(?<=^|[.;:,!?]\\s+|[;,]\\s+and\\s)(${ordinals.join('|')}|finally|lastly)(?:ly)?[,:]\\s*`,
    (word) => ordinals.indexOf(word.toLowerCase()) + 1 || final,
    'giu',
  ),
  numbered(`${lettered}\\(([a-h])\\)\\s*`, (letter) => letter.charCodeAt(0) - 96),
  numbered(`${lettered}\\(([A-H])\\)\\s*`, (letter) => letter.charCodeAt(0) - 64),
  numbered(`${lettered}\\((i{1,3}|iv|v|vi{1,3}|ix|x|xi{1,2})\\)\\s*`),
]

interface Mark {
  readonly start: number
  readonly end: number
}

type Run = readonly Mark[]

/** The lines behind words with a colon, as lists of Markdown have them, with empty lines between; null for none. */
export function linedEnumeration(text: string, { start, end }: Span): Enumeration | null {
  const inside = text.slice(start, end)
  const colon = /[：:][ \t]*\n{2,}/u.exec(inside)
  if (!colon) return null
  const items: Item[] = []
  let from = start + colon.index + colon[0].length
  for (const lines of text.slice(from, end).split(/(?<=\n\n)(?=[^\n])/u)) {
    const line = { start: from, end: from + lines.length }
    const body = trimmedSpan(text, line)
    if (body) items.push({ ...line, numeral: null, body })
    from = line.end
  }
  return items.length > 1 ? items : null
}

/**
 * The numbered enumerations of a span that stand in no item of another: 一是…二是…, 一要…, 第一，…, 其一, （一）, ①, 1】,
 * 首先…其次…, First, … Second, …; in order. A run of fewer than two is none.
 */
export function numberedEnumerations(text: string, span: Span): Enumeration[] {
  const inside = text.slice(span.start, span.end)
  const runs = numberings
    .flatMap((numbering) => runsOf(inside, numbering))
    .sort((a, b) => startOf(a) - startOf(b))
  const outer: Run[] = []
  for (const run of runs) {
    const last = outer.at(-1)
    if (!last) outer.push(run)
    else if (startOf(run) >= (last.at(-1)?.end ?? 0)) {
      // Behind the last mark: an enumeration of its own, or one in the last item where the others hold such too.
      if (!holdsRuns(last, runs)) outer.push(run)
    } else if (!isNested(run, last)) outer[outer.length - 1] = woven(last, run)
  }
  const starts = outer.map(startOf)
  return outer.map((run, r) =>
    run.flatMap(({ start, end }, i): Item[] => {
      const until = run[i + 1]?.start ?? starts[r + 1] ?? inside.length
      const numeral = trimmedSpan(text, { start: span.start + start, end: span.start + end })
      // A word (First, …) begins its sentence.
      const from = isWord.test(inside.slice(start, end)) ? start : end
      const body = trimmedSpan(text, { start: span.start + from, end: span.start + until })
      return body ? [{ start: span.start + start, end: span.start + until, numeral, body }] : []
    }),
  )
}

const isWord = /^\p{Script=Latin}{4,}/u

function startOf(run: Run): number {
  return run[0]?.start ?? 0
}

/** All marks of a run stand in one item of another. */
function isNested(run: Run, outer: Run): boolean {
  const holder = (mark: Mark): number => outer.findLastIndex(({ end }) => end <= mark.start)
  const [first] = run
  const item = first ? holder(first) : -1
  return item >= 0 && run.every((mark) => holder(mark) === item)
}

function holdsRuns(outer: Run, runs: readonly Run[]): boolean {
  const last = outer.at(-1)?.start ?? 0
  return runs.some((run) => run !== outer && startOf(run) < last && isNested(run, outer))
}

/** Two runs whose marks stand among each other are one. */
function woven(one: Run, other: Run): Run {
  const marks = [...one, ...other].sort((a, b) => a.start - b.start)
  return marks.filter((mark, i) => i === 0 || mark.start >= (marks[i - 1]?.end ?? 0))
}

/** Marks that count 1, 2, 3, …; a mark out of order belongs to no run; 最后 and finally end one. */
function runsOf(text: string, { mark, place }: Numbering): Run[] {
  const runs: { marks: Mark[]; closed: boolean }[] = []
  for (const match of text.matchAll(mark)) {
    const at = place(match[1] ?? '')
    const found = { start: match.index, end: match.index + match[0].length }
    const run = runs.at(-1)
    if (at === 1) runs.push({ marks: [found], closed: false })
    else if (run && !run.closed && at === final) {
      run.marks.push(found)
      run.closed = true
    } else if (run && at === run.marks.length + 1) run.marks.push(found)
  }
  return runs.map((run) => run.marks).filter((marks) => marks.length > 1)
}

const semicolon = /^[；;]/u

/**
 * Every list of three or more parts between semicolons, in order: of those that are named before a colon
 * (主要表现在：…；…；…。), and of all where they are most of the span.
 */
export function semicolonEnumerations(text: string, span: Span): Enumeration[] {
  const parts = sentences(text, span)
  const lists: Sentence[][] = []
  for (let i = 0; i < parts.length; i++) {
    const list: Sentence[] = []
    for (let part = parts[i]; part; part = parts[++i]) {
      list.push(part)
      if (!semicolon.test(part.mark)) break
    }
    const [first, ...others] = list.map(({ start, end }) => text.slice(start, end))
    if (first && others.length > 1 && !others.every((part) => sharesCondition(first, part))) lists.push(list)
  }
  const listed = lists.flat().reduce((sum, { start, end }) => sum + end - start, 0)
  const most = listed * 2 > span.end - span.start
  return lists.flatMap((list) => {
    const items = withoutLead(text, list)
    const isNamed = items[0]?.start !== list[0]?.start
    // English sentences have semicolons, too.
    const isEnglish = !/\p{Script=Han}/u.test(text.slice(list[0]?.start, list[0]?.end))
    return isNamed || (most && !isEnglish) ? [items] : []
  })
}

/** 对缺席的，第一次予以提醒；第二次通报批评: on the same condition; 天数多于…的，…；少于…的，…: of the same. */
export const sharesCondition = (before: string, part: string): boolean =>
  (/^对[^，；]*的，/u.test(before) && !/的，|^对/u.test(part)) || /^(?:多|少|高|低|大|小)于/u.test(part)

const plain = (part: Span): Item => ({ start: part.start, end: part.end, numeral: null, body: part })

/** Takes the words before a colon off the first part: they name the list. */
function withoutLead(text: string, list: readonly Sentence[]): Item[] {
  const [first, ...rest] = list
  const items = rest.map(plain)
  if (!first) return items
  const kept = quoted(text, first)
  const words = text.slice(first.start, first.end)
  let colon = -1
  for (const match of words.matchAll(/[：:](?=.)/gu)) if (kept[match.index] !== 1) colon = match.index
  const body = trimmedSpan(text, { start: first.start + colon + 1, end: first.end })
  return body ? [plain(body), ...items] : items
}

/** A quotation and what parts it from the next: “…”、“…”. */
const quotation =
  /(?<=^|[：:，,、\s]|[和及与])(“[^“”]{2,80}”|「[^「」]{2,80}」)(?=[、，,和及与等。；;\s]|$)/gu

/** A list of three or more quotations, or of two, that is most of the span: “开展‘一照多址’改革”、“便利分支机构变更”等。 */
export function quotedEnumeration(text: string, span: Span): Enumeration | null {
  const found = [...text.slice(span.start, span.end).matchAll(quotation)]
  const listed = found.reduce((sum, { 0: words }) => sum + words.length, 0)
  if (found.length < 2 || listed * 5 < (span.end - span.start) * 4) return null
  return found.map(({ index, 0: words }, i) => {
    const start = span.start + index
    const next = found[i + 1]
    const body = { start: start + 1, end: start + words.length - 1 }
    return { start, end: next ? span.start + next.index : span.end, numeral: null, body }
  })
}

/** A sentence that names what the ones behind it go on about is no longer: characters. */
const headline = 16
const stop = /^[。！!.]/u
/** Begins a call. Such items are said one after another, and not all are wanted. */
export const call = /^(?:要(?![求素点害件义领闻事案旨道务])|必须|坚持)/u

/** An enumeration whose items are opened by short calls: 要干得快。…要干得实。…要干得好。… */
export function headlineEnumeration(text: string, span: Span): Enumeration | null {
  const parts = sentences(text, span)
  const opening = parts.map((part) => callOf(text, part))
  const isHeadline = parts.map(
    (part) =>
      stop.test(part.mark) &&
      part.end - part.start <= headline &&
      !/[，：]/u.test(text.slice(part.start, part.end)),
  )
  for (const word of new Set(opening)) {
    const opens = (i: number): boolean => isHeadline[i] === true && opening[i] === word
    const heads = parts.flatMap((_, i) => (opens(i) && i + 1 < parts.length && !opens(i + 1) ? [i] : []))
    if (word && heads.length > 1)
      return heads.flatMap((from, i) => itemOf(parts, from, (heads[i + 1] ?? parts.length) - 1))
  }
  return null
}

/** Those who are each told something. */
const body =
  /(?:部门|机关|单位|机构|政府|党委|企业|公司|学校|医院|人员|人|组织|[^全内一大]部|委|厅|局|办|院)(?:（[^）]*）)?$/u
/** What somebody got for what they did: 受到记过处分, 被移交司法机关. */
const sanction =
  /(?:受到|被|给予)[^，。]*(?:处分|处罚|司法|公安|追究|责任|警告|记过|降级|撤职|撤销|开除|留用|通报)/u

/**
 * An enumeration whose items are sentences alike: calls (要创新思路，…。要创新方法，…。要创新机制，…。), or a roll of those who
 * are each to do something, or are each punished (教育部门要…。公安部门要…。住房部门要…。),
 * or cases (由国务院制定的，…。由部门制定的，…。由地方制定的，…。).
 */
export function alikeEnumeration(text: string, span: Span): Enumeration | null {
  const parts = wholeSentences(text, span)
  const kinds = parts.map((part) => {
    const words = simplified(text.slice(part.start, part.end))
    const [first = ''] = words.split(/[，；]/u)
    return (
      callOf(text, part) ??
      (body.test(first.slice(0, actorOf(first))) || sanction.test(words) ? 'roll' : null)
    )
  })
  const from = kinds.findIndex((kind, i) => kind !== null && kinds[i + 1] === kind && kinds[i + 2] === kind)
  if (from < 0) return null
  const behind = kinds.findIndex((kind, i) => i > from && kind !== kinds[from])
  return parts.slice(from, behind < 0 ? parts.length : behind).map(plain)
}

/** Sentences, the parts between their semicolons together. */
function wholeSentences(text: string, span: Span): Span[] {
  const whole: { start: number; end: number }[] = []
  let goesOn = false
  for (const { start, end, mark } of sentences(text, span)) {
    const last = whole.at(-1)
    if (last && goesOn) last.end = end
    else whole.push({ start, end })
    goesOn = semicolon.test(mark)
  }
  return whole
}

function callOf(text: string, { start }: Span): string | null {
  return call.exec(text.slice(start, start + 4))?.[0] ?? null
}

function itemOf(parts: readonly Span[], from: number, to: number): Item[] {
  const [first, last] = [parts[from], parts[to]]
  return first && last ? [plain({ start: first.start, end: last.end })] : []
}
