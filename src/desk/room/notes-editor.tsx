import { useEffect, useRef } from 'preact/hooks'
import { editable, editNotes, partsOf } from '../../edit/index.ts'
import { current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { LiveField } from './live-field.tsx'

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
        <LiveField
          key={`${id} ${i}`}
          words={words}
          rows={Math.max(1, Math.ceil(words.length / 24))}
          label={say.words.notesLabel(i + 1)}
          placeholder={i === notes.length ? say.words.addNote : ''}
          change={(state, typed) => editNotes(state, id, i, typed)}
          slide={id}
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
