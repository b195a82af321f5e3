import { opensWithPredicate } from './predicates.ts'
import type { Relation } from './relation.ts'

const year = '(?:\\d{2,4}|[〇零○一二三四五六七八九十]{2,})年(?!来|的)'
const month = '(?:\\d{1,2}|[一二三四五六七八九十]+)月(?:\\d{1,2}日|底|初|末)?'
const to = '(?:力争|务必)?(?:到|自|从|在|于|截至|截止到?)?'
const chinese = `(?!面对|随着|围绕|进入)(?:${to}[^，]{0,6}${year}(?:[^，]{0,22}(?:时|底|末|月|日|前|后|间|起|开始))?|(?:从|自)[^，]{2,10}(?:开始|起)|到(?:本|二十一)世纪[^，]{0,6}|${to}(?:今年|明年|每年|当年)?${month}(?:以前|之前|前|起|止|后|间|底)?|[^，]{2,12}(?:时期|年代|阶段|时代))`
/** 通过3-5年努力: how long it may take. */
const term =
  '(?:通过|经过|用|力争用?|争取用?)[^，\\d]{0,4}(?:\\d{1,2}(?:[-‐–—~～至到]\\d{1,2})?|[一二两三四五六七八九十]{1,3})个?[年月天][^，]{0,8}'
const english =
  '(?:by|in|from|since|until|on|before|after) (?:(?:the end of|early|late|mid-?) ?)?(?:\\d{1,2} )?(?:\\p{L}+ )?(?:\\d{1,2},? )?(?:1[5-9]|20)\\d\\d'
const dated = new RegExp(`^(?:${chinese}|${term}|${english})$`, 'iu')

/** 到2035年, 6月底前, 革命战争年代: what is so then need not be so at another time. */
export const date: Relation = {
  kind: 'date',
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    const next = clauses[at + 1]?.words
    return mark && next !== undefined && dated.test(words) && !opensWithPredicate(next) ? 'next' : null
  },
}
