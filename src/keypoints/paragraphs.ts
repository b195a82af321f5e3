import type { Paragraph, Span } from '../document/document.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { conclusion, directive } from './cues.ts'
import { type Item, numberedItems, semicolonLists } from './enumerations.ts'
import { topicOf } from './headings.ts'
import type { Detail, EnumeratedItem, KeyPointOptions, ParagraphPoints } from './keypoints.ts'
import { layoutOf } from './layout.ts'
import { salience } from './salience.ts'
import { type Scale, scaleOf, size } from './scale.ts'
import { type Sentence, sentences } from './sentences.ts'
import { shorten } from './shortening.ts'
import { simplified } from './simplified.ts'
import { trim } from './trimming.ts'
import { worth } from './worth.ts'

/** How many points are chosen: one for so many characters (words: a third of it), and no more than so many. */
const densities: Readonly<Record<Detail, { readonly each: number; readonly most: number }>> = {
  brief: { each: 80, most: 3 },
  standard: { each: 45, most: 5 },
  full: { each: 30, most: 8 },
}

/** A paragraph below this needs no heading of its own: characters; words: a third of it. */
const headed = 60

/** A paragraph as it was read, before its points are chosen. */
interface Reading {
  readonly paragraph: Paragraph
  readonly scale: Scale
  /** What heads it by itself: a run-in heading or an article's number. */
  readonly runIn: Span | null
  readonly items: readonly { readonly point: Span; readonly rest: readonly Candidate[] }[]
  /** What stands before, between and behind the items; everything where there are none. */
  readonly opening: readonly Candidate[]
  readonly closing: readonly Candidate[]
}

/** The key points of the paragraphs of one section, each beside its paragraph. */
export function keyPointsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  options: KeyPointOptions,
): [Paragraph, ParagraphPoints][] {
  const readings = paragraphs.map((paragraph) => read(text, paragraph))
  const all = readings.flatMap(({ opening, closing, items }) => [
    ...opening,
    ...items.flatMap(({ rest }) => rest),
    ...closing,
  ])
  const central = new Map<Candidate, number>()
  salience(text, all).forEach((value, i) => {
    const candidate = all[i]
    if (candidate) central.set(candidate, value)
  })
  return readings.map((reading) => [reading.paragraph, choose(text, reading, central, options)])
}

const articleNumber =
  /^第[一二三四五六七八九十百千零〇\d]{1,9}条(?:之[一二三四五六七八九十]+)?|^(?:Article|Section|Art\.|§)\s*\d+[a-z]?\.?/iu

function read(text: string, paragraph: Paragraph): Reading {
  const { span, kind } = paragraph
  const words = text.slice(span.start, span.end)
  const scale = scaleOf(words)
  const number = kind === 'article' ? articleNumber.exec(words)?.[0].length : 0
  const runIn = paragraph.runIn
    ? trim(text, paragraph.runIn, scale)
    : number
      ? { start: span.start, end: span.start + number }
      : null
  const prose = { start: paragraph.runIn?.end ?? span.start + (number ?? 0), end: span.end }
  const items = itemsOf(text, prose)
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) {
    const opening = candidates(text, sentences(text, prose), scale, 0)
    return { paragraph, scale, runIn, items: [], opening, closing: [] }
  }
  const before = sentences(text, { start: prose.start, end: first.start })
  const itemSentences = items.map(({ body }) => sentences(text, body))
  const tail = behindLast(text, itemSentences)
  const after = last.end < prose.end ? sentences(text, { start: last.end, end: prose.end }) : []
  return {
    paragraph,
    scale,
    runIn,
    items: items.flatMap((item, i) => {
      const own = (itemSentences[i] ?? []).filter((sentence) => !tail.includes(sentence))
      const [point, ...rest] = candidates(text, own, scale, 0)
      const named = point ?? fallback(text, item.body, scale)
      return named ? [{ point: named, rest }] : []
    }),
    opening: candidates(text, before, scale, 0),
    closing: candidates(text, [...tail, ...after], scale, before.length + 1),
  }
}

function candidates(text: string, parts: readonly Sentence[], scale: Scale, from: number): Candidate[] {
  return parts.flatMap((sentence, i) => candidatesOf(text, sentence, from + i, scale))
}

/** Numbered items; without any, the items of a list between semicolons that fills most of the paragraph. */
function itemsOf(text: string, prose: Span): readonly Item[] {
  const numbered = numberedItems(text, prose)
  if (numbered.length > 0) return numbered
  const lists = semicolonLists(text, prose).flatMap((list) => list.items)
  const listed = lists.reduce((sum, { start, end }) => sum + end - start, 0)
  return listed * 2 > prose.end - prose.start ? lists : []
}

const addition = /^(?:同时|此外|另外|与此同时)，/u

/**
 * The sentences behind the last item of an enumeration, which no mark tells from it: what is more than the
 * other items have (一是…；二是…。这些情况表明，…), and from a word on that concludes or adds.
 */
function behindLast(text: string, items: readonly (readonly Sentence[])[]): readonly Sentence[] {
  const last = items.at(-1) ?? []
  const most = Math.max(1, ...items.slice(0, -1).map((item) => item.length))
  const cue = last.findIndex(({ start, end }, i) => {
    const words = simplified(text.slice(start, Math.min(end, start + 80)))
    return i > 0 && (conclusion.test(words) || (addition.test(words) && directive.test(words)))
  })
  return last.slice(cue > 0 ? Math.min(cue, most) : most)
}

/** A point for an item that says next to nothing: all of it. */
function fallback(text: string, body: Span, scale: Scale): Span | null {
  const point = trim(text, body, scale)
  return point && shorten(text, point, scale)
}

function choose(
  text: string,
  reading: Reading,
  central: ReadonlyMap<Candidate, number>,
  { detail = 'standard', points: most }: KeyPointOptions,
): ParagraphPoints {
  const { paragraph, scale, items, opening, closing, runIn } = reading
  const factor = scale.unit === 'words' ? 3 : 1
  const length = size(text.slice(paragraph.span.start, paragraph.span.end), scale) * factor
  const { each, most: usual } = densities[detail]
  const budget = Math.min(most ?? usual, Math.max(1, Math.round(length / each)))
  const short = length < headed || (items.length === 0 && opening.length < 3)
  const topic = runIn || short ? null : topicOf(text, opening, items.length > 0, scale)
  const heading = runIn ?? topic
  const free = [...opening, ...closing].filter((candidate) => candidate !== topic)
  const ranked = free
    .map((candidate) => ({ candidate, value: worth(text, candidate, central.get(candidate) ?? 0, scale) }))
    .sort((a, b) => b.value - a.value || a.candidate.start - b.candidate.start)
  const chosen =
    items.length === 0
      ? ranked.slice(0, budget)
      : ranked
          .filter(({ candidate }) => besideItems(text, candidate))
          .slice(0, Math.min(2, Math.max(0, usual + 1 - items.length)))
  const picked = [...items.map(({ point }) => point), ...chosen.map(({ candidate }) => candidate)]
  const fallbackPoint = picked.length === 0 ? (topic ?? runIn) : null
  const spans = (fallbackPoint ? [fallbackPoint] : picked)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
  const shown = heading === fallbackPoint ? null : heading
  return {
    heading: shown && { start: shown.start, end: shown.end },
    points: spans,
    layout:
      paragraph.kind === 'article'
        ? 'article'
        : layoutOf(
            text,
            paragraph.span,
            { heading: shown, points: spans, items: items.length, sentences: [] },
            scale,
          ),
    items: items.map(({ point, rest }) => enumerated(text, point, rest, central, detail, scale)),
  }
}

function besideItems(text: string, { start, end, lead }: Candidate): boolean {
  return directive.test(simplified(text.slice(start, end))) || lead
}

function enumerated(
  text: string,
  { start, end }: Span,
  rest: readonly Candidate[],
  central: ReadonlyMap<Candidate, number>,
  detail: Detail,
  scale: Scale,
): EnumeratedItem {
  const points =
    detail === 'full'
      ? rest
          .map((candidate) => ({
            candidate,
            value: worth(text, candidate, central.get(candidate) ?? 0, scale),
          }))
          .sort((a, b) => b.value - a.value || a.candidate.start - b.candidate.start)
          .slice(0, densities.full.most - 2)
          .map(({ candidate }) => ({ start: candidate.start, end: candidate.end }))
          .sort((a, b) => a.start - b.start)
      : []
  return { point: { start, end }, points }
}
