import { useLayoutEffect, useRef } from 'preact/hooks'
import { editable, editPart, indentPoint, partsOf, raisePoint } from '../../edit/index.ts'
import { act, current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { LiveField } from './live-field.tsx'

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
  const slide = currentSlide.value
  const file = currentFile.value
  const part = slide && file ? partsOf(slide, file).parts[edited.part] : undefined
  const original = useRef(part ? editable(part) : '')
  const grow = (): void => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.max(edited.box.height, element.scrollHeight + 4)}px`
  }
  // At once: what is typed next is typed here.
  useLayoutEffect(() => {
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    grow()
  }, [])
  if (!part) return null
  const id = current.value
  const { box, size } = edited
  return (
    <LiveField
      element={field}
      class="part-editor"
      style={{
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${Math.max(160, box.width)}px`,
        fontSize: `${Math.max(14, size)}px`,
      }}
      label={`${say.slide[part.kind]}: ${say.slide.editing}`}
      words={editable(part)}
      change={(state, words) => editPart(state, id, edited.part, words)}
      slide={id}
      onTyped={grow}
      onLeft={onDone}
      onKeyDown={(event) => {
        const element = field.current
        if (event.isComposing || !element) return
        if (event.key === 'Enter') element.blur()
        else if (event.key === 'Escape') {
          element.value = original.current
          element.blur()
        } else if (event.key === 'Tab' && part.kind === 'point') {
          element.blur()
          act((state) => (event.shiftKey ? raisePoint : indentPoint)(state, id, edited.part), id)
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
