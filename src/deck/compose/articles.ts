import type { Document, Span } from '../../document/index.ts'
import { articleNumberOf, type KeyPoints } from '../../keypoints/index.ts'
import { scaleOf } from '../../keypoints/scale.ts'

/** An article up to this length is quoted whole: characters of Chinese, or letters of other scripts. */
const short = { characters: 120, words: 300 }
const mostSentences = 4

/**
 * The key points with the sentences of each short article of a law in place of its clauses: a clause of a law without
 * its condition says something else.
 *
 * @param most points on a slide
 */
export function withWholeArticles({ text }: Document, keyPoints: KeyPoints, most: number): KeyPoints {
  const limit = short[scaleOf(text).unit]
  return new Map(
    [...keyPoints].map(([paragraph, found]) => {
      const heading = paragraph.kind === 'article' ? articleNumberOf(text, paragraph.span) : null
      if (!heading || paragraph.span.end - heading.end > limit) return [paragraph, found]
      const points = wholeSentences(text, { start: heading.end, end: paragraph.span.end })
      const fits = points.length > 0 && points.length <= Math.min(most, mostSentences)
      return [paragraph, fits ? { ...found, heading, points, items: [] } : found]
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
