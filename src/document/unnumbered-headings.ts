import type { Block } from './blocks.ts'
import { type Candidate, isCapitals, WIDEST_HEADING } from './candidates.ts'
import { TAIL_KINDS } from './closing.ts'
import type { Span } from './document.ts'
import { endsAsTitle, isAttachmentMarker, isKnownHeading, kindOf } from './kinds.ts'
import { columns } from './lines.ts'
import { rankOf } from './numbering.ts'
import { endsSentence, firstSentenceEnd } from './punctuation.ts'

/**
 * What shows a heading without a number: a level that the format names, its type, a line alone, a word
 * such as 附则; or it is the title of a second document in the file.
 */
export type Style = number | 'bold' | 'centred' | 'capitals' | 'line' | 'known' | 'document'

export interface Unnumbered {
  readonly at: number
  readonly span: Span
  readonly style: Style
}

/** The headings without a number, in order. */
export function unnumberedHeadings(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  candidates: readonly Candidate[],
): readonly Unnumbered[] {
  const numbered = new Map(candidates.map((one) => [one.at, one]))
  const starts = documentStarts(text, blocks, skipped, candidates)
  const found: Unnumbered[] = []
  for (const [at, block] of blocks.entries()) {
    if (skipped.has(at) || numbered.has(at)) continue
    const style = starts.has(at) ? 'document' : styleOf(text, blocks, skipped, at)
    if (style !== null) found.push({ at, span: block.span, style })
  }
  return withoutChance(text, blocks, skipped, found)
}

function styleOf(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  at: number,
): Style | null {
  const block = blocks[at]
  const next = blocks[at + 1]
  if (!block || block.rows.length > 0 || block.layout.image !== undefined || block.layout.footnote)
    return null
  const { start, end } = block.span
  if (end - start > WIDEST_HEADING || columns(text, start, end) > WIDEST_HEADING) return null
  const line = text.slice(start, end)
  const { heading, bold, centred } = block.layout
  if (heading !== undefined && hasOneSentence(text, block.span)) return heading
  if (!next || kindOf(line) !== null) return null
  if (isKnownHeading(line)) return 'known'
  if (/^[-=~]{3,}$/u.test(text.slice(next.span.start, next.span.end))) return 'capitals'
  if (/^【[^】]{2,24}】$/u.test(line)) return 'bold'
  if (bold && hasOneSentence(text, block.span) && !/[：:；;，,]$/u.test(line)) return 'bold'
  if (endsSentence(text, start, end) || /[，、,]/u.test(line.slice(-1))) return null
  if (isCapitals(line)) return 'capitals'
  if (!startsText(text, next)) return null
  if (centred) return 'centred'
  return columns(text, start, end) <= 60 && (skipped.has(at - 1) || isAfterText(text, blocks[at - 1]))
    ? 'line'
    : null
}

function hasOneSentence(text: string, { start, end }: Span): boolean {
  const stop = firstSentenceEnd(text, start, end)
  return stop === null || stop >= end
}

/** Wide enough to be a paragraph under a heading. */
const NARROWEST_TEXT = 60

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
  const times = new Map<Style, number>()
  for (const { style } of found) times.set(style, (times.get(style) ?? 0) + 1)
  return found.filter(({ style }) => {
    if (!BY_CHANCE.has(style)) return true
    const count = times.get(style) ?? 0
    if (count > others.length) return false
    return style !== 'line' || (count >= 2 && ended * 3 >= others.length * 2)
  })
}

const BY_CHANCE: ReadonlySet<Style> = new Set(['bold', 'centred', 'capitals', 'line'])

/** How many lines may stand between the title of a second document and its first number. */
const OPENING_LINES = 12

/** The titles of documents that begin within the file: where the counting starts again below such a line. */
function documentStarts(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  const starts = new Set(
    [...blocks.keys()].filter((at) => !skipped.has(at) && isAttached(text, blocks[at]?.span)),
  )
  const seen = new Set<string>()
  let from = 0
  for (const { at, number, shape } of candidates) {
    const counts = rankOf(number.system) <= rankOf('han') && number.value === 1 && shape !== 'item'
    const again = counts && seen.has(number.system)
    for (let line = at - 1; counts && line >= Math.max(from, at - OPENING_LINES); line--) {
      const block = blocks[line]
      if (!block || line === 0 || skipped.has(line)) continue
      const words = text.slice(
        block.span.start,
        Math.min(block.span.end, block.span.start + WIDEST_HEADING + 1),
      )
      const isTitle =
        endsAsTitle(words) && words.length <= 60 && !/[。；，：]/u.test(words) && kindOf(words) === null
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
  const [marker = '', title = ''] = text.slice(span.start, Math.min(span.end, span.start + 90)).split('\n')
  return title !== '' && isAttachmentMarker(marker.trim())
}
