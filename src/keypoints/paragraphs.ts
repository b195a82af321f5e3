import type { Paragraph, Span } from '../document/document.ts'
import type { Candidate } from './candidates.ts'
import { directive, generic } from './cues.ts'
import { figuresIn } from './figures.ts'
import { topicOf } from './headings.ts'
import type { Detail, KeyPointOptions, ParagraphPoints } from './keypoints.ts'
import { layoutOf } from './layout.ts'
import { fallback, type Reading, read } from './reading.ts'
import { repeats, salience } from './salience.ts'
import type { Scale } from './scale.ts'
import { simplified } from './simplified.ts'
import { worth } from './worth.ts'

/** How many points are chosen. */
interface Density {
  /** One, and one more for each so many characters (words: a third of it). */
  readonly each: number
  /** So many sentences, if there are no more, are all shown. */
  readonly few: number
  /** At most so many. */
  readonly most: number
  /** Beside so many, the heading counted, only what is worth more is shown. */
  readonly ample: number
}

const densities: Readonly<Record<Detail, Density>> = {
  brief: { each: 180, few: 1, most: 3, ample: 5 },
  standard: { each: 65, few: 3, most: 8, ample: 5 },
  full: { each: 45, few: 4, most: 12, ample: 12 },
}

/** A paragraph below this needs no heading of its own: characters; words: a third of it. */
const headed = 60
/** A paragraph from this length on has at least one point: UTF-16 units. */
const substantial = 80
/** A slide holds so many points; one more is not worth a second slide. */
const full = 6
/** What else an article says is law too: its points are so much closer. */
const dense = 0.7
/** What is worth less is left out where the paragraph has something better. */
const least = 1
/** One of several things that are said of the paragraph's topic (是…的重大部署，是…的历史任务). */
const saidOfTopic = /^[更也又]?是/u
/** What is shown beside points enough is worth more than this. */
const strong = 2
/** What a line of a speech is worth at least to be shown. */
const striking = 3

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

function choose(
  text: string,
  reading: Reading,
  central: ReadonlyMap<Candidate, number>,
  floor: number,
  { detail = 'standard', points: most }: KeyPointOptions,
): ParagraphPoints {
  const { paragraph, scale, items, leadIn, before, behind, runIn } = reading
  const { span } = paragraph
  const length = reading.length * (scale.unit === 'words' ? 3 : 1)
  const density = densities[detail]
  const { each, few, most: usual } = density
  const short = length < headed || (items.length === 0 && before.length < 3)
  const topic = runIn || short ? null : topicOf(text, before, items.length > 0, scale)
  const heading = runIn ?? topic
  const sayings = new Set(before.map(({ sentence }) => sentence)).size
  const figures = before.filter(({ start, end }) => figuresIn(text.slice(start, end)).length > 0).length
  const equals = before.filter(({ words, dependent }) => !dependent && saidOfTopic.test(words)).length
  const wanted = Math.max(
    1 + Math.round(length / (paragraph.kind === 'article' ? each * dense : each)),
    Math.min(few, sayings),
    Math.min(full, figures),
    Math.min(full, equals),
  )
  const enough = wanted > full && wanted < full + 2 ? full : wanted
  const budget = Math.min(most ?? usual, enough)
  const besides = Math.min(most ?? 3, 3, Math.max(1, full - items.length))
  const others = [...before, ...behind].filter(({ start }) => start !== topic?.start)
  const telling = others.filter(({ start, end }) => !generic.test(simplified(text.slice(start, end))))
  // A long paragraph of courtesies still has its point.
  const free = telling.length > 0 || span.end - span.start < substantial ? telling : others
  const said = [...(heading ? [heading] : []), ...items.map(({ point }) => point)]
  const chosen =
    items.length === 0
      ? best(text, free, { ...density, most: budget }, said, central, scale, floor)
      : best(text, free.filter(besideItems), { ...density, most: besides }, said, central, scale)
  const points = inOrder([...(leadIn ? [leadIn] : []), ...items.map(({ point }) => point), ...chosen])
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
    leadIn,
    items: items.map(({ point, body, rest }) => ({
      point: spanOf(point),
      body,
      points: detail === 'full' ? inOrder(best(text, rest, densities.standard, [point], central, scale)) : [],
    })),
  }
}

/** The candidates that are worth most, none of which says what another or what was `said` before says. */
function best(
  text: string,
  candidates: readonly Candidate[],
  { most, ample }: Density,
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
    const already = chosen.length + said.length
    if (chosen.length >= most || value < floor) break
    if ((already > 0 && value < least) || (already >= ample && value < strong)) break
    if (![...said, ...chosen].some((other) => repeats(text, candidate, other))) chosen.push(candidate)
  }
  return chosen
}

/** An order or the beginning of a sentence: what stands beside an enumeration as its equal. */
function besideItems({ words, lead, framed }: Candidate): boolean {
  return directive.test(words) || lead || framed
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.map(spanOf).sort((a, b) => a.start - b.start)
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
