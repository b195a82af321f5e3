import type { Deck } from '../../deck/deck.ts'
import type { Document } from '../../document/index.ts'
import { numberingAt } from '../../document/numbering.ts'
import type { Place } from '../../fault.ts'
import { type LostMeaning, meaningOf } from '../../keypoints/index.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { type ListNumber, type VisibleBlock, visibleText } from '../../markdown/visible-text.ts'
import { wordsFor } from '../../words.ts'
import { comparable } from './comparable.ts'
import { likeness } from './compare.ts'
import { type DocumentLines, documentLines, numberOf } from './document-lines.ts'
import { type Mark, type Meant, meantBy, meantMark, readMarks } from './meant.ts'
import { nearestClauses } from './nearest.ts'
import { compareNotes, type NotesDifference } from './notes.ts'
import { type Derived, derivedSlides, originalsOf } from './reworded.ts'
import { type StatedName, saysStated } from './stated.ts'
import { findWhole } from './whole.ts'

/** An altered paragraph is found again in the document by so many of its pieces, of so many characters. */
const mostPieces = 50
const pieceLength = 10
/** Pieces of shorter paragraphs overlap: UTF-16 units. */
const mostOverlapping = 50
/** So many lines that may be the one are compared. */
const mostNear = 8
/**
 * So many characters are searched for words that are not in their slide's notes, in one audit: enough for hundreds of
 * edits of a long document. Where everything was edited, what lies beyond is told from the notes alone.
 */
const searched = 200_000_000

/** Of a slide of more blocks than anybody reads from a wall it is told what is not the document's, and not what it was. */
const mostBlocks = 200

/** What became of a heading or point of a slide. */
export interface PointAudit {
  readonly place: Place
  readonly kind: VisibleBlock['kind']
  readonly text: string
  /** What of the settings it is; absent for what a slide shows. */
  readonly setting?: 'title' | StatedName
  /**
   * - `verbatim`: stands in the notes of its slide, a heading in those of its sections; a slide without notes may quote
   *   all of the document
   * - `edited`: was other words, which are `original`
   * - `added`: is like nothing in the notes
   * - `dropped`: a heading of the document, `original`, that derive shows and no slide of these notes does
   */
  readonly state: 'verbatim' | 'edited' | 'added' | 'dropped'
  /** The document's words that an edited or dropped point was; else null. */
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
    readonly dropped: number
    readonly pictures: number
  }
  /** Each difference of the notes once, and what is hidden on slides, in the deck's order. */
  readonly differences: readonly NotesDifference[]
  /** What a person said is meant, and is nowhere to be found. */
  readonly idleMarks: readonly { readonly place: Place; readonly text: string }[]
}

/** How a document was read. */
export interface Reading {
  /**
   * With the layout of its own file, as derive reads it: then its headings and its title are known. Else its text is
   * all there is, and a short line above others may be a heading.
   */
  readonly isWhole?: boolean
}

/** What an audit is to tell. */
export interface Auditing extends Reading {
  /**
   * Also the headings that no slide shows, for which the whole document is derived again; it does unless told. What only
   * marks the words on its slides, as a page does, needs none of them.
   */
  readonly withDropped?: boolean
}

const allWords = ['zh-CN', 'zh-TW', 'ja', 'en'].map(wordsFor)
/** What derive writes above a list of sections, or once wrote, in every language. */
const agendaHeadings = new Set(allWords.flatMap(({ agenda, byTopic }) => [agenda, byTopic].map(comparable)))
/** What it tells the presenter of such a list. */
const agendaNotes = new Set(allWords.map(({ byTopic }) => comparable(byTopic)))

/** Where comparable words begin in the document's, -1 where they don't. */
type Find = (words: string) => number

/** A slide held against the document on its own; lines are counted within its passages. */
interface SlideReading {
  readonly notes: readonly VisibleBlock[]
  readonly points: readonly (Omit<PointAudit, 'place' | 'meant'> & { readonly line: number })[]
  readonly agenda: boolean
  readonly pictures: number
  /** Words that are in the page but can't be read there. */
  readonly hidden: readonly { readonly words: string; readonly line: number; readonly inNotes: boolean }[]
  readonly marks: readonly (Mark & { readonly inNotes: boolean })[]
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
    const notes = slides.flatMap(({ path, source, reading }, slide) =>
      reading.notes.map(({ text, line }) => ({
        text,
        slide,
        place: { file: path, line: (source.notes?.line ?? 1) + line },
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
      if (one.kind === 'remark') return false
      const meant = one.kind === 'altered' || one.kind === 'hidden' ? meantOn[one.slide] : meantAnywhere
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
    const points = slides.map(({ path, source, reading }, slide): PointAudit[] =>
      reading.points.map(({ line, ...point }) => ({
        ...point,
        place: { file: path, line: source.body.line + line },
        meant: isSaidToBe(point.state, point.text, meantOn[slide]),
      })),
    )
    // The slides of one paragraph show its headings together, and those of the agenda its sections.
    const groups = new Map<string, number[]>()
    slides.forEach(({ reading }, slide) => {
      const notes = reading.agenda ? '' : comparable(wholes[slide] ?? '')
      if (reading.agenda || notes !== '') groups.set(notes, [...(groups.get(notes) ?? []), slide])
    })
    for (const [notes, group] of withDropped ? groups : []) {
      const [first = 0] = group
      const place = points[first]?.[0]?.place ?? placeOf(slides[first])
      if (!place) continue
      const shown = group.flatMap((slide) => points[slide] ?? [])
      for (const text of droppedFrom(shown, derived(notes).headings))
        points[first]?.push({
          ...{ place, kind: 'heading', text, state: 'dropped', original: text, lost: null },
          meant: meantAnywhere('missing', text),
        })
    }
    points[0]?.unshift(...settingsOf(deck, lines, isWhole, meantAnywhere))
    const audited = points.map(
      (points, slide): SlideAudit => ({ points, notes: byFirst.get(firsts[slide] ?? slide) ?? [] }),
    )
    const counts = { verbatim: 0, edited: 0, added: 0, dropped: 0, pictures: 0 }
    for (const { state } of points.flat()) counts[state]++
    for (const { reading } of slides) counts.pictures += reading.pictures
    return {
      slides: audited,
      paragraphs: { total: lines.paragraphs, whole: compared.whole.size },
      points: counts,
      differences,
      idleMarks: slides.flatMap(({ path, source, reading }, slide) =>
        reading.marks
          .filter(
            ({ keys, inNotes }) =>
              !keys.some((key) => used.has(key)) && (!inNotes || firsts[slide] === slide),
          )
          .map(({ text, line, inNotes }) => ({
            text,
            place: { file: path, line: (inNotes ? (source.notes?.line ?? 1) : source.body.line) + line },
          })),
      ),
    }
  }
}

function isSaidToBe(state: PointAudit['state'], text: string, meant: Meant | undefined): boolean {
  return (state === 'edited' || state === 'added') && (meant?.(state, text) ?? false)
}

/** Headings that derive shows and these points do not, not even in other words. */
function droppedFrom(shown: readonly PointAudit[], headings: readonly string[]): string[] {
  const said = new Set(shown.flatMap(({ text, original }) => [text, original ?? ''].map(comparable)))
  return headings.filter((heading) => {
    const words = comparable(heading)
    return !said.has(words) && ![...said].some((one) => one.includes(words))
  })
}

/** A line is no title or heading where it is longer than this, or ends as a sentence: in UTF-16 units. */
const longestHeading = 80
const readsAsHeading = (line: string): boolean =>
  line.length <= longestHeading && !/[。；;！？!?，,：:]$/u.test(line)

/**
 * What of the settings stands in the foot of every slide and is not what the document says in its place: another
 * title, date, office or marking. What the document does not state is the presenter's own.
 */
function settingsOf(
  { files, settings }: Deck,
  lines: DocumentLines,
  isWhole: boolean,
  meant: Meant,
): PointAudit[] {
  const [first] = files
  if (!first) return []
  const differs = (setting: 'title' | StatedName, text: string, original: string): PointAudit => ({
    ...{ place: { file: first.path, line: 1 }, kind: 'heading', text, state: 'edited', original, lost: null },
    setting,
    meant: meant('edited', text),
  })
  const { title } = settings
  const opening = lines.lines.findIndex(({ below }) => below.length > 0)
  // A page tells which of its lines is its title, its text alone does not.
  const isOpening = (words: string): boolean =>
    !isWhole &&
    lines.lines
      .slice(0, opening < 0 ? undefined : opening)
      .some(({ text }) => comparable(text) === words && readsAsHeading(text))
  const retitled =
    title !== undefined &&
    lines.title !== null &&
    comparable(title) !== comparable(lines.title) &&
    !isOpening(comparable(title))
  return [
    ...(retitled ? [differs('title', title, lines.title)] : []),
    ...(['unit', 'date', 'marking'] as const).flatMap((name) => {
      const [said, stated] = [settings[name], lines.stated[name]]
      return said === undefined || stated === null || saysStated(name, said, stated)
        ? []
        : [differs(name, said, stated)]
    }),
  ]
}

function placeOf(slide: { readonly path: string; readonly source: SlideSource } | undefined): Place | null {
  return slide ? { file: slide.path, line: slide.source.body.line } : null
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
export function auditDeck(deck: Deck, document: Document, auditing: Auditing = {}): DeckAudit {
  return createAuditor(document, auditing)(deck)
}

function readSlide(
  { parser, settings }: Deck,
  { body, notes }: SlideSource,
  document: DocumentLines & Reading,
  find: Find,
  derived: Derived,
): SlideReading {
  const shown = visibleText(parser, body.text, 'body')
  const aside = notes ? visibleText(parser, notes.text, 'notes') : null
  const spoken = [...(aside?.blocks ?? []), ...shown.notes, ...(aside?.notes ?? [])]
  const agenda = shown.classes.includes('agenda')
  const paragraphs = spoken.filter(
    ({ text }) => text !== '' && !(agenda && agendaNotes.has(comparable(text))),
  )
  const said = comparable(paragraphs.map(({ text }) => text).join('\n'))
  const altered = paragraphs.some(({ text }) => !document.byWords.has(comparable(text)))
  const isOurs = ({ kind, text }: VisibleBlock): boolean =>
    kind === 'heading' &&
    // The agenda's own heading is ours; everything else on a slide is the document's or a person's.
    ((agenda && agendaHeadings.has(comparable(text))) ||
      // So is the title of a deck whose document has none.
      (document.title === null && comparable(text) === comparable(settings.title ?? '')))
  const blocks = shown.blocks.filter(
    (block) => comparable(block.text) !== '' && block.kind !== 'picture' && !isOurs(block),
  )
  const isWhole = (part: string): boolean => {
    const at = find(part)
    return at >= 0 && findWhole(document.words, part, at) >= 0
  }
  // Where the slide stands in the document: by its notes, or, where it has none, by its points.
  const own =
    said === ''
      ? blocks
          .filter(({ kind }) => kind !== 'heading')
          .slice(0, mostBlocks)
          .flatMap(({ text }) => linesWith(text, document))
      : paragraphs.flatMap(({ text }) => linesOf(text, document, find))
  // Notes that are the document's are enough; where they are not, the fault is theirs, not the point's.
  const source =
    altered || said === '' ? comparable(own.map((at) => document.lines[at]?.text ?? '').join('\n')) : said
  // Of several articles on a slide each heads its own words.
  const isReadable = blocks.length <= mostBlocks
  const under = (heading: VisibleBlock): readonly number[] => {
    if (!isReadable) return own
    const behind = blocks.slice(blocks.indexOf(heading) + 1)
    const first = behind.findIndex(({ kind }) => kind !== 'heading')
    const end = behind.findIndex(({ kind }, i) => i > first && kind === 'heading')
    const words = first < 0 ? [] : behind.slice(first, end < 0 ? undefined : end)
    const found = own.filter((at) => {
      const line = comparable(document.lines[at]?.text ?? '')
      return words.some(({ text }) => containsParts(line, comparable(text)))
    })
    return found.length > 0 ? found : own
  }
  const isTitle = shown.classes.includes('title')
  const isQuoted = (words: string): boolean => {
    if (source !== '' && containsParts(source, words)) return true
    if (
      isTitle &&
      (containsParts(document.frame, words) || (!document.isWhole && document.byWords.has(words)))
    )
      return true
    return said === '' && partsOf(words).every((part) => isWhole(part))
  }
  const isVerbatim = (block: VisibleBlock): boolean => {
    const { kind, text, number } = block
    const words = comparable(text)
    if (kind === 'heading' && agenda) return false
    // A number alone heads what stands below it, whatever it is set as.
    if (kind === 'heading' || (kind !== 'other' && isNumber(words)))
      return isHeadingOf(words, under(block), document, isTitle && document.title !== null, source)
    if (agenda && kind === 'item' && document.headings.length > 0 && document.isWhole)
      return document.headings.some((heading) => findWhole(comparable(heading), words) >= 0)
    return isQuoted(words) && (number === undefined || isCounted(words, number, source))
  }
  const changed = new Set(blocks.filter((block) => !isVerbatim(block)))
  // The sections in another order than the document's.
  const order = agenda && isReadable ? orderOf(blocks, document) : []
  const nearLines = agenda ? document.headings : own.map((at) => document.lines[at]?.text ?? '')
  const nearWords = nearLines.join('\n')
  const before =
    isReadable && (changed.size > 0 || order.length > 0)
      ? originalsOf(
          blocks.map(({ text }) => text),
          derived(said).words,
        )
      : []
  const lossOf = meaningOf(paragraphs.map(({ text }) => text).join('\n'))
  const points = blocks.map((block, i): SlideReading['points'][number] => {
    const { line, number } = block
    // What an agenda lists are headings.
    const kind = agenda && block.kind === 'item' ? 'heading' : block.kind
    const lost = (original: string | null): LostMeaning | null =>
      isReadable
        ? lossOf(
            block.text,
            blocks.filter((one) => one !== block).map((one) => one.text),
            original,
          )
        : null
    const moved = order.find((one) => one.block === block)
    if (moved) return { kind, text: block.text, line, state: 'edited', original: moved.original, lost: null }
    if (!changed.has(block))
      return { kind, text: block.text, line, state: 'verbatim', original: null, lost: lost(null) }
    // Words that are the document's are so under another number.
    const isRenumbered = number !== undefined && isQuoted(comparable(block.text))
    const text = number === undefined ? block.text : `${number.shown} ${block.text}`
    const original = isRenumbered
      ? labelled(block.text, source)
      : (headingFor(block, under(block), isTitle, document) ??
        (isReadable ? nearestClauses(block.text, nearWords) : null) ??
        before[i] ??
        null)
    const state = original === null ? 'added' : 'edited'
    return { kind, text, line, state, original, lost: original === null ? null : lost(original) }
  })
  const hiddenIn = (blocks: readonly VisibleBlock[], inNotes: boolean): SlideReading['hidden'] =>
    blocks.flatMap(({ hidden, line }) => hidden.map((words) => ({ words, line, inNotes })))
  const marksIn = (text: string, inNotes: boolean): SlideReading['marks'] =>
    readMarks(text).map((mark) => ({ ...mark, inNotes }))
  return {
    notes: paragraphs,
    points,
    agenda,
    pictures: [...shown.blocks, ...spoken].filter(({ kind }) => kind === 'picture').length,
    hidden: [
      ...((shown.hidden || aside?.hidden) && said !== '' ? [{ words: said, line: 0, inNotes: false }] : []),
      ...hiddenIn(shown.blocks, false),
      ...hiddenIn(spoken, true),
    ],
    marks: [...marksIn(body.text, false), ...marksIn(notes?.text ?? '', true)],
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

/**
 * The lines of the document that have pieces of a paragraph of the notes, those with most first. The pieces of a short
 * one are shorter and overlap, so that some are whole wherever one word is another.
 */
function nearestLines(said: string, { starts }: DocumentLines, find: Find): number[] {
  const length = Math.min(pieceLength, Math.max(2, Math.floor(said.length / 4)))
  const step = said.length < mostOverlapping ? Math.ceil(length / 3) : length
  const votes = new Map<number, number>()
  for (let from = 0; from + length <= Math.min(said.length, mostPieces * pieceLength); from += step) {
    const offset = find(said.slice(from, from + length))
    if (offset < 0) continue
    const line = lineAt(starts, offset)
    votes.set(line, (votes.get(line) ?? 0) + 1)
  }
  return [...votes].sort(([, one], [, other]) => other - one).map(([line]) => line)
}

/** A paragraph of the notes as the document has it; as it is where the document has nothing of it. */
function documentsLine(text: string, document: DocumentLines, find: Find): string {
  const said = comparable(text)
  if (document.byWords.has(said)) return text
  const near = nearestLines(said, document, find)
    .slice(0, mostNear)
    .map((at) => document.lines[at]?.text ?? '')
  const alike = near.map((line) => likeness(line, text))
  return near[alike.indexOf(Math.max(...alike))] ?? text
}

/** Which lines of the document a paragraph of the notes may be. */
function linesOf(text: string, document: DocumentLines, find: Find): readonly number[] {
  const said = comparable(text)
  return document.byWords.get(said) ?? nearestLines(said, document, find).slice(0, 1)
}

/** Words of a slide without notes are looked for in so many places. */
const mostPlaces = 8

/** Which lines of the document have some words of a slide. */
function linesWith(text: string, { words, starts }: DocumentLines): number[] {
  const [part = ''] = partsOf(comparable(text))
  const found: number[] = []
  if (part === '') return found
  for (
    let at = findWhole(words, part);
    at >= 0 && found.length < mostPlaces;
    at = findWhole(words, part, at + 1)
  )
    found.push(lineAt(starts, at))
  return found
}

/**
 * Whether a heading may stand over a slide: it is the document's title, a heading of a section that the slide's words
 * stand in, or words of its own paragraphs; a number (第五条) only where a paragraph begins with it, for it may name
 * another article, too.
 */
function isHeadingOf(
  words: string,
  own: readonly number[],
  document: DocumentLines & Reading,
  isTitled: boolean,
  source: string,
): boolean {
  const { title, lines, byWords } = document
  if (title !== null && findWhole(comparable(title), words) >= 0) return true
  const isAbove = (at: number): boolean =>
    !document.isWhole && own.some((line) => at <= line && isSection(lines[at]?.below, lines[line]?.below))
  const mayHead = (byWords.get(words) ?? []).some((at) => readsAsHeading(words) && isAbove(at))
  if (isTitled) return mayHead
  // A slide of nothing else is a section's own.
  const sections =
    own.length > 0 ? own.flatMap((at) => lines[at]?.below ?? []) : document.headings.map(comparable)
  if (mayHead || sections.some((heading) => findWhole(heading, words) >= 0)) return true
  if (own.length === 0) return !document.isWhole && byWords.has(words)
  if (isNumber(words)) return own.some((at) => lines[at]?.number.startsWith(words))
  // Another section's heading may stand in the notes, too.
  return containsParts(source, words) && !document.headings.some((heading) => comparable(heading) === words)
}

/** Whether words are a number and nothing else. */
const isNumber = (words: string): boolean => words !== '' && numberOf(words).length >= words.length - 1

/** Whether the sections of one line are those of the other, or above them. */
function isSection(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.every((heading, i) => heading === other[i])
}

/** What a changed heading was, where its place tells: the title of the document, the number of the paragraph. */
function headingFor(
  { kind, text }: VisibleBlock,
  own: readonly number[],
  isTitle: boolean,
  { title, lines }: DocumentLines,
): string | null {
  if (kind !== 'heading') return null
  if (isTitle) return title
  if (!isNumber(comparable(text))) return null
  return own.map((at) => lines[at]?.number).find(Boolean) ?? null
}

/** The number that stands right before some words in a text, where it is one: its own words and its value. */
function labelOf(words: string, source: string): { readonly text: string; readonly value: number } | null {
  const inside = numberingAt(words, 0)
  if (inside && !inside.doubtful) return { text: '', value: inside.value }
  const at = findWhole(source, partsOf(words)[0] ?? '')
  if (at < 0) return null
  const [before = ''] = /[^。；;！？!?\n]{0,12}$/u.exec(source.slice(Math.max(0, at - 12), at)) ?? []
  const number = numberingAt(before, 0)
  if (!number || number.doubtful || before.slice(number.length).trim() !== '') return null
  return { text: before, value: number.value }
}

/** A point with the number that it has in the document. */
function labelled(text: string, source: string): string {
  return `${labelOf(comparable(text), source)?.text ?? ''}${text}`
}

/** Whether an item has the number that the document gives it; where that gives none, its list counts it from 1. */
function isCounted(words: string, { value, place }: ListNumber, source: string): boolean {
  return value === (labelOf(words, source)?.value ?? place)
}

/** The items of an agenda that do not stand where the document has them, each with what stands there. */
function orderOf(
  blocks: readonly VisibleBlock[],
  { headings }: DocumentLines,
): { readonly block: VisibleBlock; readonly original: string }[] {
  const all = headings.map(comparable)
  const items = blocks.flatMap((block) => {
    const words = comparable(block.text)
    const at = all.findIndex((heading) => findWhole(heading, words) >= 0)
    return block.kind === 'item' && at >= 0 ? [{ block, at }] : []
  })
  const wanted = items.map(({ at }) => at).sort((one, other) => one - other)
  return items.flatMap(({ block, at }, i) => {
    const original = headings[wanted[i] ?? at]
    return at !== wanted[i] && original !== undefined ? [{ block, original }] : []
  })
}
