import { bare, likeness } from '../../deck/audit/compare.ts'

/** A paragraph of the notes is one of the document's, altered, if it has this much in common with it. */
const leastAlike = 0.5

interface Lines {
  readonly text: string
  readonly lines: readonly string[]
  readonly known: ReadonlySet<string>
}
let read: Lines = { text: '', lines: [], known: new Set() }
const found = new Map<string, string | null>()

/** The document's paragraph that words were before somebody changed them; null for none, the words themselves for theirs. */
export function nearestLine(words: string, document: string): string | null {
  if (document !== read.text) {
    const lines = document
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    read = { text: document, lines, known: new Set(lines.map(bare)) }
    found.clear()
  }
  if (read.known.has(bare(words))) return words
  const before = found.get(words)
  if (before !== undefined) return before
  let best: string | null = null
  let most = leastAlike
  for (const line of read.lines) {
    if (line.length * 3 < words.length || words.length * 3 < line.length) continue
    const alike = likeness(line, words)
    if (alike > most) {
      most = alike
      best = line
    }
  }
  found.set(words, best)
  return best
}
