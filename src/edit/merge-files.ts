import { diff3Merge } from 'node-diff3'
import { separatorsOf } from '../deck/dialect.ts'
import { cutFile, type DeckState, type EditedFile, type EditedSlide, textOfFile } from './deck-state.ts'
import { linesOf } from './lines.ts'
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
 * Brings what somebody else made of a file, in an editor or another window, together with what was done here. Slides that
 * only one of both changed are that one's; those that both changed are merged line by line; where that can't be, both
 * stand there.
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
  const conflicts: { ours: number; theirs: number }[] = []
  const regions = diff3Merge(keysOf(ours), keysOf(base), keysOf(other), { excludeFalseConflicts: true })
  const slides: EditedSlide[] = []
  const [ourOf, baseOf, otherOf] = [ours, base, other].map(
    (file) => new Map(keysOf(file).map((key, n) => [key, file.slides[n]])),
  )
  for (const region of regions) {
    if (region.ok) {
      for (const key of region.ok) {
        const [mine, old, their] = [ourOf?.get(key), baseOf?.get(key), otherOf?.get(key)]
        const slide = mine ?? their
        if (mine && old && their)
          slides.push({
            ...mine,
            text: eitherOf(mine.text, old.text, their.text),
            before: eitherOf(mine.before, old.before, their.before),
          })
        else if (slide) slides.push(slide)
      }
      continue
    }
    const { a = [], o = [], b = [] } = region.conflict ?? {}
    const [mine, old, their] = [slidesAt(ours, a), slidesAt(base, o), slidesAt(other, b)]
    if (mine.length === old.length && their.length === old.length) {
      mine.forEach((slide, n) => {
        const [was, now] = [old[n], their[n]]
        const merged = was && now ? mergedText(slide.text, was.text, now.text) : null
        const before = was && now ? eitherOf(slide.before, was.before, now.before) : slide.before
        slides.push({ ...slide, before, text: merged ?? slide.text })
        if (merged === null && now) both(slide, now)
      })
    } else {
      slides.push(...mine)
      const last = mine.at(-1) ?? slides.at(-1)
      const said = new Set([...mine, ...old].map(({ text }) => text))
      for (const now of their) if (!said.has(now.text)) both(last ?? now, now)
    }
  }
  function both(slide: EditedSlide, now: EditedSlide): void {
    conflicts.push({ ours: slide.id, theirs: now.id })
    slides.push({ ...now, text: `${mark}${ours?.form.lineEnd ?? '\n'}${now.text}` })
  }
  const merged = mergedText(ours.opening, base.opening, other.opening)
  const opening = merged ?? ours.opening
  const closing = eitherOf(ours.closing, base.closing, other.closing)
  const all = slides.map((slide, n) => (n === 0 ? { ...slide, before: '' } : slide))
  const file = withSeparators({ ...ours, opening, closing, slides: all }, ours)
  const isOneOpening = merged !== null && isReadable(name, merged)
  const whole = textOfFile(isOneOpening ? file : { ...file, opening: ours.opening })
  return {
    state: put(whole, file.slides),
    conflicts,
    opening: isOneOpening ? null : other.opening,
  }
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
function recognised(cut: readonly EditedSlide[], known: readonly EditedSlide[]): EditedSlide[] {
  const byKey = new Map(keysOf({ slides: known }).map((key, n) => [key, known[n]]))
  const keys = keysOf({ slides: cut })
  const used = new Set(keys.flatMap((key) => byKey.get(key)?.id ?? []))
  return cut.map((slide, n) => {
    const same = byKey.get(keys[n] ?? '')
    if (same) return same.before === slide.before ? same : { ...same, before: slide.before }
    // One in the place of another is that one, with other words.
    const there = cut.length === known.length ? known[n] : undefined
    return there && !used.has(there.id) ? { ...slide, id: there.id } : slide
  })
}

/** What tells a slide from others: its words, and which of several with the same words it is. */
function keysOf({ slides }: Pick<EditedFile, 'slides'>): string[] {
  const counts = new Map<string, number>()
  return slides.map(({ text }) => {
    const count = (counts.get(plain(text)) ?? 0) + 1
    counts.set(plain(text), count)
    return `${count} ${plain(text)}`
  })
}

function slidesAt(file: EditedFile, keys: readonly string[]): EditedSlide[] {
  const known = new Map(keysOf(file).map((key, n) => [key, file.slides[n]]))
  return keys.flatMap((key) => known.get(key) ?? [])
}

/** An editor may save all line ends as its own. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

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
