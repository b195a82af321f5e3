import type { Relation } from './relation.ts'

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
