import { duty, opensWithVerb } from './predicates.ts'
import type { Relation } from './relation.ts'

/** What the condition has for a consequence: 就会…, 工作才有方向. */
const consequence =
  /^(?!很快|马上|早)[^，]{0,5}(?:(?:(?<![人英贤])才|(?<![成造迁])就(?!是)|便)(?:[能会有可是不没要]|得|一定)|即可|方可)|^[^，]{0,10}(?<![成造迁])就(?:必须|难|无法|不[会能])|^(?:越(?:是)?)/u

/** What needs no cue of its own before 就会…, 才能…. */
export const consequent: Relation = {
  kind: 'condition',
  towards: (clauses, at) => {
    const { mark = '' } = clauses[at] ?? {}
    return mark && !/[：:]/u.test(mark) && consequence.test(clauses[at + 1]?.words ?? '') ? 'next' : null
  },
}

const ends = /(?<![目标似])的$/u
/** Begins a condition of its own, whatever stands before it. */
const begins = /^(?:对|凡|向|如|因|在|经|属于|需要|确需|依法|有(?!前款))/u
/** Goes on with what a clause before it began, be that an order. */
const goesOn = /^(?:同时|并|且|或|又|仍|也|尚|情节|造成|构成|逾期|拒不|致使|经)/u
/** What is to be done or suffered: there a rule ends. */
const ruled = /责令|给予|处以|处[^，]{1,16}罚款|吊销|没收|追究/u
/** No condition has more clauses. */
const longest = 6

/** The clauses before the one with the 的 of their condition: 正当防卫超过必要的限度，造成不应有的损害的，…. */
export const conditionPart: Relation = {
  kind: 'condition',
  towards: (clauses, at) => {
    for (let to = at + 1; to < clauses.length && to <= at + longest; to++) {
      const before = clauses[to - 1]?.words ?? ''
      const { words = '', mark = '' } = clauses[to] ?? {}
      const continues = goesOn.test(words)
      if (duty(before) || ruled.test(before) || (opensWithVerb(before) && !continues)) return null
      if (begins.test(words) && !continues) return null
      if (mark && ends.test(words)) return 'next'
    }
    return null
  },
}
