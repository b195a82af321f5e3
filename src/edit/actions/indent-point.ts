import type { DeckState } from '../deck-state.ts'
import { indentOf, shifted } from '../point-lines.ts'
import { partsOf, type SlidePart } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** Makes a point, with all below it, a part of the one above it; slides have two levels. */
export function indentPoint(state: DeckState, id: number, part: number): DeckState {
  return move(state, id, part, (point, points) => {
    const above = points.findLast(({ from, depth }) => from < point.from && depth === point.depth)
    if (!above || point.depth > 0 || point.end > point.to) return 0
    return above.head.length
  })
}

/** Makes a point of the second level one of the first. */
export function raisePoint(state: DeckState, id: number, part: number): DeckState {
  return move(state, id, part, (point, points) => {
    const above = points.findLast(({ from, depth }) => from < point.from && depth === point.depth - 1)
    return above ? indentOf(above.head) - indentOf(point.head) : 0
  })
}

function move(
  state: DeckState,
  id: number,
  part: number,
  by: (point: SlidePart, points: readonly SlidePart[]) => number,
): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const { parts } = partsOf(slide, file)
  const point = parts[part]
  if (point?.kind !== 'point') return state
  const width = by(
    point,
    parts.filter(({ kind }) => kind === 'point'),
  )
  if (width === 0) return state
  return withText(state, id, shifted(slide.text, point.from, point.end, width, file.form.lineEnd))
}
