import { formula } from '../cues.ts'
import { introduces } from '../introductions.ts'
import type { Relation } from './relation.ts'

/** What a law is made for is what its first article says. */
const purpose = /制定本\p{Script=Han}{1,3}$/u

/** What a sentence is whole without, though it has no cue of its own: loyal formulas; In this struggle, …. */
export const frame: Relation = {
  kind: 'circumstance',
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    if (mark === '' || at === clauses.length - 1) return null
    if (!/\p{Script=Han}/u.test(words)) return introduces(words) ? 'next' : null
    const isFormula = !words.startsWith('必须') && formula.test(words)
    return isFormula && !purpose.test(clauses.at(-1)?.words ?? '') ? 'next' : null
  },
}
