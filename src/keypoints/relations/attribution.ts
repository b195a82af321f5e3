import type { Relation } from './relation.ts'

const saying =
  /(?:表明|证明|指出|强调|告诉我们|感受到|认识到|体会到|看到|来看|情况看|角度看|来说|而言|说来|起来|如下)$/u
/** What stands before a colon and only announces what is behind it. */
const announcing =
  /(?:是|为|有|包括(?:以下)?|如下|原则|问题|方面|任务|目标|要求|情况|表现在|做到|下列[^，]*|以下[^，]*)$/u
/** Comes to no object before a comma: 这次会议的主要任务是，…. */
const objectless =
  /(?:任务|目的|目标|议题|内容|主题|要求|特点|原因|关键|重点)(?:就|主要|都)?(?:是|有|为|在于)$/u
/** Whom to turn to: no point, and no part of the one before. */
const label =
  /^(?:联系人|(?:联系)?电话|传真|邮箱|地址|(?:责任|牵头|配合|联系)(?:单位|部门|人)|\p{Script=Han}{0,4}电话)$/u
/** By whose leave the words behind it announce what follows: 经省政府同意，现就有关事项通知如下. */
const leave = /^经[^，]{2,14}(?:同意|批准|研究)$/u

/** Who says it (…指出，), or that something will be said (主要表现在：). */
export const attribution: Relation = {
  kind: 'attribution',
  binds: false,
  reaches: false,
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    if (!mark) return null
    // Also at the end of what introduces a list.
    if (/[：:]/u.test(mark))
      return announcing.test(words) || saying.test(words) || label.test(words) ? 'next' : null
    if (at === clauses.length - 1) return null
    if (leave.test(words)) return at === clauses.length - 2 ? 'next' : null
    return saying.test(words) || objectless.test(words) ? 'next' : null
  },
}
