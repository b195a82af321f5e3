import type { Relation } from './relation.ts'

const opens = /^但?除(?!夕|旧|草|尘|湿|雪|了?以)/u
const closes = /(?:外|以外|之外)$/u
const behind = /除外$|不在此限$|^but not\b|^(?:except|unless|save (?:for|where)|other than|excluding)\b/iu
const before = /^(?:except|unless|save (?:for|where)|apart from|other than)\b/iu
/** No exception has more clauses. */
const longest = 6

/** 除…外 and its clauses, …的除外; unless, except. */
export const exception: Relation = {
  kind: 'exception',
  binds: true,
  reaches: true,
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    if (before.test(words) && mark) return 'next'
    if (behind.test(words) && at > 0) return 'previous'
    for (let from = at; from >= 0 && from > at - longest; from--) {
      const opening = clauses[from]?.words ?? ''
      if (opens.test(opening))
        return clauses.slice(at, from + longest).some((one) => one.mark && closes.test(one.words))
          ? 'next'
          : null
      if (from < at && closes.test(opening)) return null
    }
    return null
  },
}
