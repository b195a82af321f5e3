/** What a relation does to what it depends on, its nucleus. */
export interface Traits {
  /** The nucleus says something else without it. */
  readonly binds?: true
  /** It holds of all that the sentence says behind it, not only of the next clause. */
  readonly reaches?: true
  /** What a point without it has lost. */
  readonly loss?: Loss
}

export type Loss = 'negation' | 'exception' | 'condition' | 'contrast' | 'deadline' | 'actor' | 'rest'

/** How a clause or sentence relates to the one that it depends on. */
const kinds = {
  /** Beside its equals: depends on nothing. */
  joint: {},
  /** 除…外, …的除外, 但不得…, 最长不超过…, unless */
  exception: { binds: true, reaches: true, loss: 'exception' },
  /** …的，; 如果; 只有; 经…批准; 在…前提下; if */
  condition: { binds: true, reaches: true, loss: 'condition' },
  /** One half of 不仅…而且, 既…又, 不能只…必须: the first one depends on the second. */
  contrast: { binds: true, loss: 'contrast' },
  /** What is granted before a 但. */
  concession: { binds: true, loss: 'contrast' },
  /** It comes to nothing without the clause behind it: 根据实际需求, 未出台办法的省份 */
  unfinished: { binds: true, loss: 'rest' },
  /** Goes on with what stands before it, and nothing proves that it could be left out. */
  continuation: { binds: true },
  /** Takes back or limits what stands before it, or offers the other choice: 但…, 或者…, 不足部分…, 才能… */
  turn: { binds: true, loss: 'contrast' },
  /** When it is to be so: 到2035年, 6月底前 */
  date: { binds: true, reaches: true, loss: 'deadline' },
  /** What the clause behind is said of. */
  topic: { binds: true, loss: 'actor' },
  /** The words of another clause that this one has its subject from. */
  subject: { loss: 'actor' },
  /** A clause of a definition before its noun: 是关系国家安全，…的事项 */
  definition: { binds: true, loss: 'contrast' },
  /** By what light it is said: 随着…, 按照…的要求, 当前 */
  circumstance: {},
  /** Somebody whose words it is. */
  source: { binds: true, reaches: true, loss: 'rest' },
  /** Who says it, or that something will be said: …指出, …如下 */
  attribution: {},
  /** 以确保, 从而, 使 */
  purpose: {},
  /** Goes on about what stands before it. */
  elaboration: {},
  /** 比如 */
  example: {},
  /** What follows from what stands before it: 为此, 因此 */
  demand: {},
} as const satisfies Record<string, Traits>

export type RelationKind = keyof typeof kinds

export const traitsOf: Readonly<Record<RelationKind, Traits>> = kinds

export const isRelationKind = (name: string): name is RelationKind => Object.hasOwn(kinds, name)

/** A clause's words in simplified characters, and the mark behind them (empty at the end of the sentence). */
export interface ClauseWords {
  readonly words: string
  readonly mark: string
}

/** A relation between the clauses of a sentence, as their connectives and punctuation tell it. */
export interface Relation {
  readonly kind: RelationKind
  /**
   * Where the nucleus of the clause at `at` stands; null where it is in no such relation.
   *
   * @param before the relations of the clauses before it, null for those that are in none
   */
  readonly towards: (
    clauses: readonly ClauseWords[],
    at: number,
    before: readonly (RelationKind | null)[],
  ) => 'next' | 'previous' | null
}
