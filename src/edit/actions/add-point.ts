import type { DeckState } from '../deck-state.ts'
import { asMarkdown, withBlock, withPoint } from '../point-lines.ts'
import { partsOf } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** Adds a point of a person's own words behind those that stand on a slide. */
export function addOwnPoint(state: DeckState, id: number, words: string): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file || words.trim() === '') return state
  const hasPoints = partsOf(slide, file).parts.some(({ kind }) => kind === 'point')
  const markdown = asMarkdown(words)
  return withText(
    state,
    id,
    hasPoints
      ? withPoint(slide, file, Number.POSITIVE_INFINITY, markdown)
      : withBlock(slide, file, [`- ${markdown}`]),
  )
}
