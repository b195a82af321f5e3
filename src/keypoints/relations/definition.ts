import type { ClauseWords, Relation } from './relation.ts'

/** Begins to say what something is; what it is stands at the end of the sentence (…是关系…，…知悉的事项). */
const defines =
  /^[^，]{2,20}是(?:指|关系|由|以|依|经|为|从)|^[^，]{2,12}是[^，]*(?:为了?|依照|依据|根据|按照|通过)[^，]*$/u
/** What a term of the law means, to the end of its sentence. */
const term = /^[^，]{2,40}，?是指|^[^，]{0,6}所称/u
/** What a law is made for, and after which other one. */
const enacts = /制定本\p{Script=Han}{1,3}$/u
const noun = /的[^，的]{1,8}$/u
/** Begins to name principles, whose noun stands behind the last of them: 遵循党管保密、依法管理，积极防范、突出重点，…的原则. */
const follows = /(?:遵循|坚持|贯彻|按照|本着|实行)[^，]*$/u
const principle = /的(?:原则|方针|要求)[^，]{0,4}$/u
/** Describes what is named behind it: 建成以…为龙头，整体协同、响应迅速的体系; 由…为组长，…组成的专家组. */
const describes =
  /^(?!(?:要|坚持|必须|坚决)?以)[^，]{2,}以[^，]{2,30}为(?:龙头|组长|主体|基础|核心|支撑|重点|主|目标|引领|导向|中心|纽带|依托|骨干|补充|载体|主导|牵引)$/u
/** A description has no more clauses. */
const near = 3
const verb = /^(?:加强|完善|建立|健全|形成|构建|推进|推动|实施|落实|开展|加快|提高)/u
/** No list of principles has more clauses. */
const longest = 5

/** The clauses of a definition, or of a list of principles, before the one with its noun. */
export const definition: Relation = {
  kind: 'definition',
  towards: (clauses, at) => {
    if (at === clauses.length - 1) return null
    const [first, second, last] = [clauses[0], clauses[1], clauses.at(-1)].map((one) => one?.words ?? '')
    const isDefinition = defines.test(first ?? '') && noun.test(last ?? '')
    const isPart =
      at + 1 < clauses.length &&
      describes.test(clauses[at]?.words ?? '') &&
      clauses
        .slice(at + 1, at + 1 + near)
        .some(({ words }) => /的[^，的]{1,12}|的[^，]{2,12}进行/u.test(words))
    const isTerm = term.test(`${first}，${second}`) || enacts.test(last ?? '')
    return isDefinition || isTerm || isPart || isPrinciple(clauses, at) ? 'next' : null
  },
}

function isPrinciple(clauses: readonly ClauseWords[], at: number): boolean {
  const isBegun = clauses
    .slice(Math.max(0, at - longest), at + 1)
    .some(({ words }) => follows.test(words) && !principle.test(words))
  if (!isBegun || principle.test(clauses[at]?.words ?? '')) return false
  const rest = clauses.slice(at + 1, at + longest)
  const end = rest.findIndex(({ words }) => principle.test(words))
  return end >= 0 && rest.slice(0, end + 1).every(({ words }) => !verb.test(words) && !follows.test(words))
}
