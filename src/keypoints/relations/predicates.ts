const predicate =
  /^(?:(?:很多时候|往往|通常|历来|一直|始终|首先|根本|不仅|不但)?(?:都|就|正|才|也|既|更|会|能|要|像)?是(?![非否])|就?像|好比|必须|务必|应当?(?![急对用届])|不得|可以|由(?!于|此)|均|视为|适用(?!于)|属于|有权(?!益)|不能|能够|自[^，]{1,12}(?:时|日)?起|依照其|不影响|为[^，]{2,6}$|方可|方能|直接关系|事关|关系到?(?=[^，]*[^系]$)|对[^，]{2,30}(?:具有|有着|起着)|离不开|需要)/u

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

/** An order: it says something whoever is to do it. */
const verb =
  /^(?:要|必须|继续|着力|更好)?(?:大力|全面|深入|不断|切实|认真|积极|努力|进一步|坚决|加快|加强|加大|推进|推动|促进|完善|健全|建立|实施|做好|提高|坚持|贯彻|落实|开展|发展|深化|强化|实现|确定|制定|依法)/u

export function opensWithVerb(words: string): boolean {
  return verb.test(words)
}
