import { concession, denial } from './concession.ts'
import { conditionPart, consequent, supposition } from './condition.ts'
import { following, leading } from './cues.ts'
import { date } from './date.ts'
import { definition } from './definition.ts'
import { bound, exception } from './exception.ts'
import { frame, scrap } from './frame.ts'
import type { Relation } from './relation.ts'
import { topic } from './topic.ts'

/** The relations between clauses; of several that a clause could be in, it is in the first. */
export const relations: readonly Relation[] = [
  exception,
  definition,
  denial,
  date,
  ...leading,
  frame,
  concession,
  supposition,
  consequent,
  conditionPart,
  topic,
  bound,
  ...following,
  scrap,
]
