import { verbs } from './verbs.ts'

const predicate =
  /^(?:(?:很多时候|往往|通常|历来|一直|始终|首先|根本|不仅|不但)?(?:都|就|正|才|也|既|更|会|能|要|像)?是(?![非否])|就?像|好比|必须|务必|(?:也|还|都|均|既|又|且)?(?:应当?(?![急对用届])|不得|(?:经[^，]{2,10})?可以?(?![能以])|由(?!于|此))|均|已被|其[^，]{1,6}是|视为|参照|适用(?!于)|属于|有权(?!益)|不能|能够|自[^，]{1,12}(?:时|日)?起|依照其|不影响|为[^，]{2,6}$|方可|方能|(?:也|还|都|又|更)?(?:直接关系|事关|关系到?(?=[^，]*[^系]$)|对[^，]{2,30}(?:具有|有着|起着)|离不开|需要)|比[^，]{1,10}[更都]|[同与][^，]+(?:相关|有关|一致|密不可分|相适应|相符))/u

/** Begins with a predicate, which says nothing without the subject before it. */
export function opensWithPredicate(words: string): boolean {
  return predicate.test(words)
}

const bare = /^(?:必须|务必)/u

/** Begins with a predicate that says nothing without its subject; an order to whoever it may be is whole. */
export function wantsSubject(words: string): boolean {
  return predicate.test(words) && !bare.test(words)
}

/** Names those, or that, to which something is to be done. */
export const party =
  /(?:行为|问题|企业|单位|机关|人员|个人|地区|地方|城市|行业|领域|项目|产品|事项|机构|组织|部门|[^，]人|者|干部|事件|活动|案件|情形)$/u

/** They are named, with nothing said of them yet. */
export function isParty(words: string): boolean {
  return party.test(words) && !opensWithVerb(words) && !/^(?:要|把|将|对|向|就|针对)/u.test(words)
}

const order = new RegExp(
  `^(?:(?:我们|大家|既|不仅|不但)?(?:就|更|都|也|还)?要(?![求素点靠])|必须|务必|严禁|禁止|不准|绝?不能|决不|切忌|同时)*(?:${verbs})|^(?:(?:既|不仅|不但)?要(?![求素点靠])|必须|务必|严禁|不准|绝不|决不)`,
  'u',
)

/** An order: it says something whoever is to do it. */
export function opensWithVerb(words: string): boolean {
  return order.test(words)
}

const adverbs = '(?:历来|一直|始终|一定|都|也|均|还|更)*'
const modal =
  '应当|应该|应(?![用对急届邀])|必须|不得|可以|能够|(?<![所占拥享持])有权(?!益)|(?<![重需只主首必纲摘概])要(?![求素点靠])'
/** Those who act: what they do needs no modal word to be theirs. */
const bodies =
  '国家|国务院|政府|部门|机关|单位|党委|党组|组织|企业|学校|法院|检察院|委员会|机构|[我全各][省市县区]|人员|干部|负责人|公司'
const before =
  '^(?!特别|尤其|我们|大家|就是|[对在从以把将为按根通不如凡当经除只既越与同向由因但而并且还也])[^，]{2,40}?'

/** Who has to, or must not: 任何单位和个人 | 不得…, 国家 | 建立…. */
const actor = new RegExp(
  `${before}(?=${adverbs}(?:${modal}|将(?!来)|(?<=${bodies})(?:${verbs}|负责|对|按|根据|在)))`,
  'u',
)
/** What something is said to be. */
const named = new RegExp(`${before}(?=${adverbs}是(?![非否]))`, 'u')

/** How long the words of a clause are that say who is to act; 0 where none do. */
export function actorOf(words: string): number {
  const who = opensWithVerb(words) ? '' : (actor.exec(words)?.[0] ?? '')
  return who.includes('作为') ? 0 : who.length
}

/** How long the words of a clause are that say of whom or what it says something; 0 where none do. */
export function subjectOf(words: string): number {
  return actorOf(words) || (opensWithVerb(words) ? 0 : (named.exec(words)?.[0].length ?? 0))
}

/** Says by a word of its own what is to be done or may be, not only of what it is said: 对应当定密的事项. */
export function duty(words: string): boolean {
  return /(?<!对|的)(?:应当(?!知道)|必须|不得)(?![^，]*的[^，的]{0,8}$)|可以|(?<![重需只主首必纲摘概])要(?![求素点靠])/u.test(
    words,
  )
}

/** Leads up to a verb: by what, to whom, for what something is done. */
const preposition =
  /^(?:根据|按照?|依照|依据|遵照|参照|对照|本着|对于?(?![照接标])|向|在|从|自(?![觉己])|由|为了?|以(?![人及])|将|把|就(?!业)|与|同(?![时步意])|通过|经(?:过|本|有关|[^，]{2,20}(?:批准|同意))|围绕|结合|针对|立足|着眼|面向|面对|随着|到|于|利用|运用|借助|依托|除|作为|伴随)/u
/** Stands before it. */
const opening =
  /^(?:并|且|也|还|又|均|都|同时|再|更|应当?|应该|必须|要(?![求素点靠])|可以?|不得|需要?|始终|坚持|继续|一定|切实|积极|善于|充分|严格|主要)+/u
const done = new RegExp(
  `${verbs}|进行|予以|作出|做出|提出|推广|扩展|表示|造成|具有|处[^，]*罚款|列支|办理|申请|享受|补贴$|奖励$|负责|承诺|致以|变为|转化|作为|放在|摆在|定为|了(?!解)`,
  'u',
)
/** 在各级干部中选树典型: what is done is said behind where. */
const located = /^在[^，]{2,20}?[中上下里内间](?![的部级央下市国])[^，的]{2}[^，]{2,}$/u
/** 把保密工作摆在突出位置: what is done with it stands between them. */
const moved =
  /^[把将][^，]+?(?:作为|放在|摆在|摆上|纳入|列入|当作|看作|转变?为|转化为|变为|变成|建成|打造成)/u
/** Ends as the name of something does. */
const nominal =
  /(?:原则|要求|规定|部署|标准|程序|比例|方式|需要|需求|基础|情况|特点|规律|问题|人员|企业|项目|[之以]?[前后中下内外时]|[^，]的)$/u

/** Comes to its verb, where it begins with what leads up to one: 根据实际需求 does not, 对企业给予补贴 does. */
function isReached(words: string): boolean {
  const core = words.slice(actorOf(words)).replace(opening, '')
  const led = preposition.exec(core)?.[0].length
  if (led === undefined || located.test(core) || moved.test(core)) return true
  return done.test(core.slice(Math.max(led, core.indexOf('的') + 1))) && !nominal.test(core)
}

/** Begins with what leads up to a verb, and with no subject: 在…中, 为了…. */
export function isLed(words: string): boolean {
  return preposition.test(words.replace(opening, ''))
}

/** A subject and what is said of it, parted by an adverb or an auxiliary: 保密意识 | 明显增强. */
const statement =
  /^(?![对在从以把将为按根通如凡当经除只既越与同向由因但而并且还也不随伴])[^，了着]{2,24}?(?:不断|明显|显著|进一步|稳步|大幅|持续|全面|全部|基本|逐步|更加|日益|相对|仍然?|已经?(?!有)|正在|正(?=处)|越来越|十分|非常|较为|比较|有所|还?很|不够|存在|取得|成为|得到|实现|进入|面临|关系到|意味着|离不开|受到|建立了|增长|下降|达到|新增|完成|稳定在|突破|超过|降至|增至|来自|充满|涌现出)(?![^，]*的$|、)/u

/** Says itself of whom or what it says something. */
export function hasSubject(words: string): boolean {
  return subjectOf(words) > 0 || statement.test(words)
}

/** Goes on with what stands before it, however it goes on itself. */
const continuing =
  /^(?:同时(?!代|期|，)|并|且|或|也|还|又|就(?!业)|便(?!利|民)|才(?!能$)|则|却|而|及(?!时)|以及|从而|进而|甚至|乃至|特别是|尤其是|包括|其(?![中他它次余实]|一)|这(?!次|里)|那|该|此(?![外次时]|后)|由此|所需|不足|其余|剩余|超过|逾期|拒不|不予|除外|但(?!书)|然而|可是|不过|再(?![就创])|均|都(?!市)|对其|对此|在[^，]{1,6}中[^，]{4}$)|^[^，]{0,3}(?:他们|她们|它们)/u

export function continues(words: string): boolean {
  return continuing.test(words)
}

/** Says in view of what, whatever verbs it has. */
const adverbial = new RegExp(
  `^(?:随着|伴随|为了|为(?:使|${verbs})(?![^，]*(?:提供|奠定|营造|贡献|注入))|由于|鉴于|面对|除|作为)`,
  'u',
)
/** 要求一方当事人，提供证据: what they are to do is said behind. */
const pivot =
  /(?:要求|责令|通知|允许|委托)[^，]*的[^，的]{0,8}(?:人|方|单位|机关|部门|企业|组织|者)$|[^，]作为[^，]*(?:人|者|部门|机构|单位|机关)$/u
const ofThem = /的[^，的]{1,8}$/u

/** Has not come to its verb: a phrase that leads up to one, a condition, those of whom something is said. */
export function leadsUp(words: string): boolean {
  if (!/\p{Script=Han}/u.test(words)) return false
  const isName =
    ofThem.test(words) && !opensWithVerb(words) && !opensWithPredicate(words) && !hasSubject(words)
  return (
    isName ||
    pivot.test(words) ||
    adverbial.test(words) ||
    !isReached(words) ||
    /(?<![目标似])的$/u.test(words)
  )
}

const turning =
  /^(?:但(?!书)|却|然而|可是|不过|而(?!且)|或|否则|才|就(?!业)|便(?!利|民)|方可|不足|其余|剩余|超过|逾期|拒不|不予|由此|除外|直至)/u

/** Takes back or limits what stands before it, or offers the other choice. */
export function turns(words: string): boolean {
  return turning.test(words)
}

/** Says something whole: what is to be done, or of somebody or something what it is or does. */
export function says(words: string): boolean {
  if (!/\p{Script=Han}/u.test(words)) return true
  return (
    !leadsUp(words) &&
    (opensWithVerb(words) || hasSubject(words) || opensWithPredicate(words) || preposition.test(words))
  )
}

/** Begins to say something of its own: with what is to be done, or with its own subject. */
export function begins(words: string, isNamed: boolean): boolean {
  if (!/\p{Script=Han}/u.test(words)) return true
  // 知道要讨论什么问题，解决什么问题
  if (/什么|哪些|怎么|怎样/u.test(words)) return false
  const isOwn = opensWithVerb(words) || hasSubject(words) || preposition.test(words)
  return isOwn ? !continues(words) && !leadsUp(words) : isNamed && modalOnly.test(words)
}

/** What somebody named before has to do or must not do besides. */
const modalOnly = /^(?:是(?![非否])|应当|不得|有权(?!益)|应(?![用对急届邀]))/u
