import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type EditedFile, editFile, textOfFile, typedText } from '../../edit/index.ts'
import { act, current, currentFile, state } from '../model/deck.ts'
import { markdownEditor } from '../model/editor.ts'
import { say } from '../model/language.ts'
import { tellFault } from '../model/notice.ts'
import { Dialog } from './dialog.tsx'
import type { MarkdownEditor } from './markdown-editor.ts'

/** The files as they are written, for those who like it. */
export function MarkdownDialog({ onClose }: { readonly onClose: () => void }) {
  const name = useSignal(currentFile.value?.name ?? '')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<MarkdownEditor | null>(null)
  const files = state.value?.files ?? []
  const file = files.find((one) => one.name === name.value)
  useEffect(() => {
    let isOver = false
    void markdownEditor().then((create) => {
      if (isOver || !place.current || !file) return
      editor.current = create(place.current, textOfFile(file), lineOfSlide(file), say.markdown.title)
    }, tellFault)
    return () => {
      isOver = true
      editor.current?.destroy()
      editor.current = null
    }
  }, [name.value])
  /** @returns whether the text could be used */
  const use = (): boolean => {
    const text = editor.current?.text()
    if (!file || text === undefined) return true
    try {
      const whole = typedText(textOfFile(file), text, file.form.lineEnd)
      if (whole !== textOfFile(file)) act((now) => editFile(now, file.name, whole))
      return true
    } catch (error) {
      tellFault(error)
      return false
    }
  }
  const close = (): void => {
    if (use()) onClose()
  }
  return (
    <Dialog title={say.markdown.title} wide onClose={close}>
      <div class="markdown">
        <label>
          {say.markdown.file}
          <select
            value={name.value}
            onChange={(event) => {
              if (use()) name.value = event.currentTarget.value
            }}
          >
            {files.map((one) => (
              <option key={one.name}>{one.name}</option>
            ))}
          </select>
        </label>
        <div class="markdown-editor" ref={place} />
        <footer>
          <button type="button" onClick={onClose}>
            {say.markdown.discard}
          </button>
          <button type="button" class="primary" onClick={close}>
            {say.markdown.apply}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}

/** The line of a file on which the slide that is shown begins, counted from 0. */
function lineOfSlide({ opening, slides }: EditedFile): number {
  const at = slides.findIndex(({ id }) => id === current.value)
  const above = slides.slice(0, Math.max(0, at)).map(({ before, text }) => before + text)
  return `${opening}${above.join('')}${slides[at]?.before ?? ''}`.split(/\r\n?|\n/).length - 1
}
