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

/** Begins a condition that may go on in several clauses, up to what is so then: 只要…，不再…，我们就愿意…. */
const supposes = /^[^，]{0,12}(?:只要|只有|如果|假如|倘若|一旦|一经)/u
const then = /^[^，]{0,10}(?:(?<![人英贤])才|(?<![成造迁])就|便)/u

/** The clauses of a condition between the word that it begins with and the 就 of what is so then. */
export const supposition: Relation = {
  kind: 'condition',
  towards: (clauses, at) => {
    for (let from = at; from >= 0 && from > at - longest; from--) {
      const { words = '' } = clauses[from] ?? {}
      if (from < at && then.test(words)) return null
      if (!supposes.test(words)) continue
      const isMeant = at === from || clauses.slice(at + 1, from + longest).some((one) => then.test(one.words))
      return isMeant && at + 1 < clauses.length ? 'next' : null
    }
    return null
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
