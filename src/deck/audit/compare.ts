import type { Span } from '../../document/index.ts'
import { sentences } from '../../keypoints/sentences.ts'
import { comparable, spaceCounts } from './comparable.ts'

/** Words that one text has where the other has others; either side may be empty. */
export interface Hunk {
  readonly before: Span
  readonly after: Span
}

/** Half-open ranges of two lists that differ. */
interface Range {
  readonly a: Span
  readonly b: Span
}

/** Cells that one comparison may fill; what would need more is told as differing whole. */
const largestTable = 1_000_000
/** Hunks with fewer equal tokens than this between them are read as one. */
const closest = 3
/** Below this share of equal tokens two passages have nothing to do with each other. */
const leastAlike = 0.3

/** A text without its white space. */
export const bare = (text: string): string => text.replace(/\s+/gu, '')

/**
 * How one text became another: first sentence by sentence, then, within those that differ, character by character
 * in Chinese and word by word elsewhere, by the longest common subsequence (Wagner and Fischer, “The String-to-String
 * Correction Problem”, Journal of the ACM 21(1), 1974). White space counts where `comparable` keeps it.
 *
 * @returns the hunks in order, as half-open ranges of UTF-16 offsets into each text
 */
export function compare(before: string, after: string): Hunk[] {
  const a: readonly Span[] = sentences(before, { start: 0, end: before.length })
  const b: readonly Span[] = sentences(after, { start: 0, end: after.length })
  const words = (text: string, parts: readonly Span[]): string[] =>
    parts.map(({ start, end }) => comparable(text.slice(start, end)))
  return differing(words(before, a), words(after, b)).flatMap((range) =>
    compareTokens(before, spanOf(a, range.a, before.length), after, spanOf(b, range.b, after.length)),
  )
}

/** The span of some parts; where there are none, the place where they would stand. */
function spanOf(parts: readonly Span[], { start, end }: Span, length: number): Span {
  const first = parts[start]?.start ?? length
  return { start: first, end: start === end ? first : (parts[end - 1]?.end ?? length) }
}

const token = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[^\S\ufeff]+|[\S\ufeff]/gu

function tokens(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(token)].flatMap(({ index, 0: found }) => {
    const span = { start: start + index, end: start + index + found.length }
    // A mark that can't be seen is none of the white space.
    const tells = /[\S\ufeff]/.test(found) || spaceCounts(text.charAt(span.start - 1), text.charAt(span.end))
    return tells ? [span] : []
  })
}

function compareTokens(before: string, inBefore: Span, after: string, inAfter: Span): Hunk[] {
  const whole = { before: inBefore, after: inAfter }
  if (inBefore.start === inBefore.end || inAfter.start === inAfter.end) return [whole]
  const a = tokens(before, inBefore)
  const b = tokens(after, inAfter)
  const words = (text: string, parts: readonly Span[]): string[] =>
    parts.map(({ start, end }) => text.slice(start, end).trim() || ' ')
  const ranges = differing(words(before, a), words(after, b))
  const changed = ranges.reduce((sum, { a, b }) => sum + Math.max(a.end - a.start, b.end - b.start), 0)
  if (changed > (1 - leastAlike) * Math.max(a.length, b.length)) return [whole]
  return joined(ranges).map((range) => ({
    before: spanOf(a, range.a, inBefore.end),
    after: spanOf(b, range.b, inAfter.end),
  }))
}

function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const range of ranges) {
    const last = found.at(-1)
    if (last && range.a.start - last.a.end < closest)
      found[found.length - 1] = {
        a: { start: last.a.start, end: range.a.end },
        b: { start: last.b.start, end: range.b.end },
      }
    else found.push(range)
  }
  return found
}

/** The ranges in which two lists differ, in order. */
function differing(a: readonly string[], b: readonly string[]): Range[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [n, m] = [endA - start, endB - start]
  if (n === 0 && m === 0) return []
  if (n === 0 || m === 0 || n * m > largestTable)
    return [{ a: { start, end: endA }, b: { start, end: endB } }]
  // length[i][j]: the longest common subsequence of what follows i and j.
  const width = m + 1
  const length = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number): number => length[i * width + j] ?? 0
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      length[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const ranges: Range[] = []
  let [i, j, fromI, fromJ] = [0, 0, 0, 0]
  const close = (): void => {
    if (i > fromI || j > fromJ)
      ranges.push({
        a: { start: start + fromI, end: start + i },
        b: { start: start + fromJ, end: start + j },
      })
  }
  while (i < n && j < m)
    if (a[start + i] === b[start + j]) {
      close()
      fromI = ++i
      fromJ = ++j
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  ;[i, j] = [n, m]
  close()
  return ranges
}

/** How alike two texts are, 0 to 1: Dice's coefficient of their character bigrams. */
export function likeness(one: string, other: string): number {
  const counts = new Map<string, number>()
  const [a, b] = [bare(one), bare(other)]
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2)
    const left = counts.get(pair) ?? 0
    if (left > 0) {
      shared++
      counts.set(pair, left - 1)
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
