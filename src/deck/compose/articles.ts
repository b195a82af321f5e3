import type { Document, Paragraph, Span } from '../../document/index.ts'
import {
  articleNumberOf,
  type KeyPoint,
  type KeyPoints,
  type Node,
  type ParagraphPoints,
} from '../../keypoints/index.ts'
import { scaleOf } from '../../keypoints/scale.ts'

/** A sentence up to this length is quoted as it stands: characters of Chinese, or letters of other scripts. */
const whole = { characters: 64, words: 200 }
/** What introduces a list is no longer than so many of these: there must be room for the list. */
const introducing = 2

/**
 * The key points with whole sentences in place of the clauses of the articles of a law, and whole items below what
 * introduces them: whatever an article says stands on its slides. A long sentence that says several things in a row
 * (应当建立…，完善…，保障…) is shown as these, if they are all of it.
 */
export function withWholeArticles({ text }: Document, keyPoints: KeyPoints): KeyPoints {
  return new Map(
    [...keyPoints].map(([paragraph, found]) => {
      const number = paragraph.kind === 'article' ? articleNumberOf(text, paragraph.span) : null
      return [paragraph, number ? wholeArticle(text, paragraph, number, found) : found]
    }),
  )
}

function wholeArticle(
  text: string,
  paragraph: Paragraph,
  number: Span,
  found: ParagraphPoints,
): ParagraphPoints {
  const limit = whole[scaleOf(text).unit]
  // What introduces its list stands above that, not in the margin.
  const opening = found.heading && openingBehind(text, number, found.heading)
  const points: KeyPoint[] = opening ? [quoting(opening, found.tree, null)] : []
  let introduction: number | null = opening ? 0 : null
  let before = ''
  for (const node of wholeSentences(text, found.tree.children, limit)) {
    const { start, end } = node.span
    if (node.kind === 'enumeration') {
      for (const item of node.children) points.push(quoting(itemOf(text, item), item, introduction))
      continue
    }
    const introduces = colon.test(text.slice(start, end))
    const inside = found.points.filter(({ span }) => start <= span.start && span.end <= end)
    const isLong = end - start > limit && !introduces && node.needs.length === 0
    if (isLong && inside.length > 1 && coversAll(text, node.span, inside))
      points.push(...inside.map((point) => ({ ...withMark(text, point), parent: null })))
    else points.push(quoting({ start, end }, node, null))
    // A list that is announced more than once belongs below none of these alone.
    introduction = introduces && !announces.test(before) ? points.length - 1 : null
    before = /[；;]$/u.test(text.slice(start, end)) ? text.slice(start, end) : ''
  }
  return points.length > 0 ? { ...found, heading: number, points } : { ...found, heading: paragraph.span }
}

/** The words of an article's heading behind its number; null where there are none. */
function openingBehind(text: string, number: Span, heading: Span): Span | null {
  const start = number.end + (/^\s*/u.exec(text.slice(number.end, heading.end))?.[0].length ?? 0)
  return start < heading.end ? { start, end: heading.end } : null
}

const colon = /[：:]$/u

function quoting(span: Span, node: Node, parent: number | null): KeyPoint {
  return { span, spans: [span], node, parent }
}

const announces = /下列|如下|(?<=[有按为照])以下/u

/** The list behind it is announced by what stands before it: 有下列情形之一的，处…；情节严重的，…：（一）…. */
const isLeft = (before: string, words: string): boolean =>
  colon.test(words) && announces.test(before) && !announces.test(words)

/**
 * What stands between semicolons is one sentence where that is not too long; a rule and its exception always are, and so
 * is what announces a list with all that it says before that.
 */
function wholeSentences(text: string, nodes: readonly Node[], limit: number): Node[] {
  const say = ({ span }: Node): string => text.slice(span.start, span.end)
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const goesOn =
      last?.kind === 'sentence' &&
      node.kind === 'sentence' &&
      ((last.needs.includes(node) && node.relation !== 'continuation') ||
        (/[；;]$/u.test(say(last)) &&
          (node.span.end - last.span.start <= limit ||
            (isLeft(say(last), say(node)) && node.span.end - last.span.start <= introducing * limit))))
    if (last && goesOn)
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: node.span.end } }
    else joined.push(node)
  }
  return joined
}

/** What an item says, with its number. */
function itemOf(text: string, { span: { start, end } }: Node): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}

/** In a law the marks are text: a point with the one behind it. */
function withMark(text: string, point: KeyPoint): KeyPoint {
  const { span, spans } = point
  const isMark = /[，、；。：！？,;:.!?]/u.test(text[span.end] ?? '')
  const closed = ({ start, end }: Span): Span => ({ start, end: isMark && end === span.end ? end + 1 : end })
  return { ...point, span: closed(span), spans: spans.map(closed) }
}

/** No word of a sentence stands outside of some points but those that join them. */
function coversAll(text: string, sentence: Span, points: readonly KeyPoint[]): boolean {
  let from = sentence.start
  let left = ''
  for (const { start, end } of points.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start)) {
    left += text.slice(from, Math.max(from, start))
    from = Math.max(from, end)
  }
  left += text.slice(from, sentence.end)
  return /^(?:[\s，、；：。]|并且?|同时|以及)*$/u.test(left)
}
