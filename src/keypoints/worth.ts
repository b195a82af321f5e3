import type { Candidate } from './candidates.ts'
import { anaphora, definition, directive, formula, result } from './cues.ts'
import { figuresIn } from './figures.ts'
import { type Scale, size } from './scale.ts'
import { simplified } from './simplified.ts'

/**
 * What a candidate is worth as a point: Edmundson's sum of weighted features (position, cue words),
 * with centrality for his key words. The weights were set by reading, not fitted.
 *
 * @param centrality 0 to 1, from `salience`
 */
export function worth(text: string, candidate: Candidate, centrality: number, scale: Scale): number {
  const words = simplified(text.slice(candidate.start, candidate.end))
  const length = size(words, scale)
  let sum = centrality
  if (candidate.lead) sum += 2
  if (directive.test(words)) sum += 1
  if (figuresIn(words).length > 0) sum += 1
  if (result.test(words)) sum += 0.5
  if (definition.test(words)) sum += 0.5
  if (length >= scale.short && length <= scale.fit) sum += 0.5
  if (length < scale.short / 2 || length > scale.limit) sum -= 2.5
  if (formula.test(words)) sum -= 1.5
  if (anaphora.test(words)) sum -= 1
  if (candidate.dependent) sum -= 1
  return sum
}
