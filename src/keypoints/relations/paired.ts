import { actorOf, duty, opensWithVerb } from './predicates.ts'
import type { ClauseWords, Relation, RelationKind } from './relation.ts'

/** Words that belong together over several clauses: what begins with the one is said only with the other. */
interface Pair {
  readonly kind: RelationKind
  readonly opens: RegExp
  /** Begins, ends or is what completes it. */
  readonly closes: (words: string, isLast: boolean) => boolean
  /** What completes it leads up to the rest of the sentence, too: 除…外. */
  readonly leads?: true
  /** Stands in no such pair. */
  readonly bars?: (words: string) => boolean
}

/** No pair has more clauses between its halves. */
const longest = 8

const describes =
  '龙头|组长|主体|基础|核心|支撑|重点|主|目标|引领|导向|中心|纽带|依托|骨干|补充|载体|主导|牵引'
const principles = /^[^所]*(?:遵循|坚持|贯彻|按照|本着|实行)(?![^，]*的(?:原则|方针|要求)[^，]{0,4}$)/u
const ofPrinciples = /的(?:原则|方针|要求)[^，]{0,4}$/u
const measure = /^(?:加强|完善|建立|健全|形成|构建|推进|推动|实施|落实|开展|加快|提高)/u
const destination = /作为|放在|摆在|纳入|列入|转化为/u
const done = /^(?:现[就将提作对]|特|经|根据|按照|制定|决定)/u

const pairs: readonly Pair[] = [
  // 除…，…外
  {
    kind: 'exception',
    opens: /^但?除(?!夕|旧|草|尘|湿|雪|了?以)/u,
    closes: (words) => /(?:外|以外|之外)$/u.test(words),
    leads: true,
  },
  // 是指…，…的事项; 本规定所称…，是…
  {
    kind: 'definition',
    opens: /^[^，]{2,40}是指|^[^，]{0,6}所称/u,
    closes: (_, isLast) => isLast,
  },
  {
    kind: 'definition',
    opens:
      /^[^，]{2,20}是(?:指|关系|由|以|依|经|为|从)|^[^，]{2,12}是[^，]*(?:为了?|依照|依据|根据|按照|通过)[^，]*$/u,
    closes: (words, isLast) => isLast && /^(?![更也又]?是).*的[^，的]{1,8}$/u.test(words),
  },
  // 遵循党管保密、依法管理，积极防范、突出重点，…的原则
  {
    kind: 'definition',
    opens: principles,
    closes: (words) => ofPrinciples.test(words),
    bars: (words) => measure.test(words) || principles.test(words),
  },
  // 建成以…为龙头，整体协同、响应迅速的体系
  {
    kind: 'definition',
    opens: new RegExp(`^(?!(?:要|坚持|必须|坚决)?以)[^，]{2,}以[^，]{2,30}为(?:${describes})$`, 'u'),
    closes: (words) => /的[^，的]{1,12}|的[^，]{2,12}进行/u.test(words),
  },
  // 只要…，不再…，我们就愿意…
  {
    kind: 'condition',
    opens: /^[^，]{0,12}(?:只要|只有|如果|假如|倘若|一旦|一经)/u,
    closes: (words) => /^[^，]{0,10}(?:(?<![人英贤])才|(?<![成造迁])就|便)/u.test(words),
  },
  // 应当包括办学方案，章程草案，资产证明
  {
    kind: 'definition',
    opens:
      /(?:应当?|主要|内容|范围|材料)(?:包括|载明|写明|注明|列明)(?![^，]*(?:在内|等[^，]{0,8}$))[^，]{2,}$/u,
    closes: (_, isLast) => isLast,
    bars: duty,
  },
  // 把淮河、海河，太湖、滇池作为重点
  {
    kind: 'topic',
    opens:
      /^(?:要|必须)?(?:始终)?(?:坚持)?[把将](?![^，]*(?:作为|放|摆|纳入|列入|当作|看作|转|变|建|打造|做))/u,
    closes: (words) => destination.test(words),
    bars: (words) => /^(?:依|按|根据|对|由|通过|在|为|并)/u.test(words) || opensWithVerb(words),
  },
  // 要想富，先修路: what is wanted is no order where it is said what that takes
  {
    kind: 'condition',
    opens: /^要(?![求点素])/u,
    closes: (words) => /^[^，]{0,8}(?:(?<![人英贤])才[能会有可]|就(?:必须|要(?!求)|得|能|会))/u.test(words),
  },
  // 从全面贯彻…，维护…的高度; 在巩固…，扩大…的基础上
  {
    kind: 'unfinished',
    opens: /^[^，]{0,16}?(?:从|在|本着)(?![^，]*[中上下里内间度发]$)[^，]{4,}$/u,
    closes: (words) =>
      /的(?:高度|角度|实际|大局|前提下|基础上|过程中|条件下|情况下|原则)(?:出发)?$/u.test(words),
    leads: true,
  },
  // 为加快…，实现…，现提出以下意见
  {
    kind: 'circumstance',
    opens: /^为(?!了?[^，]{0,3}是)/u,
    closes: (words) => done.test(words) || actorOf(words) > 0,
  },
]

function relationOf({ kind, opens, closes, leads, bars = () => false }: Pair): Relation {
  const completes = (clauses: readonly ClauseWords[], at: number): boolean =>
    closes(clauses[at]?.words ?? '', at === clauses.length - 1)
  return {
    kind,
    towards: (clauses, at) => {
      let from = at
      while (from >= 0 && from > at - longest && !opens.test(clauses[from]?.words ?? '')) {
        if (from < at && completes(clauses, from)) return null
        from--
      }
      if (from < 0 || from === at - longest) return null
      for (let to = leads ? from : from + 1; to < clauses.length && to < from + longest; to++) {
        if (completes(clauses, to))
          return at < to || (leads && at === to && to < clauses.length - 1) ? 'next' : null
        if (to > from && bars(clauses[to]?.words ?? '')) return null
      }
      return null
    },
  }
}

/** The clauses between two words that belong together, each a relation to what is said with them. */
export const paired: readonly Relation[] = pairs.map(relationOf)
