import { bare } from '../../deck/audit/compare.ts'
import { escapeMarkdown } from '../../deck/escape.ts'
import {
  addSlides,
  asCell,
  type DeckState,
  editable,
  editNotes,
  editPart,
  fileOf,
  insertNote,
  insertWords,
  moveSlides,
  partsOf,
  type SlidePart,
  slideOf,
} from '../../edit/index.ts'
import { type Change, changesBetween } from './changes.ts'
import type { FileComment } from './comments.ts'
import type { EditedFile, EditedParagraph, EditedSlide, EditedTable } from './edited-slide.ts'
import { matchSlides } from './match.ts'
import { mergeCode } from './merge-code.ts'
import { mergeTables } from './merge-tables.ts'
import type { Wording } from './wording.ts'
import { changedWords, edges } from './words.ts'

/** What a file that came back did to a slide of the deck. */
export interface MergedSlide {
  readonly kind: 'edited' | 'added' | 'clash' | 'gone' | 'moved'
  /** Its heading, or its first words. */
  readonly name: string
  /** As the file counts, from 1; of one that is gone, as the deck counts. */
  readonly number: number
  /** The slide of the state; null for one that is not there. */
  readonly id: number | null
  readonly points: number
  readonly notes: number
  /** What was taken over, as the deck had it and as the file has it; of a clash how the two differ. */
  readonly changes: readonly Wording[]
  /** Of one that was moved, the name of the slide that it stands behind in the file; '' for none, and for all others. */
  readonly behind: string
  /** Words in a form that does not come back: formulas, tables that are no Markdown. */
  readonly left: readonly string[]
  readonly comments: readonly FileComment[]
}

export interface MergedEdits {
  readonly state: DeckState
  readonly slides: readonly MergedSlide[]
}

/**
 * Takes what somebody changed in a file over into the Markdown of its deck: changed headings, points and notes as their
 * edits, added slides as their own. Nothing is taken away with a slide that the file has no more, what was changed in both
 * and what was moved is told and left. Pure.
 *
 * @param deck the slides as they would be written now
 * @param ids for each of them the slide of the state; of one that has several pages the same for all
 * @param file the slides that came back
 * @param takesOrder slides that were moved in the file are moved in the Markdown
 */
export function mergeEdits(
  state: DeckState,
  deck: readonly EditedSlide[],
  ids: readonly number[],
  file: EditedFile,
  takesOrder = false,
): MergedEdits {
  const { edited, added, clashing, gone } = matchSlides(deck, file)
  const slides: MergedSlide[] = []
  let now = state
  deck.forEach((before, place) => {
    const after = edited.get(place)
    const id = ids[place]
    if (!after || id === undefined) return
    const isFirst = ids.indexOf(id) === place
    const merged = mergeSlide(now, id, before, after, isFirst)
    now = merged.state
    const { points, notes, changes, left } = merged
    const { comments } = after
    if (points || notes || left.length || comments.length)
      slides.push({
        kind: 'edited',
        name: nameOf(after),
        number: after.number,
        id,
        points,
        notes,
        changes,
        behind: '',
        left,
        comments,
      })
  })
  const none = { points: 0, notes: 0, changes: [], behind: '', left: [], comments: [] }
  for (const { slide, id, behind } of movedSlides(deck, ids, edited)) {
    if (takesOrder) now = moveSlides(now, [id], behind?.id ?? null)
    const name = behind ? nameOf(behind.slide) : ''
    slides.push({ ...none, kind: 'moved', name: nameOf(slide), number: slide.number, id, behind: name })
  }
  // The last first, so that each comes to stand right behind its own.
  for (const { slide, behind } of added.toReversed()) {
    const id = behind < 0 ? null : (ids[behind] ?? null)
    const put = addSlides(now, id, [markdownOf(slide)])
    now = put.state
    slides.push({
      ...none,
      kind: 'added',
      name: nameOf(slide),
      number: slide.number,
      id: put.ids[0] ?? null,
      comments: slide.comments,
    })
  }
  for (const { slide, place } of clashing) {
    const own = place === null ? undefined : deck[place]
    slides.push({
      ...none,
      kind: 'clash',
      name: nameOf(slide),
      number: slide.number,
      id: place === null ? null : (ids[place] ?? null),
      changes: own ? differences(own, slide) : [],
      comments: slide.comments,
    })
  }
  for (const place of gone) {
    const slide = deck[place]
    if (slide)
      slides.push({ ...none, kind: 'gone', name: nameOf(slide), number: place + 1, id: ids[place] ?? null })
  }
  const order = { edited: 0, added: 0, clash: 0, moved: 1, gone: 2 }
  return {
    state: now,
    slides: slides.sort((one, other) => order[one.kind] - order[other.kind] || one.number - other.number),
  }
}

/** A slide that stands in another order in the file, and the one that it stands behind there. */
interface Moved {
  readonly slide: EditedSlide
  readonly id: number
  readonly behind: { readonly slide: EditedSlide; readonly id: number } | null
}

/** As few slides as must be moved for the deck to have the file's order, in that order. */
function movedSlides(
  deck: readonly EditedSlide[],
  ids: readonly number[],
  edited: ReadonlyMap<number, EditedSlide>,
): readonly Moved[] {
  // Of a slide of several pages the first says where it is.
  const found = [...edited]
    .flatMap(([place, slide]) => {
      const id = ids[place]
      return id !== undefined && ids.indexOf(id) === place && deck[place] ? [{ place, slide, id }] : []
    })
    .sort((one, other) => one.slide.number - other.slide.number)
  const stays = new Set(longestRising(found.map(({ place }) => place)))
  return found.flatMap(({ place, slide, id }, i): Moved[] =>
    stays.has(place) ? [] : [{ slide, id, behind: found[i - 1] ?? null }],
  )
}

/** The longest row of numbers, in their order, of which each is greater than the one before. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    // The shortest rows end lowest: where this number goes on is found by halves.
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[i] = ends[low - 1] ?? -1
    ends[low] = i
  })
  const row: number[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) row.push(numbers[i] ?? 0)
  return row.reverse()
}

/** How a slide reads in the deck and in the file. */
function differences(own: EditedSlide, other: EditedSlide): readonly Wording[] {
  const said = ({ heading, body }: EditedSlide): readonly EditedParagraph[] => [
    ...(heading ? [{ text: heading, level: 0, isFixed: false }] : []),
    ...body,
  ]
  return [...changesBetween(said(own), said(other)), ...changesBetween(own.notes, other.notes)].map(wordingOf)
}

const wordingOf = (change: Change): Wording => ({
  before: change.kind === 'added' ? '' : change.before,
  after: change.kind === 'gone' ? '' : change.kind === 'added' ? change.paragraph.text : change.after,
})

const nameOf = ({ heading, body }: EditedSlide): string =>
  (heading || body[0]?.text || '').replace(/\s+/g, ' ').trim().slice(0, 40)

interface Taken {
  readonly state: DeckState
  readonly points: number
  readonly notes: number
  readonly changes: readonly Wording[]
  readonly left: readonly string[]
}

/** @param isFirst of the pages of its slide: the others say the heading again */
function mergeSlide(
  state: DeckState,
  id: number,
  before: EditedSlide,
  after: EditedSlide,
  isFirst: boolean,
): Taken {
  const left: string[] = []
  const changes: Wording[] = []
  let [now, points, notes] = [state, 0, 0]
  const said = (slide: EditedSlide): readonly EditedParagraph[] => [
    ...(isFirst && slide.heading ? [{ text: slide.heading, level: 0, isFixed: false }] : []),
    ...slide.body.filter(({ isFixed }) => !isFixed),
  ]
  for (const [isNotes, one, other] of [
    [false, said(before), said(after)],
    [true, before.notes, after.notes],
  ] as const) {
    const own: Wording[] = []
    const places = placesOf(one, saidBy(now, id, isNotes))
    // From the last to the first: places of those before it stay what they are.
    for (const change of changesBetween(one, other).toReversed()) {
      const next =
        applied(now, id, isNotes, places, change) ??
        (change.kind === 'added' || isNotes ? null : mergeCode(now, id, change))
      if (next === null) left.push(change.kind === 'added' ? change.paragraph.text : change.before)
      else if (next !== now) {
        if (isNotes) notes++
        else points++
        own.unshift(wordingOf(change))
        now = next
      }
    }
    changes.push(...own)
  }
  const tables = mergeTables(now, id, before.tables, after.tables)
  return {
    state: tables.state,
    points: points + tables.changes,
    notes,
    changes,
    left: [...left.reverse(), ...tables.left],
  }
}

/** The parts of a slide, or of its notes. */
function saidBy(state: DeckState, id: number, isNotes: boolean): readonly SlidePart[] {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return []
  const { parts, notes } = partsOf(slide, file)
  return isNotes ? notes : parts
}

/** The state with a change; null for one of words that are not in the Markdown as the file has them. */
function applied(
  state: DeckState,
  id: number,
  isNotes: boolean,
  places: ReturnType<typeof placesOf>,
  change: Change,
): DeckState | null {
  const all = saidBy(state, id, isNotes)
  const edit = isNotes ? editNotes : editPart
  if (change.kind === 'added') {
    const behind = change.at < 0 ? -1 : (places[change.at]?.part ?? all.length - 1)
    const words = plainWords(change.paragraph.text)
    return isNotes
      ? insertNote(state, id, behind, words)
      : insertWords(state, id, behind, Math.min(1, change.paragraph.level), words)
  }
  const place = places[change.at]
  const part = place && all[place.part]
  if (!place || !part) return null
  const after = change.kind === 'gone' ? '' : change.after
  const words = editedWords(part, place.start, change.before, after)
  return words === null ? null : edit(state, id, place.part, words)
}

/** Which part says each paragraph, and where in its words, white space apart; null for one that none says. */
function placesOf(
  paragraphs: readonly EditedParagraph[],
  parts: readonly SlidePart[],
): ({ readonly part: number; readonly start: number } | null)[] {
  let [part, start] = [0, 0]
  return paragraphs.map(({ text }) => {
    const words = bare(text)
    for (let k = part; k < parts.length; k++) {
      const from = k === part ? start : 0
      const said = bare(parts[k]?.text ?? '')
      const isWords = /^(?:heading|point|paragraph|quotation)$/.test(parts[k]?.kind ?? '')
      if (!isWords || words === '' || !said.startsWith(words, from)) continue
      part = k
      start = from + words.length
      return { part: k, start: from }
    }
    return null
  })
}

/** Tabs and line breaks stand in a file where the layout has them. */
const plainWords = (text: string): string => text.replace(/[\t\n\v]+/g, '').trim()

/**
 * The words of a part, as `editable` has them, after some of them were changed.
 *
 * @param start where in the part's words they begin, white space apart
 * @returns null where the Markdown of the part does not say them in one piece
 */
function editedWords(part: SlidePart, start: number, before: string, after: string): string | null {
  const words = editable(part)
  const [was, is] = [before, after].map((text) => text.replace(/[\t\n\v]+/g, ''))
  if (was === undefined || is === undefined) return null
  if (part.plain) return spliced(words, start, was, is)
  if (is === '' && start === 0 && bare(was) === bare(part.text)) return ''
  // Marks around words that are gone have nothing to mark.
  return changedWords(words, was, is)?.replace(/(\*\*|__)\1/u, '') ?? null
}

/**
 * Words with what was changed in them; white space goes with the change, and stays elsewhere.
 *
 * @param start how many characters stand before those that were changed, white space apart
 */
function spliced(words: string, start: number, was: string, is: string): string {
  const [old, now] = [bare(was), bare(is)]
  const { from, behind } = edges(old, now)
  const [at, put] = [placesIn(words), placesIn(is)]
  const begin = (places: readonly number[], count: number, first: number): number =>
    count === first ? (places[count] ?? (places.at(-1) ?? -1) + 1) : (places[count - 1] ?? -1) + 1
  const end = (places: readonly number[], count: number, last: number): number =>
    count === last ? (places[count - 1] ?? -1) + 1 : (places[count] ?? (places.at(-1) ?? -1) + 1)
  const [left, right] = [
    begin(at, start + from, start),
    end(at, start + old.length - behind, start + old.length),
  ]
  const added = is.slice(begin(put, from, 0), end(put, now.length - behind, now.length))
  return words.slice(0, left) + added + words.slice(Math.max(left, right))
}

/** Where the characters of a text stand in it, white space apart. */
function placesIn(text: string): number[] {
  const places: number[] = []
  for (let i = 0; i < text.length; i++) if (!/\s/u.test(text.charAt(i))) places.push(i)
  return places
}

/** A slide that somebody added, as Markdown. */
function markdownOf({ heading, body, notes, tables }: EditedSlide): string {
  const line = (text: string): string => escapeMarkdown(text.replace(/\s*[\n\v\t]\s*/g, ' '))
  const blocks = [
    heading ? `### ${line(heading)}` : '',
    body
      .filter(({ isFixed }) => !isFixed)
      .map(({ text, level }) => `${'  '.repeat(Math.min(1, level))}- ${line(text)}`)
      .join('\n'),
    ...tables.map(tableMarkdown),
    notes.length ? `Note:\n${notes.map(({ text }) => line(text)).join('\n\n')}` : '',
  ]
  return blocks.filter(Boolean).join('\n\n')
}

/** A table of a slide that somebody added, its first row the head. */
function tableMarkdown(rows: EditedTable): string {
  const width = Math.max(...rows.map(({ length }) => length))
  const row = (cells: readonly string[]): string =>
    `|${Array.from({ length: width }, (_, i) => ` ${asCell(cells[i] ?? '')} |`).join('')}`
  const [head = [], ...others] = rows
  return [row(head), `|${' --- |'.repeat(width)}`, ...others.map(row)].join('\n')
}
