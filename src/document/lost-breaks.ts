import type { Span } from './document.ts'
import { endsAsTitle } from './kinds.ts'
import { trimmed } from './lines.ts'
import { numberingAt } from './numbering.ts'
import { endsSentence } from './punctuation.ts'

/** Wide spaces, or many narrow ones, as the indent of a paragraph whose line break was lost. */
const INDENT = /\u3000\u3000|[ \u00a0\u2002\u2003\t]{4}|\u3000[ \u00a0]/u

/** In UTF-16 units: 关于…的意见 before the text on one line with it. */
const SHORTEST_TITLE = 8

/** Below this many UTF-16 units a numbered sentence in a line is an item of its list, above it a paragraph. */
const LONG_PARAGRAPH = 400

/** The paragraphs in a line whose breaks were lost, as web pages lose them. */
export function splitAtLostBreaks(text: string, span: Span): readonly Span[] {
  return splitAtGaps(text, span)
    .flatMap((part) => splitAtNumber(text, part))
    .flatMap((part) => splitAtArticles(text, part))
    .flatMap((part) => splitAtSections(text, part))
}

function splitAtGaps(text: string, { start, end }: Span): readonly Span[] {
  const range = text.slice(start, end)
  const parts: Span[] = []
  let from = start
  for (const gap of range.matchAll(/\s{2,}/gu)) {
    if (!INDENT.test(gap[0])) continue
    const before = start + gap.index
    const after = before + gap[0].length
    if (before <= from || after >= end || !isBreak(text, from, before, after, end)) continue
    parts.push({ start: from, end: before })
    from = after
  }
  return [...parts, { start: from, end }]
}

/** `总　　则`, `第一条　　为了…` and `总理　　李克强` have a gap that is no break. */
function isBreak(text: string, start: number, before: number, after: number, end: number): boolean {
  const own = numberingAt(text, start)
  if (own && start + own.length >= before) return false
  if (endsSentence(text, start, before)) return true
  if (
    before - start >= SHORTEST_TITLE &&
    endsAsTitle(text.slice(start, before)) &&
    endsSentence(text, after, end)
  )
    return true
  const next = numberingAt(text, after)
  if (next && !next.doubtful && after + next.length < end) return true
  // `总　　则`: characters set apart.
  if (/\s\S$/u.test(text.slice(start, before)) || /^\S\s/u.test(text.slice(after, after + 2))) return false
  return own !== null && !own.doubtful && endsSentence(text, after, end)
}

const NUMBERED =
  /^([^。；]{4,120}?(?:通知|意见|决定|通报|批复|公告|函|办法|规定|方案))([\p{sc=Han}]{1,10}〔(?:19|20)\d{2}〕\d{1,5}[号號])(?=\S)/u

/** `关于…的通知总工发〔2023〕23号各省…`: title, number, text. */
function splitAtNumber(text: string, span: Span): readonly Span[] {
  const [, title = '', number = ''] =
    NUMBERED.exec(text.slice(span.start, Math.min(span.end, span.start + 160))) ?? []
  if (title === '') return [span]
  const at = span.start + title.length
  const after = at + number.length
  return [{ start: span.start, end: at }, { start: at, end: after }, trimmed(text, after, span.end)]
}

const ARTICLE = /第[零〇一二三四五六七八九十百千]{1,9}(?:分编|编|章|节|条)/gu
const LONGEST_CHAPTER = 30

/** `…制定本条例。第二条　环境…` and `第一章总则第一条为了…`, where the articles count on. */
function splitAtArticles(text: string, span: Span): readonly Span[] {
  const own = numberingAt(text, span.start)
  let last = own?.system === 'clause' ? own.value : 0
  return splitBefore(text, span, ARTICLE, (at, from) => {
    const number = numberingAt(text, at)
    if (!number) return false
    const isSet = WHITE.test(text.charAt(at + number.length))
    const isAfterStop = WHITE.test(text.charAt(at - 1)) || isAfterEnd(text, from, at, isSet)
    if (number.system !== 'clause') {
      const heads = ARTICLE_SOON.test(text.slice(at + number.length, at + LONGEST_CHAPTER))
      return (
        (isSet && isAfterStop) ||
        (heads && (isAfterStop || endsAsTitle(text.slice(Math.max(from, at - 60), at))))
      )
    }
    const isAfterChapter = at - from < LONGEST_CHAPTER && isChapter(text, from)
    const inOrder = number.value === last + 1 || (last === 0 && isSet)
    if (!inOrder || !(isAfterStop || isAfterChapter)) return false
    last = number.value
    return true
  })
}

const WHITE = /\s/u
const ARTICLE_SOON = /^[^，。；：]{1,20}第[零〇一二三四五六七八九十百千]{1,9}条/u
const CHAPTER: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section'])

function isChapter(text: string, at: number): boolean {
  const number = numberingAt(text, at)
  return number !== null && CHAPTER.has(number.system)
}

/** Behind a full stop; where white space follows the number, a bracket or colon will do. */
function isAfterEnd(text: string, from: number, at: number, isSet: boolean): boolean {
  const before = text.slice(Math.max(from, at - 6), at)
  return isSet ? /[。；！？：”）]\s{0,4}$/u.test(before) : /[。；！？]”?\s{0,4}$/u.test(before)
}

const SECTION = /(?<=[。！？]”?\s{0,4})[一二三四五六七八九十]{1,3}、(?=[\p{sc=Han}“《])/gu

/** `一、` to `四、` in a text of one line: each begins behind a full stop, and each has several sentences. */
function splitAtSections(text: string, span: Span): readonly Span[] {
  if (span.end - span.start < LONG_PARAGRAPH) return [span]
  let expected = numberingAt(text, span.start)?.system === 'han' ? 2 : 1
  const inOrder = (at: number): boolean => {
    if (numberingAt(text, at)?.value !== expected) return false
    expected++
    return true
  }
  const parts = splitBefore(text, span, SECTION, inOrder)
  return parts.length > 2 && span.end - span.start >= parts.length * 120 ? parts : [span]
}

function splitBefore(
  text: string,
  { start, end }: Span,
  mark: RegExp,
  isBreakAt: (at: number, from: number) => boolean,
): readonly Span[] {
  const parts: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(mark)) {
    const at = start + match.index
    if (at === start || !isBreakAt(at, from)) continue
    parts.push(trimmed(text, from, at))
    from = at
  }
  return [...parts, { start: from, end }]
}
