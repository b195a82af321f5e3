import type { Relation } from './relation.ts'

const first =
  /^(?:不仅|不但|不只|不单|不光|既(?![然定有得往成])|与其|宁可|一方面|不是(?!说)|(?:[^，]{0,12}(?:不能|不要|不可|不应|不))(?:只|仅|光|单)|[^，]{0,8}(?:仅靠|只靠|光靠|单靠))|^(?:not only|just as|instead of|rather than|either|neither)\b/iu
/** What is denied beside the rule: 而不是…. */
const denied = /^而不[是能可要应]|^(?:rather than|instead of|not)\b/iu

/** 不仅…而且, 既…又, 不是…而是, 不能只…必须: nobody is to hear one half alone. */
export const contrast: Relation = {
  kind: 'contrast',
  binds: true,
  reaches: false,
  towards: (clauses, at) => {
    const { words = '' } = clauses[at] ?? {}
    if (at > 0 && denied.test(words)) return 'previous'
    return first.test(words) && at < clauses.length - 1 ? 'next' : null
  },
}
