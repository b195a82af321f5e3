import { diff3Merge } from 'node-diff3'
import { separatorsOf } from '../deck/dialect.ts'
import { cutFile, type DeckState, type EditedFile, type EditedSlide, textOfFile } from './deck-state.ts'
import { linesOf } from './lines.ts'
import { plain, sameSlides } from './same-slides.ts'
import { withFile } from './within.ts'

/** What became of two changes of one file. */
export interface MergedState {
  readonly state: DeckState
  /** The slides that both changed in ways that exclude each other: the one of the other hand stands behind ours. */
  readonly conflicts: readonly { readonly ours: number; readonly theirs: number }[]
  /** The other hand's front matter, where both changed it in ways that exclude each other: ours stands. */
  readonly opening: string | null
}

/**
 * Brings what somebody else made of a file, in an editor or another window, together with what was done here. A slide is the
 * same one wherever it was moved to: one that only one of both changed is that one's; one that both changed is merged line
 * by line, and where that can't be, both stand there.
 *
 * @param before the file's text when both were the same
 * @param theirs its text now
 * @param mark a comment that tells whose a slide of the other hand is
 * @throws Fault with the line of front matter that is no list of settings
 */
export function mergeFile(
  state: DeckState,
  name: string,
  before: string,
  theirs: string,
  mark: string,
): MergedState {
  const at = state.files.findIndex((file) => file.name === name)
  const ours = state.files[at]
  if (!ours || before === theirs) return { state, conflicts: [], opening: null }
  let nextId = state.nextId
  const newId = (): number => nextId++
  const put = (text: string, slides: readonly EditedSlide[]): DeckState => {
    const cut = cutFile(name, text, ours.form, newId)
    return { ...withFile(state, at, { ...cut, slides: recognised(cut.slides, slides) }), nextId }
  }
  if (textOfFile(ours) === before) return { state: put(theirs, ours.slides), conflicts: [], opening: null }
  const base = cutFile(name, before, ours.form, newId)
  const other = cutFile(name, theirs, ours.form, newId)
  const { slides, conflicts } = mergeSlides(ours.slides, base.slides, other.slides, mark + ours.form.lineEnd)
  const merged = mergedText(ours.opening, base.opening, other.opening)
  const opening = merged ?? ours.opening
  const closing = eitherOf(ours.closing, base.closing, other.closing)
  const file = withSeparators({ ...ours, opening, closing, slides }, ours)
  const isOneOpening = merged !== null && isReadable(name, merged)
  const whole = textOfFile(isOneOpening ? file : { ...file, opening: ours.opening })
  return {
    state: put(whole, file.slides),
    conflicts,
    opening: isOneOpening ? null : other.opening,
  }
}

type Slides = readonly EditedSlide[]

/** A slide as it was, and as both have it; without what is not there. */
interface Versions {
  readonly before?: EditedSlide
  readonly ours?: EditedSlide
  readonly theirs?: EditedSlide
}

/** @param mark stands above a slide of the other hand that is beside ours */
function mergeSlides(
  ours: Slides,
  base: Slides,
  other: Slides,
  mark: string,
): { readonly slides: readonly EditedSlide[]; readonly conflicts: MergedState['conflicts'] } {
  const all: Versions[] = base.map((before) => ({ before }))
  const placesOf = (slides: Slides, whose: 'ours' | 'theirs', twins: Map<string, number>): number[] => {
    const same = sameSlides(base, slides)
    return slides.map((slide, i) => {
      const at = same[i] ?? twins.get(slide.text) ?? all.length
      if (same[i] === null) twins.delete(slide.text)
      all[at] = { ...all[at], [whose]: slide }
      return at
    })
  }
  const mine = placesOf(ours, 'ours', new Map())
  // What both put in in the same words is one.
  const twins = new Map(
    mine.flatMap((at, i) => (at < base.length ? [] : [[ours[i]?.text ?? '', at] as const])),
  )
  const their = placesOf(other, 'theirs', twins)
  // One that is gone here and was changed there, or the other way round, stays as if it were new.
  const isGone = ({ ours, before, theirs }: Versions): boolean =>
    before !== undefined && !(ours && theirs) && (ours ?? theirs ?? before).text === before.text
  const isLeft = ({ ours, theirs }: Versions): boolean => (ours && theirs) !== undefined
  const old = [...base.keys()].filter((at) => isLeft(all[at] ?? {}) || isGone(all[at] ?? {}))
  const order = diff3Merge(mine, old, their, { excludeFalseConflicts: true }).flatMap(({ ok, conflict }) => {
    if (!conflict) return ok ?? []
    // One that was here and that only one of both has here is where the other moved it.
    const { a, o, b } = conflict
    const rest = (here: readonly number[], there: readonly number[]): number[] =>
      here.filter((at) => !(o.includes(at) && isLeft(all[at] ?? {}) && !there.includes(at)))
    return [...rest(a, b), ...rest(b, a)]
  })
  const slides: EditedSlide[] = []
  const conflicts: { ours: number; theirs: number }[] = []
  const both = (ours: EditedSlide, theirs: EditedSlide): void => {
    conflicts.push({ ours: ours.id, theirs: theirs.id })
    slides.push({ ...theirs, text: mark + theirs.text })
  }
  for (const at of new Set(order.filter((at) => !isGone(all[at] ?? {})))) {
    const { ours, before, theirs } = all[at] ?? {}
    if (ours && before && theirs) {
      const text = mergedText(ours.text, before.text, theirs.text)
      slides.push({
        ...ours,
        before: eitherOf(ours.before, before.before, theirs.before),
        text: text ?? ours.text,
      })
      if (text === null) both(ours, theirs)
    } else if (ours) slides.push(ours)
    else if (theirs && before) both(slides.at(-1) ?? theirs, theirs)
    else if (theirs) slides.push(theirs)
  }
  return { slides: slides.map((slide, n) => (n === 0 ? { ...slide, before: '' } : slide)), conflicts }
}

/** Whether front matter can be read: two changes that each could may be none together. */
function isReadable(name: string, opening: string): boolean {
  try {
    separatorsOf(name, opening.replace(/\r\n?/g, '\n'))
    return true
  } catch {
    return false
  }
}

/** What was changed there, where nothing was changed here. */
const eitherOf = (ours: string, before: string, theirs: string): string => (ours === before ? theirs : ours)

/** Slides as they are cut anew, each the one that it was among those known. */
function recognised(cut: Slides, known: Slides): EditedSlide[] {
  const same = sameSlides(known, cut)
  return cut.map((slide, i) => {
    const one = known[same[i] ?? -1]
    if (!one) return slide
    return one.text === slide.text && one.before === slide.before ? one : { ...slide, id: one.id }
  })
}

/** Three versions of a text as one; null where two changes exclude each other. */
function mergedText(ours: string, before: string, theirs: string): string | null {
  if (ours === before) return theirs
  if (theirs === before || theirs === ours) return ours
  const ends = [ours, before, theirs].map((text) => linesOf(text)[0]?.end ?? '')
  const lineEnd = eitherOf(ends[0] ?? '', ends[1] ?? '', ends[2] ?? '') || '\n'
  const lines = diff3Merge(plain(ours).split('\n'), plain(before).split('\n'), plain(theirs).split('\n'), {
    excludeFalseConflicts: true,
  }).flatMap(({ ok, conflict }) => ok ?? (conflict ? mergedLines(conflict.a, conflict.o, conflict.b) : []))
  return lines.includes(null) ? null : lines.join(lineEnd)
}

/**
 * Lines beside each other that were changed one here and one there, or changed here while there others were put in
 * beside them; null for a line that both changed.
 */
function mergedLines(
  ours: readonly string[],
  before: readonly string[],
  theirs: readonly string[],
): readonly (string | null)[] {
  const put = putIn(before, theirs)
  if (put) return [...put.above, ...ours, ...put.below]
  const own = putIn(before, ours)
  if (own) return [...own.above, ...theirs, ...own.below]
  if (ours.length !== before.length || theirs.length !== before.length) return [null]
  return before.map((was, i) => {
    const [mine, their] = [ours[i] ?? null, theirs[i] ?? null]
    return mine === was ? their : their === was || their === mine ? mine : null
  })
}

/** What was put in above and below lines that stayed as they were; null where they did not. */
function putIn(
  before: readonly string[],
  after: readonly string[],
): { readonly above: readonly string[]; readonly below: readonly string[] } | null {
  const isAt = (at: number): boolean => before.every((line, i) => after[at + i] === line)
  const behind = after.length - before.length
  if (behind < 0) return null
  if (isAt(0)) return { above: [], below: after.slice(before.length) }
  return isAt(behind) ? { above: after.slice(0, behind), below: [] } : null
}

/** A slide that was the first of its file has no separator before it. */
function withSeparators(file: EditedFile, like: EditedFile): EditedFile {
  const used = like.slides.findLast(({ before }) => before.trim() !== '')?.before
  const separator = used ?? `${like.form.lineEnd.repeat(2)}---${like.form.lineEnd.repeat(2)}`
  return {
    ...file,
    slides: file.slides.map((slide, n) =>
      n > 0 && slide.before === '' ? { ...slide, before: separator } : slide,
    ),
  }
}
