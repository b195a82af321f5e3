import type { Paragraph, Span } from '../../document/document.ts'
import { formula, generic } from '../cues.ts'
import { layoutOf } from '../layout.ts'
import type { Detail, KeyPoint, KeyPointOptions, ParagraphPoints } from '../points.ts'
import { repeats, salience } from '../salience.ts'
import { type Scale, scaleOf, size } from '../scale.ts'
import { simplified } from '../simplified.ts'
import { readTree } from '../tree/read.ts'
import { type Node, nodesOf } from '../tree/tree.ts'
import { trim } from '../trimming.ts'
import { fallback } from './fallback.ts'
import { articleHeading, articleNumberOf, topicOf } from './heading.ts'
import { choose, type Option } from './knapsack.ts'
import { type Unit, unitsOf } from './units.ts'
import { worth } from './worth.ts'

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
/** An item that says no more than this is a headline: what it comes to is said below it. Characters; words: half of it. */
const headline = 12
/** So much more must an example be worth. */
const examplePrice = 3
/** What is worth no more is shown where there is room for it. */
const minimal = 0.01
/** What a line of a speech is worth at least to be shown. */
const striking = 3

/** Ends as a sentence of its own does: such items are said one after another (要…。要…。), and not all are wanted. */
const stop = /^[^。]*。$/u
/** One of several things that are said of the same, or are counted. */
const saidOf = /^[更也又]?是/u
const isEqual = ({ words, shown }: Unit): boolean =>
  saidOf.test(words) || shown.some(({ signs }) => signs.includes('figure'))

/** A paragraph as it was read, before its points are chosen. */
interface Reading {
  readonly paragraph: Paragraph
  readonly tree: Node
  readonly head: Span | null
  readonly scale: Scale
  readonly units: ReadonlyMap<Node, readonly Unit[]>
}

/** The key points of the paragraphs of one section, each beside its paragraph. */
export function keyPointsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  options: KeyPointOptions,
): [Paragraph, ParagraphPoints][] {
  const readings = paragraphs.map((paragraph) => read(text, paragraph))
  const all = readings.flatMap(({ units }) => [...units.values()].flat())
  const central = new Map<Unit, number>()
  salience(
    text,
    all.map(({ main }) => main),
  ).forEach((value, i) => {
    const unit = all[i]
    if (unit) central.set(unit, value)
  })
  // A speech is set in lines of a sentence each; not each of them has something to show.
  const spoken = readings.length >= 6 && readings.filter(isLine).length * 3 > readings.length
  return readings.map((reading) => {
    const floor = spoken && isLine(reading) ? striking : Number.NEGATIVE_INFINITY
    return [reading.paragraph, pointsOf(text, reading, central, floor, options)]
  })
}

/** What heads a paragraph, its tree, and the units of its sentences. */
function read(text: string, paragraph: Paragraph): Reading {
  const { span, kind } = paragraph
  const scale = scaleOf(text.slice(span.start, span.end))
  const number = kind === 'article' ? articleNumberOf(text, span) : null
  // The first item of an enumeration that goes on in the paragraph (第一，…。第二，…) is no heading of it.
  const whole = paragraph.runIn ? readTree(text, paragraph, span) : null
  const isItem = whole?.children[0]?.kind === 'enumeration'
  const runIn = paragraph.runIn && !isItem ? paragraph.runIn : null
  const head = runIn ?? (number && articleHeading(text, paragraph, number, scale))
  const tree =
    (!head && whole) || readTree(text, paragraph, { start: behind(text, span, head), end: span.end })
  const sentences = nodesOf(tree).filter((node) => node.kind === 'sentence')
  const units = new Map(sentences.map((node) => [node, unitsOf(text, node, scale, kind === 'article')]))
  return { paragraph, tree, head: runIn ? trim(text, runIn) : head, scale, units }
}

/** Where a paragraph goes on behind what heads it, and the colon or full stop of that. */
function behind(text: string, span: Span, head: Span | null): number {
  if (!head) return span.start
  const mark =
    /^[\s。．.：:]*/u.exec(text.slice(head.end, Math.min(span.end, head.end + 20)))?.[0].length ?? 0
  return Math.min(head.end + mark, span.end)
}

/** A sentence for itself, as in a speech. */
function isLine({ paragraph: { kind, span }, head, tree, scale }: Reading): boolean {
  return kind === 'prose' && !head && tree.children.length === 1 && span.end - span.start <= scale.fit * 5
}

/** A unit, or the items of an enumeration, as something to choose. */
interface PointOption extends Option {
  readonly spans: readonly Span[]
  readonly main: Span
  readonly node: Node
  readonly children: readonly PointOption[]
  /** Its children are shown below it, not beside it. */
  readonly nests: boolean
}

function pointsOf(
  text: string,
  reading: Reading,
  central: ReadonlyMap<Unit, number>,
  floor: number,
  { detail = 'standard', points: most }: KeyPointOptions,
): ParagraphPoints {
  const { paragraph, tree, head, scale, units } = reading
  const { each, few, most: usual, price } = densities[detail]
  const unit = scale.unit === 'words' ? 2 : 1
  const isLaw = paragraph.kind === 'article'
  const length = size(text.slice(tree.span.start, tree.span.end), scale) * unit
  const lists = tree.children.filter(({ kind }) => kind === 'enumeration')
  const firstList = tree.children.findIndex(({ kind }) => kind === 'enumeration')
  const before = tree.children.slice(0, firstList < 0 ? undefined : firstList)
  const opening = before.flatMap((sentence) =>
    (units.get(sentence) ?? []).map((one) => ({ ...one, sentence })),
  )
  const sentences = [...units.keys()].filter((node) => node.relation !== 'example').length
  const isShort = length < headed || (lists.length === 0 && opening.length < 3)
  const topic = head || isShort ? null : topicOf(text, opening, lists.length > 0, scale)
  const heading = head ?? topic

  const value = (one: Unit): number => worth(text, one, central.get(one) ?? 0, scale)
  // What the heading says need not be said again before a point.
  const below = (one: Unit): Unit => ({
    ...one,
    spans: one.spans.filter(
      (span) => span === one.main || !heading || span.start < heading.start || heading.end < span.end,
    ),
  })
  // What is said of the words that became the heading: 实施乡村振兴战略 | 是…的重大部署.
  const restOf = (one: Unit, { end }: Span, node: Node): PointOption[] => {
    const main = end < one.main.end ? trim(text, { start: end, end: one.main.end }) : null
    if (!main) return []
    return [pointOption({ ...one, main, spans: [main] }, node, { worth: value(one) - 2, stands: 'free' })]
  }
  const optionsOf = (sentence: Node): PointOption[] =>
    (units.get(sentence) ?? []).flatMap((one) => {
      const isHeading = !head && heading && one.main.start < heading.end && heading.start < one.main.end
      if (isHeading) return restOf(one, heading, sentence)
      const own = value(one)
      if (own < floor) return []
      const less = sentence.relation === 'example' ? examplePrice : 0
      // Whatever a law says is law.
      const least = isLaw ? minimal : Number.NEGATIVE_INFINITY
      return [
        pointOption(below(one), sentence, { worth: Math.max(least, own - price - less), stands: 'free' }),
      ]
    })
  const childrenOf = (node: Node): PointOption[] => {
    const made: PointOption[] = []
    node.children.forEach((child, i) => {
      if (child.kind === 'sentence') {
        const introduces = node.children[i + 1]?.needs.includes(child)
        if (!introduces) made.push(...optionsOf(child))
      } else if (child.kind === 'enumeration') {
        const isCalled = child.children.every((item) => stop.test(text.slice(item.span.start, item.span.end)))
        const items = child.children.flatMap((item) =>
          isCalled && !item.numeral ? item.children.flatMap((one) => optionsOf(one)) : itemOption(item),
        )
        const introduction = child.needs[0]
        const said = introduction && trim(text, introduction.span)
        if (!said) made.push(...items)
        else
          made.push({
            spans: [said],
            main: said,
            node: introduction,
            worth: 0,
            stands: 'required',
            children: items,
            nests: true,
          })
      }
    })
    return made
  }
  const itemOption = (item: Node): PointOption[] => {
    const own = item.children
      .filter(({ kind }) => kind === 'sentence')
      .flatMap((one) => (units.get(one) ?? []).map((u) => ({ u, one })))
    const named = own.find(({ u }) => names(text, u)) ?? own[0]
    if (!named) {
      const only = fallback(text, item.span, scale)
      const inner = childrenOf(item)
      if (!only) return inner
      return [
        { spans: [only], main: only, node: item, worth: 0, stands: 'required', children: inner, nests: true },
      ]
    }
    const isHeadline = named.u.size * unit <= headline && units.get(named.one)?.length === 1
    const below = childrenOf(item).filter(({ main }) => main.start !== named.u.main.start)
    // What a headline comes to is one thing, unless everything is wanted.
    const rank = ({ worth, node }: PointOption): number => worth + (node === item.children[1] ? 1 : 0)
    const best = below.filter(({ stands }) => stands === 'free').sort((a, b) => rank(b) - rank(a))[0]
    const children =
      detail === 'full' ? below : below.filter((one) => one.stands !== 'free' || (isHeadline && one === best))
    return [{ ...pointOption(named.u, item, { worth: 0, stands: 'required' }), children, nests: true }]
  }
  const options = childrenOf(tree)
  const items = flat(options).filter(({ stands }) => stands === 'required')
  const headlines = items.filter(({ children }) => children.length === 1).length
  const wanted = isLaw
    ? options.length
    : Math.max(
        1,
        Math.round(length / each),
        Math.min(few, sentences),
        Math.min(full, opening.filter(isEqual).length),
      )
  const beside = isLaw
    ? options.length
    : items.length > 0
      ? Math.max(1, Math.min(3, full - items.length))
      : usual
  const budget = Math.min(most ?? beside, wanted, beside) + (most === undefined ? headlines : 0)
  const unique = withoutRepeats(text, options, heading ? [heading] : [])
  const chosen = choose(unique, Math.max(0, budget))
  let points = shownOf(unique, chosen)
  if (points.length === 0 && (heading || paragraph.span.end - paragraph.span.start >= substantial)) {
    const only =
      topic ?? fallback(text, head ? { start: head.end, end: paragraph.span.end } : paragraph.span, scale)
    if (only) points = [{ span: only, spans: [only], parent: null, node: tree }]
  }
  const isPoint = heading && points.some(({ span }) => span.start === heading.start)
  return {
    heading: isPoint ? null : heading,
    points,
    layout: paragraph.kind === 'article' ? 'article' : layoutOf(text, tree, points, scale),
    tree,
  }
}

function pointOption(
  { spans, main }: Unit,
  node: Node,
  { worth, stands }: Pick<Option, 'worth' | 'stands'>,
): PointOption {
  return { spans, main, node, worth, stands, children: [], nests: false }
}

/** Says what an item is about: is no loyal formula and leans on nothing. */
function names(text: string, { main }: Unit): boolean {
  const words = simplified(text.slice(main.start, main.end))
  return !formula.test(words) && !generic.test(words)
}

function flat(options: readonly PointOption[]): PointOption[] {
  return options.flatMap((option) => [option, ...flat(option.children)])
}

/** Without those that say what one of more worth, a required one or the heading says. */
function withoutRepeats(text: string, options: readonly PointOption[], said: readonly Span[]): PointOption[] {
  const kept: Span[] = [...said]
  const gone = new Set<PointOption>()
  const rank = ({ stands, worth }: PointOption): number =>
    stands === 'free' ? worth : Number.POSITIVE_INFINITY
  for (const option of flat(options).sort((a, b) => rank(b) - rank(a) || a.main.start - b.main.start)) {
    if (option.stands === 'free' && kept.some((other) => repeats(text, option.main, other))) gone.add(option)
    else kept.push(option.main)
  }
  const keep = (some: readonly PointOption[]): PointOption[] =>
    some.flatMap((option) => (gone.has(option) ? [] : [{ ...option, children: keep(option.children) }]))
  return keep(options)
}

/** The chosen points in the document's order, on two levels: what is deeper stands on the second. */
function shownOf(options: readonly PointOption[], chosen: ReadonlySet<Option>): KeyPoint[] {
  const points: KeyPoint[] = []
  const visit = (some: readonly PointOption[], parent: number | null): void => {
    const inOrder = some.filter((option) => chosen.has(option)).sort((a, b) => a.main.start - b.main.start)
    for (const { spans, main, node, children, nests } of inOrder) {
      points.push({ span: main, spans, parent, node })
      visit(children, nests ? (parent ?? points.length - 1) : parent)
    }
  }
  visit(options, null)
  return points
}
