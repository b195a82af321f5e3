import { attribution } from './attribution.ts'
import { circumstance } from './circumstance.ts'
import { concession } from './concession.ts'
import { condition } from './condition.ts'
import { contrast } from './contrast.ts'
import { date } from './date.ts'
import { definition } from './definition.ts'
import { elaboration } from './elaboration.ts'
import { exception } from './exception.ts'
import { purpose } from './purpose.ts'
import type { Relation } from './relation.ts'
import { topic } from './topic.ts'

/** The relations between clauses; of several that a clause could be in, it is in the first. */
export const relations: readonly Relation[] = [
  exception,
  definition,
  attribution,
  date,
  circumstance,
  contrast,
  concession,
  condition,
  topic,
  purpose,
  elaboration,
]
