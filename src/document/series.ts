import type { Candidate } from './candidates.ts'
import { rankOf, type System } from './numbering.ts'

/** Numbers of one system that count on: the headings, paragraphs or items of one list. */
export interface Series {
  readonly system: System
  /** Within how many series of the same system it stands: the answers `1.` `2.` below a question `1.`. */
  readonly depth: number
  readonly members: readonly Candidate[]
}

interface Growing {
  readonly system: System
  depth: number
  /** It went on behind a series inside it. */
  hasInner: boolean
  readonly members: Candidate[]
}

/** How far a number may run ahead of the last: a heading in between is missing or was not seen. */
const WIDEST_GAP = 3
/** The same of a line that is a heading: farther on it is a quantity (十五、十六届). */
const FARTHEST = 8
/** How many series of one system may stand inside each other. */
const MOST_OPEN = 4

/**
 * The numbered blocks by what they count on from. A number goes on in the series whose last it follows, of several
 * in the one whose form it has; 1 begins a new one, and a wider number ends all narrower. A number that follows
 * nothing is none: a year, a quantity, a line cut before a figure.
 */
export function seriesOf(candidates: readonly Candidate[]): readonly Series[] {
  const found: Growing[] = []
  const open = new Map<string, Growing[]>()
  const last = new Map<string, number>()
  const followed = firstsThatAreFollowed(candidates)
  for (const given of candidates) {
    const one = read(given, open)
    const { system, label = '' } = one.number
    const kind = `${system}${label}`
    const running = open.get(kind) ?? []
    const goesOn = seriesFor(one, running)
    const countsOn = last.get(kind) === one.number.value - 1
    if (!isNumber(one, goesOn, countsOn || followed.has(one.at))) continue
    last.set(kind, one.number.value)
    if (one.shape !== 'item' && one.shape !== 'long') {
      for (const [narrower, all] of open)
        if (all.every((series) => isEndedBy(one, series))) open.delete(narrower)
    }
    if (goesOn) {
      const depth = goesOn.depth + 1
      const before = running.length
      while (running.length > 0 && running.at(-1) !== goesOn) {
        const inner = running.pop()
        if (inner) inner.depth = depth
      }
      if (running.length < before) goesOn.hasInner = true
      goesOn.members.push(one)
      continue
    }
    const around = running.at(-1)
    const fresh: Growing = {
      system,
      depth: around ? around.depth + (around.hasInner ? 1 : 0) : 0,
      hasInner: false,
      members: [one],
    }
    found.push(fresh)
    open.set(kind, [...running, fresh].slice(-MOST_OPEN))
  }
  return found
}

/**
 * A wider number ends all narrower. But one in the text ends no series of headings that the format names, and an
 * article that is quoted below a question ends no questions.
 */
function isEndedBy({ number, hint }: Candidate, { system, members }: Growing): boolean {
  if (number.system === 'clause' && system === 'labelled') return false
  return rankOf(system) > rankOf(number.system) && (hint !== null || members.at(-1)?.hint === null)
}

function isNext({ number }: Candidate, { members }: Growing): boolean {
  return members.at(-1)?.number.value === number.value - 1
}

/** The open series that a number goes on in, null where it begins one. */
function seriesFor(one: Candidate, running: readonly Growing[]): Growing | null {
  const all = [...running].reverse()
  // What the format calls a heading goes on from one.
  const named = one.hint === null ? [] : all.filter(({ members }) => members.at(-1)?.hint !== null)
  const innermost = named.length > 0 ? named : all
  const next = innermost.filter((series) => isNext(one, series))
  const alike = next.find(({ members }) => members.at(-1)?.form === one.form)
  if (alike) return alike
  if (one.number.value <= 1) return next[0] ?? null
  const behind = innermost.find(({ members }) => (members.at(-1)?.number.value ?? 0) < one.number.value)
  return next[0] ?? behind ?? innermost[0] ?? null
}

/** @param isKnown another number before or behind it speaks for it */
function isNumber(one: Candidate, goesOn: Growing | null, isKnown: boolean): boolean {
  const { number, shape, hint } = one
  const { value, doubtful, label } = number
  const isTitled = shape === 'stopped' && rankOf(number.system) <= rankOf('article')
  const heads = shape === 'bare' || shape === 'run-in' || isTitled || hint !== null
  const before = goesOn?.members.at(-1)?.number.value
  if (label !== undefined && before !== undefined && shape !== 'item')
    return value > before && value - before <= WIDEST_GAP
  if (doubtful && shape === 'long') return value <= 1 ? isKnown : before === value - 1
  if (doubtful) return heads && (hint !== null || before === value - 1 || isKnown)
  if (value <= 1) return true
  if (before === undefined) return heads || value <= WIDEST_GAP
  if (hint === null && rankOf(number.system) >= rankOf('han') && value - before > FARTHEST) return false
  // A number that comes again is a mistake in a heading, but no number before a sentence.
  return (value > before || shape === 'bare' || hint !== null) && (heads || value - before <= WIDEST_GAP)
}

/**
 * The blocks of numbers 1 without their mark that are believed, for a 2 of the same form comes after them; before
 * sentences a 3, too.
 */
function firstsThatAreFollowed(candidates: readonly Candidate[]): ReadonlySet<number> {
  const believed = new Set<number>()
  const firsts = new Map<string, { readonly at: number; last: number }>()
  for (const { at, shape, form, number } of candidates) {
    const { system, value, doubtful, label } = number
    const isLine = shape === 'bare' || system === 'labelled'
    if (!doubtful || (!isLine && shape !== 'long')) continue
    const key = `${system} ${label ?? form} ${isLine}`
    const first = firsts.get(key)
    if (value === 1) firsts.set(key, { at, last: 1 })
    else if (first && value === first.last + 1) {
      first.last = value
      if (value === (isLine ? 2 : 3)) believed.add(first.at)
    } else firsts.delete(key)
  }
  return believed
}

/** `C.` after `B.` is a letter, not a hundred, and so is one that no Roman figure comes before. */
function read(one: Candidate, open: ReadonlyMap<string, readonly Growing[]>): Candidate {
  const { system, value, asLetter } = one.number
  if (asLetter === undefined) return one
  const letters: System = system === 'roman' ? 'letter' : system
  const endsWith = (of: System, last: number): boolean =>
    (open.get(of) ?? []).some(({ members }) => members.at(-1)?.number.value === last)
  const isLetter = endsWith(letters, asLetter - 1) || (value > 10 && !endsWith(system, value - 1))
  return isLetter ? { ...one, number: { ...one.number, system: letters, value: asLetter } } : one
}
