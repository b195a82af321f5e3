import type { Relation } from './relation.ts'

/** Goes on about what the clause before said. */
const chinese =
  /^(?:是(?![非否])|都(?!市)|则|就(?![业地近学医诊餐])|才(?![能干华])|却|便(?![民利捷])|或(?!者?要)|及(?!时)|以及|乃至|甚至|均|其(?![他它次一二三])|有的|有些|没有|作为|成为|迎来|处于|属于|这(?:既|也|就|正|才)?是|这(?:一|种|个|些))|^[\u4e00-\u9fff]{1,2}了(?!解)/u
const said = /^[更也又]?是(?![非否])/u
const english =
  /^(?:or|nor|which|who|whom|whose|that|where|including|such as|especially|particularly|as well as|not|even|making|leaving|because|since|as|than|for|with|in|by|from|either|both|further|\w+ing)\b/iu

/** 是…, 其…, 有的…, 这是…; which …, including …. */
export const elaboration: Relation = {
  kind: 'elaboration',
  binds: false,
  reaches: false,
  towards: (clauses, at) => {
    const { words = '' } = clauses[at] ?? {}
    // Several things said of the same: 实施这一战略，是…的重大部署，是…的历史任务.
    const isEqual = said.test(words) && said.test(clauses[at - 1]?.words ?? '')
    if (at === 0 || isEqual) return null
    return (/\p{Script=Han}/u.test(words) ? chinese : english).test(words) ? 'previous' : null
  },
}
