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
  const points: KeyPoint[] = []
  const add = (span: Span, node: Node, parent: number | null): void =>
    void points.push({ span, spans: [span], node, parent })
  const visit = (nodes: readonly Node[], parent: number | null): void => {
    let introduction: number | null = null
    for (const node of wholeSentences(text, nodes, limit)) {
      if (node.kind === 'enumeration') {
        for (const item of node.children) {
          add(itemOf(text, item), item, parent ?? introduction)
        }
      } else {
        const inside = found.points.filter(
          ({ span }) => node.span.start <= span.start && span.end <= node.span.end,
        )
        const isLong = node.span.end - node.span.start > limit
        if (isLong && inside.length > 1 && coversAll(text, node.span, inside))
          for (const point of inside) points.push({ ...point, parent })
        else add(node.span, node, parent)
      }
      const introduces =
        node.kind === 'sentence' && /[：:]$/u.test(text.slice(node.span.start, node.span.end))
      introduction = introduces && parent === null ? points.length - 1 : null
      const last = points.at(-1)
      if (introduces && last) points[points.length - 1] = withoutColon(last)
    }
  }
  visit(found.tree.children, null)
  const heading = found.heading ?? number
  return points.length > 0 ? { ...found, heading, points } : { ...found, heading: paragraph.span }
}

/** What stands between semicolons is one sentence where that is not too long. */
function wholeSentences(text: string, nodes: readonly Node[], limit: number): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const goesOn =
      last?.kind === 'sentence' &&
      node.kind === 'sentence' &&
      node.span.end - last.span.start <= limit &&
      /[；;]$/u.test(text.slice(last.span.start, last.span.end))
    if (last && goesOn)
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: node.span.end } }
    else joined.push(node)
  }
  return joined
}

const withoutColon = (point: KeyPoint): KeyPoint => {
  const span = { start: point.span.start, end: point.span.end - 1 }
  return { ...point, span, spans: [span] }
}

/** What an item says, without its number and the mark behind it. */
function itemOf(text: string, { span, numeral }: Node): Span {
  const start = numeral?.end ?? span.start
  const words = text.slice(start, span.end)
  const lead = /^\s*/u.exec(words)?.[0].length ?? 0
  const tail = /[；;。.\s]*$/u.exec(words)?.[0].length ?? 0
  return tail < words.length - lead ? { start: start + lead, end: span.end - tail } : span
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
