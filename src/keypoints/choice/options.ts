import type { Span } from '../../document/document.ts'
import { ban, directive, formula, generic } from '../cues.ts'
import { call } from '../enumerations.ts'
import { opensWithVerb } from '../relations/predicates.ts'
import { traitsOf } from '../relations/relation.ts'
import { repeats, wordsIn } from '../salience.ts'
import { simplified } from '../simplified.ts'
import type { Node } from '../tree/tree.ts'
import { trim } from '../trimming.ts'
import { fallback } from './fallback.ts'
import type { Option } from './knapsack.ts'
import type { Reading } from './reading.ts'
import { isTimed, type Unit } from './units.ts'
import { weights } from './weights.ts'

/** A point that may be chosen. */
export interface PointOption extends Option {
  readonly spans: readonly Span[]
  /** The one of the spans that says what is said. */
  readonly main: Span
  /** Who is to do it, to be shown with it where nothing before it on its slide says so. */
  readonly actor: Span | null
  readonly node: Node
  readonly children: readonly PointOption[]
  /** Its children are shown below it, not beside it. */
  readonly nests: boolean
}

/** How the options of a paragraph are to be made. */
export interface Wishes {
  /** What a unit is worth as a point, less than its price; null where it is to be none. */
  readonly value: (unit: Unit) => number | null
  /** What heads the paragraph. */
  readonly heading: Span | null
  /** Items have all their points below them. */
  readonly full: boolean
  /** A number of points was asked for: what an item comes to, and how far it goes, counts as any other. */
  readonly counted: boolean
  /** Whatever a law says is shown, its items whole. */
  readonly law: boolean
}

/** An item that says no more than this is a headline: what it comes to is said below it. Characters; words: half of it. */
const headline = 12
/** So much more must an example be worth, or what is said of the words that head the slide. */
const dearer = 2

/** A ban is shown, whatever there is room for: what is left of its paragraph would read as if all were allowed. */
const forbids = (text: string, { spans }: Unit): boolean =>
  spans.some(({ start, end }) => ban.test(simplified(text.slice(start, end))))

/** Ends as a sentence of its own does. */
const stop = /^[^。]*。$/u

/**
 * What may be chosen of a paragraph, as a forest: below an item what is said of it, below what introduces a list its
 * items, below a sentence what is not said without it.
 */
export function optionsOf(reading: Reading, node: Node, wishes: Wishes): PointOption[] {
  const { text, scale, units, head } = reading
  const { heading, value, full, counted, law } = wishes

  const sentenceOptions = (sentence: Node): PointOption[] => {
    const options = unitOptions(sentence)
    return law ? belowFirst(options) : options
  }

  const unitOptions = (sentence: Node): PointOption[] =>
    (units.get(sentence) ?? []).flatMap((unit) => {
      const { main } = unit
      const isSaid = heading && main.start < heading.end && heading.start < main.end
      const worth = value(unit)
      if (worth === null) return []
      if (isSaid && !head) {
        // What is said of the words that became the heading: 实施乡村振兴战略 | 是…的重大部署.
        const rest = heading.end < main.end ? trim(text, { start: heading.end, end: main.end }) : null
        return rest ? [free({ main: rest, spans: [rest], actor: null }, sentence, worth - dearer)] : []
      }
      // What the heading says need not be said again before a point.
      const spans = unit.spans.filter(
        (span) => span === main || !heading || span.start < heading.start || heading.end < span.end,
      )
      const option = free(
        { ...unit, spans },
        sentence,
        sentence.relation === 'example' ? worth - dearer : worth,
      )
      return [!law && forbids(text, unit) ? { ...option, stands: 'required' } : option]
    })

  const itemOption = (item: Node): PointOption[] => {
    const own = item.children.flatMap((sentence) =>
      (units.get(sentence) ?? []).map((unit) => ({ unit, sentence })),
    )
    const named = own.find(({ unit }) => names(text, unit)) ?? own[0]
    const whole = law && item.children.length === 1 ? trim(text, item.children[0]?.span ?? item.span) : null
    if (whole)
      return [
        { ...free({ main: whole, spans: [whole], actor: null }, item, 0), stands: 'required', nests: true },
      ]
    const all = optionsOf(reading, item, wishes)
    if (!named) {
      const spans = fallback(text, item.span, scale)
      const [main] = spans ?? []
      if (!spans || !main) return all
      const first = { main, spans, actor: null }
      return [{ ...free(first, item, 0), stands: 'required', children: all, nests: true }]
    }
    const { unit, sentence } = named
    const length = unit.size * (scale.unit === 'words' ? 2 : 1)
    const isHeadline = length <= headline && units.get(sentence)?.length === 1
    const rest = without(all, unit.main.start)
    // What a headline comes to is one thing, unless everything is wanted.
    const rank = ({ worth, main, node }: PointOption): number =>
      worth +
      (node === item.children[1] ? weights.next : 0) +
      (opensWithVerb(text.slice(main.start, main.end)) ? weights.order : 0) +
      (units.get(node)?.some((unit) => unit.main === main && isTimed(unit)) ? weights.term : 0) +
      (units.get(node)?.some((unit) => unit.main === main && directive.test(unit.words)) ? weights.told : 0)
    const best = rest.filter(({ stands }) => stands === 'free').sort((a, b) => rank(b) - rank(a))[0]
    const shown = (one: PointOption): PointOption[] => {
      if (full || law || one.stands === 'required') return [one]
      if (one.stands === 'bound') return [{ ...one, stands: 'required' }]
      // What the item's own sentence goes on to forbid, to except or to set a time for is no detail.
      if (
        one.node === sentence &&
        units.get(sentence)?.some((other) => other.main === one.main && limits(other))
      )
        return [counted ? one : { ...one, stands: 'required' }]
      if (!isHeadline || one !== best) return []
      const children = one.children.filter(({ stands }) => stands !== 'free')
      return [{ ...one, children, stands: !counted && one.worth > 0 ? 'required' : one.stands }]
    }
    const children = rest.flatMap(shown)
    return [{ ...free(unit, item, 0), stands: 'required', children, nests: true }]
  }

  const listOptions = (list: Node): PointOption[] => {
    // Not all that is called for is wanted; what a law says is its sentences, however alike.
    const isPlain = list.children.every(
      ({ numeral, span }) =>
        !numeral &&
        stop.test(text.slice(span.start, span.end)) &&
        (law || call.test(text.slice(span.start, span.end))),
    )
    const items = list.children.flatMap((item) =>
      isPlain ? item.children.flatMap(sentenceOptions) : itemOption(item),
    )
    const [introduction] = list.needs
    const said = introduction && trim(text, introduction.span)
    if (!said) return items
    const whole = { main: said, spans: [said], actor: null }
    return [{ ...free(whole, introduction, 0), stands: 'required', children: items, nests: true }]
  }

  /** The heading says it. */
  const isSaid = ({ span }: Node): boolean =>
    heading !== null && span.start <= heading.start && heading.end <= span.end

  const made: PointOption[] = []
  node.children.forEach((child, i) => {
    if (child.kind === 'enumeration') made.push(...listOptions(child))
    else if (!node.children[i + 1]?.needs.includes(child) || node.children[i + 1]?.kind === 'sentence') {
      const options = sentenceOptions(child)
      const before = node.children.slice(0, i).findLast((one) => child.needs.includes(one))
      const last = made.at(-1)
      // A law is shown whole: only what it excepts stands below what that is excepted from.
      if (!before || isSaid(before) || (law && child.relation !== 'exception')) made.push(...options)
      else if (last && law) {
        made[made.length - 1] = { ...last, nests: true, children: [...last.children, ...options] }
      } else if (last && before.needs.includes(child)) {
        // Neither is said without the other, and what else the first one says, with both.
        const bound = options.map((one): PointOption => ({ ...one, stands: 'bound' }))
        const said = made.splice(made.findIndex((one) => one.node === before))
        const most = said.reduce((best, one) => (one.worth > best.worth ? one : best), said.at(-1) ?? last)
        const added = [...said.filter((one) => one !== most), ...bound]
        if (bound.length > 0)
          made.push(under(most, before, added) ?? { ...most, children: [...most.children, ...added] })
      } else if (last) made[made.length - 1] = under(last, before, options) ?? last
    }
  })
  return made
}

function free(
  { main, spans, actor }: Pick<Unit, 'main' | 'spans' | 'actor'>,
  node: Node,
  worth: number,
): PointOption {
  return { main, spans, actor, node, worth, stands: 'free', children: [], nests: false }
}

/** So many sentences lean on each other, each on the one before it. */
const leaning = 8

/** An option with what leans on a sentence below the last one that says that; null where none does. */
function under(
  option: PointOption,
  sentence: Node,
  added: readonly PointOption[],
  depth = 0,
): PointOption | null {
  if (option.node === sentence) return { ...option, children: [...option.children, ...added] }
  const last = option.children.at(-1)
  const below = last && depth < leaning ? under(last, sentence, added, depth + 1) : null
  return below && { ...option, children: [...option.children.slice(0, -1), below] }
}

/** The options without the one that begins at an offset; what is below it stays. */
function without(options: readonly PointOption[], start: number): PointOption[] {
  return options.flatMap((one) => (one.main.start === start ? one.children : [one]))
}

/** Says what an item is about: is no loyal formula and leans on nothing. */
function names(text: string, { main }: Unit): boolean {
  const words = simplified(text.slice(main.start, main.end))
  return !formula.test(words) && !generic.test(words)
}

/** What a sentence of a law goes on to say on the same condition stands below what it says first. */
function belowFirst(options: readonly PointOption[]): PointOption[] {
  const [first, ...others] = options
  if (!first) return []
  const isBelow = ({ spans: [context], main }: PointOption): boolean =>
    context !== undefined &&
    context !== main &&
    first.spans.some(({ start, end }) => start <= context.start && context.end <= end)
  const below = others
    .filter(isBelow)
    .map((one): PointOption => ({ ...one, spans: [one.main], stands: 'required' }))
  const beside = others.filter((one) => !isBelow(one))
  return below.length > 0 ? [{ ...first, children: below, nests: true }, ...beside] : [first, ...beside]
}

/** It forbids, or holds only on a condition. */
function limits({ shown: [nucleus, ...others] }: Unit): boolean {
  return (
    nucleus?.signs.includes('prohibition') === true ||
    nucleus?.signs.includes('date') === true ||
    others.some(({ relation }) => traitsOf[relation].reaches)
  )
}

/** Options and all below them. */
export function flat(options: readonly PointOption[]): PointOption[] {
  return options.flatMap((option) => [option, ...flat(option.children)])
}

/** An option is held against so many of more worth. */
const compared = 200

/** Without those that say what one of more worth, a required one or the heading says. */
export function withoutRepeats(
  text: string,
  options: readonly PointOption[],
  said: readonly Span[],
): PointOption[] {
  const kept = said.map((span) => wordsIn(text, span))
  const gone = new Set<PointOption>()
  // What is denied and what is said instead use the same words.
  const isFree = ({ stands, children }: PointOption): boolean =>
    stands === 'free' && children.every((one) => one.stands !== 'bound')
  const rank = (option: PointOption): number => (isFree(option) ? option.worth : Number.POSITIVE_INFINITY)
  for (const option of flat(options).sort((a, b) => rank(b) - rank(a) || a.main.start - b.main.start)) {
    const words = wordsIn(text, option.main)
    if (isFree(option) && kept.some((other) => repeats(words, other))) gone.add(option)
    else if (kept.length < compared) kept.push(words)
  }
  const keep = (some: readonly PointOption[]): PointOption[] =>
    some.flatMap((option) => (gone.has(option) ? [] : [{ ...option, children: keep(option.children) }]))
  return keep(options)
}
