import { bare } from '../../deck/audit/compare.ts'
import type { DeckFiles } from '../../deck/deck-files.ts'
import {
  type CurrentFile,
  type Merged,
  mergeDeck,
  type SlideChange,
  type SlideState,
} from '../../deck/merge.ts'
import { type DerivedRecord, fingerprint, parseRecord, recordName, recordText } from '../../deck/record.ts'
import { slideFiles } from '../../deck/slide-files.ts'
import { isOriginal, sourceName } from '../../deck/source-files.ts'
import { readTextFile } from '../../document/encoding.ts'
import { cutSlides } from '../../markdown/cut.ts'
import { type DeckState, type EditedFile, type EditedSlide, newFile, openState } from '../deck-state.ts'
import { inserted, removed, withoutEmptyFiles } from '../slide-list.ts'
import { partsOf } from '../slide-parts.ts'
import { type Pair, pairParagraphs, textOfParagraphs } from '../version/paragraphs.ts'
import { unsignSlides } from './review-slides.ts'

/** How a paragraph of the document became another; '' for one that is new, or gone. */
export interface ParagraphChange {
  readonly before: string
  readonly after: string
}

/** A slide that a change of the document touches. */
export interface TouchedSlide {
  /** null for one that is new. */
  readonly id: number | null
  /** `refreshed`, `new`, `retired`: as the document is now; `outdated`: a person edited it, so that it says the old words. */
  readonly state: SlideState
  /** The document said before what is on it, and says it now: it is only parted into slides otherwise. */
  readonly isReparted: boolean
  /** What it says or would say first. */
  readonly heading: string
  /** What the new version has in its place: its heading and points; none where it has nothing. */
  readonly instead: readonly string[]
}

/** What of a new version can be taken over by itself: paragraphs, and all slides on which they stand. */
export interface VersionChange {
  readonly paragraphs: readonly ParagraphChange[]
  /** Without paragraphs: slides of no words of their own, as the table of contents. */
  readonly slides: readonly TouchedSlide[]
}

export interface Comparison {
  readonly changes: readonly VersionChange[]
  /** How much of the new version the deck knows, 0 to 1: the same document, or another. */
  readonly familiar: number
}

const telling: ReadonlySet<SlideState> = new Set(['new', 'refreshed', 'retired', 'outdated'])
const absent: ReadonlySet<SlideState> = new Set(['new', 'left-out'])

/** A slide of the deck, or one that is to come, and to which change it belongs; null for none. */
interface Placed {
  readonly change: SlideChange
  readonly id: number | null
  readonly group: number | null
  /** The paragraphs on it, by the numbers of their pairs. */
  readonly pairs: readonly number[]
  /** It stands for one that a person edited: it comes in the place of that one or not at all. */
  readonly isHeir: boolean
}

interface Plan {
  readonly merged: Merged
  readonly pairs: readonly (Pair & { readonly group: number | null })[]
  readonly slides: readonly Placed[]
  /** The change that the deck's settings belong to. */
  readonly settings: number | null
  /** What derive remembers of the deck. */
  readonly known: DerivedRecord | null
  readonly pictures: readonly (readonly [name: string, bytes: Uint8Array])[]
  /** Of changes. */
  readonly count: number
}

/**
 * Compares a deck with a new version of its document.
 *
 * @param version the files of the deck that is derived of the new version
 */
export function compareVersion(state: DeckState, version: DeckFiles): Comparison {
  const { merged, pairs, slides, count } = planOf(state, version)
  const [file] = state.files
  const changes = Array.from(
    { length: count },
    (_, group): VersionChange => ({
      paragraphs: pairs.flatMap((pair) =>
        pair.group === group
          ? [{ before: pair.before?.text.trim() ?? '', after: pair.after?.text.trim() ?? '' }]
          : [],
      ),
      slides: slides.flatMap((slide) =>
        slide.group === group && !slide.isHeir
          ? [
              {
                id: slide.id,
                state: slide.change.state,
                isReparted:
                  slide.pairs.length > 0 &&
                  slide.pairs.every((at) => pairs[at]?.before != null && pairs[at]?.after != null),
                heading: wordsOn(slide.change.derived ?? slide.change.markdown, file)[0] ?? '',
                instead: wordsOn(slide.change.derived ?? '', file),
              },
            ]
          : [],
      ),
    }),
  )
  return { changes, familiar: merged.familiar }
}

/** Whether a change touches slides that a person edited. */
export const isEdited = ({ slides }: VersionChange): boolean =>
  slides.some(({ state }) => state === 'outdated')

/**
 * Takes over every change that touches no slide that a person edited. The others are left to be decided, so that old and
 * new words never stand side by side; nobody's signature stands below the old ones.
 */
export function takeUnedited(state: DeckState, version: DeckFiles): DeckState {
  const { changes } = compareVersion(state, version)
  const edited = changes.flatMap(({ slides }) =>
    slides.flatMap(({ id, state }) => (state === 'outdated' && id !== null ? id : [])),
  )
  const taken = new Set(changes.flatMap((change, number) => (isEdited(change) ? [] : number)))
  return unsignSlides(taken.size > 0 ? takeVersion(state, version, taken) : state, edited)
}

/**
 * Takes over changes of a new version of the document. What a person edited stays, unsigned, and nothing new comes beside
 * it for the same paragraph.
 *
 * @param taken the numbers of the changes, as `compareVersion` gives them now; all unless given
 * @param replaced slides of them that a person edited and that give way all the same
 */
export function takeVersion(
  state: DeckState,
  version: DeckFiles,
  taken: ReadonlySet<number> | null = null,
  replaced: ReadonlySet<number> = new Set(),
): DeckState {
  const plan = planOf(state, version)
  const isTaken = (group: number | null): boolean => group !== null && (taken === null || taken.has(group))
  const kept = plan.slides.filter(
    ({ change, id, group }) =>
      change.state === 'outdated' && isTaken(group) && id !== null && !replaced.has(id),
  )
  const keptPairs = new Set(kept.flatMap(({ pairs }) => pairs))
  let nextId = state.nextId
  const files = plan.merged.files.map(({ name, frontMatter }): EditedFile => {
    const there = state.files.find((file) => file.name === name)
    const own = there ?? newFile(name, [], state.files[0])
    const opening = isTaken(plan.settings) ? frontMatter.replace(/\n/g, own.form.lineEnd) : own.opening
    let file = opening.trim() === own.opening.trim() ? own : { ...own, opening }
    const gone = new Set<number>()
    let at = 0
    for (const { change, id, group, pairs, isHeir } of plan.slides.filter(
      (slide) => slide.change.file === name,
    )) {
      const text = (change.derived ?? '').trim().replace(/\n/g, own.form.lineEnd)
      const isWanted = !isHeir && !pairs.some((pair) => keptPairs.has(pair))
      if (change.state === 'new' && isTaken(group) && isWanted)
        file = inserted(file, at++, [{ id: nextId++, before: '', text }])
      if (id === null) continue
      const gives = change.state === 'outdated' && replaced.has(id)
      if (isTaken(group) && (change.state === 'retired' || (gives && text === ''))) gone.add(id)
      else if (isTaken(group) && (change.state === 'refreshed' || gives))
        file = { ...file, slides: file.slides.map((slide) => (slide.id === id ? { ...slide, text } : slide)) }
      at++
    }
    return removed(file, ({ id }) => gone.has(id))
  })
  // Files that derive knows nothing of stay.
  const others = state.files.filter(({ name }) => !plan.merged.files.some((file) => file.name === name))
  const beside = besideOf(state, version, plan, isTaken)
  const byName = new Map([...files, ...others].map((file) => [file.name, file]))
  const order = slideFiles([...byName.keys()], isOriginal)
  const all = order.flatMap((name) => byName.get(name) ?? [])
  return unsignSlides(
    withoutEmptyFiles({ files: all, beside, nextId }),
    kept.flatMap(({ id }) => id ?? []),
  )
}

type IsTaken = (group: number | null) => boolean

/** The document with what was taken over, its pictures, and what derive is to remember. */
function besideOf({ beside }: DeckState, version: DeckFiles, plan: Plan, isTaken: IsTaken): DeckFiles {
  const isWhole = Array.from({ length: plan.count }, (_, group) => group).every(isTaken)
  const result = new Map(beside)
  if (isWhole) {
    for (const name of beside.keys()) if (isOriginal(name)) result.delete(name)
    for (const [name, bytes] of version) if (isOriginal(name) || name === sourceName) result.set(name, bytes)
  } else if (plan.pairs.some(({ isSame, group }) => !isSame && isTaken(group))) {
    const paragraphs = plan.pairs.flatMap(
      ({ isSame, group, before, after }) => (isSame || !isTaken(group) ? before : after) ?? [],
    )
    result.set(sourceName, encode(textOfParagraphs(paragraphs)))
  }
  // A picture that is there may be one that a person mended.
  for (const [name, bytes] of plan.pictures) if (!result.has(name)) result.set(name, bytes)
  const source = new Map([...result].filter(([name]) => isOriginal(name) || name === sourceName))
  const record = isWhole ? plan.merged.record : partlyRecord(plan, isTaken)
  return result.set(recordName, encode(recordText(record, source)))
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What derive is to remember where only some changes were taken over: the others are told again. */
function partlyRecord({ merged, slides, settings, known }: Plan, isTaken: IsTaken): DerivedRecord {
  const files = merged.files.map(({ name }) => {
    const written = slides
      .filter(({ change }) => change.file === name)
      .flatMap(({ change: { state, wrote, writes }, group }) => {
        if (state === 'own') return []
        return (telling.has(state) && !isTaken(group) ? wrote : state === 'retired' ? null : writes) ?? []
      })
    const front = isTaken(settings) ? merged.record[name] : (known?.[name] ?? merged.record[name])
    return [name, { frontMatter: front?.frontMatter ?? fingerprint(''), slides: written }] as const
  })
  return Object.fromEntries(files.filter(([, { slides }]) => slides.length > 0))
}

function planOf(state: DeckState, version: DeckFiles): Plan {
  const fresh = openState(version)
  const bytes = state.beside.get(recordName)
  const known = bytes ? (parseRecord(new TextDecoder().decode(bytes))?.files ?? null) : null
  const merged = mergeDeck(
    known,
    state.files.map(currentFile),
    fresh.files.map(({ name, opening, slides }) => ({
      name,
      frontMatter: opening,
      slides: slides.map(({ text }) => text),
    })),
  )
  const pairs = pairParagraphs(sourceText(state.beside), sourceText(version))
  const groups = new Groups(pairs.length)
  const [before, after] = [placesIn(pairs, 'before'), placesIn(pairs, 'after')]
  // A paragraph that moved goes with itself.
  for (const [key, from] of before.changed)
    for (const to of after.changed.get(key) ?? []) groups.join(from[0] ?? to, to)
  const touched = placesOf(merged.slides, state).map(({ change, id, slide, file }) => {
    const old = slide && file ? paragraphsIn(slide, file) : []
    const now = change.derived === null ? [] : paragraphsIn(slideOfText(change.derived), fresh.files[0])
    const changed = [
      ...old.flatMap((key) => before.changed.get(key) ?? []),
      ...(isOfPerson(change.state) ? [] : now.flatMap((key) => after.changed.get(key) ?? [])),
    ]
    // Of a page that was split, both halves say what the document said.
    const isOld = isOfPerson(change.state) && changed.length > 0
    const told: SlideChange = isOld ? { ...change, state: 'outdated' } : change
    // What becomes of a paragraph that stays is told with those beside which it stood, and stands.
    const stays = [...old, ...now].flatMap((key) => before.same.get(key) ?? [])
    const own = [...changed, ...stays]
    if (telling.has(told.state)) for (const one of own) groups.join(own[0] ?? one, one)
    return { change: told, id, pairs: own }
  })
  const slides = withHeirs(touched)
  const isOtherFront = merged.files.some(
    ({ name, frontMatter }) =>
      frontMatter.trim() !== (state.files.find((file) => file.name === name)?.opening ?? '').trim(),
  )
  const changed = pairs.flatMap(({ isSame }, i) => (isSame ? [] : [groups.of(i)]))
  const numbers = new Map([...new Set(changed)].map((group, number) => [group, number]))
  const others = numbers.size
  const groupOf = ({ change, pairs: [pair] }: (typeof slides)[number]): number | null =>
    telling.has(change.state) ? ((pair === undefined ? null : numbers.get(groups.of(pair))) ?? others) : null
  const placed = slides.map((slide) => ({ ...slide, group: groupOf(slide) }))
  const hasOthers = isOtherFront || placed.some(({ group }) => group === others)
  return {
    merged,
    known,
    pairs: pairs.map((pair, i) => ({
      ...pair,
      group: pair.isSame ? null : (numbers.get(groups.of(i)) ?? null),
    })),
    slides: placed,
    settings: isOtherFront ? others : null,
    count: others + (hasOthers ? 1 : 0),
    pictures: [...fresh.beside].filter(
      ([name]) => !isOriginal(name) && name !== sourceName && name !== recordName,
    ),
  }
}

const isOfPerson = (state: SlideState): boolean => state === 'own' || state === 'kept'

/** Where each paragraph of a version stands among the pairs: those that changed, and those that stay and stand once. */
function placesIn(pairs: readonly Pair[], side: 'before' | 'after') {
  const [changed, same] = [new Map<string, number[]>(), new Map<string, number[]>()]
  pairs.forEach((pair, i) => {
    const key = bare(pair[side]?.text ?? '')
    const found = pair.isSame ? same : changed
    if (key) found.set(key, [...(found.get(key) ?? []), i])
  })
  return { changed, same: new Map([...same].filter(([, places]) => places.length === 1)) }
}

/** For each slide that a person edited, and in whose place nothing is known to come, one that is new for its paragraphs. */
function withHeirs<Slide extends Omit<Placed, 'group' | 'isHeir'>>(slides: readonly Slide[]) {
  const heirs = new Set<Slide>()
  const found = slides.map((slide) => {
    if (slide.change.state !== 'outdated' || slide.change.derived !== null) return slide
    const heir = slides.find(
      (other) =>
        absent.has(other.change.state) &&
        !heirs.has(other) &&
        other.pairs.some((pair) => slide.pairs.includes(pair)),
    )
    if (!heir) return slide
    heirs.add(heir)
    return { ...slide, change: { ...slide.change, derived: heir.change.derived } }
  })
  return found.map((slide) => ({ ...slide, isHeir: heirs.has(slide) }))
}

/** Which of some things belong together. */
class Groups {
  readonly #above: number[]

  constructor(count: number) {
    this.#above = Array.from({ length: count }, (_, i) => i)
  }

  of(one: number): number {
    const above = this.#above[one] ?? one
    if (above === one) return one
    const top = this.of(above)
    this.#above[one] = top
    return top
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)]
    this.#above[Math.max(a, b)] = Math.min(a, b)
  }
}

function currentFile({ name, opening, slides }: EditedFile): CurrentFile {
  const text = slides.map((slide) => slide.before + slide.text).join('')
  const { stacks } = cutSlides(text, 0)
  return stacks.length > 1
    ? { name, frontMatter: opening, slides: [text], whole: true }
    : { name, frontMatter: opening, slides: slides.map(({ text }) => text), whole: false }
}

/** Each slide of a merge with the one of the deck that it is. */
function placesOf(changes: readonly SlideChange[], { files }: DeckState) {
  const counts = new Map<string, number>()
  return changes.map((change) => {
    const file = files.find(({ name }) => name === change.file)
    if (absent.has(change.state)) return { change, id: null, slide: null, file }
    const at = counts.get(change.file) ?? 0
    counts.set(change.file, at + 1)
    const slide = file?.slides[at] ?? null
    return { change, id: slide?.id ?? null, slide, file }
  })
}

const slideOfText = (text: string): EditedSlide => ({ id: 0, before: '', text })

/** The paragraphs of a slide's notes, as they are compared. */
function paragraphsIn(slide: EditedSlide, file: EditedFile | undefined): string[] {
  if (!file) return []
  return partsOf(slide, file).notes.flatMap(({ text }) => text.split('\n').map(bare).filter(Boolean))
}

/** What stands on a slide, as it is seen. */
function wordsOn(text: string, file: EditedFile | undefined): readonly string[] {
  const parts = file ? partsOf(slideOfText(text), file).parts : []
  return parts.flatMap(({ text }) => text || [])
}

function sourceText(files: DeckFiles): string {
  const bytes = files.get(sourceName)
  return bytes ? readTextFile({ name: sourceName, bytes }).text : ''
}
