import type { LineLayout, SourceText } from '../source.ts'

/** `2.  Translated by …`; a converter that counts anew writes `1.  3For the history …`. */
const NOTE = /^\s*(\d{1,3})[.)]?\s+(?:(\d{1,3})(?=\p{Lu}))?(?=\S)/u
/** What the mark of a note stands behind: a word, and what closes a clause. */
const BEFORE = '(?<=(?:[\\p{Ll}\\p{sc=Han}]{2}|\\p{Lu}{2}|[”’"）)》」])[.,;:!?。，；：！？]?["”’]?)'
const BEHIND = '(?=[\\s—–]|[。，；：！？)）]|$)'

interface Note {
  readonly line: number
  readonly number: number
}

/**
 * A text whose notes lost that their marks were small, as converters to Markdown leave them: `The Prince,2`. The marks
 * stand in brackets, as those that a format tells of do, and the notes are told. Only where there is a mark for every
 * note, in their order, and the notes end their sections.
 */
export function withNoteMarks(source: SourceText): SourceText {
  const lines = source.text.split('\n')
  const notes = notesIn(lines, source.layout)
  const marks: { readonly line: number; readonly at: number; readonly number: number }[] = []
  let from = { line: 0, at: 0 }
  for (const note of notes) {
    const mark = markOf(note, from, lines, source.layout)
    if (!mark) return source
    marks.push({ ...mark, number: note.number })
    from = mark
  }
  if (notes.length < 2) return source
  for (const { line, at, number } of marks.reverse()) {
    const words = lines[line] ?? ''
    lines[line] = `${words.slice(0, at)}[${number}]${words.slice(at + String(number).length)}`
  }
  const layout = new Map(source.layout)
  for (const { line, number } of notes) {
    lines[line] = (lines[line] ?? '').replace(/^\s*(\d{1,3})[.)]?/u, (own, figures) =>
      Number(figures) === number ? `[${number}]` : own,
    )
    layout.set(line, { ...layout.get(line), footnote: true })
  }
  return { ...source, text: lines.join('\n'), layout }
}

/** The numbered lines that end a section, so far as they count through the document from 1. */
function notesIn(lines: readonly string[], layout: ReadonlyMap<number, LineLayout>): readonly Note[] {
  const notes: Note[] = []
  let run: number[] = []
  const close = (): void => {
    for (const line of run) {
      const [, counted, own = counted] = NOTE.exec(lines[line] ?? '') ?? []
      if (Number(own) === notes.length + 1) notes.push({ line, number: Number(own) })
    }
    run = []
  }
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    if (layout.get(at)?.heading !== undefined) {
      close()
    } else if (NOTE.test(line)) run.push(at)
    else run = []
  }
  close()
  return notes
}

/** Where the mark of a note stands: behind that of the note before, and before the note itself. */
function markOf(
  { line: last, number }: Note,
  from: { readonly line: number; readonly at: number },
  lines: readonly string[],
  layout: ReadonlyMap<number, LineLayout>,
): { readonly line: number; readonly at: number } | null {
  const mark = new RegExp(`${BEFORE}${number}${BEHIND}`, 'gu')
  for (let line = from.line; line < last; line++) {
    if (layout.get(line)?.row || NOTE.test(lines[line] ?? '')) continue
    mark.lastIndex = line === from.line ? from.at : 0
    const at = mark.exec(lines[line] ?? '')?.index
    if (at !== undefined) return { line, at }
  }
  return null
}
