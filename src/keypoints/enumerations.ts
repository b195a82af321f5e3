import type { Span } from '../document/document.ts'
import { quoted } from './quotation.ts'
import { type Sentence, sentences, trimmedSpan } from './sentences.ts'

/** One item of an enumeration, from its ordinal to the next item's. */
export interface Item extends Span {
  /** What the item says, without its ordinal. */
  readonly body: Span
}

const numerals = '一二三四五六七八九十'

/** 一 to 九十九, or digits; NaN where it is none. */
function numberOf(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral)
  const digit = (character: string): number => numerals.indexOf(character) + 1
  const [, tens, units] = /^([二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(numeral) ?? []
  if (/^(?:[二三四五六七八九])?十[一二三四五六七八九]?$/u.test(numeral))
    return (tens ? digit(tens) : 1) * 10 + (units ? digit(units) : 0)
  return numeral.length === 1 ? digit(numeral) || Number.NaN : Number.NaN
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** A way of numbering items: what a mark looks like, and which place in the order it names. */
interface Numbering {
  readonly mark: RegExp
  readonly place: (numeral: string) => number
}

const chinese = '[一二三四五六七八九十]{1,3}'
const opening = '(?<=^|[。；：，！？;:,.!?\\s])'

const numberings: readonly Numbering[] = [
  { mark: new RegExp(`${opening}(${chinese})(?:是|要)(?:要(?!求|素|点))?[，：:]?`, 'gu'), place: numberOf },
  {
    mark: new RegExp(`${opening}第(${chinese}|\\d{1,2})(?:[，、：,:]|(?:点|个方面)?[是要](?!求))`, 'gu'),
    place: numberOf,
  },
  { mark: new RegExp(`${opening}其(${chinese})[，、：,]?(?:是(?!非))?`, 'gu'), place: numberOf },
  { mark: new RegExp(`${opening}[（(](${chinese}|\\d{1,2})[）)]`, 'gu'), place: numberOf },
  { mark: new RegExp(`${opening}(${chinese})、`, 'gu'), place: numberOf },
  { mark: new RegExp(`([${circled}])`, 'gu'), place: (sign) => circled.indexOf(sign) + 1 },
  { mark: new RegExp(`${opening}(\\d{1,2})(?:[】）)、．]|\\.(?=\\s*\\p{L}))\\s*`, 'gu'), place: numberOf },
  {
    mark: new RegExp(`${opening}(首先|其次|再次|第四|然后|最后)(?:[，：,]|要|是)`, 'gu'),
    place: (word) => ({ 首先: 1, 其次: 2, 再次: 3, 然后: 3, 第四: 4 })[word] ?? Number.POSITIVE_INFINITY,
  },
  {
    mark: /(?<=^|[。；：，！？])(一方面|另一方面)[，：]?(?:要|是)?/gu,
    place: (word) => (word === '一方面' ? 1 : 2),
  },
  {
    mark: new RegExp(`(?<=^|[.;:,!?]\\s+)(${ordinals.join('|')}|finally|lastly)(?:ly)?[,:]\\s*`, 'giu'),
    place: (word) => ordinals.indexOf(word.toLowerCase()) + 1 || Number.POSITIVE_INFINITY,
  },
  { mark: /(?<=^|[\s:;])\(([a-h])\)\s*/gu, place: (letter) => letter.charCodeAt(0) - 96 },
  {
    mark: /(?<=^|[\s:;])\((i{1,3}|iv|v|vi{1,3}|ix|x|xi{1,2})\)\s*/gu,
    place: (roman) => romans.indexOf(roman) + 1,
  },
]

interface Mark {
  readonly start: number
  readonly end: number
}

/**
 * The items of every numbered enumeration in a span: 一是…二是…, 一要…, 第一，…, 其一, （一）, ①, 1】,
 * 首先…其次…, First, … Second, …; in order. An item that holds an enumeration of its own ends where that begins,
 * so that no two items overlap. A run of fewer than two is none.
 */
export function numberedItems(text: string, span: Span): Item[] {
  const inside = text.slice(span.start, span.end)
  const runs = numberings.flatMap((numbering) => runsOf(inside, numbering))
  const starts = runs.flat().sort((a, b) => a.start - b.start)
  const kept = starts.filter((mark, i) => i === 0 || mark.start >= (starts[i - 1]?.end ?? 0))
  return kept.flatMap((mark, i) => {
    const until = kept[i + 1]?.start ?? inside.length
    const body = trimmedSpan(text, { start: span.start + mark.end, end: span.start + until })
    return body ? [{ start: span.start + mark.start, end: span.start + until, body }] : []
  })
}

/** Marks that count 1, 2, 3, …; a mark out of order belongs to no run; 最后 and finally end one. */
function runsOf(text: string, { mark, place }: Numbering): Mark[][] {
  const runs: { marks: Mark[]; closed: boolean }[] = []
  for (const match of text.matchAll(mark)) {
    const at = place(match[1] ?? '')
    const found = { start: match.index, end: match.index + match[0].length }
    const run = runs.at(-1)
    if (at === 1) runs.push({ marks: [found], closed: false })
    else if (run && !run.closed && at === Number.POSITIVE_INFINITY) {
      run.marks.push(found)
      run.closed = true
    } else if (run && at === run.marks.length + 1) run.marks.push(found)
  }
  return runs.map((run) => run.marks).filter((marks) => marks.length > 1)
}

const semicolon = /^[；;]/u

/**
 * The items of every list of three or more parts between semicolons, in order: of those that are named before a colon
 * (主要表现在：…；…；…。), and of all where they are most of the span.
 */
export function semicolonItems(text: string, span: Span): Item[] {
  const parts = sentences(text, span)
  const lists: Sentence[][] = []
  for (let i = 0; i < parts.length; i++) {
    const list: Sentence[] = []
    for (let part = parts[i]; part; part = parts[++i]) {
      list.push(part)
      if (!semicolon.test(part.mark)) break
    }
    if (list.length >= 3) lists.push(list)
  }
  const listed = lists.flat().reduce((sum, { start, end }) => sum + end - start, 0)
  const most = listed * 2 > span.end - span.start
  return lists.flatMap((list) => {
    const items = withoutLead(text, list)
    return most || items[0]?.start !== list[0]?.start ? items : []
  })
}

/** Takes the words before a colon off the first part: they name the list. */
function withoutLead(text: string, list: readonly Sentence[]): Item[] {
  const [first, ...rest] = list
  const items = rest.map((part) => ({ ...part, body: part }))
  if (!first) return items
  const kept = quoted(text, first)
  const words = text.slice(first.start, first.end)
  let colon = -1
  for (const match of words.matchAll(/[：:](?=.)/gu)) if (kept[match.index] !== 1) colon = match.index
  const body = trimmedSpan(text, { start: first.start + colon + 1, end: first.end })
  return body ? [{ ...body, body }, ...items] : items
}
