import type { Candidate } from './candidates.ts'
import { anaphora, contraction, definition, directive, formula, obligation, result } from './cues.ts'
import { figuresIn } from './figures.ts'
import { type Scale, size } from './scale.ts'
import { simplified } from './simplified.ts'

/**
 * What a candidate is worth as a point: Edmundson's sum of weighted features (“New Methods in Automatic
 * Extracting”, Journal of the ACM 16(2), 1969: position, cue words), with centrality in the place of his key words.
 * The weights were set by reading, not fitted.
 *
 * @param centrality 0 to 1, from `salience`
 * @param closing the candidate is from its paragraph's last sentence
 */
export function worth(
  text: string,
  candidate: Candidate,
  centrality: number,
  closing: boolean,
  scale: Scale,
): number {
  const point = simplified(text.slice(candidate.start, candidate.end))
  const length = size(point, scale)
  let sum = centrality
  if (candidate.lead) sum += 1.5
  if (candidate.framed) sum += 1.5
  if (closing) sum += 0.5
  if (directive.test(candidate.words)) sum += 1
  if (obligation.test(candidate.words)) sum += 0.5
  if (figuresIn(point).length > 0) sum += 2
  if (result.test(point)) sum += 1
  if (definition.test(point)) sum += 0.5
  if (length >= scale.short && length <= scale.fit) sum += 0.5
  if (length < scale.short / 2) sum -= 2.5
  if (length > scale.limit) sum -= 1.5 + (length - scale.limit) / 2
  if (formula.test(point)) sum -= 1.5
  if (anaphora.test(point)) sum -= 1
  if (contraction.test(point)) sum -= 0.75
  if (candidate.dependent) sum -= 4
  return sum
}
