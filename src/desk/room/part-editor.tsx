import { useEffect, useRef } from 'preact/hooks'
import { editable, editPart, indentPoint, partsOf, raisePoint } from '../../edit/index.ts'
import { act, current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'

/** A part that is being edited, and where on the stage it stands. */
export interface Edited {
  readonly part: number
  readonly box: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** CSS pixels. */
  readonly size: number
}

/** A plain text field over the words of a part, where they stand on the slide. */
export function PartEditor({ edited, onDone }: { readonly edited: Edited; readonly onDone: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  const slide = currentSlide.value
  const file = currentFile.value
  const part = slide && file ? partsOf(slide, file).parts[edited.part] : undefined
  const grow = (): void => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.max(edited.box.height, element.scrollHeight)}px`
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    grow()
  }, [])
  if (!part) return null
  const id = current.value
  const finish = (isKept: boolean): void => {
    if (isOver.current) return
    isOver.current = true
    const value = field.current?.value ?? ''
    onDone()
    if (isKept) act((state) => editPart(state, id, edited.part, value), id)
  }
  return (
    <textarea
      ref={field}
      rows={1}
      class="part-editor"
      style={{
        left: `${edited.box.left}px`,
        top: `${edited.box.top}px`,
        width: `${Math.max(160, edited.box.width)}px`,
        fontSize: `${Math.max(14, edited.size)}px`,
      }}
      aria-label={`${say.slide[part.kind]}：${say.slide.editing}`}
      title={say.slide.editing}
      onInput={grow}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') finish(true)
        else if (event.key === 'Escape') finish(false)
        else if (event.key === 'Tab' && part.kind === 'point') {
          finish(true)
          act((state) => (event.shiftKey ? raisePoint : indentPoint)(state, id, edited.part), id)
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={() => finish(true)}
      defaultValue={editable(part)}
    />
  )
}
