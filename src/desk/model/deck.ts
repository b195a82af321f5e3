import { batch, computed, signal } from '@preact/signals'
import { readFrontMatter } from '../../deck/settings.ts'
import { sourceName } from '../../deck/source-files.ts'
import type { Store } from '../../deck/store.ts'
import { textLanguage } from '../../deck/text-language.ts'
import {
  begin,
  broughtUp,
  type DeckState,
  done,
  type EditedFile,
  type EditedSlide,
  fileOf,
  goneOn,
  type History,
  partsOf,
  redo as redoStep,
  slideOf,
  slidesOf,
  undo as undoStep,
} from '../../edit/index.ts'
import type { KnownFiles } from './folder-link.ts'

/** The deck that is open at the desk, its whole history with it. */
export interface OpenDeck {
  /** By which this computer knows it. */
  readonly id: string
  /** The name of its folder and of its file. */
  readonly slug: string
  readonly history: History
  /** The folder that it stands in; null for one that only this browser keeps. */
  readonly folder: OpenFolder | null
}

/** A deck's folder, and how it was when the deck was read from it. */
export interface OpenFolder {
  readonly store: Store
  readonly known: KnownFiles
}

export const deck = signal<OpenDeck | null>(null)
export const state = computed<DeckState | null>(() => deck.value?.history.now.state ?? null)
export const slides = computed<readonly EditedSlide[]>(() => (state.value ? slidesOf(state.value) : []))

/** The slide that is shown, by its id, and all that are chosen. */
export const current = signal(0)
export const chosen = signal<ReadonlySet<number>>(new Set())

export const currentSlide = computed(() => (state.value ? slideOf(state.value, current.value) : null))
export const currentFile = computed(() => (state.value ? fileOf(state.value, current.value) : null))
export const currentNumber = computed(() => slides.value.findIndex(({ id }) => id === current.value) + 1)

export function choose(id: number, ids: Iterable<number> = [id]): void {
  batch(() => {
    current.value = id
    chosen.value = new Set(ids)
  })
}

/** Does something to the deck; `slide` is shown when it is undone. */
export function act(change: (state: DeckState) => DeckState, slide: number | null = current.value): void {
  const open = deck.value
  if (!open) return
  const before = open.history.now.state
  const after = change(before)
  if (after !== before) show({ ...open, history: done(open.history, after, slide) }, before)
}

/** What a person types in one field: kept with each letter, undone as one. */
let typing: { readonly field: object; readonly after: DeckState } | null = null

/**
 * Does something to the deck while a person types.
 *
 * @param field the same for as long as they are in that field
 */
export function actTyping(
  field: object,
  change: (state: DeckState) => DeckState,
  slide: number | null = current.value,
): void {
  const open = deck.value
  if (!open) return
  const before = open.history.now.state
  const goesOn = typing?.field === field && typing.after === before
  const after = change(before)
  if (after === before) return
  const history = goesOn ? goneOn(open.history, after) : done(open.history, after, slide)
  typing = { field, after }
  show({ ...open, history }, before)
}

export const canUndo = computed(() => deck.value?.history.now.before != null)
export const canRedo = computed(() => (deck.value?.history.undone.length ?? 0) > 0)

export function undo(): void {
  const open = deck.value
  if (!open?.history.now.before) return
  const { slide, state } = open.history.now
  batch(() => {
    show({ ...open, history: undoStep(open.history) }, state)
    if (slide !== null && slides.value.some(({ id }) => id === slide)) choose(slide)
  })
}

export function redo(): void {
  const open = deck.value
  if (!open) return
  const next = redoStep(open.history)
  const { slide } = next.now
  batch(() => {
    show({ ...open, history: next }, open.history.now.state)
    if (slide !== null && slides.value.some(({ id }) => id === slide)) choose(slide)
  })
}

/** What other hands did to the open deck, in order. */
let theirs: ((state: DeckState) => DeckState)[] = []
/** How much of that a state has: one that is gone back to gets the rest. */
const has = new WeakMap<DeckState, number>()

/** Takes over what another hand did: it is no step of this one's history, and nothing that is undone takes it back. */
export function takeOver(change: (state: DeckState) => DeckState): void {
  const open = deck.value
  if (!open) return
  const { state } = open.history.now
  const after = change(state)
  has.set(after, theirs.push(change))
  show({ ...open, history: broughtUp(open.history, after) }, state)
}

function broughtUpToNow(history: History): History {
  const { state } = history.now
  const known = has.get(state) ?? theirs.length
  const now = theirs.slice(known).reduce((state, change) => change(state), state)
  has.set(now, theirs.length)
  return now === state ? history : broughtUp(history, now)
}

/** Opens a deck at a slide of it. */
export function openDeck(
  id: string,
  slug: string,
  opened: DeckState,
  at = 0,
  folder: OpenFolder | null = null,
): void {
  batch(() => {
    theirs = []
    deck.value = { id, slug, history: begin(opened), folder }
    has.set(opened, 0)
    const all = slidesOf(opened)
    choose((all[at] ?? all[0])?.id ?? 0)
  })
}

/** A slide that is gone is not shown any more, but what stands in its place. */
function show(open: OpenDeck, before: DeckState): void {
  batch(() => {
    const history = broughtUpToNow(open.history)
    deck.value = { ...open, history }
    const now = slidesOf(history.now.state)
    if (now.some(({ id }) => id === current.value)) {
      const ids = new Set(now.map(({ id }) => id))
      if ([...chosen.value].some((id) => !ids.has(id)))
        chosen.value = new Set([...chosen.value].filter((id) => ids.has(id)))
      return
    }
    const at = slidesOf(before).findIndex(({ id }) => id === current.value)
    const next = now[Math.min(Math.max(0, at), now.length - 1)]
    if (next) choose(next.id)
  })
}

/** The front matter of the deck's first file. */
export const opening = computed(() => state.value?.files[0]?.opening ?? '')

/** The deck's settings; none where its front matter can't be read. */
export const settings = computed(() => {
  const text = opening.value
  try {
    return readFrontMatter('', text.replace(/\r\n?/g, '\n')).settings
  } catch {
    return {}
  }
})

const sourceBytes = computed(() => state.value?.beside.get(sourceName))

/** The words of the document itself. */
export const documentText = computed(() => {
  const bytes = sourceBytes.value
  return bytes ? new TextDecoder().decode(bytes) : ''
})

export const deckLanguage = computed(() => {
  const { lang, title = '' } = settings.value
  return lang ?? textLanguage([title, ...slides.value.slice(0, 20).map(({ text }) => text)].join('\n'))
})

export const deckTitle = computed(() => settings.value.title ?? deck.value?.slug ?? '')

/** What a slide is called: its heading, or what it says first. */
export function headingOf(slide: EditedSlide, file: EditedFile): string {
  const { parts } = partsOf(slide, file)
  const part = parts.find(({ kind, text }) => kind === 'heading' && text) ?? parts.find(({ text }) => text)
  return part?.text ?? ''
}

/** What stands above the headings of a section's slides: its divider's heading, as on the wall; '' without a divider. */
export function sectionOf(file: EditedFile): string {
  const [first] = file.slides
  return first && partsOf(first, file).classes.includes('divider') ? headingOf(first, file) : ''
}
