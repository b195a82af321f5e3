import type { Document } from '../../document/index.ts'
import type { Place } from '../../fault.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { plainText, type TextBlock } from '../../markdown/plain-text.ts'
import type { Deck } from '../../store/load.ts'
import { bare } from './compare.ts'
import { type DocumentLines, documentLines } from './document-lines.ts'
import { nearestClauses } from './nearest.ts'
import { compareNotes, type NotesDifference } from './notes.ts'

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
  readonly kind: TextBlock['kind']
  readonly text: string
  /**
   * - `verbatim`: stands in the notes of its slide; a slide without notes may quote all of the document
   * - `edited`: was other words, which are `original`
   * - `added`: is like nothing in the notes
   */
  readonly state: 'verbatim' | 'edited' | 'added'
  /** The document's words that an edited point was; else null. */
  readonly original: string | null
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
  /** Headings and points of all slides. */
  readonly points: { readonly verbatim: number; readonly edited: number; readonly added: number }
  /** Each difference of the notes once, in the deck's order. */
  readonly differences: readonly NotesDifference[]
}

/** Where words without white space begin in the document's, -1 where they don't. */
type Find = (words: string) => number

/** A slide held against the document on its own; lines are counted within its passages. */
interface SlideReading {
  readonly notes: readonly TextBlock[]
  readonly points: readonly (Omit<PointAudit, 'place'> & { readonly line: number })[]
}

/** Audits a deck, or what it became after an edit. */
export type Auditor = (deck: Deck) => DeckAudit

/**
 * Makes the function that audits a deck against a document. It remembers what it read of the slides between two
 * calls, so that after an edit only the edited slides are read again.
 */
export function createAuditor(document: Document): Auditor {
  const lines = documentLines(document)
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
        const reading = known.get(key) ?? readSlide(deck, source, lines, find)
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
    const { differences, whole } = compareNotes(lines, notes)
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
        })),
        notes: byFirst.get(firsts[slide] ?? slide) ?? [],
      }),
    )
    const points = { verbatim: 0, edited: 0, added: 0 }
    for (const { state } of audited.flatMap((slide) => slide.points)) points[state]++
    return {
      slides: audited,
      paragraphs: { total: lines.paragraphs, whole: whole.size },
      points,
      differences,
    }
  }
}

/** Audits a deck against its document once. */
export function auditDeck(deck: Deck, document: Document): DeckAudit {
  return createAuditor(document)(deck)
}

function readSlide(
  { parser }: Deck,
  { body, notes }: SlideSource,
  document: DocumentLines,
  find: Find,
): SlideReading {
  const { blocks, classes } = plainText(parser, body.text)
  const paragraphs = notes ? plainText(parser, notes.text).blocks : []
  const said = bare(paragraphs.map(({ text }) => text).join(''))
  const agenda = classes.includes('agenda')
  const altered = paragraphs.some(({ text }) => !document.byWords.has(bare(text)))
  const isVerbatim = (kind: TextBlock['kind'], words: string): boolean => {
    // Notes that are the document's are enough; where they are not, the fault is theirs, not the point's.
    if (!altered && said.includes(words)) return true
    // A section's title heads slides of its paragraphs, and the title slide names who signed at the end.
    const anywhere = altered || said === '' || kind === 'heading' || classes.includes('title')
    return anywhere && find(words) >= 0
  }
  const points = blocks.flatMap(({ kind, text, line }): SlideReading['points'] => {
    const words = bare(text)
    // The agenda's own heading is ours; everything else on a slide is the document's or a person's.
    if (words === '' || (agenda && kind === 'heading')) return []
    if (isVerbatim(kind, words)) return [{ kind, text, line, state: 'verbatim', original: null }]
    const near = agenda
      ? document.headings
      : paragraphs.map((block) => documentsLine(block.text, document, find))
    const original = nearestClauses(text, near.join('\n'))
    return [{ kind, text, line, state: original === null ? 'added' : 'edited', original }]
  })
  return { notes: paragraphs, points }
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
  const said = bare(text)
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
