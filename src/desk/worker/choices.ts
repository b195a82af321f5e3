import type { Paragraph } from '../../document/index.ts'
import type { WantedPoint } from '../../edit/index.ts'
import { keyPointsOf } from '../../keypoints/choice/paragraph.ts'
import { introduces, type KeyPointOptions } from '../../keypoints/index.ts'
import type { Work } from '../messages.ts'

/** From few points to many. */
const densities: readonly KeyPointOptions[] = [
  { detail: 'brief', points: 1 },
  { detail: 'brief' },
  { detail: 'standard', points: 3 },
  { detail: 'standard' },
  { detail: 'full', points: 6 },
  { detail: 'full' },
  { detail: 'full', points: 12 },
]

/** The points that paragraphs can have, each number of them once. */
export async function choices({
  text,
  paragraphs,
}: Work['choices']['asked']): Promise<Work['choices']['answer']> {
  const found = new Map<number, readonly WantedPoint[]>()
  const prose = paragraphs.map((span): Paragraph => ({ kind: 'prose', span, runIn: null }))
  const introductions = new Set(prose.slice(0, -1).filter((one) => introduces(text, one)))
  for (const density of densities) {
    const points = keyPointsOf(text, prose, introductions, density).flatMap(([, { points }]) =>
      points.map(({ spans, parent }): WantedPoint => ({ spans, depth: parent === null ? 0 : 1 })),
    )
    if (points.length > 0 && !found.has(points.length)) found.set(points.length, points)
  }
  return [...found].sort(([one], [other]) => one - other).map(([, points]) => points)
}
