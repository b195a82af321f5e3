import { type Paragraph, type Section, textOf } from './document.ts'
import { columns } from './lines.ts'
import { numberingAt } from './numbering.ts'

/** Fewer paragraphs are one topic. */
const LEAST_PARAGRAPHS = 8
/** Paragraphs to a section, at least on average. */
const USUAL_SECTION = 5
/** In half-width columns: who hears a shorter one needs no agenda, unless the speaker counts up its parts. */
const NARROWEST_TEXT = 4000
/** No section is smaller. */
const SMALLEST_SECTION = 3
/** Paragraphs on either side of a gap that are compared. */
const WINDOW = 4
/** Beyond these a deck can't be taken in. */
const MOST_SECTIONS = 12

/**
 * Sections of a text without headings, begun where its vocabulary changes most; null for a text too short
 * to have any. The method is that of Marti A. Hearst, TextTiling (Computational Linguistics 23:1, 1997),
 * over paragraphs: Chinese by pairs of characters, other scripts by words.
 */
export function topicSections(text: string, paragraphs: readonly Paragraph[]): readonly Section[] | null {
  if (paragraphs.length < LEAST_PARAGRAPHS) return null
  const words = paragraphs.map(({ span, number }) =>
    textOf({ text }, { start: number?.end ?? span.start, end: span.end }),
  )
  const posts = signposts(words)
  const numbered = paragraphs.filter(({ span }) => numberingAt(text, span.start) !== null).length
  const width = paragraphs.reduce((sum, { span }) => sum + columns(text, span.start, span.end), 0)
  // What is counted through is a list, whose parts are its items.
  if (posts.length < 2 && (width < NARROWEST_TEXT || numbered * 3 >= paragraphs.length)) return null
  const starts = posts.length > 1 ? posts : shifts(words.map(termsOf))
  return [0, ...starts].map((start, at) => ({
    number: null,
    heading: null,
    level: 1,
    paragraphs: paragraphs.slice(start, starts[at]),
    sections: [],
  }))
}

const SIGNPOSTS = ['first', 'second', 'third', 'fourth', 'fifth']
const SIGNPOST = new RegExp(`^(${SIGNPOSTS.join('|')})(?:ly)?\\s?[,–—:]`, 'iu')

/** The paragraphs that a speaker counts up himself, each with others behind it: First, … Second, …; 第一，…。第二，… */
function signposts(words: readonly string[]): readonly number[] {
  const found: number[] = []
  for (const [at, paragraph] of words.entries()) {
    const word = SIGNPOST.exec(paragraph)?.[1]?.toLowerCase() ?? ''
    const number = numberingAt(paragraph, 0)
    const place = number?.system === 'ordinal' ? number.value : SIGNPOSTS.indexOf(word) + 1
    if (at > 0 && place === found.length + 1 && at > (found.at(-1) ?? 0) + 1) found.push(at)
  }
  return found
}

type Terms = ReadonlyMap<string, number>

const WORDS = /\p{sc=Han}{2,}|[\p{L}](?<!\p{sc=Han})(?:[\p{L}](?<!\p{sc=Han})){3,}/gu

function termsOf(words: string): Terms {
  const terms = new Map<string, number>()
  const count = (term: string): unknown => terms.set(term, (terms.get(term) ?? 0) + 1)
  for (const [word] of words.matchAll(WORDS)) {
    if (/\p{sc=Han}/u.test(word)) for (let at = 0; at + 1 < word.length; at++) count(word.slice(at, at + 2))
    else count(word.toLowerCase())
  }
  return terms
}

/** The paragraphs at which a topic begins, in order, the first not among them. */
function shifts(terms: readonly Terms[]): readonly number[] {
  const likeness = terms.map((_, at) =>
    at === 0 ? 1 : cosine(sum(terms.slice(Math.max(0, at - WINDOW), at)), sum(terms.slice(at, at + WINDOW))),
  )
  const depths = likeness.map((here, at) => {
    const before = Math.max(...likeness.slice(Math.max(1, at - WINDOW), at + 1))
    const after = Math.max(...likeness.slice(at, at + WINDOW + 1))
    return before - here + (after - here)
  })
  const most = Math.min(MOST_SECTIONS, Math.floor(terms.length / USUAL_SECTION)) - 1
  const cutoff = cutoffOf(depths)
  const deepest = [...depths.entries()].sort(
    ([at, depth], [other, otherDepth]) => otherDepth - depth || at - other,
  )
  const chosen: number[] = []
  for (const [at, depth] of deepest) {
    if (chosen.length >= most || depth <= cutoff) break
    const edges = [0, terms.length, ...chosen]
    if (edges.every((edge) => Math.abs(edge - at) >= SMALLEST_SECTION)) chosen.push(at)
  }
  return chosen.sort((one, other) => one - other)
}

/** Hearst's bound between the gaps inside a topic and those between two: the mean, less half the deviation. */
function cutoffOf(depths: readonly number[]): number {
  const mean = depths.reduce((total, depth) => total + depth, 0) / depths.length
  const variance = depths.reduce((total, depth) => total + (depth - mean) ** 2, 0) / depths.length
  return Math.max(0, mean - Math.sqrt(variance) / 2)
}

function sum(many: readonly Terms[]): Terms {
  const total = new Map<string, number>()
  for (const terms of many) for (const [term, times] of terms) total.set(term, (total.get(term) ?? 0) + times)
  return total
}

function cosine(one: Terms, other: Terms): number {
  let product = 0
  for (const [term, times] of one) product += times * (other.get(term) ?? 0)
  const length = (terms: Terms): number => {
    let squares = 0
    for (const times of terms.values()) squares += times * times
    return Math.sqrt(squares)
  }
  return product === 0 ? 0 : product / (length(one) * length(other))
}
