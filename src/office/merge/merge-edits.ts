import { bare } from '../../deck/audit/compare.ts'
import { escapeInline, escapeMarkdown } from '../../deck/escape.ts'
import {
  addSlides,
  type DeckState,
  editable,
  editNotes,
  editPart,
  fileOf,
  insertNote,
  insertWords,
  partsOf,
  type SlidePart,
  slideOf,
} from '../../edit/index.ts'
import { type Change, changesBetween } from './changes.ts'
import type { EditedFile, EditedParagraph, EditedSlide } from './edited-slide.ts'
import { matchSlides } from './match.ts'

/** What a file that came back did to a slide of the deck. */
export interface MergedSlide {
  readonly kind: 'edited' | 'added' | 'clash' | 'gone'
  /** Its heading, or its first words. */
  readonly name: string
  /** As the file counts, from 1; of one that is gone, as the deck counts. */
  readonly number: number
  /** The slide of the state; null for one that is not there. */
  readonly id: number | null
  readonly points: number
  readonly notes: number
  /** Words in a form that does not come back: of tables, formulas. */
  readonly left: readonly string[]
  readonly comments: readonly string[]
}

export interface MergedEdits {
  readonly state: DeckState
  readonly slides: readonly MergedSlide[]
}

/**
 * Takes what somebody changed in a file over into the Markdown of its deck: changed headings, points and notes as their
 * edits, added slides as their own. Nothing is taken away with a slide that the file has no more, and what was changed in
 * both is told and left. Pure.
 *
 * @param deck the slides as they would be written now
 * @param ids for each of them the slide of the state; of one that has several pages the same for all
 * @param file the slides that came back
 */
export function mergeEdits(
  state: DeckState,
  deck: readonly EditedSlide[],
  ids: readonly number[],
  file: EditedFile,
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
    const { points, notes, left } = merged
    const { comments } = after
    if (points || notes || left.length || comments.length)
      slides.push({
        kind: 'edited',
        name: nameOf(after),
        number: after.number,
        id,
        points,
        notes,
        left,
        comments,
      })
  })
  const none = { points: 0, notes: 0, left: [], comments: [] }
  // The last first, so that each comes to stand right behind its own.
  for (const { slide, behind } of added.toReversed()) {
    const id = behind < 0 ? null : (ids[behind] ?? null)
    const put = addSlides(now, id, [markdownOf(slide)])
    now = put.state
    slides.push({ ...none, kind: 'added', name: nameOf(slide), number: slide.number, id: put.ids[0] ?? null })
  }
  for (const slide of clashing)
    slides.push({ ...none, kind: 'clash', name: nameOf(slide), number: slide.number, id: null })
  for (const place of gone) {
    const slide = deck[place]
    if (slide)
      slides.push({ ...none, kind: 'gone', name: nameOf(slide), number: place + 1, id: ids[place] ?? null })
  }
  const order = { edited: 0, added: 0, clash: 0, gone: 1 }
  return {
    state: now,
    slides: slides.sort((one, other) => order[one.kind] - order[other.kind] || one.number - other.number),
  }
}

const nameOf = ({ heading, body }: EditedSlide): string =>
  (heading || body[0]?.text || '').replace(/\s+/g, ' ').trim().slice(0, 40)

interface Taken {
  readonly state: DeckState
  readonly points: number
  readonly notes: number
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
  let [now, points, notes] = [state, 0, 0]
  const said = (slide: EditedSlide): readonly EditedParagraph[] => [
    ...(isFirst && slide.heading ? [{ text: slide.heading, level: 0, isFixed: false }] : []),
    ...slide.body,
  ]
  for (const [isNotes, one, other] of [
    [false, said(before), said(after)],
    [true, before.notes, after.notes],
  ] as const) {
    // From the last to the first: places of those before it stay what they are.
    for (const change of changesBetween(one, other).toReversed()) {
      const next = applied(now, id, isNotes, one, change)
      if (next === null) left.push(change.kind === 'added' ? change.paragraph.text : change.before)
      else if (next !== now) {
        if (isNotes) notes++
        else points++
        now = next
      }
    }
  }
  return { state: now, points, notes, left: left.reverse() }
}

/** The state with a change; null for one of words that are not in the Markdown as the file has them. */
function applied(
  state: DeckState,
  id: number,
  isNotes: boolean,
  before: readonly EditedParagraph[],
  change: Change,
): DeckState | null {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return null
  const { parts, notes } = partsOf(slide, file)
  const all = isNotes ? notes : parts
  const places = placesOf(before, all)
  const edit = isNotes ? editNotes : editPart
  if (change.kind === 'added') {
    if (change.paragraph.isFixed) return null
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
  if (is === '') return start === 0 && bare(was) === bare(part.text) ? '' : null
  const { from, behind } = edges(was, is)
  const put = escapeInline(is.slice(from, is.length - behind))
  // So much of what stands around it that it is one place.
  for (let around = 0; around <= 16; around += 4) {
    const left = was.slice(Math.max(0, from - around), from)
    const right = was.slice(was.length - behind, was.length - behind + around)
    const sought = left + was.slice(from, was.length - behind) + right
    const at = sought === '' ? -1 : words.indexOf(sought)
    if (at >= 0 && words.indexOf(sought, at + 1) < 0)
      return words.slice(0, at) + left + put + right + words.slice(at + sought.length)
  }
  return null
}

/** How many characters two texts have in common at their beginnings and at their ends. */
function edges(one: string, other: string): { readonly from: number; readonly behind: number } {
  const most = Math.min(one.length, other.length)
  let from = 0
  while (from < most && one[from] === other[from]) from++
  let behind = 0
  while (behind < most - from && one.at(-1 - behind) === other.at(-1 - behind)) behind++
  return { from, behind }
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
function markdownOf({ heading, body, notes }: EditedSlide): string {
  const line = (text: string): string => escapeMarkdown(text.replace(/\s*[\n\v\t]\s*/g, ' '))
  const blocks = [
    heading ? `### ${line(heading)}` : '',
    body.map(({ text, level }) => `${'  '.repeat(Math.min(1, level))}- ${line(text)}`).join('\n'),
    notes.length ? `Note:\n${notes.map(({ text }) => line(text)).join('\n\n')}` : '',
  ]
  return blocks.filter(Boolean).join('\n\n')
}
