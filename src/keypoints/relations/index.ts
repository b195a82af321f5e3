import { conditionPart, consequent } from './condition.ts'
import { following, leading } from './cues.ts'
import { date } from './date.ts'
import { bound } from './exception.ts'
import { frame } from './frame.ts'
import { paired } from './paired.ts'
import type { Relation } from './relation.ts'
import { setting, topic } from './topic.ts'

/**
 * The relations between clauses, a file each. One more is a file beside these that exports a `Relation`, and its name in
 * this list; where words alone tell it, a row of `lexicon.ts`; a kind of its own is a line of `relation.ts`, which says
 * what a point loses without it. Nothing else knows them apart. Of several that a clause could be in, it is in the
 * first.
 */
export const relations: readonly Relation[] = [
  ...paired,
  consequent,
  date,
  setting,
  ...leading,
  frame,
  conditionPart,
  topic,
  bound,
  ...following,
]
