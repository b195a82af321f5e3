import type { Deck } from '../../deck/deck.ts'
import type { Document } from '../../document/index.ts'
import type { Place } from '../../fault.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { comparable } from './comparable.ts'
import { documentLines, type Reading } from './document-lines.ts'
import { drawingWords } from './drawing-words.ts'
import { documentsLine } from './find-lines.ts'
import { auditFoot } from './foot.ts'
import { meantBy } from './meant.ts'
import { meantKindOf, meantKindOfPoint, wordsOf } from './meant-finding.ts'
import { compareNotes, type NotesDifference } from './notes.ts'
import { type PointAudit, readSlide, type SlideReading } from './read-slide.ts'
import { derivedSlides } from './reworded.ts'
import { findWhole } from './whole.ts'

/**
 * So many characters are searched for words that are not in their slide's notes, in one audit: enough for hundreds of
 * edits of a long document. Where everything was edited, what lies beyond is told from the notes alone.
 */
const searched = 200_000_000

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
    readonly elsewhere: number
    readonly dropped: number
    readonly pictures: number
  }
  /** Each difference of the notes once, and what is hidden on slides, in the deck's order. */
  readonly differences: readonly NotesDifference[]
  /** What a person said is meant, and is nowhere to be found. */
  readonly idleMarks: readonly { readonly place: Place; readonly text: string }[]
}

/** What an audit is to tell. */
export interface Auditing extends Reading {
  /**
   * Also the headings that no slide shows, for which the whole document is derived again; it does unless told. What only
   * marks the words on its slides, as a page does, needs none of them.
   */
  readonly withDropped?: boolean
}

/** Audits a deck, or what it became after an edit. */
export type Auditor = (deck: Deck) => DeckAudit

/**
 * Makes the function that audits a deck against a document. It remembers what it read of the slides between two
 * calls, so that after an edit only the edited slides are read again.
 */
export function createAuditor(
  document: Document,
  { isWhole = false, withDropped = true }: Auditing = {},
): Auditor {
  const lines = documentLines(document)
  const derived = derivedSlides(document)
  let known = new Map<string, SlideReading>()
  return (deck) => {
    const read = new Map<string, SlideReading>()
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
        const reading = known.get(key) ?? readSlide(deck, source, { ...lines, isWhole }, find, derived)
        read.set(key, reading)
        return { path, source, reading }
      }),
    )
    known = read

    // The slides of one paragraph carry it one after another: the first of them stands for all.
    const wholes = slides.map(({ reading }) => reading.notes.map(({ text }) => text).join('\n'))
    let first = 0
    const firsts = wholes.map((whole, i) => {
      if (whole === '') return i
      if (whole !== wholes[first]) first = i
      return first
    })
    const notes = slides.flatMap((one, slide) =>
      one.reading.notes.map(({ text, line }) => ({
        text,
        slide,
        place: placeOf(one, line, true),
        again: firsts[slide] !== slide,
      })),
    )
    const compared = compareNotes(lines, notes, (text) => documentsLine(text, lines, find))
    const used = new Set<string>()
    const meantOn = slides.map(({ reading }) => meantBy(reading.marks, used))
    // What is left out or moved may be said of any slide; the rest belongs to its own.
    const meantAnywhere = meantBy(
      slides.flatMap(({ reading }) => reading.marks),
      used,
    )
    const isMeant = (one: NotesDifference): boolean => {
      const isFree = one.kind === 'missing' || one.kind === 'moved'
      const meant = isFree ? meantAnywhere : meantOn[one.slide]
      return meant?.(meantKindOf(one), wordsOf(one)) ?? false
    }
    const hidden = slides.flatMap((one, slide) =>
      one.reading.hidden
        .filter(({ inNotes }) => !inNotes || firsts[slide] === slide)
        .map(({ words, line, inNotes }): NotesDifference => {
          const place = placeOf(one, line, inNotes)
          return { kind: 'hidden', slide, place, document: '', deck: words, context: ['', ''], meant: false }
        }),
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
    const ownWords = (words: string): boolean => findWhole(lines.words, comparable(words)) < 0
    const points = slides.map((one, slide): PointAudit[] => {
      const { path, reading } = one
      // What a drawing writes is read from its file, which may change while its slide does not.
      const drawn = reading.pictures.flatMap(({ address, line, inNotes }) => {
        const words = drawingWords(address, deck.beside, path).filter(ownWords)
        return words.length > 0 ? [inDrawing(words, placeOf(one, line, inNotes))] : []
      })
      const shown = reading.points.map(({ line, ...point }) => ({ ...point, place: placeOf(one, line) }))
      return [...shown, ...drawn].map((point) => {
        const kind = meantKindOfPoint(point)
        return { ...point, meant: kind !== null && (meantOn[slide]?.(kind, point.text) ?? false) }
      })
    })
    // The slides of one paragraph show its headings together, and those of the agenda its sections.
    const groups = new Map<string, number[]>()
    slides.forEach(({ reading }, slide) => {
      const notes = reading.agenda ? '' : comparable(wholes[slide] ?? '')
      if (reading.agenda || notes !== '') groups.set(notes, [...(groups.get(notes) ?? []), slide])
    })
    for (const [notes, group] of withDropped ? groups : []) {
      const [first = 0] = group
      const head = slides[first]
      if (!head) continue
      const place = points[first]?.[0]?.place ?? placeOf(head, 0)
      const shown = group.flatMap((slide) => points[slide] ?? [])
      for (const text of droppedFrom(shown, derived(notes).headings))
        points[first]?.push({
          ...{ place, kind: 'heading', text, state: 'dropped', original: text, lost: null },
          meant: meantAnywhere('missing', text),
        })
    }
    points[0]?.unshift(...auditFoot(deck, { ...lines, isWhole }, meantAnywhere))
    const logo = logoOf(deck)
    if (logo) {
      const words = drawingWords(logo.address, logo.read, logo.place.file).filter(ownWords)
      const point = inDrawing(words, logo.place)
      if (words.length > 0) points[0]?.push({ ...point, meant: meantAnywhere('added', point.text) })
    }
    const audited = points.map(
      (points, slide): SlideAudit => ({ points, notes: byFirst.get(firsts[slide] ?? slide) ?? [] }),
    )
    const counts = { verbatim: 0, edited: 0, added: 0, elsewhere: 0, dropped: 0, pictures: logo ? 1 : 0 }
    for (const { state } of points.flat()) counts[state]++
    for (const { reading } of slides) counts.pictures += reading.pictures.length
    return {
      slides: audited,
      paragraphs: { total: lines.paragraphs, whole: compared.whole.size },
      points: counts,
      differences,
      idleMarks: slides.flatMap((one, slide) =>
        one.reading.marks
          .filter(
            ({ keys, inNotes }) =>
              !keys.some((key) => used.has(key)) && (!inNotes || firsts[slide] === slide),
          )
          .map(({ text, line, inNotes }) => ({ text, place: placeOf(one, line, inNotes) })),
      ),
    }
  }
}

type Told = Omit<PointAudit, 'meant'>

/** Words of a drawing that the document has nowhere. */
function inDrawing(words: readonly string[], place: Place): Told {
  return { place, kind: 'picture', text: words.join(' '), state: 'added', original: null, lost: null }
}

/** The picture in the foot of every slide: the deck's own, or its office's. */
function logoOf({ settings, files, beside, office }: Deck): Logo | null {
  const [first] = files
  if (settings.logo && first)
    return { address: settings.logo, read: beside, place: { file: first.path, line: 1 } }
  return office?.logo ? { address: office.logo, read: office.beside, place: { file: office.file } } : null
}

interface Logo {
  readonly address: string
  readonly read: Deck['beside']
  readonly place: Place
}

/** Headings that derive shows and these points do not, not even in other words. */
function droppedFrom(shown: readonly PointAudit[], headings: readonly string[]): string[] {
  const said = new Set(shown.flatMap(({ text, original }) => [text, original ?? ''].map(comparable)))
  return headings.filter((heading) => {
    const words = comparable(heading)
    return !said.has(words) && ![...said].some((one) => one.includes(words))
  })
}

/** Where a line of a slide, or of its notes, stands in its file. */
function placeOf(
  { path, source }: { readonly path: string; readonly source: SlideSource },
  line: number,
  inNotes = false,
): Place {
  return { file: path, line: (inNotes ? (source.notes?.line ?? 1) : source.body.line) + line }
}

/** Audits a deck against its document once. */
export function auditDeck(deck: Deck, document: Document, auditing: Auditing = {}): DeckAudit {
  return createAuditor(document, auditing)(deck)
}
