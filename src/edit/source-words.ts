import type { Span } from '../document/index.ts'
import { type Node, nodesOf } from '../keypoints/index.ts'
import { readTree } from '../keypoints/tree/read.ts'
import { trim } from '../keypoints/trimming.ts'
import type { EditedFile, EditedSlide } from './deck-state.ts'
import { partsOf, type SlidePart } from './slide-parts.ts'
import { overlap, shorn, spansOf, twinsOf, type Words, wordsOf } from './spans.ts'

/** A heading or point of a slide, and which of the words in its notes it is. */
export interface Shown {
  /** Its place among the parts of the slide. */
  readonly part: number
  readonly kind: SlidePart['kind']
  readonly depth: number
  /** null for words of a person's own. */
  readonly spans: readonly Span[] | null
  /** Where else the notes say the very same. */
  readonly twins: readonly Span[]
}

/** What the notes of a slide say, and what of it stands on the slide; spans are offsets into `text`. */
export interface SlideWords {
  /** Its paragraphs, a line each or more. */
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly shown: readonly Shown[]
  readonly words: Words
}

const known = new WeakMap<EditedSlide, SlideWords>()

/** The words of a slide's notes, those on the slide found in them. */
export function slideWords(slide: EditedSlide, file: EditedFile): SlideWords {
  const before = known.get(slide)
  if (before) return before
  const { parts, notes } = partsOf(slide, file)
  let text = ''
  const paragraphs = notes.map((note): Span => {
    const start = text === '' ? 0 : text.length + 1
    text += (text === '' ? '' : '\n') + note.text
    return { start, end: text.length }
  })
  const words = wordsOf(text)
  let from = 0
  const shown = parts.flatMap((part, i): Shown[] => {
    if (part.text === '' || part.kind === 'table' || part.kind === 'other' || part.kind === 'picture')
      return []
    const spans = spansOf(words, part.text, part.kind === 'point' ? from : 0)
    if (part.kind === 'point' && spans) from = spans[0]?.start ?? from
    const [only, ...others] = spans ?? []
    const twins = only && others.length === 0 ? twinsOf(words, only) : []
    return [{ part: i, kind: part.kind, depth: part.depth, spans, twins }]
  })
  const result = { text, paragraphs, shown, words }
  known.set(slide, result)
  return result
}

/** A piece of a paragraph that is chosen with one click, or that leads in to one. */
export interface Piece extends Span {
  /** `numeral`: 一是, （1）; `clause`: what can stand on a slide; `between`: punctuation. */
  readonly kind: 'numeral' | 'clause' | 'between'
}

const pieces = new WeakMap<SlideWords, readonly (readonly Piece[])[]>()

/** The paragraphs of a slide's notes in pieces, which one behind another are the whole paragraph. */
export function piecesOf(words: SlideWords): readonly (readonly Piece[])[] {
  const before = pieces.get(words)
  if (before) return before
  const cut = words.paragraphs.map((span) => cutParagraph(words.text, span))
  pieces.set(words, cut)
  return cut
}

function cutParagraph(text: string, span: Span): Piece[] {
  const tree = readTree(text, { kind: 'prose', span, runIn: null }, span)
  const nodes = nodesOf(tree)
  const marked = [
    ...nodes.flatMap(({ numeral }) => (numeral ? [{ ...numeral, kind: 'numeral' as const }] : [])),
    ...nodes.filter(isClause).map(({ span }) => ({ ...span, kind: 'clause' as const })),
  ].sort((one, other) => one.start - other.start || one.end - other.end)
  const found: Piece[] = []
  let end = span.start
  for (const { start, end: to, kind } of marked) {
    const from = Math.max(start, end)
    if (from >= to) continue
    if (from > end) found.push({ start: end, end: from, kind: 'between' })
    found.push({ start: from, end: to, kind })
    end = to
  }
  if (end < span.end) found.push({ start: end, end: span.end, kind: 'between' })
  // What the tree has no clause for can be chosen all the same.
  return found.map((piece) =>
    piece.kind === 'between' && shorn(text, piece) ? { ...piece, kind: 'clause' as const } : piece,
  )
}

const isClause = ({ kind, children }: Node): boolean =>
  kind === 'clause' || (kind === 'sentence' && children.length === 0)

/** What of chosen words a point shows: no connective before them, no punctuation around them. */
export function pointSpan(text: string, span: Span): Span {
  return trim(text, span) ?? shorn(text, span) ?? span
}

/**
 * What of a slide shows chosen words, wholly or for the most part; points before headings, null for nothing. Of words that
 * the notes say more than once, its spans are those at the place that was chosen.
 */
export function shownBy({ text, shown }: SlideWords, span: Span): Shown | null {
  const core = pointSpan(text, span)
  const least = (core.end - core.start) / 2
  const holders = shown.flatMap((one): Shown[] => {
    const places = [one.spans ?? [], ...one.twins.map((twin) => [twin])]
    const here = places.find((spans) => spans.reduce((sum, at) => sum + overlap(at, core), 0) >= least)
    return here ? [{ ...one, spans: here }] : []
  })
  return holders.find(({ kind }) => kind !== 'heading') ?? holders[0] ?? null
}
