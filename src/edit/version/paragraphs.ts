import { diffIndices } from 'node-diff3'
import { bare, likeness } from '../../deck/audit/compare.ts'

/** A paragraph of a text, with the blank lines before it. */
interface Paragraph {
  readonly lead: string
  readonly text: string
}

/** A paragraph in two versions of a text; null where one has none in its place. */
export interface Pair {
  readonly before: Paragraph | null
  readonly after: Paragraph | null
  readonly isSame: boolean
}

/** With less in common than this, a paragraph is another one rather than one that was changed. */
const leastAlike = 0.4
/** So many pairs of changed paragraphs are compared; of more, each is one that went or one that came. */
const mostCompared = 4000

function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  let lead = ''
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') lead += '\n'
    else {
      found.push({ lead: found.length === 0 ? '' : lead, text: line })
      lead = ''
    }
  }
  return found
}

/** Two versions of a text, paragraph beside paragraph. */
export function pairParagraphs(before: string, after: string): Pair[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const keys = (list: readonly Paragraph[]): string[] => list.map(({ text }) => bare(text))
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  const same = (to: number): void => {
    while (i < to) pairs.push({ before: old[i++] ?? null, after: now[j++] ?? null, isSame: true })
  }
  for (const { buffer1, buffer2 } of diffIndices(keys(old), keys(now))) {
    same(buffer1[0])
    const [gone, come] = [old.slice(i, i + buffer1[1]), now.slice(j, j + buffer2[1])]
    pairs.push(...aligned(gone, come))
    i += gone.length
    j += come.length
  }
  same(old.length)
  return pairs
}

/** Paragraphs that were changed, each beside what it became: in order, so that they are as alike as can be. */
function aligned(gone: readonly Paragraph[], come: readonly Paragraph[]): Pair[] {
  const changed = (before: Paragraph | null, after: Paragraph | null): Pair => ({
    before,
    after,
    isSame: false,
  })
  if (gone.length * come.length > mostCompared)
    return [...gone.map((one) => changed(one, null)), ...come.map((one) => changed(null, one))]
  const alike = gone.map(({ text }) =>
    come.map((other) => {
      const found = likeness(text, other.text)
      return found < leastAlike ? 0 : found
    }),
  )
  // best[i][j]: how alike what follows i and j can be at most.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const pairedAt = (i: number, j: number): number => {
    const found = alike[i]?.[j] ?? 0
    return found > 0 ? found + at(i + 1, j + 1) : 0
  }
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = Math.max(pairedAt(i, j), at(i + 1, j), at(i, j + 1))
    }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const [one, other] = [gone[i] ?? null, come[j] ?? null]
    if (one && other && pairedAt(i, j) > 0 && pairedAt(i, j) === at(i, j)) {
      pairs.push(changed(one, other))
      i++
      j++
    } else if (one && (!other || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push(changed(one, null))
      i++
    } else {
      pairs.push(changed(null, other))
      j++
    }
  }
  return pairs
}

/** A text of paragraphs, the blank lines between them as they were. */
export function textOfParagraphs(paragraphs: readonly Paragraph[]): string {
  return `${paragraphs.map(({ lead, text }, i) => (i === 0 ? text : `\n${lead}${text}`)).join('')}\n`
}
