import type { Place } from '../../fault.ts'
import { bare, compare, likeness } from './compare.ts'
import type { DocumentLine, DocumentLines } from './document-lines.ts'

/**
 * Where the notes are not the document:
 * - `missing`: the document's words that no notes have
 * - `altered`: words of a paragraph that the notes have otherwise, or have and the document has not
 * - `moved`: words out of the document's order
 * - `remark`: a paragraph of the presenter's own, which takes nothing from the document
 */
export interface NotesDifference {
  readonly kind: 'missing' | 'altered' | 'moved' | 'remark'
  /** The slide, counted from 0 through the deck; for what is missing, the one that it would follow. */
  readonly slide: number
  readonly place: Place
  /** The document's words; '' where it has none. */
  readonly document: string
  /** The words of the notes; '' where they have none. */
  readonly deck: string
  /** A few characters of the notes on either side. */
  readonly context: readonly [before: string, after: string]
}

/** A line of the notes. */
export interface NotesLine {
  readonly text: string
  readonly slide: number
  readonly place: Place
}

/** A repeated paragraph that is this much like its first is the same one, altered. */
const sameParagraph = 0.6
const contextLength = 6

/**
 * Compares the notes with the document. A paragraph that several slides carry one after another counts once.
 *
 * @param slides the lines of each slide's notes, in the deck's order
 * @returns the differences in the deck's order, and the document's paragraphs that stand in the notes whole
 */
export function compareNotes(
  document: DocumentLines,
  slides: readonly (readonly NotesLine[])[],
): { differences: readonly NotesDifference[]; whole: ReadonlySet<number> } {
  const notes = slides.flat()
  const places = placesOf(document, slides)
  const ordered = longestRise(places)
  const placed = new Set(places)
  const differences: NotesDifference[] = []
  const faulty = new Set<number>()
  const note = (found: readonly NotesDifference[]): void => {
    differences.push(...found)
  }
  const visit = (gap: Gap): void => {
    const lines = document.lines
      .slice(gap.above + 1, gap.below)
      .map((line, i) => ({ ...line, at: gap.above + 1 + i }))
      .filter(({ at }) => !placed.has(at))
    if (gap.notes.length === 0) {
      for (const line of lines) faulty.add(line.at)
      note(lines.map(({ text }) => missing(text, gap.before ?? notes[0])))
    } else if (lines.length === 0) {
      const around = [gap.above, gap.below].flatMap((at) => document.lines[at] ?? [])
      note(gap.notes.flatMap((line) => alteredRepeat(line, around)))
    } else note(alteredPassage(lines, gap.notes, faulty))
  }
  let gap: Gap = { above: -1, below: document.lines.length, before: undefined, notes: [] }
  notes.forEach((line, i) => {
    const at = places[i] ?? null
    if (at !== null && ordered.has(i)) {
      if (gap.notes.length > 0 || at > gap.above + 1) visit({ ...gap, below: at })
      gap = { above: at, below: document.lines.length, before: line, notes: [] }
    } else if (at === null) gap = { ...gap, notes: [...gap.notes, line] }
    else if (at >= 0) {
      faulty.add(at)
      note([{ kind: 'moved', ...here(line), document: line.text, deck: line.text, context: ['', ''] }])
    }
  })
  visit(gap)
  const broken = new Set([...faulty].map((at) => document.lines[at]?.paragraph))
  const whole = new Set(document.lines.map(({ paragraph }) => paragraph))
  for (const paragraph of broken) if (paragraph !== undefined) whole.delete(paragraph)
  return { differences: withMoves(differences), whole }
}

/** What stands between two lines of the notes that are the document's. */
interface Gap {
  readonly above: number
  readonly below: number
  readonly before: NotesLine | undefined
  readonly notes: readonly NotesLine[]
}

/**
 * For each line of the notes the document's line that it is; null for one that the document has not, and -1 for
 * one that only says again what the notes said already.
 */
function placesOf(
  { byWords }: DocumentLines,
  slides: readonly (readonly NotesLine[])[],
): readonly (number | null)[] {
  const taken = new Map<string, number>()
  return slides.flat().map(({ text }) => {
    const words = bare(text)
    const known = byWords.get(words)
    if (!known) return null
    const count = taken.get(words) ?? 0
    taken.set(words, count + 1)
    return known[count] ?? -1
  })
}

/** The indexes of a longest rising subsequence (patience sorting); what is not in it was moved. */
function longestRise(places: readonly (number | null)[]): ReadonlySet<number> {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  const value = (i: number | undefined): number => (i === undefined ? -1 : (places[i] ?? -1))
  places.forEach((at, i) => {
    if (at === null || at < 0) return
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (value(ends[middle]) < at) low = middle + 1
      else high = middle
    }
    before.set(i, ends[low - 1])
    ends[low] = i
  })
  const found = new Set<number>()
  for (let i = ends.at(-1); i !== undefined; i = before.get(i)) found.add(i)
  return found
}

const here = ({ slide, place }: NotesLine): Pick<NotesDifference, 'slide' | 'place'> => ({ slide, place })

function missing(text: string, before: NotesLine | undefined): NotesDifference {
  const where = before ? here(before) : { slide: 0, place: { file: '' } }
  return { kind: 'missing', ...where, document: text, deck: '', context: ['', ''] }
}

/** A line that is neither the document's nor in the place of one: a paragraph said again in other words, or a remark. */
function alteredRepeat(line: NotesLine, around: readonly DocumentLine[]): readonly NotesDifference[] {
  const alike = around.find(({ text }) => likeness(text, line.text) >= sameParagraph)
  return alike ? passage([alike], [line]).map(({ difference }) => difference) : [remark(line)]
}

function remark(line: NotesLine): NotesDifference {
  return { kind: 'remark', ...here(line), document: '', deck: line.text, context: ['', ''] }
}

function alteredPassage(
  lines: readonly (DocumentLine & { readonly at: number })[],
  notes: readonly NotesLine[],
  faulty: Set<number>,
): readonly NotesDifference[] {
  return passage(lines, notes).map(({ difference, from, to }) => {
    if (difference.kind !== 'remark') for (const line of lines.slice(from, to + 1)) faulty.add(line.at)
    return difference
  })
}

/** The differences of some lines of the document and those of the notes in their place; `from` and `to` count lines. */
function passage(
  lines: readonly DocumentLine[],
  notes: readonly NotesLine[],
): readonly { difference: NotesDifference; from: number; to: number }[] {
  const document = joinLines(lines.map(({ text }) => text))
  const deck = joinLines(notes.map(({ text }) => text))
  return compare(document.text, deck.text).map(({ before, after }) => {
    const said = deck.text.slice(after.start, after.end)
    const wanted = document.text.slice(before.start, before.end)
    const at = deck.lineAt(after.start)
    const line = notes[at]
    const own =
      wanted === '' &&
      notes.some((note, i) => deck.starts[i] === after.start && bare(said).startsWith(bare(note.text)))
    const span = {
      from: document.lineAt(before.start),
      to: document.lineAt(Math.max(before.start, before.end - 1)),
    }
    const where = line ? here(line) : { slide: 0, place: { file: '' } }
    const above = deck.text.slice(deck.starts[at] ?? 0, after.start)
    const difference: NotesDifference = {
      kind: own ? 'remark' : said === '' ? 'missing' : 'altered',
      slide: where.slide,
      place: lowered(where.place, above.split('\n').length - 1),
      document: wanted,
      deck: said,
      context: [
        deck.text.slice(Math.max(0, after.start - contextLength), after.start).replace(/^[\s\S]*\n/, ''),
        deck.text.slice(after.end, after.end + contextLength).replace(/\n[\s\S]*$/, ''),
      ],
    }
    return { difference, ...span }
  })
}

function lowered(place: Place, lines: number): Place {
  return place.line === undefined ? place : { ...place, line: place.line + lines }
}

/** Lines as one text, and which of them an offset of it is in. */
function joinLines(lines: readonly string[]): {
  text: string
  starts: readonly number[]
  lineAt: (offset: number) => number
} {
  let length = 0
  const starts = lines.map((line) => {
    const start = length
    length += line.length + 1
    return start
  })
  const lineAt = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    )
  return { text: lines.join('\n'), starts, lineAt }
}

/** What is missing in one place and stands in another was moved there. */
function withMoves(differences: readonly NotesDifference[]): readonly NotesDifference[] {
  const missed = new Map(
    differences.filter(({ kind }) => kind === 'missing').map((one) => [bare(one.document), one]),
  )
  const gone = new Set<NotesDifference>()
  const told = differences.map((one): NotesDifference => {
    const from = one.document === '' ? missed.get(bare(one.deck)) : undefined
    if (!from || gone.has(from)) return one
    gone.add(from)
    return { ...one, kind: 'moved', document: one.deck }
  })
  return told.filter((one) => !gone.has(one))
}
