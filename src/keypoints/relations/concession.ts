import { following } from './cues.ts'
import type { ClauseWords, Relation } from './relation.ts'

const turns = /^(?:但(?!书)|然而|却|不过(?!是)|可是|反而|而是)|^(?:but|yet)\b/iu

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
    const turn = clauses.findIndex(({ words }, i) => i > at && i <= at + patience && turns.test(words))
    return turn > 0 && !restricts(clauses, turn) ? 'next' : null
  },
}
