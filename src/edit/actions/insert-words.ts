import type { DeckState } from '../deck-state.ts'
import { replaceLines } from '../lines.ts'
import { asMarkdown, nextHead, withBlock } from '../point-lines.ts'
import { partsOf } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Puts words of a person's own behind a part of a slide: a point among points, else a paragraph.
 *
 * @param behind the part's place among the parts of the slide, -1 for before all of them
 * @param depth of a point: 0 or 1
 */
export function insertWords(
  state: DeckState,
  id: number,
  behind: number,
  depth: number,
  words: string,
): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file || words.trim() === '') return state
  const { parts } = partsOf(slide, file)
  const { lineEnd } = file.form
  const markdown = asMarkdown(words)
  const [before, after] = [parts[behind], parts[behind + 1]]
  const insert = (at: number, lines: readonly string[]): DeckState =>
    withText(state, id, replaceLines(slide.text, at, at, lines, lineEnd))
  if (before?.kind === 'point') {
    const same = parts.slice(0, behind + 1).findLast((one) => one.kind === 'point' && one.depth <= depth)
    const head = nextHead((same ?? before).head)
    const deeper = (same ?? before).depth < depth
    return insert(before.to, [deeper ? `${' '.repeat(head.length)}- ${markdown}` : head + markdown])
  }
  if (after?.kind === 'point') return insert(after.from, [after.head + markdown])
  const hasPoints = parts.some(({ kind }) => kind === 'point')
  if (!before || (before.kind === 'heading' && !hasPoints && behind === parts.length - 1))
    return withText(state, id, withBlock(slide, file, [`- ${markdown}`]))
  return insert(before.end, ['', markdown])
}

/** Puts a paragraph of a person's own behind one of the notes; -1 for before all of them. */
export function insertNote(state: DeckState, id: number, behind: number, words: string): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file || words.trim() === '') return state
  const { notes, notesAt } = partsOf(slide, file)
  const { lineEnd } = file.form
  const [before, first] = [notes[behind], notes[0]]
  const insert = (at: number, lines: readonly string[]): DeckState =>
    withText(state, id, replaceLines(slide.text, at, at, lines, lineEnd))
  if (before) return insert(before.end, ['', asMarkdown(words)])
  if (first && first.head === '') return insert(first.from, [asMarkdown(words), ''])
  if (first && notesAt !== null) {
    // The first paragraph stands on the line of the mark itself.
    const line = slide.text.split(/\r\n?|\n/)[first.from] ?? ''
    const rest = line.slice(first.head.length)
    return withText(
      state,
      id,
      replaceLines(
        slide.text,
        first.from,
        first.from + 1,
        [first.head.trimEnd(), asMarkdown(words), '', rest],
        lineEnd,
      ),
    )
  }
  const end = slide.text.split(/\r\n?|\n/).length
  return insert(end, [...(notesAt === null ? ['', 'Note:'] : []), asMarkdown(words)])
}
