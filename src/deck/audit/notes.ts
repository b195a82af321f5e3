import type { Place } from '../../fault.ts'
import { comparable } from './comparable.ts'
import { compare, likeness } from './compare.ts'
import type { DocumentLine, DocumentLines } from './document-lines.ts'
import { placeLines } from './places.ts'

/**
 * Where the notes are not the document:
 * - `missing`: the document's words that no notes have
 * - `altered`: words of a paragraph that the notes have otherwise, or have and the document has not
 * - `moved`: words out of the document's order
 * - `hidden`: words that are in the page but can't be read there
 * - `remark`: a paragraph of the presenter's own, which takes nothing from the document
 */
export interface NotesDifference {
  readonly kind: 'missing' | 'altered' | 'moved' | 'hidden' | 'remark'
  /** The slide, counted from 0 through the deck; for what is missing, the one that it would follow. */
  readonly slide: number
  readonly place: Place
  /** The document's words; '' where it has none. */
  readonly document: string
  /** The words of the notes; '' where they have none. */
  readonly deck: string
  /** A few characters of the notes on either side. */
  readonly context: readonly [before: string, after: string]
  /** The Markdown says that it is meant so. */
  readonly meant: boolean
}

/** A line of the notes. */
export interface NotesLine {
  readonly text: string
  readonly slide: number
  readonly place: Place
  /** Whether its slide has the same notes as the one before it, as the slides of one paragraph do. */
  readonly again: boolean
}

/** A repeated paragraph that is this much like its first is the same one, altered. */
const sameParagraph = 0.6
const contextLength = 6

/**
 * Compares the notes with the document. A paragraph that several slides carry one after another counts once, or as
 * often as the document says it.
 *
 * @param notes the lines of all slides' notes, in the deck's order
 * @param lineOf finds the document's line that some words are most like
 * @returns the differences in the deck's order, and the document's paragraphs that stand in the notes whole
 */
export function compareNotes(
  document: DocumentLines,
  notes: readonly NotesLine[],
  lineOf: (text: string) => string,
): { differences: readonly NotesDifference[]; whole: ReadonlySet<number> } {
  const places = placeLines(document, notes)
  const placed = new Set(places.map(({ at }) => at))
  const differences: NotesDifference[] = []
  const faulty = new Set<number>()
  const note = (found: readonly NotesDifference[]): void => {
    for (const one of found)
      differences.push(...(one.kind === 'remark' ? repeatedOtherwise(one, lineOf) : [one]))
  }
  const visit = (gap: Gap): void => {
    const lines = document.lines
      .slice(gap.above + 1, gap.below)
      .map((line, i) => ({ ...line, at: gap.above + 1 + i }))
      .filter(({ at }) => !placed.has(at))
    const notes = withoutRepeats(gap.notes, lines)
    if (notes.length === 0) {
      for (const line of lines) faulty.add(line.at)
      note(lines.map(({ text }) => missing(text, gap.before)))
    } else if (lines.length === 0) {
      const around = [gap.above, gap.below].flatMap((at) => document.lines[at] ?? [])
      note(notes.flatMap((line) => alteredRepeat(line, around)))
    } else note(alteredPassage(lines, notes, faulty))
  }
  const gapBelow = (above: number, before: NotesLine | undefined): Gap & { notes: NotesLine[] } => ({
    ...{ above, below: document.lines.length, before, notes: [] },
  })
  let gap = gapBelow(-1, notes[0])
  notes.forEach((line, i) => {
    const { kind, at } = places[i] ?? { kind: 'own' }
    if (kind === 'line') {
      if (gap.notes.length > 0 || at > gap.above + 1) visit({ ...gap, below: at })
      gap = gapBelow(at, line)
    } else if (kind === 'own') gap.notes.push(line)
    else if (kind === 'moved') {
      faulty.add(at)
      note([{ kind, ...here(line), document: line.text, deck: line.text, context: ['', ''], meant: false }])
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

/** An edited paragraph that several slides carry stands for one of the document's, or for as many as say the same. */
function withoutRepeats(notes: readonly NotesLine[], lines: readonly DocumentLine[]): readonly NotesLine[] {
  let repeated = lines.filter(
    ({ text }, i) => i > 0 && comparable(text) === comparable(lines[i - 1]?.text ?? ''),
  ).length
  return notes.filter(({ again }) => !again || repeated-- > 0)
}

const here = ({ slide, place }: NotesLine): Pick<NotesDifference, 'slide' | 'place'> => ({ slide, place })

function missing(text: string, before: NotesLine | undefined): NotesDifference {
  const where = before ? here(before) : { slide: 0, place: { file: '' } }
  return { kind: 'missing', ...where, document: text, deck: '', context: ['', ''], meant: false }
}

/** A line that is neither the document's nor in the place of one: a paragraph said again in other words, or a remark. */
function alteredRepeat(line: NotesLine, around: readonly DocumentLine[]): readonly NotesDifference[] {
  const alike = around.find(({ text }) => likeness(text, line.text) >= sameParagraph)
  return alike ? passage([alike], [line]).map(({ difference }) => difference) : [remark(line)]
}

/** A remark that is much like a paragraph of the document, wherever that stands: that paragraph, said again otherwise. */
function repeatedOtherwise(
  difference: NotesDifference,
  lineOf: (text: string) => string,
): readonly NotesDifference[] {
  const { deck, slide, place } = difference
  const text = lineOf(deck)
  if (likeness(text, deck) < sameParagraph || comparable(text) === comparable(deck)) return [difference]
  return passage([{ text }], [{ text: deck, slide, place, again: false }]).map(({ difference }) => difference)
}

function remark(line: NotesLine): NotesDifference {
  return { kind: 'remark', ...here(line), document: '', deck: line.text, context: ['', ''], meant: false }
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
  lines: readonly Pick<DocumentLine, 'text'>[],
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
      notes.some(
        (note, i) => deck.starts[i] === after.start && comparable(said).startsWith(comparable(note.text)),
      )
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
      meant: false,
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
    differences.filter(({ kind }) => kind === 'missing').map((one) => [comparable(one.document), one]),
  )
  const gone = new Set<NotesDifference>()
  const told = differences.map((one): NotesDifference => {
    const from = one.document === '' ? missed.get(comparable(one.deck)) : undefined
    if (!from || gone.has(from)) return one
    gone.add(from)
    return { ...one, kind: 'moved', document: one.deck }
  })
  return told.filter((one) => !gone.has(one))
}
