import type { Relation } from './relation.ts'

const first =
  /^(?:虽然|虽|尽管|固然|即使|即便|哪怕)|^(?:although|though|even though|even if|whereas|while|despite|in spite of|unlike)\b/iu
const second =
  /^(?:但(?!书|是?(?:，)?[^，]*(?:除外|另有))|然而|却|不过(?!是)|可是|反而|而是)|^(?:but|yet)\b/iu

/** Of what is granted no more is heard before the 但: clauses. */
const patience = 3

/** 虽然…但是, and whatever stands before a 但: it is granted, not said. */
export const concession: Relation = {
  kind: 'concession',
  binds: false,
  reaches: false,
  towards: (clauses, at) => {
    const { words = '' } = clauses[at] ?? {}
    const rest = clauses.slice(at + 1)
    if (first.test(words) && rest.length > 0) return 'next'
    return !second.test(words) && rest.slice(0, patience).some((one) => second.test(one.words))
      ? 'next'
      : null
  },
}
