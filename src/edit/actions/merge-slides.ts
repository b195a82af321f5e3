import type { DeckState } from '../deck-state.ts'
import { linesOf, textOfLines } from '../lines.ts'
import { partsOf, slideComment } from '../slide-parts.ts'
import { fileOf, slideOf, slidesOf, withText } from '../within.ts'
import { deleteSlides } from './delete-slides.ts'

/** Makes one slide of a slide and the one behind it; the same heading or notes stand once. */
export function mergeWithNext(state: DeckState, id: number): DeckState {
  const all = slidesOf(state)
  const next = all[all.findIndex((slide) => slide.id === id) + 1]
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  const nextFile = next && fileOf(state, next.id)
  if (!slide || !file || !next || !nextFile) return state
  const [one, other] = [partsOf(slide, file), partsOf(next, nextFile)]
  const said = new Set(one.parts.filter(({ kind }) => kind === 'heading').map(({ text }) => text))
  const again = other.parts.find(({ kind, text }) => kind === 'heading' && said.has(text))
  const blank = { text: '', end: '' }
  const trimmed = (lines: readonly { text: string; end: string }[]): { text: string; end: string }[] => {
    const isFull = ({ text }: { text: string }): boolean => text.trim() !== ''
    const first = lines.findIndex(isFull)
    return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isFull) + 1)
  }
  const ofSlide = linesOf(slide.text)
  const comment = slideComment.exec(next.text)
  const nextLines = linesOf(
    comment ? next.text.replace(comment[0], (all) => all.replace(/[^\r\n]/g, '')) : next.text,
  )
  const body = [
    trimmed(ofSlide.slice(0, one.bodyEnd)),
    trimmed(nextLines.slice(0, other.bodyEnd).filter((_, i) => !again || i < again.from || i >= again.to)),
  ].filter((lines) => lines.length > 0)
  const [notes, more] = [ofSlide, linesOf(next.text)].map((lines, i) => {
    const at = (i === 0 ? one : other).notesAt
    return at === null ? [] : trimmed(lines.slice(at))
  })
  const isSame =
    (more ?? []).map(({ text }) => text).join('\n') === (notes ?? []).map(({ text }) => text).join('\n')
  const rest = isSame || !more ? [] : more
  // Points that went on behind points are one list.
  const lastOf = one.parts.at(-1)?.kind
  const firstOf = other.parts.find((part) => part !== again)?.kind
  const isList = lastOf === 'point' && firstOf === 'point'
  const joined = body.flatMap((lines, i) => (i > 0 && !isList ? [blank, ...lines] : lines))
  const spoken = [
    ...(notes ?? []),
    ...(rest.length > 0
      ? notes && notes.length > 0
        ? [blank, ...withoutMark(rest, nextFile.separators.notes)]
        : rest
      : []),
  ]
  const lines = [...joined, ...(spoken.length > 0 && joined.length > 0 ? [blank] : []), ...spoken]
  const text = lines.length > 0 ? textOfLines(lines, file.form.lineEnd) : ''
  return deleteSlides(withText(state, id, text), [next.id])
}

/** Notes behind others: the line of `Note:` says nothing a second time. */
function withoutMark(
  lines: readonly { text: string; end: string }[],
  mark: (line: string) => string | null,
): { text: string; end: string }[] {
  const [first, ...others] = lines
  if (!first) return []
  const said = (mark(first.text) ?? first.text).trim()
  return said === '' ? others : [{ text: said, end: first.end }, ...others]
}
