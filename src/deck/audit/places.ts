import { comparable } from './comparable.ts'
import type { DocumentLine, DocumentLines } from './document-lines.ts'

/**
 * What a line of the notes is of the document: one of its lines, in the document's order or moved out of it; a line
 * that the notes have already; nothing of the document's.
 */
export type Placed =
  | { readonly kind: 'line' | 'moved'; readonly at: number }
  | { readonly kind: 'again' | 'own'; readonly at?: undefined }

/** So many pairs of equal lines are weighed; of words that make more, each takes its turn. */
const mostPairs = 1_000_000

/**
 * Finds the lines of the notes in the document by a longest common subsequence (Hunt and Szymanski, “A Fast Algorithm
 * for Computing Longest Common Subsequences”, Communications of the ACM 20(5), 1977), since a document may say the
 * same in many places.
 *
 * @param notes `again` for a line that stands where the slide before says the same
 */
export function placeLines(
  { lines, byWords }: DocumentLines,
  notes: readonly { readonly text: string; readonly slide: number; readonly again: boolean }[],
): readonly Placed[] {
  const words = notes.map(({ text }) => comparable(text))
  const known = countsOf(words.filter((_, i) => !notes[i]?.again))
  // What the slide before says already is said again, unless the document says it more often.
  const isFree = words.map(
    (said, i) => !notes[i]?.again || (byWords.get(said)?.length ?? 0) > (known.get(said) ?? 0),
  )
  const common = longestCommon(candidates(byWords, words, isFree))
  const places = settled(words, common, lines)
  const taken = new Set(places)
  const free = new Map([...byWords].map(([said, all]) => [said, all.filter((at) => !taken.has(at))]))
  /** Where the document says it, of what it says once. */
  const onlyAt = (i: number): number | undefined => {
    const all = byWords.get(words[i] ?? '')
    return all?.length === 1 ? all[0] : undefined
  }
  return notes.map(({ slide, again }, i): Placed => {
    const place = places[i]
    if (place !== undefined) return { kind: 'line', at: place }
    const left = free.get(words[i] ?? '')
    if (!left) return { kind: 'own' }
    if (again) return { kind: 'again' }
    const at = left.shift()
    if (at !== undefined) return { kind: 'moved', at }
    // What a slide says again, it says in the document's order.
    const [own, above] = [onlyAt(i), notes[i - 1]?.slide === slide ? onlyAt(i - 1) : undefined]
    return own !== undefined && above !== undefined && above > own
      ? { kind: 'moved', at: own }
      : { kind: 'again' }
  })
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const said of words) counts.set(said, (counts.get(said) ?? 0) + 1)
  return counts
}

/** Where in the document each line of the notes may stand; nowhere those that are not free to. */
function candidates(
  byWords: ReadonlyMap<string, readonly number[]>,
  words: readonly string[],
  isFree: readonly boolean[],
): readonly (readonly number[])[] {
  let left = mostPairs
  const weighed = new Set<string>()
  for (const [said, count] of countsOf(words)) {
    const pairs = count * (byWords.get(said)?.length ?? 0)
    if (pairs > left) continue
    left -= pairs
    weighed.add(said)
  }
  const turns = new Map<string, number>()
  return words.map((said, i) => {
    const all = isFree[i] ? (byWords.get(said) ?? []) : []
    if (weighed.has(said)) return all
    const turn = turns.get(said) ?? 0
    turns.set(said, turn + 1)
    return all.slice(turn, turn + 1)
  })
}

/** The candidate that each line takes in a longest common subsequence; the first of equal lines, where they are many. */
function longestCommon(candidates: readonly (readonly number[])[]): readonly (number | undefined)[] {
  interface Step {
    readonly line: number
    readonly at: number
    readonly before: Step | undefined
  }
  // The end of the best common subsequence of each length: the one that ends highest in the document.
  const ends: Step[] = []
  candidates.forEach((all, line) => {
    // From below, so that a line is not its own predecessor.
    for (const at of all.toReversed()) {
      let [low, high] = [0, ends.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ends[middle]?.at ?? -1) < at) low = middle + 1
        else high = middle
      }
      if (ends[low]?.at !== at) ends[low] = { line, at, before: ends[low - 1] }
    }
  })
  const places: (number | undefined)[] = candidates.map(() => undefined)
  for (let step = ends.at(-1); step; step = step.before) places[step.line] = step.at
  return places
}

/**
 * Where the document says the same in several lines one after another, a line of the notes is the last of them unless
 * words of its own follow: an edited line above then stands where the document has what it was.
 */
function settled(
  words: readonly string[],
  places: readonly (number | undefined)[],
  lines: readonly DocumentLine[],
): readonly (number | undefined)[] {
  const lastOfRun = new Uint32Array(lines.length)
  for (let at = lines.length - 1; at >= 0; at--) {
    const isSame = comparable(lines[at]?.text ?? '') === comparable(lines[at + 1]?.text ?? '')
    lastOfRun[at] = isSame ? (lastOfRun[at + 1] ?? at) : at
  }
  const found = [...places]
  let below = lines.length
  for (let i = words.length - 1; i >= 0; i--) {
    const at = places[i]
    if (at === undefined) continue
    const isFollowed = i + 1 < words.length && found[i + 1] === undefined && words[i + 1] !== words[i]
    found[i] = isFollowed ? at : Math.min(lastOfRun[at] ?? at, below - 1)
    below = found[i] ?? at
  }
  return found
}
