import type { Paragraph, Span } from '../document/document.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { conclusion, directive, formula, generic } from './cues.ts'
import { type Item, numberedItems, semicolonItems } from './enumerations.ts'
import { articleHeading, articleNumberOf } from './headings.ts'
import type { EnumeratedItem } from './keypoints.ts'
import { leadInOf } from './lead-ins.ts'
import { type Scale, scaleOf, size } from './scale.ts'
import { type Sentence, sentences } from './sentences.ts'
import { opening as firstWords } from './shortening.ts'
import { simplified } from './simplified.ts'
import { trim } from './trimming.ts'

/** A paragraph as it was read, before its points are chosen. */
export interface Reading {
  readonly paragraph: Paragraph
  readonly scale: Scale
  /** In the scale's unit. */
  readonly length: number
  /** What heads it by itself: a run-in heading or an article's number, with what its list is introduced with. */
  readonly runIn: Span | null
  readonly items: readonly ReadItem[]
  /** What the items would say something else without, where `runIn` does not say it. */
  readonly leadIn: Span | null
  /** What stands before, between and behind the items; everything where there are none. */
  readonly before: readonly Candidate[]
  readonly behind: readonly Candidate[]
}

/** An enumerated item as it was read. */
export interface ReadItem extends Pick<EnumeratedItem, 'point' | 'body'> {
  /** What else of it could be a point. */
  readonly rest: readonly Candidate[]
}

/** Reads a paragraph: what heads it, its enumerated items, and what else could be a point. */
export function read(text: string, paragraph: Paragraph): Reading {
  const { span, kind } = paragraph
  const words = text.slice(span.start, span.end)
  const scale = scaleOf(words)
  const length = size(words, scale)
  // The first item of an enumeration that goes on in the paragraph (第一，…。第二，…) is no heading of it.
  const own = paragraph.runIn && numberedItems(text, span)[0]?.start !== span.start ? paragraph.runIn : null
  const head = own ?? (kind === 'article' ? articleNumberOf(text, span) : null)
  const items = itemsOf(text, { start: head?.end ?? span.start, end: span.end })
  const [first] = items
  const last = items.at(-1)
  const opening = { start: head?.end ?? span.start, end: first?.start ?? span.end }
  const leadIn = first ? leadInOf(text, opening, kind, scale) : null
  const runIn = own
    ? trim(text, own, scale)
    : head && articleHeading(text, { number: head, prose: opening, leadIn }, scale)
  const prose = { start: own?.end ?? runIn?.end ?? span.start, end: span.end }
  if (!first || !last) {
    const before = candidates(text, sentences(text, prose), scale, 0)
    return { paragraph, scale, length, runIn, items: [], leadIn: null, before, behind: [] }
  }
  const isSaid = leadIn !== null && prose.start >= leadIn.end
  const lead = sentences(text, { start: prose.start, end: isSaid ? prose.start : first.start })
  const itemSentences = items.map(({ body }) => sentences(text, body))
  const tail = behindLast(text, itemSentences)
  const after = last.end < prose.end ? sentences(text, { start: last.end, end: prose.end }) : []
  return {
    paragraph,
    scale,
    length,
    runIn,
    items: items.flatMap(({ body }, i) => {
      const own = (itemSentences[i] ?? []).filter((sentence) => !tail.includes(sentence))
      const all = candidates(text, own, scale, 0)
      const point = all.find((candidate) => names(text, candidate)) ?? all[0]
      const named = point ?? fallback(text, body, scale)
      return named ? [{ point: named, body, rest: all.filter((candidate) => candidate !== point) }] : []
    }),
    leadIn: isSaid ? null : leadIn,
    before: candidates(text, lead, scale, 0).filter(({ end }) => !leadIn || end <= leadIn.start),
    behind: candidates(text, [...tail, ...after], scale, lead.length + 1),
  }
}

function candidates(text: string, parts: readonly Sentence[], scale: Scale, from: number): Candidate[] {
  return parts.flatMap((sentence, i) => candidatesOf(text, sentence, from + i, scale))
}

/** Numbered items; without any, the items of lists between semicolons. */
function itemsOf(text: string, prose: Span): readonly Item[] {
  const numbered = numberedItems(text, prose)
  return numbered.length > 0 ? numbered : semicolonItems(text, prose)
}

const addition = /^(?:同时|此外|另外|与此同时)，/u

/**
 * The sentences behind the last item of an enumeration, which no mark tells from it: what is more than the
 * other items have (一是…；二是…。这些情况表明，…), and from a word on that concludes or adds.
 */
function behindLast(text: string, items: readonly (readonly Sentence[])[]): readonly Sentence[] {
  const last = items.at(-1) ?? []
  const most = items.slice(0, -1).reduce((longest, item) => Math.max(longest, item.length), 1)
  const cue = last.findIndex(({ start, end }, i) => {
    const words = simplified(text.slice(start, Math.min(end, start + 80)))
    return i > 0 && (conclusion.test(words) || (addition.test(words) && directive.test(words)))
  })
  return last.slice(cue > 0 ? Math.min(cue, most) : most)
}

/** Says what an item is about: is no loyal formula and leans on nothing. */
function names(text: string, { start, end, dependent }: Candidate): boolean {
  const words = simplified(text.slice(start, end))
  return !dependent && !formula.test(words) && !generic.test(words)
}

/** A point where no clause was found that could be one. */
export function fallback(text: string, body: Span, scale: Scale): Span | null {
  const first = sentences(text, body)[0] ?? body
  const point = firstWords(text, trim(text, first, scale) ?? first, scale)
  if (point) return point
  // Marks without their other half: the first words between them.
  for (const { index, 0: words } of text.slice(body.start, body.end).matchAll(/[\p{L}\p{N} 、]{2,}/gu)) {
    const start = body.start + index
    const plain = firstWords(text, { start, end: start + words.length }, scale)
    if (plain) return plain
  }
  return null
}
