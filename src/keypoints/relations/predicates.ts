const predicate =
  /^(?:(?:很多时候|往往|通常|历来|一直|始终|首先|根本|不仅|不但)?(?:都|就|正|才|也|既|更|会|能|要|像)?是(?![非否])|就?像|好比|必须|务必|(?:也|还|都|均|既|又|且)?(?:应当?(?![急对用届])|不得|(?:经[^，]{2,10})?可以?(?![能以])|由(?!于|此))|均|尚[有未无不需]|已被|其[^，]{1,6}是|视为|参照|适用(?!于)|属于|有权(?!益)|不能|能够|自[^，]{1,12}(?:时|日)?起|依照其|不影响|为[^，]{2,6}$|方可|方能|(?:也|还|都|又|更)?(?:直接关系|事关|关系到?(?=[^，]*[^系]$)|对[^，]{2,30}(?:具有|有着|起着)|离不开|需要)|比[^，]{1,10}[更都]|[同与][^，]+(?:相关|有关|一致|密不可分|相适应|相符))/u

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

const verbs =
  '大力|全面|深入|不断|切实|认真|积极|努力|进一步|坚决|加快|加强|加大|推进|推动|促进|完善|健全|建立|实施|做好|提高|坚持|贯彻|落实|开展|发展|深化|强化|实现|确定|制定|组织|依法(?!行政|治)'

/** An order: it says something whoever is to do it. */
const verb = new RegExp(`^(?:要|必须|继续|着力|更好)?(?:${verbs})`, 'u')

export function opensWithVerb(words: string): boolean {
  return verb.test(words)
}

const adverbs = '(?:历来|一直|始终|一定|都|也|均|还|更)*'
const modal = '应当|应该|必须|不得|可以|(?<![所占拥享持])有权(?!益)|(?<![重需只主首必])要(?![求素点])'
/** Those who act: what they do needs no modal word to be theirs. */
const bodies =
  '国家|国务院|政府|部门|机关|单位|党委|党组|组织|企业|学校|法院|检察院|委员会|机构|[我全各][省市县区]|人员|干部|负责人|公司'
const before =
  '^(?!特别|尤其|我们|大家|[对在从以把将为按根通不如凡当经除只既越与同向由因但而并且还也])[^，]{2,40}?'

const rules =
  '保障|保护|保证|确保|维护|规范|提升|提高|优化|明确|创新|支持|鼓励|引导|统筹|整合|精简|减少|留足|采取|采用|督促|指导|协调|履行|预防|及时|立即|定期|每年|配合|禁止|严禁|限制|控制|告知|通知|提供|提交|接受|承担|遵守|尊重|公布|公示|发布|安排|制止|查处|纠正|监督|负责|报告|运用|充分|合理|科学|严格|尽量|推行|实行|调整|综合|主要用于|养成|培养|具备|签订|学习|签署'
/** Who has to, or must not: 任何单位和个人 | 不得…, 国家 | 建立…. */
const actor = new RegExp(
  `${before}(?=${adverbs}(?:${modal}|将(?!来)|(?<=${bodies})(?:${verbs}|${rules}|对|按|根据|在)))`,
  'u',
)
/** What something is said to be. */
const named = new RegExp(`${before}(?=${adverbs}是(?![非否]))`, 'u')

/** How long the words of a clause are that say who is to act; 0 where none do. */
export function actorOf(words: string): number {
  return opensWithVerb(words) ? 0 : (actor.exec(words)?.[0].length ?? 0)
}

/** How long the words of a clause are that say of whom or what it says something; 0 where none do. */
export function subjectOf(words: string): number {
  return actorOf(words) || (opensWithVerb(words) ? 0 : (named.exec(words)?.[0].length ?? 0))
}

const rule = new RegExp(
  `^(?:同时)?(?:(?:也|还|均)?(?:应当?(?![急对用届])|不得|不能|可以|有权(?!益)|无权|必须)|(?:${verbs}|${rules})(?!的)|(?:对|向|与|为|将|把|按照|根据|针对|通过)[^，]{2,}(?:推行|实行|进行|给予|予以|提供|宣传|公开|公示|报告|备案|开展|制定|纳入|结合|合作|负责|追究|监督)|在[^，]{2,}(?:推行|实行|开展))`,
  'u',
)

/** A clause of a law begins with what is to be done. */
export function beginsRule(words: string): boolean {
  return rule.test(words)
}

/** Says by a word of its own what is to be done or may be, not only of what it is said: 对应当定密的事项. */
export function duty(words: string): boolean {
  return /(?<!对|的)(?:应当(?!知道)|必须|不得)(?![^，]*的[^，的]{0,8}$)|可以|(?<![重需只主首必])要(?![求素点])/u.test(
    words,
  )
}

const deed = new RegExp(
  `^(?:要|必须|继续|着力|更好)?(?:${verbs}|${rules}|构建|打造|培育|扩大|拓展|健全|增强|巩固|弘扬|发挥|抓好|抓住)`,
  'u',
)

/** Begins with what is to be done. */
export function saysDeed(words: string): boolean {
  return deed.test(words)
}
