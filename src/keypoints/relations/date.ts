import { opensWithPredicate } from './predicates.ts'
import type { Relation } from './relation.ts'

const dated =
  /^(?!面对|随着|围绕|进入)(?:(?:力争)?(?:到|自|从|在|截至|截止到?)?[^，]{0,6}(?:\d{2,4}|[〇零○一二三四五六七八九十]{2,})年(?!来|的)[^，]{0,14}(?:时|底|末|年|月|日|前|后|间)?|[^，]{2,12}(?:时期|年代|阶段|时代))$|^(?:by|in|from|since|until|on) (?:(?:the end of|early|late|mid-?) ?)?(?:\p{L}+ )?(?:\d{1,2},? )?(?:1[5-9]|20)\d\d$/iu

/** 到2035年, 革命战争年代: what is so then need not be so at another time. */
export const date: Relation = {
  kind: 'date',
  binds: true,
  reaches: true,
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    const next = clauses[at + 1]?.words
    return mark && next !== undefined && dated.test(words) && !opensWithPredicate(next) ? 'next' : null
  },
}
