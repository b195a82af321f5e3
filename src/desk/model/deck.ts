import { batch, computed, signal } from '@preact/signals'
import type { DeckFiles } from '../../deck/deck-files.ts'
import type { ToldLeftOut } from '../../deck/left-out.ts'
import { readFrontMatter } from '../../deck/settings.ts'
import { sourceName } from '../../deck/source-files.ts'
import type { Store } from '../../deck/store.ts'
import { textLanguage } from '../../deck/text-language.ts'
import { readThemeFile, themeFileName } from '../../deck/theme-file.ts'
import { readTextFile } from '../../document/encoding.ts'
import {
  begin,
  broughtUp,
  type DeckState,
  done,
  type EditedFile,
  type EditedSlide,
  fileOf,
  filesOf,
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
  /** What of its document could not be taken over. */
  readonly leftOut: readonly ToldLeftOut[]
  /** A new version of its document that is being taken over. */
  readonly version: NewVersion | null
}

/** A new version of a deck's document. */
export interface NewVersion {
  /** What its file is called. */
  readonly name: string
  /** The deck that it gives. */
  readonly files: DeckFiles
}

/** A deck's folder, and how it was when the deck was read from it. */
export interface OpenFolder {
  readonly store: Store
  readonly known: KnownFiles
  /** The theme of the office among the decks, and its logo. */
  readonly theme: DeckFiles
  /** Reads that again. */
  readonly readTheme: () => Promise<DeckFiles>
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

/** What is known of a deck that was open before. */
export interface Resumed {
  /** The slide that was shown, counted from 0. */
  readonly at: number
  readonly leftOut: OpenDeck['leftOut']
  readonly version: OpenDeck['version']
}

/** Opens a deck where it was left, or at its first slide. */
export function openDeck(
  id: string,
  slug: string,
  opened: DeckState,
  { at = 0, leftOut = [], version = null }: Partial<Resumed> = {},
  folder: OpenFolder | null = null,
): void {
  batch(() => {
    theirs = []
    deck.value = { id, slug, history: begin(opened), folder, leftOut, version }
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

/** What of the document could not be taken over. */
export const leftOut = computed(() => deck.value?.leftOut ?? [])

/** Begins to take over a new version of the document, or has done with it. */
export function setVersion(version: NewVersion | null): void {
  if (deck.value) deck.value = { ...deck.value, version }
}

/** The theme of the office among the decks was changed. */
export function setTheme(theme: DeckFiles): void {
  if (deck.value?.folder) deck.value = { ...deck.value, folder: { ...deck.value.folder, theme } }
}

/** The front matter of the deck's first file. */
export const opening = computed(() => state.value?.files[0]?.opening ?? '')

/** Files of a deck with the theme of the office among whose decks it stands, unless it has one of its own. */
function withTheme(open: OpenDeck | null, files: DeckFiles): DeckFiles {
  return open?.folder && !files.has(themeFileName) ? new Map([...open.folder.theme, ...files]) : files
}

/** What a deck is made into something else of. */
export const wholeFiles = (open: OpenDeck): DeckFiles => withTheme(open, filesOf(open.history.now.state))

/** What slides show besides their words. */
export const besideSlides = computed(() => withTheme(deck.value, state.value?.beside ?? new Map()))

const themeBytes = computed(() => besideSlides.value.get(themeFileName))

/** The office's own theme; null where it has none, or one that can't be read. */
export const officeTheme = computed(() => {
  const bytes = themeBytes.value
  try {
    return bytes
      ? readThemeFile(themeFileName, readTextFile({ name: themeFileName, bytes }).text).theme
      : null
  } catch {
    return null
  }
})

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

/** Whether the layout of Chinese official papers is one for this deck. */
export const isChinese = computed(() => /^zh\b/i.test(deckLanguage.value))

export const deckTitle = computed(() => settings.value.title ?? deck.value?.slug ?? '')

/** What a slide is called: its heading, or what it says first. */
export function headingOf(slide: EditedSlide, file: EditedFile): string {
  const { parts } = partsOf(slide, file)
  const part = parts.find(({ kind, text }) => kind === 'heading' && text) ?? parts.find(({ text }) => text)
  return part?.text ?? ''
}

/** What stands above the headings of a section's slides: its divider's heading, as on the wall, or that of the slide that opens it; '' without either. */
export function sectionOf(file: EditedFile): string {
  const [first] = file.slides
  const names = first ? partsOf(first, file).classes : []
  return first && (names.includes('divider') || names.includes('opening')) ? headingOf(first, file) : ''
}
