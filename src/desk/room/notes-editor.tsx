import { useEffect, useRef } from 'preact/hooks'
import { editable, editNotes, partsOf } from '../../edit/index.ts'
import { act, current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'

/** The notes as plain text, a field a paragraph. */
export function NotesEditor({ onDone }: { readonly onDone: () => void }) {
  const root = useRef<HTMLDivElement>(null)
  const slide = currentSlide.value
  const file = currentFile.value
  useEffect(() => root.current?.querySelector('textarea')?.focus(), [])
  if (!slide || !file) return null
  const { notes } = partsOf(slide, file)
  const id = current.value
  return (
    <div class="notes-editor" ref={root}>
      {[...notes.map(editable), ''].map((words, i) => (
        <textarea
          key={`${id} ${i}`}
          value={words}
          rows={Math.max(1, Math.ceil(words.length / 24))}
          aria-label={say.words.notesLabel(i + 1)}
          placeholder={i === notes.length ? say.words.addNote : ''}
          onChange={(event) => {
            const { value } = event.currentTarget
            act((state) => editNotes(state, id, i, value))
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone()
          }}
        />
      ))}
      <button type="button" class="primary" onClick={onDone}>
        {say.words.notesDone}
      </button>
    </div>
  )
}
