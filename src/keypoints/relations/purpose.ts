import type { Relation } from './relation.ts'

const opens =
  /^(?:以(?:便|免|确保|保证|防|此|期|利)|从而|进而|使(?![用命])|令(?!人)|让(?!步)|避免|防止)|^(?:so that|in order (?:to|that)|so as to|to)\b/iu

/** 以确保, 从而, 使: what the clause before is for. */
export const purpose: Relation = {
  kind: 'purpose',
  binds: false,
  reaches: false,
  towards: (clauses, at) => (at > 0 && opens.test(clauses[at]?.words ?? '') ? 'previous' : null),
}
