import { opensWithVerb } from './predicates.ts'
import type { Relation } from './relation.ts'

const opens =
  /^(?:但)?(?:如果|如(?=[^何实期同此下今意])|遇有?|假如|倘若|若(?!干)|要是|只要|只有|除非|凡是?(?=[^，])|不论|无论|不管|一旦|没有(?=[^，]*)|越(?:是)?(?=[^，]+)|(?:禁止)?未[^，]*(?:措施|规定|批准|许可|同意))|^(?:and |but |so )?(?:if|provided|as long as|only (?:if|when|by)|once|whether|no matter|until|without)\b/iu
const closes = /[^目标似]的$|^违反[^，]{0,40}(?:规定|标准|要求)$|(?<!年底|月底)(?:的情况下|的条件下|前提下)$/u
/** What the condition has for a consequence: 就会…, 工作才有方向. */
const consequence = /^(?!很快|马上|早)[^，]{0,5}(?:才|就|便)(?:[能会有可是不没要]|得|一定)|^(?:越(?:是)?)/u
/** Where `without` is a matter of course. */
const always = /^(?:and |but |so )?(?:without (?:doubt|question)|once again|once more)\b/iu
/** Goes on with a condition that a clause before it began. */
const part = /^(?![对凡未向违]|依法|确需|情节)[^，]*的$/u
/** Says what is to be done, whatever condition follows. */
const duty = /应当|必须|不得|可以|(?<![重需只主首必])要/u
const negated = /^没有/u

/** …的，; 如果, 只有, 未经, 没有…就; if, only when. */
export const condition: Relation = {
  kind: 'condition',
  binds: true,
  reaches: true,
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    const next = clauses[at + 1]?.words
    if (!mark || next === undefined || /[：:]/u.test(mark) || always.test(words)) return null
    // 正当防卫超过必要的限度，造成不应有的损害的，…
    if (at === 0 && part.test(next) && closes.test(next) && !duty.test(words) && !opensWithVerb(words))
      return 'next'
    if (negated.test(words)) return consequence.test(next) ? 'next' : null
    return opens.test(words) || closes.test(words) || consequence.test(next) ? 'next' : null
  },
}
