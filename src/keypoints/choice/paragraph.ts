import type { Paragraph, Span } from '../../document/document.ts'
import type { Detail, KeyPoint, KeyPointOptions, ParagraphPoints } from '../points.ts'
import { balanced } from '../quotation.ts'
import { salience } from '../salience.ts'
import { size } from '../scale.ts'
import { trim } from '../trimming.ts'
import { fallback } from './fallback.ts'
import { topicOf } from './heading.ts'
import { choose, type Option } from './knapsack.ts'
import { flat, optionsOf, type PointOption, withoutRepeats } from './options.ts'
import { type Reading, read } from './reading.ts'
import type { Unit } from './units.ts'
import { worth } from './worth.ts'

/** Who is to do it is in sight where one of so many points before says so. */
const near = 6

/** How many points are chosen. */
interface Density {
  /** A point for so many characters (words: half of it). */
  readonly each: number
  /** So many sentences, if there are no more, are all shown. */
  readonly few: number
  /** At most so many, the items of an enumeration not counted. */
  readonly most: number
  /** What a point must be worth to be shown at all. */
  readonly price: number
}

const densities: Readonly<Record<Detail, Density>> = {
  brief: { each: 120, few: 1, most: 3, price: 2 },
  standard: { each: 42, few: 3, most: 6, price: 0 },
  full: { each: 28, few: 4, most: 12, price: 0 },
}

/** A paragraph below this needs no heading of its own: characters; words: half of it. */
const headed = 60
/** A paragraph from this length on has at least one point: UTF-16 units. */
const substantial = 80
/** A slide holds so many points. */
const full = 6
/** So many more stand beside the items of an enumeration at most. */
const beside = 3
/** What a line of a speech is worth at least to be shown. */
const striking = 4
/** What is worth no more is shown where there is room for it. */
const minimal = 0.01

/**
 * The key points of the paragraphs of one section, each beside its paragraph.
 *
 * @param introductions those that introduce what stands behind them
 */
export function keyPointsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  introductions: ReadonlySet<Paragraph>,
  options: KeyPointOptions,
): [Paragraph, ParagraphPoints][] {
  const readings = paragraphs.map((paragraph) => read(text, paragraph))
  const all = readings.flatMap(({ units }) => [...units.values()].flat())
  const mains = all.map(({ main }) => main)
  const central = new Map(salience(text, mains).flatMap((value, i) => (all[i] ? [[all[i], value]] : [])))
  // A speech is set in lines of a sentence each; not each of them has something to show.
  const spoken = readings.length >= 6 && readings.filter(isLine).length * 3 > readings.length
  const chosen = (least: number): [Paragraph, ParagraphPoints][] =>
    readings.map((reading) => {
      const points = pointsOf(reading, central, isLine(reading) ? least : Number.NEGATIVE_INFINITY, options)
      const isIntroduction = introductions.has(reading.paragraph)
      return [reading.paragraph, isIntroduction ? withIntroduction(reading, points) : points]
    })
  const found = chosen(spoken ? striking : Number.NEGATIVE_INFINITY)
  // Where no line is striking they are no speech's, but short paragraphs, each with something to say.
  const isEmpty = found.every(([, { points, heading }]) => points.length === 0 && heading === null)
  return spoken && isEmpty ? chosen(Number.NEGATIVE_INFINITY) : found
}

/** What introduces other paragraphs is shown whole: it holds the verb of all of them, and what that hangs on. */
function withIntroduction({ text, tree, head }: Reading, found: ParagraphPoints): ParagraphPoints {
  const last = tree.children.at(-1)
  if (!last) return found
  const from = last.span.start + (counted.exec(text.slice(last.span.start, last.span.end))?.[0].length ?? 0)
  const span = withoutColon(text, { start: from, end: last.span.end })
  if (!balanced(text.slice(span.start, span.end))) return found
  const isBefore = ({ start }: Span): boolean => start < last.span.start
  const before = found.points.filter((point) => isBefore(point.span))
  const isKept = found.heading !== null && (head !== null || isBefore(found.heading))
  return {
    ...found,
    heading: isKept ? found.heading : null,
    points: [...before, { span, spans: [span], parent: null, node: last }],
  }
}

function withoutColon(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).replace(/[：:\s]+$/u, '').length }
}

/** What is counted (（五）, 3.) is no line of a speech, and has something to say. */
const counted = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/u

/** A sentence for itself, as in a speech. */
function isLine({ text, paragraph: { kind, span }, head, tree, scale }: Reading): boolean {
  const isShort = span.end - span.start <= scale.fit * 5
  return (
    kind === 'prose' &&
    !head &&
    tree.children.length === 1 &&
    isShort &&
    !counted.test(text.slice(span.start))
  )
}

function pointsOf(
  reading: Reading,
  central: ReadonlyMap<Unit, number>,
  floor: number,
  { detail = 'standard', points: most }: KeyPointOptions,
): ParagraphPoints {
  const { text, paragraph, tree, head, scale } = reading
  const { span } = paragraph
  const isLaw = paragraph.kind === 'article'
  const isAll = isLaw && most === undefined
  const { price } = densities[detail]
  const topic = head ? null : topicIn(reading)
  const heading = head ?? topic
  const sentences = [...reading.units.values()].filter(({ length }) => length > 0)
  const edges = new Set([sentences[0] ?? [], sentences.at(-1) ?? []].flat())
  const value = (unit: Unit): number | null => {
    const own = worth(text, unit, central.get(unit) ?? 0, edges.has(unit), scale)
    if (own < floor) return null
    // Whatever a law says is law.
    return isLaw ? Math.max(minimal, own) : own - price
  }
  const made = optionsOf(reading, tree, {
    value,
    heading,
    full: detail === 'full',
    counted: most !== undefined,
    law: isAll,
  })
  // A law says nothing twice, however much one article is like another.
  const options = isAll ? made : withoutRepeats(text, made, heading ? [heading] : [])
  const budget = budgetOf(reading, options, detail, most)
  const best = isAll ? new Set<Option>(flat(options)) : choose(options, budget)
  // Two that are not said without each other are more than one.
  const chosen = best.size > 0 ? best : choose(options, budget + 1)
  const points = shownOf(text, options, chosen, heading)
  const isCounted = counted.test(text.slice(span.start, span.end))
  if (points.length === 0 && (heading || isCounted || span.end - span.start >= substantial)) {
    const spans = topic
      ? [topic]
      : (fallback(text, { ...span, start: head?.end ?? span.start }, scale) ?? fallback(text, span, scale))
    const [first] = spans ?? []
    if (spans && first) points.push({ span: first, spans, parent: null, node: tree })
  }
  const isPoint = points.some((point) => point.span.start === heading?.start)
  return {
    heading: isPoint ? null : heading,
    points,
    tree,
  }
}

/** The words that head a paragraph which has no head by itself; null where it needs none. */
function topicIn({ text, tree, units, scale }: Reading): ReturnType<typeof topicOf> {
  const first = tree.children.findIndex(({ kind }) => kind === 'enumeration')
  const before = tree.children.slice(0, first < 0 ? undefined : first)
  const opening = before.flatMap((sentence) =>
    (units.get(sentence) ?? []).map((unit) => ({ ...unit, sentence })),
  )
  if (lengthOf(text, tree, scale) < headed || (first < 0 && opening.length < 3)) return null
  const list = tree.children[first]
  const isCounted = list?.children.some(({ numeral }) => numeral) === true
  return topicOf(text, opening, isCounted, scale)
}

/** The length of a node in characters; words count twice. */
function lengthOf(text: string, { span }: Reading['tree'], scale: Reading['scale']): number {
  return size(text.slice(span.start, span.end), scale) * (scale.unit === 'words' ? 2 : 1)
}

/** One of several things that are said of the same, or are counted. */
const saidOf = /^[更也又]?是/u
const isEqual = ({ words, shown }: Unit): boolean =>
  saidOf.test(words) || shown.some(({ signs }) => signs.includes('figure'))

/** How many points are chosen beside those that are required. */
function budgetOf(
  { text, tree, units, scale }: Reading,
  options: readonly PointOption[],
  detail: Detail,
  asked: number | undefined,
): number {
  const { each, few, most } = densities[detail]
  const items = flat(options).filter(({ stands, nests }) => stands === 'required' && nests)
  const room = items.length > 0 ? Math.max(1, Math.min(beside, full - items.length)) : most
  const equals = [...units.values()].flat().filter(isEqual).length
  const wanted = Math.max(
    1,
    Math.round(lengthOf(text, tree, scale) / each),
    Math.min(few, units.size),
    Math.min(full, items.length > 0 ? 0 : equals),
  )
  return Math.min(asked ?? room, wanted, room)
}

/** The chosen points in the document's order, on two levels: an item of the second says itself what would be below it. */
function shownOf(
  text: string,
  options: readonly PointOption[],
  chosen: ReadonlySet<Option>,
  heading: Span | null,
): KeyPoint[] {
  const points: KeyPoint[] = []
  const beside = (some: readonly PointOption[]): PointOption[] =>
    some
      .filter((option) => chosen.has(option))
      .flatMap((option) => (option.nests ? [option] : [option, ...beside(option.children)]))
  const visit = (some: readonly PointOption[], parent: number | null): void => {
    for (const { spans: own, main, actor, node, children, nests } of beside(some).sort(
      (a, b) => a.main.start - b.main.start,
    )) {
      // Where punctuation is so odd that two readings share words, what was said once is not said again.
      if (main.start < (points.at(-1)?.span.end ?? 0)) {
        if (nests) visit(children, parent)
        continue
      }
      const said = [...points.slice(-near).flatMap((point) => point.spans), ...(heading ? [heading] : [])]
      const isSaid = actor === null || said.some(({ start, end }) => start <= actor.start && actor.end <= end)
      const last = parent !== null && nests ? lastOf(children.filter((child) => chosen.has(child))) : null
      if (last) {
        const whole = { start: own[0]?.start ?? main.start, end: last.end }
        points.push({ span: whole, spans: [whole], parent, node })
        continue
      }
      const spans = isSaid ? own : [actor, ...own]
      points.push({ span: main, spans, parent, node })
      if (nests) visit(children, parent ?? points.length - 1)
    }
  }
  visit(options, null)
  return gathered(text, points)
}

/** What ends behind all others of some options and of what is below them; null for none. */
function lastOf(options: readonly PointOption[]): Span | null {
  const spans = flat(options).flatMap((option) => option.spans)
  return spans.reduce<Span | null>((last, span) => (span.end > (last?.end ?? 0) ? span : last), null)
}

/** Points of one sentence that hold on the same condition, or are said of the same, stand below that: it is said once. */
function gathered(text: string, points: readonly KeyPoint[]): KeyPoint[] {
  const tops = points.filter(({ parent }) => parent === null)
  const shown: KeyPoint[] = []
  const push = (point: KeyPoint, below: readonly KeyPoint[]): void => {
    const parent = shown.length
    shown.push(point, ...below.map((one) => ({ ...one, parent })))
  }
  const belowOf = (point: KeyPoint): KeyPoint[] =>
    points.filter(({ parent }) => parent !== null && points[parent] === point)
  for (let at = 0; at < tops.length; at++) {
    const [point, next] = tops.slice(at, at + 2)
    const context = next && next.spans.length > 1 ? next.spans[0] : undefined
    const run: KeyPoint[] = []
    for (const one of context ? tops.slice(at) : []) {
      const own =
        context && one.node === point?.node && belowOf(one).length === 0 && behind(text, one, context)
      if (!own) break
      run.push(own)
    }
    if (point && context && run.length > 1) {
      push({ span: context, spans: [context], parent: null, node: point.node }, run)
      at += run.length - 1
    } else if (point) push(point, belowOf(point))
  }
  return shown
}

/** A point without the words that it begins with; null where it begins otherwise. */
function behind(text: string, point: KeyPoint, { start, end }: Span): KeyPoint | null {
  const [first, ...others] = point.spans
  if (!first || first.start !== start || first.end < end) return null
  const rest = first.end > end ? trim(text, { start: end, end: first.end }) : null
  const spans = rest ? [rest, ...others] : others
  const span = rest && first === point.span ? rest : point.span
  return spans.length > 0 ? { ...point, span, spans } : null
}
