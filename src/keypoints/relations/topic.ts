import { opensWithPredicate, opensWithVerb, party, subjectOf } from './predicates.ts'
import type { Relation, RelationKind } from './relation.ts'

/** A subject or an object that comes to no verb: 对造成污染的重金属污染企业, …取得的重大成就. */
const phrase =
  /^(?:要)?(?:对|向|就|与|同|针对)(?!外)(?![^，]*(?:进行|实行|实施|给予|予以|开展|加强|做出|作出|采取|提出|负责|报告|说|保持|开放|结合|挂钩|适应|协调|衔接|延伸|拓展|倾斜|集中|提供|追究|建立|完善|约谈|推广|加大|设立|优化|行使|承担|依法))[^，]*(?:的[^，的]+|等[^，]{0,6})$|取得的[^，]*(?:成就|成绩|经验|成果)$|(?:带领|率领)[^，]{0,14}(?:人民|群众|干部)$|^[^，]{2,10}(?:各级|各类)?(?:党委|政府|部门|单位|机关)(?:和[^，要应必可]{2,10})?$/u
/** To what or whom all the rest is to be done: 对…的项目, 对于…. */
const of = /^但?(?:对于?(?![外内接标照比策口症])|针对|凡)[^，]{2,}$/u
const acts =
  /进行|实行|实施|给予|予以|开展|加强|做出|作出|采取|提出|负责|报告|说|保持|开放|结合|挂钩|适应|协调|衔接|延伸|拓展|倾斜|集中|提供|追究|建立|完善|约谈|推广|加大|设立|优化|行使|承担|依法|有|是|要|感到|表示|造成危害|一律|适当|直接/u
/** …等8个项目 */
const listed = /等[^，]{1,8}$/u
/** …的企业, …的干部 */
const ofThem = /^[^，]{2,}的[^，的]{1,8}$/u
/** An order and what is said of it are no point together when they are longer: characters. */
const joinable = 26
/** What a sentence begins with and is shorter only names what the rest is about: characters. */
const named = 14
const especially = /^(?:特别是|尤其是)/u
const towards = /^(?:对|针对)/u
const told = /(?<![重需只主首必])要(?!求)|必须|应当|不得/u
/** A sentence's topic stands behind no more circumstances than this. */
const early = 6
/** Comes to its own predicate. */
const says = /^[^，]{2,16}(?<![于但还就别其凡若或])是(?![非否])/u
const modal = /^(?:是|必须|务必|应当?|不得|可以|不能|能够)/u
/** What may stand before the topic of a sentence. */
const frames: ReadonlySet<RelationKind> = new Set(['circumstance', 'attribution', 'condition', 'date'])
const both = /^(?:既|不仅|不但|无论|不论|越)/u
const must = /^(?:必须|务必)/u
/** Forbids what it is told of as well without what stands before it. */
const forbids = /^(?:不得|不能|不可)/u

/** What the clause behind is said of: 各级党委和政府，…; 做好保密工作，必须…; 对…的企业，…. */
export const topic: Relation = {
  kind: 'topic',
  towards: (clauses, at, before) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    const next = clauses[at + 1]?.words
    if (!/^[，,]/u.test(mark) || next === undefined || !/\p{Script=Han}/u.test(words)) return null
    if (before.at(-1) === 'topic' && goesOn.test(words) && opensWithPredicate(next)) return 'next'
    if (opensWithPredicate(words) && (at > 0 || modal.test(words))) return null
    const first = at < early && before.every((kind) => kind !== null && frames.has(kind))
    if (of.test(words) && !acts.test(words)) return 'next'
    return isTopic(words, next, clauses[at + 2]?.words ?? '', first) ? 'next' : null
  },
}

/** Where or when somebody does it: 列宁又在《…》一文中; when something was so: 互联网刚进入我国的时候. */
const set =
  /^(?!在|当|从|自|于|到|随|以|对|就|通过|经|根据|按照|依照|围绕|结合|面对|针对|为|由|每|我们|大家|这|那|此)[^，在]{1,16}?(?:又|也|还|曾|则|就|都|便)*在(?!于)[^，]{2,}(?:[中上下里内]|[时候际])$|^(?!在|当|从|自|于|到|随|每|这|那|此|有)[^，]{3,}(?:的时候|之初)$/u

/** What only says where or when, but for the one in front who is to do what follows. */
export const setting: Relation = {
  kind: 'topic',
  towards: (clauses, at) => {
    const { words = '', mark = '' } = clauses[at] ?? {}
    const next = clauses[at + 1]?.words
    return /^[，,]/u.test(mark) && next !== undefined && set.test(words) && subjectOf(next) === 0
      ? 'next'
      : null
  },
}

const goesOn = /^(?:或(?!者?要)者?|以及|和(?![平谐])|及(?!时)|与(?!时)|且|并且)/u

function isTopic(words: string, next: string, after: string, first: boolean): boolean {
  if (especially.test(next) || especially.test(words)) return !told.test(words)
  const order = opensWithVerb(words)
  if (both.test(next) && !order) return true
  if (says.test(words)) return false
  if ((must.test(next) && told.test(words)) || (forbids.test(next) && order)) return false
  if (opensWithPredicate(next))
    return order
      ? (first && words.length < named) || words.length + next.length <= joinable
      : first || phrase.test(words) || listed.test(words)
  if (order && first && words.length < named && opensWithVerb(next) && opensWithPredicate(after)) return true
  return (
    (!order && (phrase.test(words) || (ofThem.test(words) && party.test(words)))) ||
    (towards.test(words) && party.test(words))
  )
}
