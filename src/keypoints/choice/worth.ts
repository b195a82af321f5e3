import { anaphora, contraction, formula, generic, obligation, result } from '../cues.ts'
import { figuresIn } from '../figures.ts'
import { type Scale, size } from '../scale.ts'
import { simplified } from '../simplified.ts'
import { isTimed, type Unit } from './units.ts'
import { weights } from './weights.ts'

/** However long it is, it costs no more. */
const dear = 1

/**
 * What a unit is worth as a point: Edmundson's sum of weighted features (position, cue words), with centrality in the
 * place of his key words.
 *
 * @param centrality 0 to 1, from `salience`
 * @param atEdge it is of the first or the last sentence of its paragraph
 */
export function worth(text: string, unit: Unit, centrality: number, atEdge: boolean, scale: Scale): number {
  const point = simplified(text.slice(unit.main.start, unit.main.end))
  const length = size(point, scale)
  const signs = new Set(unit.shown.flatMap((node) => node.signs))
  let sum = centrality
  if (unit.lead) sum += weights.lead
  if (unit.lead && atEdge) sum += weights.edge
  if (signs.has('demand') || signs.has('prohibition')) sum += weights.demand
  if (signs.has('prohibition')) sum += weights.prohibition
  if (obligation.test(unit.words)) sum += weights.obligation
  if (figuresIn(point).length > 0) sum += weights.figure
  if (isTimed(unit)) sum += weights.term
  if (result.test(point)) sum += weights.result
  if (signs.has('definition')) sum += weights.definition
  if (length >= scale.short && unit.size <= scale.fit) sum += weights.fit
  if (length < scale.short / 2) sum -= 2.5
  // A long clause is long; one with its condition has to be.
  for (const long of [unit.size, size(unit.words, scale)])
    sum -= Math.min(dear, Math.max(0, long - scale.limit) / scale.short)
  if (formula.test(point)) sum -= 1.5
  if (anaphora.test(point)) sum -= 1
  if (generic.test(point) && !signs.has('prohibition')) sum -= 10
  if (contraction.test(point)) sum -= 0.75
  return sum
}
