import type { Block } from './blocks.ts'
import { type Candidate, WIDEST_HEADING } from './candidates.ts'
import { TAIL_KINDS } from './closing.ts'
import { entryKey } from './contents.ts'
import type { Span } from './document.ts'
import { attachedName, endsAsTitle, isAttachmentMarker, isKnownHeading, isPerson, kindOf } from './kinds.ts'
import { columns, isCapitals } from './lines.ts'
import { rankOf, type System } from './numbering.ts'
import { endsSentence, firstSentenceEnd } from './punctuation.ts'

/**
 * What shows a heading without a number: a level that the format names; the table of contents, which has it too;
 * a list that begins anew below it; what an interviewer says; its type; a question; a line alone; a word such as
 * 附则; or it is the title of a second document in the file.
 */
export type Style =
  | number
  | 'listed'
  | 'part'
  | 'turn'
  | 'bold'
  | 'face'
  | 'centred'
  | 'capitals'
  | 'question'
  | 'line'
  | 'known'
  | 'document'

export interface Unnumbered {
  readonly at: number
  readonly span: Span
  readonly style: Style
}

/** What is known of the whole text before its lines are looked at one by one. */
interface Surroundings {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly skipped: ReadonlySet<number>
  /** The words of the table of contents, without white space and page numbers. */
  readonly listed: ReadonlySet<string>
  readonly parts: ReadonlySet<number>
  readonly bodyFace: string
}

/**
 * The headings without a number, in order.
 *
 * @param contents the blocks of the table of contents
 */
export function unnumberedHeadings(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  contents: ReadonlySet<number>,
  candidates: readonly Candidate[],
): readonly Unnumbered[] {
  const numbered = new Map(candidates.map((one) => [one.at, one]))
  const isFree = (at: number): boolean => !skipped.has(at) && !numbered.has(at)
  const starts = documentStarts(text, blocks, skipped, contents, candidates)
  const turns = turnsOf(text, blocks, isFree)
  const surroundings: Surroundings = {
    ...{ text, blocks, skipped },
    listed: new Set([...contents].map((at) => entryKey(text, blocks[at]))),
    parts: partLines(text, blocks, isFree, candidates),
    bodyFace: bodyFace(blocks),
  }
  const found: Unnumbered[] = []
  for (const [at, block] of blocks.entries()) {
    if (!isFree(at)) continue
    const turn = turns.get(at)
    const style = starts.has(at) ? 'document' : turn ? 'turn' : styleOf(surroundings, at)
    if (style !== null) found.push({ at, span: turn ?? block.span, style })
  }
  return withoutChance(text, blocks, skipped, found)
}

function styleOf({ text, blocks, skipped, listed, parts, bodyFace }: Surroundings, at: number): Style | null {
  const block = blocks[at]
  const next = blocks[at + 1]
  if (!block || block.rows.length > 0 || block.layout.image !== undefined || block.layout.footnote)
    return null
  const { start, end } = block.span
  if (end - start > WIDEST_HEADING || columns(text, start, end) > WIDEST_HEADING) return null
  const line = text.slice(start, end)
  const { heading, bold, centred, face = '' } = block.layout
  if (!/[\p{L}\p{N}]/u.test(line)) return null
  if (heading !== undefined && hasOneSentence(text, block.span)) return heading
  if (!next || kindOf(line) !== null) return null
  if (isKnownHeading(line)) return 'known'
  if (!/\p{L}.*\p{L}/su.test(line)) return null
  if (listed.has(entryKey(text, block))) return 'listed'
  if (parts.has(at)) return 'part'
  if (/^[-=~]{3,}$/u.test(text.slice(next.span.start, next.span.end))) return 'capitals'
  if (/^【[^】]{2,24}】$/u.test(line)) return 'bold'
  const heads = hasOneSentence(text, block.span) && !/[：:；;，,、]$/u.test(line)
  if (bold && heads) return 'bold'
  if (face !== bodyFace && face !== next.layout.face && heads && !endsSentence(text, start, end))
    return 'face'
  if (heads && /[？?][”’）)]?$/u.test(line)) return startsText(text, next) ? 'question' : null
  if (endsSentence(text, start, end) || /[，、,]/u.test(line.slice(-1))) return null
  if (isCapitals(line)) return 'capitals'
  if (!startsText(text, next)) return null
  if (centred) return 'centred'
  return columns(text, start, end) <= WIDEST_LINE &&
    (skipped.has(at - 1) || isAfterText(text, blocks[at - 1]))
    ? 'line'
    : null
}

/** In half-width columns: what has nothing but its shortness to show that it is a heading. */
const WIDEST_LINE = 60

/** The face in which most of the text is set. */
function bodyFace(blocks: readonly Block[]): string {
  const sizes = new Map<string, number>()
  for (const { span, layout } of blocks) {
    const face = layout.face ?? ''
    sizes.set(face, (sizes.get(face) ?? 0) + span.end - span.start)
  }
  return [...sizes].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0]
}

/** What is counted under headings; lists of these are answers to choose from. */
const NO_PARTS: ReadonlySet<System> = new Set([
  'letter',
  'circled',
  'bracketed-letter',
  'bracketed-capital',
  'clause',
  'enumerated',
  'ordinal',
])
/** So many paragraphs may lead from a heading to the list below it. */
export const MOST_LEADING = 2

/** The lines below which one and the same counting begins anew: 上篇, 下篇. */
function partLines(
  text: string,
  blocks: readonly Block[],
  isFree: (at: number) => boolean,
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  const bySystem = new Map<System, number[]>()
  for (const { at, number } of candidates) {
    if (number.value > 1 || NO_PARTS.has(number.system)) continue
    let line = at - 1
    const isLeading = (span: Span | undefined): boolean =>
      span !== undefined && isFree(line) && endsSentence(text, span.start, span.end)
    while (line > at - 1 - MOST_LEADING && isLeading(blocks[line]?.span)) line--
    if (!isFree(line) || !isBareLine(text, blocks[line])) continue
    const lines = bySystem.get(number.system)
    if (lines) lines.push(line)
    else bySystem.set(number.system, [line])
  }
  return new Set([...bySystem.values()].filter((found) => found.length > 1).flat())
}

function isBareLine(text: string, block: Block | undefined): boolean {
  if (!block || block.rows.length > 0 || block.layout.image !== undefined || block.layout.item) return false
  const { start, end } = block.span
  if (end - start > WIDEST_LINE || columns(text, start, end) > WIDEST_LINE) return false
  const line = text.slice(start, end)
  return (
    !endsSentence(text, start, end) && !/[，、,：:]$/u.test(line) && kindOf(line) === null && !isPerson(line)
  )
}

const LABEL = /^(?:\p{sc=Han}[\p{sc=Han}· ]{0,11}|[A-Z][\p{L}. ]{0,24})\d{0,3}[：:]/u
const ASKS = /[？?][”’）)]?$/u
/** In UTF-16 units: an interviewer says more before he asks than a heading has. */
const LONGEST_TURN = 150
const LEAST_TURNS = 3

/** What one who asks says, by his name before it: 记者：…？ */
function turnsOf(
  text: string,
  blocks: readonly Block[],
  isFree: (at: number) => boolean,
): ReadonlyMap<number, Span> {
  const asked = new Map<string, { turns: number; readonly spans: Map<number, Span> }>()
  for (const [at, { span }] of blocks.entries()) {
    const [label = ''] = isFree(at) ? (LABEL.exec(text.slice(span.start, span.start + 40)) ?? []) : []
    if (label === '') continue
    const name = label.replace(/\d/gu, '')
    const one = asked.get(name) ?? { turns: 0, spans: new Map<number, Span>() }
    asked.set(name, one)
    one.turns++
    const stop = firstSentenceEnd(text, span.start, Math.min(span.end, span.start + LONGEST_TURN))
    const isWhole = span.end - span.start <= LONGEST_TURN && ASKS.test(text.slice(span.start, span.end))
    const end = isWhole ? span.end : stop
    if (end !== null && ASKS.test(text.slice(span.start, end))) one.spans.set(at, { start: span.start, end })
  }
  const turns = new Map<number, Span>()
  for (const { turns: all, spans } of asked.values())
    if (spans.size >= LEAST_TURNS && spans.size * 2 > all) for (const [at, span] of spans) turns.set(at, span)
  return turns
}

function hasOneSentence(text: string, { start, end }: Span): boolean {
  const stop = firstSentenceEnd(text, start, end)
  return stop === null || stop >= end
}

/** Wide enough to be a paragraph under a heading. */
const NARROWEST_TEXT = 48

function startsText(text: string, { span, layout }: Block): boolean {
  return (
    layout.heading !== undefined ||
    (columns(text, span.start, Math.min(span.end, span.start + 200)) >= NARROWEST_TEXT &&
      endsSentence(text, span.start, span.end))
  )
}

function isAfterText(text: string, block: Block | undefined): boolean {
  return (
    block === undefined ||
    endsSentence(text, block.span.start, block.span.end) ||
    block.layout.heading !== undefined
  )
}

/** A style that most blocks have, or that one line has by chance, shows no headings. */
function withoutChance(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  found: readonly Unnumbered[],
): readonly Unnumbered[] {
  const heads = new Set(found.map(({ at }) => at))
  const others = blocks.filter((_, at) => !heads.has(at) && !skipped.has(at))
  const ended = others.filter(({ span }) => endsSentence(text, span.start, span.end)).length
  const stopped = stoppedAmong(text, found)
  const stacked = stackedAmong(found)
  const times = new Map<Style, number>()
  for (const { style } of found) times.set(style, (times.get(style) ?? 0) + 1)
  return found.filter(({ at, style }) => {
    if (!BY_CHANCE.has(style)) return true
    const count = times.get(style) ?? 0
    if (count > others.length) return false
    // The only one of all, in another type below the title, belongs to that; one above no text heads nothing.
    const next = blocks[at + 1]
    const isAlone = found.length === 1 && style !== 'line'
    if (isAlone && (skipped.has(at - 1) || !next || !startsText(text, next))) return false
    if (stopped.has(at) || stacked.has(at)) return false
    if (style === 'question') return count >= LEAST_QUESTIONS && count * MOST_ANSWERS >= others.length
    if (style !== 'line') return true
    // One alone is a heading where nothing else of the text is less than a sentence.
    return count >= 2
      ? ended * 3 >= others.length * 2
      : ended === others.length && isAmongText(text, blocks, skipped, at)
  })
}

/** So many paragraphs stand before and behind a heading that is the only one. */
const LEAST_AROUND = 2

function isAmongText(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  at: number,
): boolean {
  const isText = (from: number): boolean =>
    [...Array(LEAST_AROUND).keys()].every((i) => blocks[from + i] !== undefined && !skipped.has(from + i))
  const beginsWord = /^\p{L}/u.test(text.charAt(blocks[at]?.span.start ?? 0))
  return beginsWord && isText(at - LEAST_AROUND) && isText(at + 1)
}

/** In half-width columns: what is set off with its full stop is a sentence that somebody stresses, when it is wider. */
const WIDEST_STRESSED = 48

/** Sentences that are stressed by the type of headings: those that are long, or stand among headings without a full stop. */
function stoppedAmong(text: string, found: readonly Unnumbered[]): ReadonlySet<number> {
  const isStopped = ({ span }: Unnumbered): boolean => /[。；]$/u.test(text.slice(span.end - 1, span.end))
  const shown = found.filter(({ style }) => style === 'bold' || style === 'face')
  const some = shown.some((one) => !isStopped(one))
  return new Set(
    shown
      .filter(
        (one) => isStopped(one) && (some || columns(text, one.span.start, one.span.end) > WIDEST_STRESSED),
      )
      .map(({ at }) => at),
  )
}

/** So many lines of one type one below the other are those of a cover or a list: none heads a text. */
const LEAST_STACKED = 4

function stackedAmong(found: readonly Unnumbered[]): ReadonlySet<number> {
  const stacked = new Set<number>()
  let first = 0
  for (const [i, { at, style }] of found.entries()) {
    const before = found[i - 1]
    if (before?.style !== style || before.at !== at - 1) first = i
    if (i - first < LEAST_STACKED - 1) continue
    for (const one of i - first === LEAST_STACKED - 1 ? found.slice(first, i + 1) : [{ at }])
      stacked.add(one.at)
  }
  return stacked
}

const BY_CHANCE: ReadonlySet<Style> = new Set(['bold', 'face', 'centred', 'capitals', 'question', 'line'])
/** A speaker asks, too; questions are headings where they come again and again. */
const LEAST_QUESTIONS = 3
const MOST_ANSWERS = 6

/** How many lines may stand between the title of a second document and its first number. */
const OPENING_LINES = 12

/** The titles of documents that begin within the file: where the counting starts again below such a line. */
function documentStarts(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  contents: ReadonlySet<number>,
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  const starts = new Set(
    [...blocks.keys()].filter((at) => !skipped.has(at) && isAttached(text, blocks[at]?.span)),
  )
  const seen = new Set<string>()
  // A title that a page says twice begins no second document.
  const titles = new Set(
    [...skipped].filter((at) => !contents.has(at)).map((at) => entryKey(text, blocks[at])),
  )
  let from = 0
  let widest = Number.POSITIVE_INFINITY
  for (const { at, number, shape } of candidates) {
    const rank = rankOf(number.system)
    const counts = rank <= rankOf('han') && number.value === 1 && shape !== 'item'
    // What is counted within chapters begins anew in each.
    const again = counts && seen.has(number.system) && rank <= widest
    if (shape !== 'item' && shape !== 'long') widest = Math.min(widest, rank)
    for (let line = at - 1; counts && line >= Math.max(from, at - OPENING_LINES); line--) {
      const block = blocks[line]
      if (!block || line === 0 || skipped.has(line) || titles.has(entryKey(text, block))) continue
      const words = text.slice(
        block.span.start,
        Math.min(block.span.end, block.span.start + WIDEST_HEADING + 1),
      )
      const attached = attachedName(words)
      const name = attached ?? words
      const isTitle =
        endsAsTitle(name) &&
        words.length <= 60 &&
        !/[。；，：]/u.test(name) &&
        (attached !== null || kindOf(words) === null)
      const before = blocks[line - 1]
      const kind = before ? kindOf(text.slice(before.span.start, before.span.end).slice(0, 250)) : null
      if (isTitle && (again || (kind !== null && TAIL_KINDS.has(kind)))) {
        starts.add(line)
        break
      }
    }
    if (counts) from = at
    seen.add(number.system)
  }
  return starts
}

/** `附件2` and on the next line the title of what is attached. */
function isAttached(text: string, span: Span | undefined): boolean {
  if (!span) return false
  const [marker = '', title = ''] = text
    .slice(span.start, Math.min(span.end, span.start + 90))
    .split(/\s*\n\s*/u)
  return title !== '' && isAttachmentMarker(marker.trim())
}
