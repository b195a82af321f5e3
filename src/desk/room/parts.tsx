import { useSignal } from '@preact/signals'
import {
  addOwnPoint,
  editable,
  editPart,
  editPictureText,
  indentPoint,
  type Picture,
  partsOf,
  raisePoint,
  type SlidePart,
  splitSlide,
} from '../../edit/index.ts'
import { act, current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { pair } from '../model/pair.ts'
import { LiveField } from './live-field.tsx'
import { Table } from './table.tsx'

/** What stands on the slide, as a list: everything can be changed here with the keyboard alone. */
export function Parts() {
  const slide = currentSlide.value
  const file = currentFile.value
  if (!slide || !file) return null
  const { parts } = partsOf(slide, file)
  const id = current.value
  return (
    <section class="parts" aria-label={say.slide.label(0, 0)}>
      <ol>
        {parts.map((part, i) => (
          <li
            key={`${id} ${i}`}
            class={[
              part.kind,
              part.depth > 0 && part.kind === 'point' ? 'below' : '',
              pair.value === i ? 'paired' : '',
            ].join(' ')}
            onPointerEnter={() => (pair.value = i)}
            onPointerLeave={() => (pair.value = null)}
          >
            {part.kind === 'table' ? (
              <Table part={i} table={part} />
            ) : part.kind === 'picture' ? null : part.kind === 'other' ? (
              <code>{part.source}</code>
            ) : (
              <PartField index={i} part={part} />
            )}
            {part.pictures.length > 0 && <Pictures part={i} pictures={part.pictures} />}
            <PartTools index={i} part={part} />
          </li>
        ))}
      </ol>
      <OwnPoint />
    </section>
  )
}

function PartField({ index, part }: { readonly index: number; readonly part: SlidePart }) {
  const id = current.value
  return (
    <LiveField
      words={editable(part)}
      placeholder={part.kind === 'heading' ? say.slide.heading : ''}
      rows={Math.max(1, Math.ceil(editable(part).length / 40))}
      label={part.kind === 'point' && part.depth > 0 ? say.slide.below : say.slide[part.kind]}
      change={(state, words) => editPart(state, id, index, words)}
      slide={id}
      onFocus={() => (pair.value = index)}
      onLeft={() => (pair.value = null)}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') goOn(event.target)
        else if (event.altKey && event.key === 'ArrowRight') act((state) => indentPoint(state, id, index))
        else if (event.altKey && event.key === 'ArrowLeft') act((state) => raisePoint(state, id, index))
        else return
        event.preventDefault()
      }}
    />
  )
}

/** What pictures are called, and what each shows. */
function Pictures({ part, pictures }: { readonly part: number; readonly pictures: readonly Picture[] }) {
  const id = current.value
  return (
    <span class="pictures">
      {pictures.map(({ address, text }, i) => (
        <span key={`${i} ${address}`}>
          <span>
            {say.slide.picture} <b>{fileName(address)}</b>
          </span>
          <LiveField
            words={text}
            label={say.slide.pictureText}
            placeholder={say.slide.pictureText}
            change={(state, words) => editPictureText(state, id, part, i, words)}
            slide={id}
            onFocus={() => (pair.value = part)}
            onLeft={() => (pair.value = null)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              goOn(event.target)
            }}
          />
        </span>
      ))}
    </span>
  )
}

/** An address as its file is called; one that holds the picture itself has no name. */
function fileName(address: string): string {
  if (/^data:/i.test(address)) return ''
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** What was typed is put down, and the field below takes what is typed next. */
function goOn(from: EventTarget | null): void {
  const fields = (): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>('.parts :is(textarea, input)'),
  ]
  if (!(from instanceof HTMLElement)) return
  const before = fields()
  const at = before.indexOf(from)
  from.blur()
  // A part whose words were taken away is gone by then, and the next one stands in its place.
  queueMicrotask(() => {
    const now = fields()
    now[at + 1 - (before.length - now.length)]?.focus()
  })
}

function PartTools({ index, part }: { readonly index: number; readonly part: SlidePart }) {
  const id = current.value
  return (
    <span class="part-tools">
      {part.kind === 'point' && part.depth === 0 && (
        <button
          type="button"
          title={say.slide.indent}
          aria-label={say.slide.indent}
          onClick={() => act((state) => indentPoint(state, id, index))}
        >
          →
        </button>
      )}
      {part.kind === 'point' && part.depth > 0 && (
        <button
          type="button"
          title={say.slide.raise}
          aria-label={say.slide.raise}
          onClick={() => act((state) => raisePoint(state, id, index))}
        >
          ←
        </button>
      )}
      {index > 0 && part.kind !== 'heading' && (
        <button
          type="button"
          title={say.slide.split}
          aria-label={say.slide.split}
          onClick={() => act((state) => splitSlide(state, id, index))}
        >
          ⤓
        </button>
      )}
      <button
        type="button"
        title={say.slide.remove}
        aria-label={say.slide.remove}
        onClick={() => act((state) => editPart(state, id, index, ''))}
      >
        ×
      </button>
    </span>
  )
}

/** Words of a person's own, behind what stands there. */
function OwnPoint() {
  const words = useSignal('')
  const id = current.value
  const add = (): void => {
    const text = words.value.trim()
    if (text === '') return
    act((state) => addOwnPoint(state, id, text))
    words.value = ''
  }
  return (
    <form
      class="own-point"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        type="text"
        value={words.value}
        placeholder={say.slide.addPoint}
        aria-label={say.slide.addPoint}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <button type="submit" disabled={words.value.trim() === ''} aria-label={say.slide.addPoint}>
        ＋
      </button>
    </form>
  )
}
