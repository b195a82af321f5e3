import type { Relation } from './relation.ts'

/** Begins to say what something is; what it is stands at the end of the sentence (…是关系…，…知悉的事项). */
const defines =
  /^[^，]{2,20}是(?:指|关系|由|以|依|经|为|从)|^[^，]{2,12}是[^，]*(?:为了?|依照|依据|根据|按照|通过)[^，]*$/u
const noun = /的[^，的]{1,8}$/u

/** The clauses of a definition before the one with its noun. */
export const definition: Relation = {
  kind: 'definition',
  binds: true,
  reaches: false,
  towards: (clauses, at) =>
    at < clauses.length - 1 && defines.test(clauses[0]?.words ?? '') && noun.test(clauses.at(-1)?.words ?? '')
      ? 'next'
      : null,
}
