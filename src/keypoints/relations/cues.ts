import { type Cue, cues } from './lexicon.ts'
import type { ClauseWords, Relation, RelationKind } from './relation.ts'

/** No cue at the end of a clause is longer: UTF-16 units. */
const longest = 48

/** A remark behind a clause's own words. */
const remark = /（[^）]{0,80}）$/u

/** A word of Latin letters is whole where no letter follows it. */
const alternatives = (words: string): string =>
  `(?:${words.replaceAll(' ', '|').replaceAll('_', ' ')})(?!(?<=[a-z])[a-z])`

/** The cues of what leads up to something, and of what goes on with something, as relations. */
export const leading: readonly Relation[] = cues.filter(({ towards }) => towards === 'next').map(relationOf)
export const following: readonly Relation[] = cues
  .filter(({ towards }) => towards === 'previous')
  .map(relationOf)

/** An English clause with one of these cues belongs to what stands before it, where that says something. */
const limits: ReadonlySet<RelationKind> = new Set(['exception', 'condition'])

/** Several things said of the same: 实施这一战略，是…的重大部署，是…的历史任务. */
const said = /^[更也又]?是(?![非否])/u
const isEqual = (words: string, before: ClauseWords | undefined): boolean =>
  said.test(words) && said.test(before?.words ?? '')

function relationOf({ relation, towards, colon, words }: Cue): Relation {
  const is = words.is && new RegExp(`^${alternatives(words.is)}$`, 'iu')
  const opens = words.opens && new RegExp(`^${alternatives(words.opens)}`, 'iu')
  const closes = words.closes && new RegExp(`${alternatives(words.closes)}$`, 'iu')
  const holds = words.holds && new RegExp(alternatives(words.holds), 'iu')
  const fits = (clause: string): boolean => {
    const said = clause.replace(remark, '')
    if (is) return is.test(said)
    return (
      (!opens || opens.test(said)) &&
      (!closes || closes.test(said.slice(-longest))) &&
      (!holds || holds.test(said))
    )
  }
  return {
    kind: relation,
    towards: (clauses, at, before) => {
      const { words = '', mark = '' } = clauses[at] ?? {}
      if (towards === 'previous')
        return at > 0 && fits(words) && !isEqual(words, clauses[at - 1]) ? 'previous' : null
      if (colon) return /[：:]/u.test(mark) && fits(words) ? 'next' : null
      const isColon = /[：:]/u.test(mark)
      if (relation === 'attribution' && isColon) return fits(words) ? 'next' : null
      const isBefore = mark !== '' && !isColon && at < clauses.length - 1
      if (!isBefore || !fits(words.replace(/^但是?(?!书)(?=..)/u, ''))) return null
      return limits.has(relation) && before.at(-1) === null && /^\p{Script=Latin}/u.test(words)
        ? 'previous'
        : 'next'
    },
  }
}
