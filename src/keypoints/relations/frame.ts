import { address, formula } from '../cues.ts'
import { introduces } from '../introductions.ts'
import { opensWithVerb } from './predicates.ts'
import type { Relation } from './relation.ts'

/** What frames a sentence has no more clauses. */
const early = 12
/** What it is for goes on in several clauses, up to what is done for it: 为加快…，实现…，现提出以下意见. */
const purpose = /^为(?!了?[^，]{0,3}是)/u
const done = /^(?:现[就将提作对]|特|必须|经|根据|按照|制定|决定)/u

/** No 指导思想 is quoted without it. */
const guiding = /为指导$/u

/** What a sentence is whole without, though it has no cue of its own: loyal formulas; In this struggle, …. */
export const frame: Relation = {
  kind: 'circumstance',
  towards: (clauses, at, before) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    if (mark === '' || at === clauses.length - 1) return null
    if (address.test(words)) return 'next'
    if (!/\p{Script=Han}/u.test(words)) return introduces(words) ? 'next' : null
    if (!words.startsWith('必须') && formula.test(words) && !guiding.test(words)) return 'next'
    const goesOn =
      opensWithVerb(words) && before.length > 0 && before.every((kind) => kind === 'circumstance')
    const isPurpose = goesOn && purpose.test(clauses[0]?.words ?? '')
    return isPurpose && clauses.slice(at + 1, at + early).some((one) => done.test(one.words)) ? 'next' : null
  },
}
