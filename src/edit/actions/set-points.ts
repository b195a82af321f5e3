import type { Span } from '../../document/index.ts'
import type { DeckState } from '../deck-state.ts'
import { linesOf, replaceLines } from '../lines.ts'
import { withBlock } from '../point-lines.ts'
import { pointMarkdown } from '../point-markdown.ts'
import { partsOf } from '../slide-parts.ts'
import { slideWords } from '../source-words.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** A point as it is to stand on a slide. */
export interface WantedPoint {
  readonly spans: readonly Span[]
  /** 0 or 1. */
  readonly depth: number
}

/**
 * Gives a slide other points of its notes, more of them or fewer; points of a person's own words stay, behind them.
 *
 * @param points in the document's order, spans of the words of the slide's notes
 */
export function setPoints(state: DeckState, id: number, points: readonly WantedPoint[]): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const { parts } = partsOf(slide, file)
  const { shown } = slideWords(slide, file)
  const standing = parts.flatMap((part, i) => (part.kind === 'point' ? [{ part, i }] : []))
  const lines = linesOf(slide.text)
  const own = standing
    .filter(({ i }) => shown.find(({ part }) => part === i)?.spans == null)
    .flatMap(({ part }) => lines.slice(part.from, part.to).map(({ text }) => text.trimStart()))
  const added = [
    ...points.map(({ spans, depth }) => `${depth > 0 ? '  ' : ''}- ${pointMarkdown(slide, file, spans)}`),
    ...own,
  ]
  const [first, last] = [standing[0]?.part, standing.at(-1)?.part]
  const text =
    first && last
      ? replaceLines(slide.text, first.from, last.end, added, file.form.lineEnd)
      : added.length > 0
        ? withBlock(slide, file, added)
        : slide.text
  return withText(state, id, text)
}
