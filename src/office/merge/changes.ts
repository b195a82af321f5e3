import { bare, likeness } from '../../deck/audit/compare.ts'
import type { EditedParagraph } from './edited-slide.ts'

/** What became of paragraphs; `at` counts those that were, from 0. */
export type Change =
  | { readonly kind: 'changed'; readonly at: number; readonly before: string; readonly after: string }
  | { readonly kind: 'gone'; readonly at: number; readonly before: string }
  /** Behind the one at `at`, -1 for before all. */
  | { readonly kind: 'added'; readonly at: number; readonly paragraph: EditedParagraph }

/** Paragraphs less alike than this are two, of which one went and one came. */
const alike = 0.34
/** Nobody looks for a changed paragraph behind so many others. */
const furthest = 24

/** What was changed between two lists of paragraphs: as few of them as can be, each change where it was made. */
export function changesBetween(
  before: readonly EditedParagraph[],
  after: readonly EditedParagraph[],
): readonly Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...common(before, after), [before.length, after.length] as const]) {
    changes.push(...between(before, after, i, a, j, b))
    i = a + 1
    j = b + 1
  }
  return changes
}

/** Of two runs of paragraphs that have none in common, which became which. */
function between(
  before: readonly EditedParagraph[],
  after: readonly EditedParagraph[],
  i: number,
  a: number,
  j: number,
  b: number,
): Change[] {
  const changes: Change[] = []
  let from = i
  const gone = (to: number): void => {
    for (; from < to; from++) changes.push({ kind: 'gone', at: from, before: before[from]?.text ?? '' })
  }
  for (let k = j; k < b; k++) {
    const paragraph = after[k]
    if (!paragraph) continue
    const rest = before
      .slice(from, Math.min(a, from + furthest))
      .map(({ text }) => likeness(text, paragraph.text))
    const best = Math.max(0, ...rest)
    // One paragraph in the place of one is that one, however it reads now.
    const isOnly = a - i === 1 && b - j === 1
    const at = isOnly ? from : best >= alike ? from + rest.indexOf(best) : -1
    const was = before[at]
    if (at < 0 || at >= a || !was) changes.push({ kind: 'added', at: from - 1, paragraph })
    else {
      gone(at)
      changes.push({ kind: 'changed', at, before: was.text, after: paragraph.text })
      from = at + 1
    }
  }
  gone(a)
  return changes
}

/** The longest list of paragraphs that both have in one order, as pairs of their places. */
function common(
  one: readonly EditedParagraph[],
  other: readonly EditedParagraph[],
): (readonly [number, number])[] {
  const [first, second] = [one, other].map((list) => list.map(({ text }) => bare(text)))
  if (!first || !second) return []
  const lengths = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row) row[j] = first[i] === second[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const found: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < first.length && j < second.length) {
    if (first[i] === second[j]) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}
