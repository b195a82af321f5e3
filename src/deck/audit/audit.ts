import type { Deck } from '../../deck/deck.ts'
import type { Document } from '../../document/index.ts'
import type { Place } from '../../fault.ts'
import { type LostMeaning, meaningOf } from '../../keypoints/index.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { type VisibleBlock, visibleText } from '../../markdown/visible-text.ts'
import { wordsFor } from '../../words.ts'
import { comparable } from './comparable.ts'
import { type DocumentLines, documentLines } from './document-lines.ts'
import { type Meant, meantMark, readMeant } from './meant.ts'
import { nearestClauses } from './nearest.ts'
import { compareNotes, type NotesDifference } from './notes.ts'
import { type Derived, derivedWords, originalsOf } from './reworded.ts'
import { findWhole } from './whole.ts'

/** An altered paragraph is found again in the document by so many of its pieces, of so many characters. */
const mostPieces = 50
const pieceLength = 10
/**
 * So many characters are searched for words that are not in their slide's notes, in one audit: enough for hundreds of
 * edits of a long document. Where everything was edited, what lies beyond is told from the notes alone.
 */
const searched = 200_000_000

/** What became of a heading or point of a slide. */
export interface PointAudit {
  readonly place: Place
  readonly kind: VisibleBlock['kind']
  readonly text: string
  /**
   * - `verbatim`: stands in the notes of its slide; a slide without notes may quote all of the document
   * - `edited`: was other words, which are `original`
   * - `added`: is like nothing in the notes
   */
  readonly state: 'verbatim' | 'edited' | 'added'
  /** The document's words that an edited point was; else null. */
  readonly original: string | null
  /** What it drops of its sentence, so that it says something else; null for nothing. */
  readonly lost: LostMeaning | null
  /** The Markdown says that it is meant so. */
  readonly meant: boolean
}

export interface SlideAudit {
  readonly points: readonly PointAudit[]
  /** Where its notes are not the document; slides with the same notes share them. */
  readonly notes: readonly NotesDifference[]
}

/** A deck held against its document. */
export interface DeckAudit {
  /** In the deck's order. */
  readonly slides: readonly SlideAudit[]
  /** Titles, headings and paragraphs of the document, and how many of them the notes hold whole. */
  readonly paragraphs: { readonly total: number; readonly whole: number }
  /** Headings and points of all slides; `pictures` have words that nobody compared. */
  readonly points: {
    readonly verbatim: number
    readonly edited: number
    readonly added: number
    readonly pictures: number
  }
  /** Each difference of the notes once, and what is hidden on slides, in the deck's order. */
  readonly differences: readonly NotesDifference[]
}

/** What derive writes above a list of sections, in every language. */
const agendaHeadings = new Set(
  ['zh-CN', 'zh-TW', 'ja', 'en'].flatMap((language) => {
    const { agenda, byTopic } = wordsFor(language)
    return [comparable(agenda), comparable(byTopic)]
  }),
)

/** Where comparable words begin in the document's, -1 where they don't. */
type Find = (words: string) => number

/** A slide held against the document on its own; lines are counted within its passages. */
interface SlideReading {
  readonly notes: readonly VisibleBlock[]
  readonly points: readonly (Omit<PointAudit, 'place' | 'meant'> & { readonly line: number })[]
  readonly pictures: number
  /** Words that are in the page but can't be read there. */
  readonly hidden: readonly { readonly words: string; readonly line: number; readonly inNotes: boolean }[]
  readonly meant: Meant
}

/** Audits a deck, or what it became after an edit. */
export type Auditor = (deck: Deck) => DeckAudit

/**
 * Makes the function that audits a deck against a document. It remembers what it read of the slides between two
 * calls, so that after an edit only the edited slides are read again.
 */
export function createAuditor(document: Document): Auditor {
  const lines = documentLines(document)
  const derived = derivedWords(document)
  let known = new Map<string, SlideReading>()
  return (deck) => {
    const used = new Map<string, SlideReading>()
    let left = searched
    const find = (words: string): number => {
      if (left <= 0) return -1
      const at = lines.words.indexOf(words)
      left -= at < 0 ? lines.words.length : at
      return at
    }
    const slides = deck.files.flatMap(({ path, stacks }) =>
      stacks.flat().map((source) => {
        const key = `${source.body.text}\0${source.notes?.text ?? ''}`
        const reading = known.get(key) ?? readSlide(deck, source, lines, find, derived)
        used.set(key, reading)
        return { path, source, reading }
      }),
    )
    known = used

    // The slides of one paragraph carry it one after another: the first of them stands for all.
    const wholes = slides.map(({ reading }) => reading.notes.map(({ text }) => text).join('\n'))
    let first = 0
    const firsts = wholes.map((whole, i) => {
      if (whole === '') return i
      if (whole !== wholes[first]) first = i
      return first
    })
    const notes = slides.flatMap(({ path, source, reading }, slide) =>
      reading.notes.map(({ text, line }) => ({
        text,
        slide,
        place: { file: path, line: (source.notes?.line ?? 1) + line },
        again: firsts[slide] !== slide,
      })),
    )
    const compared = compareNotes(lines, notes, (text) => documentsLine(text, lines, find))
    // What is left out or moved may be said of any slide; the rest belongs to its own.
    const meantAnywhere = readMeant(
      ...slides.flatMap(({ source }) => [source.body.text, source.notes?.text ?? '']),
    )
    const isMeant = (one: NotesDifference): boolean => {
      if (one.kind === 'remark') return false
      const meant =
        one.kind === 'altered' || one.kind === 'hidden' ? slides[one.slide]?.reading.meant : meantAnywhere
      return meant?.(one.kind, wordsOf(one)) ?? false
    }
    const hidden = slides.flatMap(({ path, source, reading }, slide) =>
      firsts[slide] === slide || reading.hidden.some(({ inNotes }) => !inNotes)
        ? reading.hidden
            .filter(({ inNotes }) => !inNotes || firsts[slide] === slide)
            .map(({ words, line, inNotes }): NotesDifference => {
              const start = inNotes ? (source.notes?.line ?? 1) : source.body.line
              const place = { file: path, line: start + line }
              return {
                kind: 'hidden',
                slide,
                place,
                document: '',
                deck: words,
                context: ['', ''],
                meant: false,
              }
            })
        : [],
    )
    const differences = [...compared.differences, ...hidden]
      .map((one) => ({ ...one, meant: isMeant(one) }))
      .sort((one, other) => one.slide - other.slide)
    const byFirst = new Map<number, NotesDifference[]>()
    for (const one of differences) {
      const key = firsts[one.slide] ?? one.slide
      const those = byFirst.get(key)
      if (those) those.push(one)
      else byFirst.set(key, [one])
    }
    const audited = slides.map(
      ({ path, source, reading }, slide): SlideAudit => ({
        points: reading.points.map(({ line, ...point }) => ({
          ...point,
          place: { file: path, line: source.body.line + line },
          meant: point.state !== 'verbatim' && reading.meant(point.state, point.text),
        })),
        notes: byFirst.get(firsts[slide] ?? slide) ?? [],
      }),
    )
    const title = retitled(deck, lines, meantAnywhere)
    const [opening] = audited
    if (title && opening) audited.splice(0, 1, { ...opening, points: [title, ...opening.points] })
    const points = { verbatim: 0, edited: 0, added: 0, pictures: 0 }
    for (const { state } of audited.flatMap((slide) => slide.points)) points[state]++
    for (const { reading } of slides) points.pictures += reading.pictures
    return {
      slides: audited,
      paragraphs: { total: lines.paragraphs, whole: compared.whole.size },
      points,
      differences,
    }
  }
}

/**
 * The title of the settings, which stands in the foot of every slide; null where it is the document's, or a line of it:
 * a page tells which of its lines is its title, its text alone does not.
 */
function retitled(
  { files, settings }: Deck,
  { title, byWords }: DocumentLines,
  meant: Meant,
): PointAudit | null {
  const [first] = files
  const text = settings.title
  if (!first || title === null || text === undefined) return null
  if (comparable(text) === comparable(title) || byWords.has(comparable(text))) return null
  return {
    place: { file: first.path, line: 1 },
    kind: 'heading',
    text,
    state: 'edited',
    original: title,
    lost: null,
    meant: meant('edited', text),
  }
}

/** The words by which a difference is known when a person says that it is meant. */
function wordsOf({ kind, document, deck, context: [before, after] }: NotesDifference): string {
  if (kind === 'altered') return `${before}〔${document} → ${deck}〕${after}`
  return kind === 'hidden' ? deck : document
}

/** What to write beside the slide where a difference is meant so; null for a remark, which needs no such word. */
export function markFor(difference: NotesDifference, language: string): string | null {
  const { kind } = difference
  return kind === 'remark' ? null : meantMark(kind, wordsOf(difference), language)
}

/** Audits a deck against its document once. */
export function auditDeck(deck: Deck, document: Document): DeckAudit {
  return createAuditor(document)(deck)
}

function readSlide(
  { parser, settings }: Deck,
  { body, notes }: SlideSource,
  document: DocumentLines,
  find: Find,
  derived: Derived,
): SlideReading {
  const shown = visibleText(parser, body.text, 'body')
  const aside = notes ? visibleText(parser, notes.text, 'notes') : null
  const spoken = [...(aside?.blocks ?? []), ...shown.notes, ...(aside?.notes ?? [])]
  const paragraphs = spoken.filter(({ text }) => text !== '')
  const said = comparable(paragraphs.map(({ text }) => text).join('\n'))
  const agenda = shown.classes.includes('agenda')
  const altered = paragraphs.some(({ text }) => !document.byWords.has(comparable(text)))
  const isWhole = (part: string): boolean => {
    const at = find(part)
    return at >= 0 && findWhole(document.words, part, at) >= 0
  }
  const isVerbatim = (kind: VisibleBlock['kind'], words: string): boolean => {
    // Notes that are the document's are enough; where they are not, the fault is theirs, not the point's.
    if (!altered && containsParts(said, words)) return true
    // A section's title heads slides of its paragraphs, and the title slide names who signed at the end.
    const anywhere = altered || said === '' || kind === 'heading' || shown.classes.includes('title')
    return anywhere && partsOf(words).every((part) => isWhole(part))
  }
  // The agenda's own heading is ours; everything else on a slide is the document's or a person's.
  // So is the title of a deck whose document has none.
  const isOurs = ({ kind, text }: VisibleBlock): boolean =>
    kind === 'heading' &&
    ((agenda && agendaHeadings.has(comparable(text))) ||
      (document.title === null && comparable(text) === comparable(settings.title ?? '')))
  const blocks = shown.blocks.filter(
    (block) => comparable(block.text) !== '' && block.kind !== 'picture' && !isOurs(block),
  )
  const changed = blocks.filter(({ kind, text }) => !isVerbatim(kind, comparable(text)))
  const near = (): string => {
    const lines = agenda
      ? document.headings
      : paragraphs.map((block) => documentsLine(block.text, document, find))
    return lines.join('\n')
  }
  const before =
    changed.length > 0
      ? originalsOf(
          blocks.map(({ text }) => text),
          derived(said),
        )
      : []
  const lossOf = meaningOf(paragraphs.map(({ text }) => text).join('\n'))
  const points = blocks.map((block, i): SlideReading['points'][number] => {
    const { text, line } = block
    // What an agenda lists are headings.
    const kind = agenda && block.kind === 'item' ? 'heading' : block.kind
    const beside = blocks.filter((one) => one !== block).map((one) => one.text)
    const lost = (original: string | null): LostMeaning | null => lossOf(text, beside, original)
    if (!changed.includes(block))
      return { kind, text, line, state: 'verbatim', original: null, lost: lost(null) }
    const original = nearestClauses(text, near()) ?? before[i] ?? null
    const state = original === null ? 'added' : 'edited'
    return { kind, text, line, state, original, lost: original === null ? null : lost(original) }
  })
  const hiddenIn = (blocks: readonly VisibleBlock[], inNotes: boolean): SlideReading['hidden'] =>
    blocks.flatMap(({ hidden, line }) => hidden.map((words) => ({ words, line, inNotes })))
  return {
    notes: paragraphs,
    points,
    pictures: [...shown.blocks, ...spoken].filter(({ kind }) => kind === 'picture').length,
    hidden: [
      ...((shown.hidden || aside?.hidden) && said !== '' ? [{ words: said, line: 0, inNotes: false }] : []),
      ...hiddenIn(shown.blocks, false),
      ...hiddenIn(spoken, true),
    ],
    meant: readMeant(body.text, notes?.text ?? ''),
  }
}

/** A point of several spans of its paragraph shows `……` between them. */
const partsOf = (words: string): readonly string[] => words.split(/…+/).filter(Boolean)

function containsParts(said: string, words: string): boolean {
  if (findWhole(said, words) >= 0) return true
  let from = 0
  return partsOf(words).every((part) => {
    const at = from < 0 ? -1 : findWhole(said, part, from)
    from = at < 0 ? -1 : at + part.length
    return at >= 0
  })
}

/** Which line an offset is in, by where the lines start. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A paragraph of the notes as the document has it; as it is where the document has nothing of it. */
function documentsLine(text: string, { byWords, lines, starts }: DocumentLines, find: Find): string {
  const said = comparable(text)
  if (byWords.has(said)) return text
  const votes = new Map<number, number>()
  for (
    let from = 0;
    from + pieceLength <= Math.min(said.length, mostPieces * pieceLength);
    from += pieceLength
  ) {
    const offset = find(said.slice(from, from + pieceLength))
    if (offset < 0) continue
    const line = lineAt(starts, offset)
    votes.set(line, (votes.get(line) ?? 0) + 1)
  }
  const [most] = [...votes].sort(([, one], [, other]) => other - one)
  return (most && lines[most[0]]?.text) ?? text
}
