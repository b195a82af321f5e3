import type { Paragraph, Span } from '../document/document.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { conclusion, directive, formula, generic } from './cues.ts'
import { type Item, numberedItems, semicolonLists } from './enumerations.ts'
import { figuresIn } from './figures.ts'
import { articleHeading, topicOf } from './headings.ts'
import type { Detail, KeyPointOptions, ParagraphPoints } from './keypoints.ts'
import { layoutOf } from './layout.ts'
import { repeats, salience } from './salience.ts'
import { type Scale, scaleOf, size } from './scale.ts'
import { type Sentence, sentences } from './sentences.ts'
import { opening } from './shortening.ts'
import { simplified } from './simplified.ts'
import { trim } from './trimming.ts'
import { worth } from './worth.ts'

/** How many points are chosen. */
interface Density {
  /** One, and one more for each so many characters (words: a third of it). */
  readonly each: number
  /** So many sentences, if there are no more, are all shown. */
  readonly few: number
  /** At most so many. */
  readonly most: number
}

const densities: Readonly<Record<Detail, Density>> = {
  brief: { each: 180, few: 1, most: 3 },
  standard: { each: 65, few: 3, most: 7 },
  full: { each: 45, few: 4, most: 12 },
}

/** A paragraph below this needs no heading of its own: characters; words: a third of it. */
const headed = 60
/** A paragraph from this length on has at least one point: UTF-16 units. */
const substantial = 80
/** What else an article says is law too: its points are so much closer. */
const dense = 0.7
/** What is worth less is left out where the paragraph has something better. */
const least = 1
/** What a line of a speech is worth at least to be shown. */
const striking = 3

/** A paragraph as it was read, before its points are chosen. */
interface Reading {
  readonly paragraph: Paragraph
  readonly scale: Scale
  /** In the scale's unit. */
  readonly length: number
  /** What heads it by itself: a run-in heading or an article's number. */
  readonly runIn: Span | null
  readonly items: readonly { readonly point: Span; readonly rest: readonly Candidate[] }[]
  /** What stands before, between and behind the items; everything where there are none. */
  readonly before: readonly Candidate[]
  readonly behind: readonly Candidate[]
}

/** The key points of the paragraphs of one section, each beside its paragraph. */
export function keyPointsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  options: KeyPointOptions,
): [Paragraph, ParagraphPoints][] {
  const readings = paragraphs.map((paragraph) => read(text, paragraph))
  const all = readings.flatMap(({ before, behind, items }) => [
    ...before,
    ...items.flatMap(({ rest }) => rest),
    ...behind,
  ])
  const central = new Map<Candidate, number>()
  salience(text, all).forEach((value, i) => {
    const candidate = all[i]
    if (candidate) central.set(candidate, value)
  })
  // A speech is set in lines of a sentence each; not each of them has something to show.
  const spoken = readings.length >= 6 && readings.filter(isLine).length * 3 > readings.length
  return readings.map((reading) => {
    const floor = spoken && isLine(reading) ? striking : Number.NEGATIVE_INFINITY
    return [reading.paragraph, choose(text, reading, central, floor, options)]
  })
}

/** A sentence for itself, as in a speech. */
function isLine({ paragraph: { kind }, runIn, items, length, scale }: Reading): boolean {
  return kind === 'prose' && !runIn && items.length === 0 && length <= scale.fit
}

function read(text: string, paragraph: Paragraph): Reading {
  const { span, kind } = paragraph
  const words = text.slice(span.start, span.end)
  const scale = scaleOf(words)
  // The first item of an enumeration that goes on in the paragraph (第一，…。第二，…) is no heading of it.
  const own = paragraph.runIn && numberedItems(text, span)[0]?.start !== span.start ? paragraph.runIn : null
  const runIn = own ? trim(text, own, scale) : kind === 'article' ? articleHeading(text, span, scale) : null
  const prose = { start: (own ?? runIn)?.end ?? span.start, end: span.end }
  const items = itemsOf(text, prose)
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) {
    const before = candidates(text, sentences(text, prose), scale, 0)
    return { paragraph, scale, length: size(words, scale), runIn, items: [], before, behind: [] }
  }
  const lead = sentences(text, { start: prose.start, end: first.start })
  const itemSentences = items.map(({ body }) => sentences(text, body))
  const tail = behindLast(text, itemSentences)
  const after = last.end < prose.end ? sentences(text, { start: last.end, end: prose.end }) : []
  return {
    paragraph,
    scale,
    length: size(words, scale),
    runIn,
    items: items.flatMap((item, i) => {
      const own = (itemSentences[i] ?? []).filter((sentence) => !tail.includes(sentence))
      const all = candidates(text, own, scale, 0)
      const point = all.find((candidate) => names(text, candidate)) ?? all[0]
      const named = point ?? fallback(text, item.body, scale)
      return named ? [{ point: named, rest: all.filter((candidate) => candidate !== point) }] : []
    }),
    before: candidates(text, lead, scale, 0),
    behind: candidates(text, [...tail, ...after], scale, lead.length + 1),
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

/** Says what an item is about: is no loyal formula and leans on nothing. */
function names(text: string, { start, end, dependent }: Candidate): boolean {
  const words = simplified(text.slice(start, end))
  return !dependent && !formula.test(words) && !generic.test(words)
}

/** A point where no clause was found that could be one. */
function fallback(text: string, body: Span, scale: Scale): Span | null {
  const first = sentences(text, body)[0] ?? body
  const point = opening(text, trim(text, first, scale) ?? first, scale)
  if (point) return point
  // Marks without their other half: the first words between them.
  for (const { index, 0: words } of text.slice(body.start, body.end).matchAll(/[\p{L}\p{N} 、]{2,}/gu)) {
    const start = body.start + index
    const plain = opening(text, { start, end: start + words.length }, scale)
    if (plain) return plain
  }
  return null
}

function choose(
  text: string,
  reading: Reading,
  central: ReadonlyMap<Candidate, number>,
  floor: number,
  { detail = 'standard', points: most }: KeyPointOptions,
): ParagraphPoints {
  const { paragraph, scale, items, before, behind, runIn } = reading
  const { span } = paragraph
  const length = reading.length * (scale.unit === 'words' ? 3 : 1)
  const { each, few, most: usual } = densities[detail]
  const short = length < headed || (items.length === 0 && before.length < 3)
  const topic = runIn || short ? null : topicOf(text, before, items.length > 0, scale)
  const heading = runIn ?? topic
  const sayings = new Set(before.map(({ sentence }) => sentence)).size
  const figures = before.filter(({ start, end }) => figuresIn(text.slice(start, end)).length > 0).length
  const wanted = Math.max(
    1 + Math.round(length / (paragraph.kind === 'article' ? each * dense : each)),
    Math.min(few, sayings),
    Math.min(usual - 1, figures),
  )
  const budget = Math.min(most ?? usual, wanted)
  const besides = Math.min(most ?? 2, 2, Math.max(1, usual - 1 - items.length))
  const free = [...before, ...behind].filter((candidate) => candidate !== topic)
  const said = [...(heading ? [heading] : []), ...items.map(({ point }) => point)]
  const chosen =
    items.length === 0
      ? best(text, free, budget, said, central, scale, floor)
      : best(text, free.filter(besideItems), besides, said, central, scale)
  const points = inOrder([...items.map(({ point }) => point), ...chosen])
  if (points.length === 0 && (heading || span.end - span.start >= substantial)) {
    const only = topic ?? fallback(text, span, scale)
    if (only) points.push(spanOf(only))
  }
  const shown = heading && !points.some(({ start }) => start === heading.start) ? spanOf(heading) : null
  return {
    heading: shown,
    points,
    layout:
      paragraph.kind === 'article' ? 'article' : layoutOf(text, span, { points, items: items.length }, scale),
    items: items.map(({ point, rest }) => ({
      point: spanOf(point),
      points:
        detail === 'full' ? inOrder(best(text, rest, densities.standard.most, [point], central, scale)) : [],
    })),
  }
}

/** The candidates that are worth most, none of which says what another or what was `said` before says. */
function best(
  text: string,
  candidates: readonly Candidate[],
  most: number,
  said: readonly Span[],
  central: ReadonlyMap<Candidate, number>,
  scale: Scale,
  floor = Number.NEGATIVE_INFINITY,
): Candidate[] {
  const last = candidates.at(-1)?.sentence
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      value: worth(text, candidate, central.get(candidate) ?? 0, candidate.sentence === last, scale),
    }))
    .sort((a, b) => b.value - a.value || a.candidate.start - b.candidate.start)
  const chosen: Candidate[] = []
  for (const { candidate, value } of ranked) {
    if (chosen.length >= most || value < floor || (value < least && chosen.length + said.length > 1)) break
    if (![...said, ...chosen].some((other) => repeats(text, candidate, other))) chosen.push(candidate)
  }
  return chosen
}

/** An order or the beginning of a sentence: what stands beside an enumeration as its equal. */
function besideItems({ words, lead, framed }: Candidate): boolean {
  return (directive.test(words) || lead || framed) && !generic.test(words)
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.map(spanOf).sort((a, b) => a.start - b.start)
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
