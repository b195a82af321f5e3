import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Span } from '../../document/index.ts'
import {
  addWords,
  indentPoint,
  overlap,
  ownSlide,
  type Piece,
  partsOf,
  piecesOf,
  type SlideWords,
  setHeading,
  setPoints,
  shownBy,
  slideWords,
  toggleClause,
} from '../../edit/index.ts'
import { act, current, currentFile, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { pair } from '../model/pair.ts'
import { ask } from '../model/worker-link.ts'
import { Changed } from './changed.tsx'
import type { MenuItem } from './menu.tsx'
import { NotesEditor } from './notes-editor.tsx'
import { type MenuPlace, PopupMenu } from './popup-menu.tsx'
import { ReviewPane } from './review-pane.tsx'

/** The words of the document behind the slide that is shown, in clauses to be chosen. */
export function WordsPane() {
  const editing = useSignal(false)
  const slide = currentSlide.value
  const file = currentFile.value
  const id = current.value
  useEffect(() => {
    editing.value = false
  }, [id])
  if (!slide || !file) return <aside class="words" />
  const words = slideWords(slide, file)
  const { classes } = partsOf(slide, file)
  return (
    <aside class="words" aria-labelledby="words-title">
      <header>
        <h2 id="words-title">{say.words.title}</h2>
        {words.text !== '' && <span>{say.words.length(words.words.bare.length)}</span>}
      </header>
      {editing.value ? (
        <NotesEditor onDone={() => (editing.value = false)} />
      ) : words.text === '' ? (
        <p class="none">{classes.includes('agenda') ? say.words.noneAgenda : say.words.none}</p>
      ) : (
        <>
          <p class="how">{say.words.how}</p>
          <Clauses key={id} words={words} />
        </>
      )}
      <footer>
        {!editing.value && (
          <button type="button" onClick={() => (editing.value = true)}>
            {words.text === '' ? say.words.addNote : say.words.notes}
          </button>
        )}
        {words.text !== '' && !editing.value && <Density key={id} words={words} />}
      </footer>
      <Changed />
      <ReviewPane />
    </aside>
  )
}

/** What of a clause stands on the slide, and as what. */
interface Use {
  readonly part: number
  readonly isHeading: boolean
  readonly depth: number
}

function useOf(words: SlideWords, piece: Span): Use | null {
  const by = shownBy(words, piece)
  return by && { part: by.part, isHeading: by.kind === 'heading', depth: by.depth }
}

interface Menu extends MenuPlace {
  readonly span: Span
}

function Clauses({ words }: { readonly words: SlideWords }) {
  const root = useRef<HTMLDivElement>(null)
  const menu = useSignal<Menu | null>(null)
  const at = useSignal(0)
  // Chromium selects nothing that is dragged over from the first character of an element that takes the focus.
  const isPressed = useSignal(false)
  const pieces = piecesOf(words)
  const clauses = pieces.flat().filter(({ kind }) => kind === 'clause')
  const lastPart = useSignal<number | null>(null)
  const id = current.value

  const toggle = (piece: Span, isAdded: boolean): void => {
    menu.value = null
    if (isAdded && !useOf(words, piece)) {
      const above = pointAbove(words, piece, lastPart.value)
      act((state) => addWords(state, id, piece, above))
      lastPart.value = above
    } else {
      act((state) => toggleClause(state, id, piece))
      const slide = currentSlide.value
      const file = currentFile.value
      if (slide && file) lastPart.value = useOf(slideWords(slide, file), piece)?.part ?? null
    }
  }

  const openMenu = (span: Span, element: Element): void => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const frame = root.current?.getBoundingClientRect()
    menu.value = {
      span,
      x: Math.max(0, Math.min(box.left - (frame?.left ?? 0), (frame?.width ?? 400) - 190)),
      y: box.bottom - (frame?.top ?? 0) + 4,
    }
  }

  /** Words that were dragged over, wherever they begin and end; what goes on beyond the words ends with them. */
  const chooseDragged = (): void => {
    const selection = getSelection()
    if (!selection || selection.isCollapsed || !root.current) return
    const dragged = selection.getRangeAt(0)
    if (!root.current.contains(selection.anchorNode)) return
    const start = offsetAt(dragged.startContainer, dragged.startOffset, root.current) ?? 0
    const end = offsetAt(dragged.endContainer, dragged.endOffset, root.current) ?? words.text.length
    if (start >= end) return
    const span = { start, end }
    const range = dragged.getBoundingClientRect()
    const frame = root.current.getBoundingClientRect()
    menu.value = {
      span,
      x: Math.max(0, Math.min(range.left - frame.left, frame.width - 190)),
      y: range.bottom - frame.top + 4,
    }
  }

  const onPointerDown = ({ button }: PointerEvent): void => {
    if (button !== 0) return
    // Words that are chosen already would be dragged away as they are.
    getSelection()?.removeAllRanges()
    isPressed.value = true
    const released = new AbortController()
    const onReleased = (event: Event): void => {
      released.abort()
      isPressed.value = false
      if (event.type === 'pointerup') chooseDragged()
    }
    for (const type of ['pointerup', 'pointercancel'])
      addEventListener(type, onReleased, { signal: released.signal })
  }

  const move = (step: number): void => {
    at.value = Math.max(0, Math.min(clauses.length - 1, at.value + step))
    root.current?.querySelectorAll<HTMLElement>('[role=button]')[at.value]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent, piece: Span): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    }
    const step = steps[event.key]
    if (step) move(step)
    else if (event.key === 'Home') move(-clauses.length)
    else if (event.key === 'End') move(clauses.length)
    else if (event.key === 'Enter' || event.key === ' ') toggle(piece, event.shiftKey)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      if (event.currentTarget instanceof Element) openMenu(piece, event.currentTarget)
    } else return
    event.preventDefault()
  }

  let number = -1
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what a pointer chooses here, the menu of a clause does by keys
    <div
      class="clauses"
      ref={root}
      onPointerDown={onPointerDown}
      // With Shift a click adds a clause to a point; it does not select all words up to there.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {pieces.map((paragraph, i) => (
        <p key={`${i} ${paragraph.length}`}>
          {paragraph.map((piece) => {
            if (piece.kind !== 'clause')
              return (
                <span key={piece.start} data-start={piece.start} class={piece.kind}>
                  {words.text.slice(piece.start, piece.end)}
                </span>
              )
            const mine = ++number
            return (
              <Clause
                key={piece.start}
                piece={piece}
                words={words}
                tabIndex={isPressed.value ? undefined : mine === at.value ? 0 : -1}
                onToggle={(isAdded) => {
                  at.value = mine
                  toggle(piece, isAdded)
                }}
                onMenu={(element) => openMenu(piece, element)}
                onKeyDown={(event) => onKeyDown(event, piece)}
              />
            )
          })}
        </p>
      ))}
      {menu.value && <ClauseMenu words={words} menu={menu.value} onClose={() => (menu.value = null)} />}
    </div>
  )
}

/** The point that words are added to: the one that was chosen last, else the one before them. */
function pointAbove(words: SlideWords, { start }: Span, last: number | null): number | null {
  if (
    last !== null &&
    words.shown.some(({ part, kind, spans }) => part === last && kind === 'point' && spans)
  )
    return last
  const before = words.shown.findLast(
    ({ kind, spans }) => kind === 'point' && spans !== null && (spans[0]?.start ?? 0) < start,
  )
  return before?.part ?? words.shown.find(({ kind, spans }) => kind === 'point' && spans)?.part ?? null
}

/** The offset in the words of a place in the page; null for one outside of them. */
function offsetAt(node: Node | null, offset: number, root: Element): number | null {
  if (!node || !root.contains(node)) return null
  const element = node instanceof Element ? (node.childNodes[offset] ?? node) : node.parentElement
  const holder = element instanceof Element ? element.closest<HTMLElement>('[data-start]') : null
  const start = holder ?? (node instanceof Element ? node.querySelector<HTMLElement>('[data-start]') : null)
  const from = Number(start?.dataset['start'])
  if (!start || Number.isNaN(from)) return null
  return from + (node instanceof Text ? offset : 0)
}

function Clause({
  piece,
  words,
  tabIndex,
  onToggle,
  onMenu,
  onKeyDown,
}: {
  readonly piece: Piece
  readonly words: SlideWords
  readonly tabIndex: number | undefined
  readonly onToggle: (isAdded: boolean) => void
  readonly onMenu: (element: Element) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const use = useOf(words, piece)
  const isPaired = useComputed(() => use !== null && pair.value === use.part)
  const spans = words.shown
    .flatMap(({ spans, twins }) => [...(spans ?? []), ...twins])
    .filter((span) => overlap(span, piece) > 0)
  const classes = ['clause', use && (use.isHeading ? 'heading' : use.depth > 0 ? 'on below' : 'on')]
  const text = words.text.slice(piece.start, piece.end)
  const how = use ? (use.isHeading ? say.words.isHeading : say.words.on) : say.words.off
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break between lines as the words of a paragraph do
    <span
      class={[...classes, isPaired.value && 'paired'].filter(Boolean).join(' ')}
      role="button"
      tabIndex={tabIndex}
      aria-pressed={use !== null}
      aria-label={`${text}（${how}）`}
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return
        event.currentTarget.focus()
        onToggle(event.shiftKey)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.currentTarget)
      }}
      onKeyDown={onKeyDown}
      onPointerEnter={() => (pair.value = use?.part ?? null)}
      onPointerLeave={() => (pair.value = null)}
      onFocus={() => (pair.value = use?.part ?? null)}
      onBlur={() => (pair.value = null)}
    >
      {cut(piece, spans).map(({ start, end, isOn }) => (
        <span key={start} data-start={start} class={isOn ? 'said' : ''}>
          {words.text.slice(start, end)}
        </span>
      ))}
    </span>
  )
}

/** A clause in the parts that stand on the slide and those that do not. */
function cut({ start, end }: Span, spans: readonly Span[]): (Span & { isOn: boolean })[] {
  const edges = [...new Set([start, end, ...spans.flatMap((span) => [span.start, span.end])])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((one, other) => one - other)
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? end
    return { start: from, end: to, isOn: spans.some((span) => span.start <= from && to <= span.end) }
  })
}

function ClauseMenu({
  words,
  menu,
  onClose,
}: {
  readonly words: SlideWords
  readonly menu: Menu
  readonly onClose: () => void
}) {
  const id = current.value
  const { span } = menu
  const use = useOf(words, span)
  const done = (change: Parameters<typeof act>[0]) => (): void => {
    getSelection()?.removeAllRanges()
    act(change)
  }
  const above = pointAbove(words, span, null)
  const items: readonly MenuItem[] = [
    use
      ? [say.words.take, done((state) => toggleClause(state, id, span))]
      : [say.words.put, done((state) => addWords(state, id, span))],
    [say.words.makeHeading, done((state) => setHeading(state, id, span))],
    [say.words.makeBelow, done((state) => below(use ? state : addWords(state, id, span), id, span))],
    ...(above === null || use
      ? []
      : [[say.words.addTo, done((state) => addWords(state, id, span, above))] as const]),
    [say.words.makeSlide, done((state) => ownSlide(state, id, span))],
  ]
  return <PopupMenu label={say.words.menu} place={menu} items={items} onClose={onClose} />
}

function below(state: Parameters<Parameters<typeof act>[0]>[0], id: number, span: Span): typeof state {
  const file = state.files.find(({ slides }) => slides.some((slide) => slide.id === id))
  const slide = file?.slides.find((one) => one.id === id)
  if (!file || !slide) return state
  const use = useOf(slideWords(slide, file), span)
  return use ? indentPoint(state, id, use.part) : state
}

/** More points or fewer, as the paragraph's tree has them. */
function Density({ words }: { readonly words: SlideWords }) {
  const choices = useSignal<Awaited<ReturnType<typeof ask<'choices'>>>>([])
  const { text } = words
  useEffect(() => {
    let isHere = true
    // What heads the slide is no point of it.
    const headings = words.shown.flatMap(({ kind, spans }) => (kind === 'heading' ? (spans ?? []) : []))
    const paragraphs = words.paragraphs.filter(
      (span) => !headings.some((heading) => overlap(heading, span) * 2 > span.end - span.start),
    )
    void ask('choices', { text, paragraphs }).then(
      (found) => {
        if (isHere) choices.value = found
      },
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [text])
  const all = choices.value
  if (all.length < 2) return null
  const count = words.shown.filter(({ kind, spans }) => kind === 'point' && spans).length
  const nearest = all.reduce(
    (best, points, i) =>
      Math.abs(points.length - count) < Math.abs((all[best]?.length ?? 0) - count) ? i : best,
    0,
  )
  return (
    <label class="density">
      {say.words.fewer}
      <input
        type="range"
        min={0}
        max={all.length - 1}
        value={nearest}
        aria-label={say.words.density}
        aria-valuetext={say.words.densityValue(count)}
        onChange={(event) => {
          const points = all[Number(event.currentTarget.value)]
          if (points) act((state) => setPoints(state, current.value, points))
        }}
      />
      {say.words.more}
    </label>
  )
}
