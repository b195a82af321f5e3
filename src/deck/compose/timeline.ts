import type { Paragraph } from '../../document/index.ts'
import type { KeyPoint, KeyPoints } from '../../keypoints/index.ts'
import type { Item } from '../../layouts/layout.ts'
import { dateOf } from '../../layouts/timeline/index.ts'

/** Fewer dates make no line. */
const fewest = 2

/** Paragraphs one behind another, each of which tells what is so at a date of its own; or any others. */
export interface Dated {
  readonly paragraphs: readonly Paragraph[]
  /** What each begins with; empty where they have no dates. */
  readonly line: readonly Item[]
}

/**
 * Cuts paragraphs where runs of dated ones (到2020年，… | 到2035年，…) begin and end.
 *
 * @param most dates on a line
 */
export function datedRuns(
  text: string,
  paragraphs: readonly Paragraph[],
  keyPoints: KeyPoints,
  most: number,
): readonly Dated[] {
  const runs: { paragraphs: Paragraph[]; line: Item[] }[] = []
  for (const paragraph of paragraphs) {
    const item = datedItem(text, paragraph, keyPoints)
    const last = runs.at(-1)
    if (last && last.line.length > 0 === (item !== null)) {
      last.paragraphs.push(paragraph)
      if (item) last.line.push(item)
    } else runs.push({ paragraphs: [paragraph], line: item ? [item] : [] })
  }
  const isLine = ({ line }: Dated): boolean => line.length >= fewest && line.length <= most
  // What makes no line belongs to what is around it.
  const parted: { paragraphs: Paragraph[]; line: readonly Item[] }[] = []
  for (const run of runs) {
    const last = parted.at(-1)
    if (isLine(run)) parted.push(run)
    else if (last && last.line.length === 0) last.paragraphs.push(...run.paragraphs)
    else parted.push({ paragraphs: run.paragraphs, line: [] })
  }
  return parted
}

/** What a paragraph says of its date, with which it begins. */
function datedItem(text: string, paragraph: Paragraph, keyPoints: KeyPoints): Item | null {
  const found = keyPoints.get(paragraph)
  if (!found || paragraph.kind !== 'prose') return null
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
