import type { DeckState } from '../deck-state.ts'
import { replaceLines } from '../lines.ts'
import { asMarkdown, withMarkdown } from '../point-lines.ts'
import { partsOf } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'
import { editable, markdownOf } from './edit-part.ts'

/**
 * Gives a paragraph of the notes other words; without any it goes. Behind the last one a new paragraph begins.
 *
 * @param paragraph its place among the parts of the notes
 * @param words as `editable` gives them
 */
export function editNotes(state: DeckState, id: number, paragraph: number, words: string): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const { notes, notesAt } = partsOf(slide, file)
  const { lineEnd } = file.form
  const note = notes[paragraph]
  if (!note) {
    if (words.trim() === '') return state
    const added = notesAt === null ? ['', 'Note:'] : notes.length > 0 ? [''] : []
    const end = slide.text.split(/\r\n?|\n/).length
    const lines = [...added, asMarkdown(words)]
    if (slide.text === '') return withText(state, id, lines.slice(1).join(lineEnd))
    return withText(state, id, replaceLines(slide.text, end, end, lines, lineEnd))
  }
  if (words === editable(note)) return state
  const text =
    words.trim() === ''
      ? replaceLines(slide.text, note.from, note.to, note.head ? [note.head.trimEnd()] : [], lineEnd)
      : withMarkdown(slide, file, note, markdownOf(note, words))
  return withText(state, id, text)
}
