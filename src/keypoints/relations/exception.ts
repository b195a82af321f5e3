import type { Relation } from './relation.ts'

const opens = /^但?除(?!夕|旧|草|尘|湿|雪|了?以)/u
const closes = /(?:外|以外|之外)$/u
/** 除了 needs no 外. */
const without = /^但?除了/u
/** No exception has more clauses. */
const longest = 6

/** 除…外 and its clauses. */
export const exception: Relation = {
  kind: 'exception',
  towards: (clauses, at) => {
    for (let from = at; from >= 0 && from > at - longest; from--) {
      const opening = clauses[from]?.words ?? ''
      if (opens.test(opening))
        return clauses.slice(at, from + longest).some((one) => one.mark && closes.test(one.words))
          ? 'next'
          : without.test(opening) && at === from && at + 1 < clauses.length
            ? 'next'
            : null
      if (from < at && closes.test(opening)) return null
    }
    return null
  },
}

const permits = /可以|允许|放活|放宽|放开|准许|有权(?!益)|可(?=[^，能]{0,12}$)/u
const forbids = /^(?:但)?(?:一律|均|都|也)?(?:不得|不准|不许|不能|不可|严禁|禁止|严格禁止|决不|绝不)/u

/** What may be done does not go so far: 可以自主招聘，不得设置限制. */
export const bound: Relation = {
  kind: 'exception',
  towards: (clauses, at, before) =>
    at > 0 &&
    forbids.test(clauses[at]?.words ?? '') &&
    permits.test(clauses[at - 1]?.words ?? '') &&
    before.at(-1) === null
      ? 'previous'
      : null,
}
