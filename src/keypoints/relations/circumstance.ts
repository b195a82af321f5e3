import { formula } from '../cues.ts'
import { introduces } from '../introductions.ts'
import type { Relation } from './relation.ts'

const adverb =
  /^(?:当前|刚才|下面|目前|现在|如今|今天|今后|今年|去年|明年|近日|近年来|多年来|长期以来|这些年|前段时间|第[一二三四五六七八九十]|同时|与此同时|此外|另外|其中|首先|其次|再次|再者|最后|总之|总的来看|总体上看|一方面|另一方面|因此|所以|因而|为此|对此|据此|由此|由此可见|在此|在这里|然而|但是|可是|不过|而且|并且|况且|于是|可见|比如|例如|譬如|具体而言|具体来说|也就是说|换言之|众所周知|下一步|相反|反之|当然|诚然|确实|事实上|实际上|特别是|尤其是|实际工作中|(?:过去|未来|今后|这|近)?(?:的)?[一二两三四五六七八九十]+年(?:来)?|\d+年来|这一年|一年来)$/u
/** Says where or by what light something is, not only what is said beside it: 都是在党的领导下，…的结果. */
const asserts = /^(?:都|也|正|就)?是在/u
const lightEnd =
  /(?:之际|的同时|过程中|形势下|基础上|背景下|框架下|领导下|指引下|推动下|支持下|帮助下|努力下|[^，一二三同及按实即届随行成]时|[^，落先前]后|之初|之前|以前|以来|期间|时候|年来|相比|的[^，]{2,}中|等?原因)$/u
const lightStart =
  /^(?:随着|由于|为了|根据|按照|依照|依据|遵照|面对|针对|关于|鉴于|本着|立足于|着眼于|围绕)|^为(?:了|着力|进一步|深入|更好|全面|切实|贯彻|加强|适应|规范|保障|推动|促进|确保|维护|加快|推进|落实|做好)|^以[^，]{6,}(?:担当|姿态|精神|作风|状态|决心|勇气|毅力|魄力|举措|行动|步伐|力度)$/u
/** More of a clause than its last characters tells nothing of how it ends. */
const ending = 16
/** Why people have come together, not what they are told. */
const occasion = /^(?:今天)?我们(?:在这里|今天)?(?:隆重)?(?:召开|举行|纪念|欢聚|相聚)/u
const prepositional =
  /^(?:我们)?(?:还|也)?(?:要|必须|坚持)?(?:在|从|自|以|对|就|当|到|于|通过|经过|截至|结合)/u
const prepositionalEnd =
  /(?:下|中|上|时|后|前|里|内|间|来|看|方面|角度|高度|出发|实际|教育|为[^，、]{0,4}(?:指导|引领|统领|指引|契机|主线|重点|目标|抓手|核心|中心|牵引|突破口|导向|动力|主题|目的|保障|落脚点|根本|基础|依托|支撑|载体|纲领|遵循))$/u

/** How somebody is to do what the next clause says: 各部门应当按照…的要求, 各级干部要从有利于工作出发. */
const told =
  /^[^，]{2,24}(?:要|必须|应当)(?:坚持|严格)?(?:(?:以|从)[^，]{2,}(?:担当|姿态|精神|作风|状态|决心|勇气|毅力|魄力|责任感|使命感|态度|标准|力度|出发|角度|高度|入手)|(?:按照|根据|依照|本着)[^，]{2,}(?:要求|原则|规定|标准|需要))$/u

/** What the sentence is whole without: 当前, 随着…, 在…下, 以…为指导; In this struggle, … */
export const circumstance: Relation = {
  kind: 'circumstance',
  binds: false,
  reaches: false,
  towards: (clauses, at) => {
    const { words: all = '', mark = '' } = clauses[at] ?? {}
    const words = all.replace(/^但是?(?!书)|（[^）]{0,40}）$/gu, '')
    if (!mark || at === clauses.length - 1 || asserts.test(words)) return null
    if (!/\p{Script=Han}/u.test(words)) return introduces(words) ? 'next' : null
    // What a law is made for is what its first article says.
    if (/^为/u.test(words) && /制定本\p{Script=Han}{1,3}$/u.test(clauses.at(-1)?.words ?? '')) return null
    if (
      adverb.test(words) ||
      (formula.test(words) && !/^必须/u.test(words)) ||
      occasion.test(words) ||
      lightStart.test(words) ||
      lightEnd.test(words.slice(-ending)) ||
      told.test(words)
    )
      return 'next'
    return prepositional.test(words) && prepositionalEnd.test(words) ? 'next' : null
  },
}
