import type { Document, Span } from '../../document/index.ts'
import { articleNumberOf, type KeyPoints, type ParagraphPoints } from '../../keypoints/index.ts'
import { scaleOf } from '../../keypoints/scale.ts'
import { sentences } from '../../keypoints/sentences.ts'

/** An article without a list, up to this length, is quoted whole: characters of Chinese, or letters of other scripts. */
const short = { characters: 120, words: 300 }
const mostSentences = 4

/**
 * The key points with whole sentences in place of the clauses of the articles of a law, and whole items in its lists: a
 * clause of a law without its condition says something else. A short article is quoted whole.
 */
export function withWholeArticles({ text }: Document, keyPoints: KeyPoints, most: number): KeyPoints {
  const limit = short[scaleOf(text).unit]
  return new Map(
    [...keyPoints].map(([paragraph, found]) => {
      const number = paragraph.kind === 'article' ? articleNumberOf(text, paragraph.span) : null
      if (!number) return [paragraph, found]
      const all = wholeSentences(text, { start: number.end, end: paragraph.span.end })
      const isShort = found.items.length === 0 && paragraph.span.end - number.end <= limit
      if (isShort && all.length > 0 && all.length <= Math.min(most, mostSentences))
        return [paragraph, { ...found, heading: number, points: all }]
      return [
        paragraph,
        withWholeParts(text, found, { ...paragraph.span, start: (found.heading ?? number).end }, limit),
      ]
    }),
  )
}

/** Sentences without the full stop behind them; a list between semicolons is one. */
function wholeSentences(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^。\n\s][^。\n]*/gu)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.trimEnd().length,
  }))
}

/** Each point with the rest of its item, or of its sentence up to a semicolon, where that is no longer than `limit`. */
function withWholeParts(text: string, found: ParagraphPoints, prose: Span, limit: number): ParagraphPoints {
  const parts = sentences(text, prose)
  const listed = (part: Span): boolean =>
    found.items.some(({ body }) => part.start < body.end && body.start < part.end)
  const whole = (point: Span): Span => {
    const item = found.items.find((one) => one.point.start === point.start)
    const part = item
      ? sentences(text, item.body)[0]
      : parts.find((one) => one.start <= point.start && point.end <= one.end && !listed(one))
    if (!part || point === found.leadIn || part.end - part.start > limit) return point
    const words = text.slice(part.start, part.end)
    const lead = /^(?:[，、\s]*|但是?，)/u.exec(words)?.[0].length ?? 0
    const tail = /(?:(?<=[^目标])的)?[。；;.：\s]*$/u.exec(words)?.[0].length ?? 0
    return { start: part.start + lead, end: part.end - tail }
  }
  const points = found.points.map(whole)
  return {
    ...found,
    points: points.filter(({ start }, i) => points.findIndex((other) => other.start === start) === i),
    items: found.items.map((item) => ({ ...item, point: whole(item.point) })),
  }
}
