import { formula } from './cues.ts'
import { introduces } from './introductions.ts'

/**
 * What a clause does in its sentence:
 * - `core`: says something
 * - `frame`: says when, where, by what light (随着…的发展，当前，); the sentence is whole without it
 * - `time`: a frame with a date or a period that a point may keep (到2020年，)
 * - `condition`: is nothing without the clause behind it (…的，如果…)
 * - `topic`: what the clause behind it is about; that one reads aloud alone, if it must (各级党委和政府，既要…)
 * - `dependent`: is nothing without the clause before it (是…的必经之路，又…)
 */
export type Role = 'core' | 'frame' | 'time' | 'condition' | 'topic' | 'dependent'

/** A clause's words in simplified characters, and the mark behind them (empty at the end of the sentence). */
export interface ClauseWords {
  readonly words: string
  readonly mark: string
}

/** The role of each clause of a sentence, read off its first and last words and the clauses behind it. */
export function rolesOf(clauses: readonly ClauseWords[]): Role[] {
  const roles: Role[] = []
  const founding = /制定本(?:法|条例|办法|规定|规则|细则|章程)/u.test(clauses.at(-1)?.words ?? '')
  // The clause behind that is no frame.
  let next = -1
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]
    if (!clause) continue
    const role = roleOf(clause, clauses[next]?.words ?? '', roles[next], i === 0)
    // What a law is made for is what its first article says.
    roles[i] = founding && role === 'frame' && /^为/u.test(clause.words) ? 'core' : role
    if (roles[i] !== 'frame') next = i
  }
  return roles
}

function roleOf(
  { words: all, mark }: ClauseWords,
  following: string,
  next: Role | undefined,
  first: boolean,
): Role {
  const words = all.replace(/^但是?(?!书)|（[^）]{0,40}）$/gu, '')
  if (!/\p{Script=Han}/u.test(words)) return englishRole(words, mark)
  if (comment.test(words)) return 'frame'
  if (mark !== '' && !asserts.test(words)) {
    if (connective.test(words) || saying.test(words)) return 'frame'
    if (/[：:]/u.test(mark) ? leadsIn.test(words) || label.test(words) : announces.test(words)) return 'frame'
    if (dated.test(words)) return predicate.test(following) ? 'topic' : 'time'
    if (formula.test(words) || light.test(words) || occasion.test(words)) return 'frame'
    if (prepositional.test(words) && prepositionalEnd.test(words)) return 'frame'
    if (told.test(words)) return 'frame'
    if (following === '' && leave.test(words)) return 'frame'
    if (conditional.test(words)) return 'condition'
    if (following && isTopic(words, following, next, first))
      return startsWithVerb.test(words) ? 'condition' : 'topic'
  }
  return going.test(words) ? 'dependent' : 'core'
}

/** An order and what is said of it are no point together when they are longer: characters. */
const joinable = 26
/** What a sentence begins with and is shorter only names what the rest is about: characters. */
const named = 12

function isTopic(words: string, following: string, next: Role | undefined, first: boolean): boolean {
  if (predicate.test(words)) return false
  return (
    (object.test(words) && destination.test(following)) ||
    (predicate.test(following) &&
      !(
        startsWithVerb.test(words) &&
        !(first && words.length < named) &&
        words.length + following.length > joinable
      )) ||
    (phrase.test(words) && !startsWithVerb.test(words)) ||
    (next === 'condition' &&
      ((/的$/u.test(following) && !duty.test(words)) ||
        (/^既/u.test(following) && !startsWithVerb.test(words)))) ||
    (next === 'condition' &&
      words.length < 13 &&
      startsWithVerb.test(words) &&
      startsWithVerb.test(following)) ||
    /^(?:特别是|尤其是)/u.test(following) ||
    (next === 'topic' && /^(?:特别是|尤其是)/u.test(following))
  )
}

const connective =
  /^(?:当前|刚才|下面|目前|现在|如今|今天|今后|今年|去年|明年|近日|近年来|多年来|长期以来|这些年|同时|与此同时|此外|另外|其中|首先|其次|再次|再者|最后|总之|总的来看|总体上看|一方面|另一方面|因此|所以|因而|为此|对此|据此|由此|由此可见|在此|在这里|然而|但是|可是|不过|而且|并且|况且|于是|可见|具体而言|具体来说|也就是说|换言之|众所周知|下一步|相反|反之|当然|诚然|确实|事实上|实际上|特别是|尤其是|实际工作中|(?:过去|未来|今后|这|近)?(?:的)?[一二两三四五六七八九十]+年(?:来)?|\d+年来|这一年|一年来)$/u
const saying =
  /(?:表明|证明|指出|强调|告诉我们|感受到|认识到|体会到|看到|来看|情况看|角度看|来说|而言|说来|起来|如下)$/u
/** What stands before a colon and only announces what is behind it. */
const leadsIn =
  /(?:是|为|有|包括|如下|原则|问题|方面|任务|目标|要求|情况|表现在|做到|下列[^，]*|以下[^，]*)$/u
/** Whom to turn to: no point, and no part of the one before. */
const label =
  /^(?:联系人|(?:联系)?电话|传真|邮箱|地址|(?:责任|牵头|配合|联系)(?:单位|部门|人)|\p{Script=Han}{0,4}电话)$/u
/** Comes to no object before a comma: 这次会议的主要任务是，…. */
const announces =
  /(?:任务|目的|目标|议题|内容|主题|要求|特点|原因|关键|重点)(?:就|主要|都)?(?:是|有|为|在于)$/u
/** Says where or by what light something is, not only what is said beside it: 都是在党的领导下，…的结果. */
const asserts = /^(?:都|也|正|就)?是在/u
/** By whose leave the words behind it announce what follows: 经省政府同意，现就有关事项通知如下. */
const leave = /^经[^，]{2,14}(?:同意|批准|研究)$/u
/** Begins or ends as what shows the rest of its sentence in some light. */
const light =
  /(?:之际|的同时|过程中|情况下|条件下|形势下|前提下|基础上|背景下|框架下|领导下|指引下|推动下|支持下|帮助下|努力下|^除[^，]*外|^以[^，]{6,}(?:担当|姿态|精神|作风|状态|决心|勇气|毅力|魄力|举措|行动|步伐|力度)|[^，一二三同及按实即届随行成]时|[^，落先前]后|之前|以前|以来|时期|期间|时候|年来|相比)$|^(?:随着|由于|为了|根据|按照|依照|依据|遵照|面对|针对|关于|鉴于|本着|立足于|着眼于)|^为(?:了|着力|进一步|深入|更好|全面|切实|贯彻|加强|适应|规范|保障|推动|促进|确保|维护|加快|推进|落实|做好)/u
/** Why people have come together, not what they are told. */
const occasion = /^(?:今天)?我们(?:在这里|今天)?(?:隆重)?(?:召开|举行|纪念|欢聚|相聚)/u
/** What is said about the clause before: 这是做好保密工作的关键. */
const comment = /^这(?:既|也|就|正|才)?是/u
const prepositional = /^(?:要|必须|坚持)?(?:在|从|自|以|把|对|就|当|到|于|通过|经过|截至)/u
const prepositionalEnd =
  /(?:下|中|上|时|后|前|里|内|间|来|看|方面|角度|高度|出发|为[^，、]{0,4}(?:指导|引领|统领|指引|契机|主线|重点|目标|抓手|核心|中心|牵引|突破口|导向|动力|主题|目的|保障|落脚点|根本|基础|依托|支撑|载体|纲领|遵循))$/u
/** How somebody is to do what the next clause says: 各级干部要以“时时放心不下”的责任感, …要从有利于工作出发. */
const told =
  /^[^，]{2,24}(?:要|必须)(?:坚持)?(?:以[^，]{4,}(?:担当|姿态|精神|作风|状态|决心|勇气|毅力|魄力|责任感|使命感|态度|标准|力度)|从[^，]{2,}(?:出发|角度|高度|入手))$/u
const dated =
  /^(?:力争)?(?:到|自|从|在|截至|截止到?)?[^，]{0,6}(?:\d{2,4}|[〇零○一二三四五六七八九十]{2,})年[^，]{0,14}(?:时|底|末|年|月|日|前|后|间)?$|^[^，]{2,12}(?:时期|年代|阶段|时代)$/u
const conditional =
  /^(?:如果|遇有?|假如|倘若|若(?!干)|要是|只要|只有|除非|凡是?(?=[^，])|即使|虽然|尽管|不论|无论|不管|既(?![然定有得往成])|不仅|不但|不是(?=[^，])|与其|宁可|一旦|因(?![此地材势]))|[^目标]的$|^(?:禁止)?未[^，]*(?:措施|规定|批准|许可|同意)$|^(?!坚持)[^，]{2,40}以[^，]{2,20}为(?:导向|重点|核心|目标|主线)$|(?:根据|按照|依照|违反)[^，]{0,40}(?:规定|需要|要求|特点|性质|情况|原则|程序|标准|法律|分工)$/u
/** Goes on about what the clause before said. */
const going =
  /^(?:是(?![非否])|也(?!门)|又|还(?![原款清])|都(?!市)|则|就(?![业地近学医诊餐])|才(?![能干华])|却|便(?![民利捷])|而|且|并(?![购重举行轨网])|或|及(?!时)|以及|乃至|甚至|从而|进而|使(?![用命])|令|以(?:便|免|确保|保证|防|此|期|利)|均|其(?![他它次一二三])|有的|有些|反而|更(?![加好多高新换改])|没有|不得|应当|可以|作为|成为|迎来|处于|属于|视为|由(?!于|此))|^(?:[\u4e00-\u9fff]{1,2})了(?!解)/u
/** What a subject or condition before it can't be told from. */
const predicate =
  /^(?:(?:都|就|正|才|也|既|更)?是(?![非否])|必须|务必|应当?(?![急对用届])|不得|可以|由(?!于|此)|均|视为|适用(?!于)|属于|有权(?!益)|不能|能够|自[^，]{1,12}(?:时|日)?起|依照其|不影响|为[^，]{2,6}$|方可|方能|直接关系|事关|关系到?(?=[^，]*[^系]$)|对[^，]{2,30}(?:具有|有着|起着))/u
/** 把 without what is done with it, which the next clause says. */
const object =
  /^(?:要|必须)?(?:始终)?(?:坚持)?[把将](?![^，]*(?:作为|放|摆|纳入|列入|当作|看作|转|变|建|打造|做))/u
const destination = /作为|放在|摆在|纳入|列入|转化为/u
/** Says what is to be done, whatever condition follows. */
const duty = /应当|必须|不得|可以/u
/** A subject or an object that comes to no verb: 对造成污染的重金属污染企业, …取得的重大成就. */
const phrase =
  /^(?:要)?(?:对|向|就|与|同)(?!外)(?![^，]*(?:进行|实行|实施|给予|予以|开展|加强|做出|作出|采取|提出|负责|报告|说|保持|开放|结合|挂钩|适应|协调|衔接|延伸|拓展|倾斜|集中|提供|追究|建立|完善|约谈|推广|加大|设立|优化|行使|承担|依法))[^，]*(?:的[^，的]+|等[^，]{0,6})$|取得的[^，]*(?:成就|成绩|经验|成果)$|(?:带领|率领)[^，]{0,14}(?:人民|群众|干部)$|的(?:组织|单位|机关|企业|法人|人|个人|事项|人员|活动)(?:[、和][^，、]{2,4})*$|的(?:[^，的、]{2,6}、)+[^，的、]{2,12}$|^[^，]{2,10}(?:各级|各类)?(?:党委|政府|部门|单位|机关)(?:和[^，]{2,10})?$/u
/** An order, which says something even where the next clause says what it is. */
const startsWithVerb =
  /^(?:要|必须|继续|着力|更好)?(?:大力|全面|深入|不断|切实|认真|积极|努力|进一步|坚决|加快|加强|加大|推进|推动|促进|完善|健全|建立|实施|做好|提高|坚持|贯彻|落实|开展|发展|深化|强化|实现|确定|制定|依法)/u

const englishDependent =
  /^(?:and|or|but|nor|which|who|whom|whose|that|where|including|such as|especially|particularly|so that|as well as|not|even|making|leaving|because|while|when|if|as|than|to|for|with|in|by|from|without|either|both|further|\w+ing)\b/iu

function englishRole(words: string, mark: string): Role {
  if (mark && introduces(words)) return 'frame'
  return englishDependent.test(words) ? 'dependent' : 'core'
}
