import type { Deck } from '../../deck/deck.ts'
import type { Place } from '../../fault.ts'
import { type LostMeaning, meaningOf } from '../../keypoints/index.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { type VisibleBlock, visibleText } from '../../markdown/visible-text.ts'
import { comparable } from './comparable.ts'
import type { DocumentLines, Reading } from './document-lines.ts'
import { type Find, linesOf, linesWith } from './find-lines.ts'
import {
  agendaHeadings,
  agendaNotes,
  headingFor,
  isCounted,
  isHeadingOf,
  isNumber,
  labelled,
  orderOf,
} from './headings.ts'
import { type Mark, readMarks } from './meant.ts'
import { nearestClauses } from './nearest.ts'
import { quotesOf } from './quotes.ts'
import { type Derived, originalsOf } from './reworded.ts'
import type { StatedName } from './stated.ts'
import { containsParts, findWhole } from './whole.ts'

/** A slide of more blocks than a large table has cells is told what is not the document's, and no more of it. */
const mostBlocks = 2000
/** What was so many blocks of a slide before a person changed them is looked for. */
const mostChanged = 200
/** So many pairs of a slide's words and its notes' lines are compared to see which heading is above which. */
const mostPairs = 200_000
/** A slide without notes stands where so many of its points do. */
const mostPlaced = 200
/** So many lines that a slide's notes leave out between two of theirs may be what its points are from. */
const mostLeftOut = 8

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
   * - `elsewhere`: stands in what the document says there, and these notes leave out
   * - `dropped`: a heading of the document, `original`, that derive shows and no slide of these notes does
   */
  readonly state: 'verbatim' | 'edited' | 'added' | 'elsewhere' | 'dropped'
  /** The document's words that a point was which is not `verbatim`; null for none. */
  readonly original: string | null
  /** What it drops of its sentence, so that it says something else; null for nothing. */
  readonly lost: LostMeaning | null
  /** The Markdown says that it is meant so. */
  readonly meant: boolean
}

/** A slide held against the document on its own; lines are counted within its passages. */
export interface SlideReading {
  readonly notes: readonly VisibleBlock[]
  readonly points: readonly (Omit<PointAudit, 'place' | 'meant'> & { readonly line: number })[]
  readonly agenda: boolean
  readonly pictures: readonly { readonly address: string; readonly line: number; readonly inNotes: boolean }[]
  /** Words that are in the page but can't be read there. */
  readonly hidden: readonly { readonly words: string; readonly line: number; readonly inNotes: boolean }[]
  readonly marks: readonly (Mark & { readonly inNotes: boolean })[]
}

export function readSlide(
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
  const placed: ReadonlySet<string> = new Set(
    (said === '' ? blocks.filter(({ kind }) => kind !== 'heading').slice(0, mostPlaced) : paragraphs).map(
      ({ text }) => text,
    ),
  )
  const linesAt = (text: string): readonly number[] =>
    said === '' ? linesWith(text, document) : linesOf(text, document, find)
  const own = [...new Set([...placed].flatMap(linesAt))]
  // Notes that are the document's are enough; where they are not, the fault is theirs, not the point's.
  const ownWords = own.map((at) => comparable(document.lines[at]?.text ?? ''))
  const source = altered || said === '' ? ownWords : paragraphs.map(({ text }) => comparable(text))
  const quotes = quotesOf(source)
  const sourceWords = comparable(source.join('\n'))
  const isReadable = blocks.length <= mostBlocks
  // Of several articles on a slide each heads its own words.
  const below = wordsBelow(isReadable ? blocks : [])
  const under = (block: VisibleBlock): readonly number[] => {
    const words = below.get(block) ?? []
    if (own.length * words.length > mostPairs) return own
    const found = own.filter((_, i) => words.some((one) => containsParts(ownWords[i] ?? '', one)))
    return found.length > 0 ? found : own
  }
  const isTitle = shown.classes.includes('title')
  const isQuoted = (words: string): boolean => {
    if (quotes.has(words)) return true
    if (
      isTitle &&
      (findWhole(document.frame, words) >= 0 || (!document.isWhole && document.byWords.has(words)))
    )
      return true
    return said === '' && isWhole(words)
  }
  const rowOf = rowsOf(
    blocks,
    own.map((at) => document.lines[at]?.text ?? ''),
  )
  const misled = ({ kind, text, under }: VisibleBlock): string | null =>
    kind === 'item' && under !== undefined && !agenda ? quotes.misled(comparable(text), under) : null
  const isVerbatim = (block: VisibleBlock): boolean => {
    const { kind, text, number } = block
    const words = comparable(text)
    if (rowOf(block) !== null || misled(block) !== null) return false
    if (kind === 'heading' && agenda) return false
    // A number alone heads what stands below it, whatever it is set as.
    if (kind === 'heading' || (kind !== 'other' && isNumber(words)))
      return isHeadingOf(words, under(block), document, isTitle && document.title !== null, quotes.has)
    if (agenda && kind === 'item' && document.headings.length > 0 && document.isWhole)
      return document.headings.some((heading) => findWhole(comparable(heading), words) >= 0)
    return isQuoted(words) && (number === undefined || isCounted(words, number, sourceWords))
  }
  const changed = new Set(blocks.filter((block) => !isVerbatim(block)))
  // The sections in another order than the document's.
  const order = agenda && isReadable ? orderOf(blocks, document) : []
  const nearLines = agenda ? document.headings : own.map((at) => document.lines[at]?.text ?? '')
  const nearWords = nearLines.join('\n')
  const before =
    changed.size <= mostChanged && changed.size + order.length > 0
      ? originalsOf(
          blocks.map(({ text }) => text),
          derived(said).words,
        )
      : []
  const lossOf = meaningOf(paragraphs.map(({ text }) => text).join('\n'))
  const all = blocks.map(({ text }) => text)
  const leftOut = quotesOf(
    changed.size === 0
      ? []
      : leftOutOf(own, document).map((at) => comparable(document.lines[at]?.text ?? '')),
  )
  const searched = new Set([...changed].slice(0, mostChanged))
  const points = blocks.map((block, i): SlideReading['points'][number] => {
    const { line, number } = block
    // What an agenda lists are headings.
    const kind = agenda && block.kind === 'item' ? 'heading' : block.kind
    const lost = (original: string | null): LostMeaning | null =>
      isReadable ? lossOf(block.text, all, original) : null
    const moved = order.find((one) => one.block === block)
    if (moved) return { kind, text: block.text, line, state: 'edited', original: moved.original, lost: null }
    if (!changed.has(block))
      return { kind, text: block.text, line, state: 'verbatim', original: null, lost: lost(null) }
    // Words that are the document's are so under another number.
    const words = comparable(block.text)
    const isRenumbered = number !== undefined && isQuoted(words)
    if (!isRenumbered && !agenda && leftOut.has(words))
      return { kind, text: block.text, line, state: 'elsewhere', original: block.text, lost: null }
    const text = number === undefined ? block.text : `${number.shown} ${block.text}`
    const original = isRenumbered
      ? labelled(block.text, sourceWords)
      : (rowOf(block) ??
        misled(block) ??
        headingFor(block, under(block), isTitle, document) ??
        quotes.sources(words) ??
        (searched.has(block) ? nearestClauses(block.text, nearWords) : null) ??
        before[i] ??
        null)
    const state = original === null ? 'added' : 'edited'
    return { kind, text, line, state, original, lost: original === null ? null : lost(original) }
  })
  const hiddenIn = (blocks: readonly VisibleBlock[], inNotes: boolean): SlideReading['hidden'] =>
    blocks.flatMap(({ hidden, line }) => hidden.map((words) => ({ words, line, inNotes })))
  const picturesIn = (blocks: readonly VisibleBlock[], inNotes: boolean): SlideReading['pictures'] =>
    blocks.flatMap(({ kind, address = '', line }) => (kind === 'picture' ? [{ address, line, inNotes }] : []))
  const marksIn = (text: string, inNotes: boolean): SlideReading['marks'] =>
    readMarks(text).map((mark) => ({ ...mark, inNotes }))
  return {
    notes: paragraphs,
    points,
    agenda,
    pictures: [...picturesIn(shown.blocks, false), ...picturesIn(spoken, true)],
    hidden: [
      ...((shown.hidden || aside?.hidden) && said !== '' ? [{ words: said, line: 0, inNotes: false }] : []),
      ...hiddenIn(shown.blocks, false),
      ...hiddenIn(spoken, true),
    ],
    marks: [...marksIn(body.text, false), ...marksIn(notes?.text ?? '', true)],
  }
}

/**
 * Holds the rows of a slide's tables against those of its notes: each has the cells of one of them, in their order.
 *
 * @param lines of the notes
 * @returns for a cell of a row that has not, the row most like it; null for whatever else a slide shows
 */
function rowsOf(
  blocks: readonly VisibleBlock[],
  lines: readonly string[],
): (block: VisibleBlock) => string | null {
  const all = lines
    .filter((line) => line.includes('\t'))
    .map((line) => ({ line, cells: line.split('\t').map(comparable) }))
  const rows = new Map<number, string[]>()
  if (all.length > 0)
    for (const { row, text } of blocks)
      if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), comparable(text)])
  const found = new Map<number, string>()
  const known = new Set(all.map(({ cells }) => cells.join('\t')))
  for (const [row, cells] of rows) {
    if (known.has(cells.join('\t'))) continue
    const shared = all.map((one) => cells.filter((cell) => one.cells.includes(cell)).length)
    const best = all[shared.indexOf(Math.max(...shared))]
    const fits = all.some((one) => {
      let at = 0
      for (const cell of one.cells) if (cell === cells[at]) at++
      return at === cells.length
    })
    if (!fits && best) found.set(row, best.line)
  }
  return ({ row }) => (row === undefined ? null : (found.get(row) ?? null))
}

/** The words below each heading, or number, down to the next heading. */
function wordsBelow(blocks: readonly VisibleBlock[]): ReadonlyMap<VisibleBlock, readonly string[]> {
  const found = new Map<VisibleBlock, readonly string[]>()
  let words: string[] = []
  let level = 0
  for (const block of blocks.toReversed()) {
    const isHeading = block.kind === 'heading'
    const said = comparable(block.text)
    // Headings one behind another stand over the same words, but for one that another of its kind follows.
    if (isHeading || isNumber(said))
      found.set(block, !isHeading ? [...words] : level > 0 && level <= (block.level ?? 0) ? [] : words)
    if (!isHeading) {
      if (level > 0) words = []
      words.push(said)
    }
    level = isHeading ? (block.level ?? 0) : 0
  }
  return found
}

/** The lines between some of the document, and those of the same article, that are none of them. */
function leftOutOf(own: readonly number[], { lines }: DocumentLines): number[] {
  const known = new Set(own)
  const found: number[] = []
  const take = (at: number): void => {
    if (!known.has(at)) found.push(at)
    known.add(at)
  }
  for (const at of own) {
    const number = lines[at]?.number
    const isSame = (other: number): boolean =>
      number !== '' && !known.has(other) && lines[other]?.number === number
    for (let next = at + 1; isSame(next); next++) take(next)
    for (let next = at - 1; isSame(next); next--) take(next)
    let end = at + 1
    while (end <= at + mostLeftOut && !known.has(end)) end++
    if (known.has(end)) for (let next = at + 1; next < end; next++) take(next)
  }
  return found.sort((one, other) => one - other)
}
