import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { EditedFile, EditedSlide } from '../../edit/index.ts'
import type { PictureContext, ShownOnSlides, SlideText } from '../messages.ts'
import { besideSlides, deck, deckLanguage, slides, state } from './deck.ts'
import { loadFonts } from './fonts.ts'
import { ask } from './worker-link.ts'

/** So many slides are rendered at once: the first ones show while the others wait. */
const together = 8

export const shownOnSlides = signal<ShownOnSlides | null>(null)

/** What all pictures depend on; another one makes all of them anew. */
const context = computed<PictureContext | null>((): PictureContext | null => {
  const open = deck.value
  const first = state.value?.files[0]
  if (!open || !first) return null
  const agenda = slides.value.filter(listsSections).map(({ text }) => text)
  return { slug: open.slug, opening: first.opening, lang: deckLanguage.value, agenda }
})

const listing = new WeakMap<EditedSlide, boolean>()

/** Whether a slide lists the sections of the deck. */
function listsSections(slide: EditedSlide): boolean {
  const before = listing.get(slide)
  if (before !== undefined) return before
  const lists = /<!--\s*\.slide:[^>]*\bagenda\b/.test(slide.text)
  listing.set(slide, lists)
  return lists
}

const contextKey = computed(() => JSON.stringify(context.value))

type Pages = readonly string[]

interface Wanted {
  readonly slide: SlideText
  readonly into: Signal<Pages | null>
  readonly of: string
  /** The slide; null for what one would be. */
  readonly source: EditedSlide | null
}

let known = new WeakMap<EditedSlide, Signal<Pages | null>>()
/** What a slide looked like before, to be shown until its new picture is there. */
const last = new Map<number, Pages>()
let queue: Wanted[] = []
let isAsking = false

/** The picture of a slide, as the pages that it takes; null until there is one. */
export function pictureOf(slide: EditedSlide, file: EditedFile): ReadonlySignal<Pages | null> {
  const before = known.get(slide)
  if (before) return before
  const into = signal<Pages | null>(last.get(slide.id) ?? null)
  known.set(slide, into)
  // A picture of what the slide was a moment ago is not waited for any more.
  queue = queue.filter(({ source }) => {
    const isOld = source?.id === slide.id
    if (source && isOld) known.delete(source)
    return !isOld
  })
  want({ key: nextKey(), text: standalone(slide.text, file) }, into, slide)
  into.subscribe((pages) => {
    if (pages) last.set(slide.id, pages)
  })
  return into
}

/** A picture of what a slide would be. */
export function pictureOfText(text: string, file: EditedFile, into: Signal<Pages | null>): void {
  want({ key: nextKey(), text: standalone(text, file) }, into, null)
}

let lastKey = 0
const nextKey = (): string => String(++lastKey)

/** The slide with the front matter of its file, which may say in which dialect it is written. */
const standalone = (text: string, { opening }: EditedFile): string => opening.trimStart() + text

function want(slide: SlideText, into: Signal<Pages | null>, source: EditedSlide | null): void {
  // What was asked for last is looked at.
  queue.unshift({ slide, into, of: contextKey.value, source })
  if (!isAsking) queueMicrotask(askNext)
}

async function askNext(): Promise<void> {
  if (isAsking) return
  isAsking = true
  while (queue.length > 0) {
    const now = context.value
    const key = contextKey.value
    const batch = queue.splice(0, together).filter(({ of }) => of === key)
    if (!now || batch.length === 0) continue
    try {
      const { pictures, fonts, settings } = await ask('pictures', {
        context: now,
        slides: batch.map(({ slide }) => slide),
      })
      if (contextKey.value !== key) continue
      shownOnSlides.value = settings
      void loadFonts(fonts)
      for (const { key, pages } of pictures)
        for (const { slide, into } of batch) if (slide.key === key) into.value = pages
    } catch {
      // Of slides that can't be shown together each is tried alone; one that can't be shown at all says so itself.
      if (batch.length > 1) for (const one of batch) await askAlone(one, now)
      else for (const { into } of batch) into.value ??= []
    }
  }
  isAsking = false
}

async function askAlone({ slide, into }: Wanted, now: PictureContext): Promise<void> {
  const found = await ask('pictures', { context: now, slides: [slide] }).catch(() => null)
  into.value = found?.pictures[0]?.pages ?? []
}

/** How often all pictures were made anew: who shows one asks again. */
export const generation = signal(0)
let lastContext = ''
let lastDeck = ''
effect(() => {
  const key = contextKey.value
  const id = deck.value?.id ?? ''
  // Slides of another deck have the same numbers.
  if (id !== lastDeck) last.clear()
  if (id !== lastDeck) lastContext = ''
  lastDeck = id
  if (key === lastContext) return
  lastContext = key
  known = new WeakMap()
  queue = []
  generation.value = generation.peek() + 1
})

let sent: ReadonlyMap<string, Uint8Array> = new Map()
/** Pictures and themes beside the slides; not the document, of which nothing is shown. */
const isShown = (name: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|mp4|webm|mp3|yaml)$/i.test(name)
effect(() => {
  const beside = besideSlides.value
  const changed = new Map<string, Uint8Array | null>()
  for (const [name, bytes] of beside) if (isShown(name) && sent.get(name) !== bytes) changed.set(name, bytes)
  for (const name of sent.keys()) if (isShown(name) && !beside.has(name)) changed.set(name, null)
  sent = beside
  if (changed.size === 0) return
  void ask('beside', { changed })
  known = new WeakMap()
  generation.value = generation.peek() + 1
})
