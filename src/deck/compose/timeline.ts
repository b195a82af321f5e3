import type { Paragraph } from '../../document/index.ts'
import type { KeyPoint, KeyPoints } from '../../keypoints/index.ts'
import type { Item } from '../../layouts/layout.ts'
import { dateOf } from '../../layouts/timeline/index.ts'
import type { Passage } from './passages.ts'

/** Fewer dates make no line. */
const fewest = 2

/** Passages one behind another, each of which tells what is so at its own date, and those dates on one line. */
export interface Dated {
  readonly passages: readonly Passage[]
  /** What each begins with; empty for a passage of no date. */
  readonly line: readonly Item[]
}

/** Puts passages together that stand at dates of their own (到2020年，… | 到2035年，…), each in a paragraph; all others stand alone. */
export function datedRuns(
  text: string,
  passages: readonly Passage[],
  keyPoints: KeyPoints,
  most: number,
): readonly Dated[] {
  const runs: { passages: Passage[]; line: Item[] }[] = []
  for (const passage of passages) {
    const item = datedItem(text, passage, keyPoints)
    const last = runs.at(-1)
    if (item && last && last.line.length > 0) {
      last.passages.push(passage)
      last.line.push(item)
    } else runs.push({ passages: [passage], line: item ? [item] : [] })
  }
  return runs.flatMap((run): Dated[] =>
    run.line.length >= fewest && run.line.length <= most
      ? [run]
      : run.passages.map((passage) => ({ passages: [passage], line: [] })),
  )
}

/** What a paragraph says of its date, with which it begins. */
function datedItem(text: string, [paragraph, ...more]: Passage, keyPoints: KeyPoints): Item | null {
  const found = paragraph && more.length === 0 ? keyPoints.get(paragraph) : undefined
  if (!paragraph || !found || !isProse(paragraph)) return null
  const { heading, points, tree } = found
  const point: KeyPoint | undefined = heading
    ? { span: heading, spans: [heading], parent: null, node: tree }
    : points[0]
  const strong = point && dateOf(text, point.span)
  const begins = point && point.span.start === tree.children[0]?.span.start
  return point && strong && begins && points.every(({ span }) => span === point.span || !dateOf(text, span))
    ? { point, below: [], strong }
    : null
}

const isProse = ({ kind }: Paragraph): boolean => kind === 'prose'
