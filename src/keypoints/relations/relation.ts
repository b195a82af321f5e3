/** How a clause or sentence relates to the one that it depends on. */
export const relationKinds = [
  /** Beside its equals: depends on nothing. */
  'joint',
  /** 除…外, …的除外, 但不得…, 最长不超过…, unless */
  'exception',
  /** …的，; 如果; 只有; 经…批准; 在…前提下; if */
  'condition',
  /** One half of 不仅…而且, 既…又, 不能只…必须: the first one depends on the second. */
  'contrast',
  /** What is granted before a 但. */
  'concession',
  /** When it is to be so: 到2035年, 6月底前 */
  'date',
  /** What the clause behind is said of. */
  'topic',
  /** The words of another clause that this one has its subject from. */
  'subject',
  /** A clause of a definition before its noun: 是关系国家安全，…的事项 */
  'definition',
  /** By what light it is said: 随着…, 按照…的要求, 当前 */
  'circumstance',
  /** Who says it, or that something will be said: …指出, …如下 */
  'attribution',
  /** 以确保, 从而, 使 */
  'purpose',
  /** Goes on about what stands before it. */
  'elaboration',
  /** 比如 */
  'example',
  /** What follows from what stands before it: 为此, 因此 */
  'demand',
] as const

export type RelationKind = (typeof relationKinds)[number]

/** Without these the nucleus says something else. */
export const binding: ReadonlySet<RelationKind> = new Set([
  'exception',
  'condition',
  'contrast',
  'date',
  'topic',
  'definition',
])

/** These hold of all that the sentence says behind them, not only of the next clause. */
export const reaching: ReadonlySet<RelationKind> = new Set(['exception', 'condition', 'date'])

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
