import { following } from './cues.ts'
import type { ClauseWords, Relation } from './relation.ts'

const turns = /^(?:但(?!书)|然而|却|不过(?!是)|可是|反而)|^(?:but|yet)\b/iu

/** Of what is granted no more is heard before the 但: clauses. */
const patience = 3

/** 但…除外, 但不得…: both are said. */
const restricts = (clauses: readonly ClauseWords[], at: number): boolean =>
  following.some(({ kind, towards }) => kind === 'exception' && towards(clauses, at, []) !== null)

/** Whatever stands before a 但: it is granted, not said. */
export const concession: Relation = {
  kind: 'concession',
  towards: (clauses, at) => {
    if (turns.test(clauses[at]?.words ?? '')) return null
    const turn = clauses.slice(at + 1, at + 1 + patience).findIndex(({ words }) => turns.test(words))
    return turn >= 0 && !restricts(clauses, at + 1 + turn) ? 'next' : null
  },
}

const denies = /不(?:能|是|要|应|在于|可)/u
const instead = /^而(?:是|要|应|必须)/u

/** 不能停留在口号上，而是要…: what is denied says nothing without what is said in its place, nor the other way round. */
export const denial: Relation = {
  kind: 'contrast',
  towards: (clauses, at) =>
    denies.test(clauses[at]?.words ?? '') && instead.test(clauses[at + 1]?.words ?? '') ? 'next' : null,
}
