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
/** 决不可因为胜利，而放松…: what must not be is said behind its reason. */
const reason = /因为?[^，]+$/u

/** 不能停留在口号上，而是要…: what is denied says nothing without what is said in its place, nor the other way round. */
export const denial: Relation = {
  kind: 'contrast',
  towards: (clauses, at) => {
    const [words = '', next = ''] = [clauses[at]?.words, clauses[at + 1]?.words]
    return (denies.test(words) && instead.test(next)) || (reason.test(words) && /^而(?!且)/u.test(next))
      ? 'next'
      : null
  },
}
