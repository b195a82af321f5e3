import { address, formula } from '../cues.ts'
import { leadsIn } from '../lead-ins.ts'
import type { Relation } from './relation.ts'

/** No 指导思想 is quoted without it. */
const guiding = /为指导$/u

/** What a sentence is whole without, though it has no cue of its own: loyal formulas; In this struggle, …. */
export const frame: Relation = {
  kind: 'circumstance',
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    if (mark === '' || at === clauses.length - 1) return null
    if (address.test(words)) return 'next'
    if (!/\p{Script=Han}/u.test(words)) return leadsIn(words) ? 'next' : null
    return !words.startsWith('必须') && formula.test(words) && !guiding.test(words) ? 'next' : null
  },
}
