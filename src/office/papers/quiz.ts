import type { Span } from '../../document/document.ts'
import { numberingAt } from '../../document/numbering.ts'
import { nodesOf, openingDate } from '../../keypoints/index.ts'
import { readTree } from '../../keypoints/tree/read.ts'
import { figureOf } from '../../layouts/figures/index.ts'
import type { Paragraph } from '../content/paragraphs.ts'
import { wordsOf } from '../content/runs.ts'
import type { PaperWords } from '../words.ts'
import type { AgendaItem } from './agenda.ts'
import { line, type PaperBlock } from './paper.ts'
import { Terms } from './terms.ts'

/** A point with some of its words left out. */
export interface Question {
  /** The words before and behind the blank: with the answer between they are the point. */
  readonly before: string
  readonly answer: string
  readonly behind: string
}

/** As long for every answer, so that its length tells nothing; in one word, so that no line ends within it. */
const blank = '____________'

/** A shorter point says too little around its blank: UTF-16 units. */
const shortest = 8
/** A point of which more is left out leaves nothing to go by. */
const mostOfPoint = 0.7

/**
 * Asks for what carries a point: its figure, else its date, else the title or the slogan that it quotes, else the words that
 * are bold in it; where these are a whole clause, or there are none, a term of a clause.
 *
 * @returns null for a point of which nothing carries the rest
 */
export function questionOf({ runs }: Pick<Paragraph, 'runs'>, terms: Terms): Question | null {
  const text = wordsOf(runs).replaceAll('\n', ' ')
  const bold = boldIn(runs)
  return (
    without(text, bold && isClause(text, bold) ? null : bold) ??
    without(text, figureOf(text, { start: 0, end: text.length })) ??
    without(text, openingDate(text)) ??
    without(text, quotedIn(text)) ??
    firstOf([...(bold ? [bold] : []), ...clausesIn(text)], (clause) => without(text, terms.in(text, clause)))
  )
}

/** Whether words are all that stands between two marks. */
const isClause = (text: string, { start, end }: Span): boolean =>
  /(?:^|[^\p{L}\p{N}“「])$/u.test(text.slice(0, start)) &&
  /^(?:$|[，。；：、！？,.;:!?])/u.test(text.slice(end))

/** The first of some things of which something comes; null for none. */
function firstOf<T, R>(all: readonly T[], make: (one: T) => R | null): R | null {
  for (const one of all) {
    const made = make(one)
    if (made !== null) return made
  }
  return null
}

const preposition = /^(?:[到自从在于]|截至|(?:in|by|since|from|on|until)\s+)/iu
const pair = /^(?:“[^“”]+”|「[^「」]+」|《[^《》]+》)$/u

/**
 * Leaves words out; what is no part of an answer stays where it is: the mark of an item, the word before a date, marks
 * around and behind.
 *
 * @returns null where nothing is left out, or nearly all, or where too little stands around it
 */
function without(text: string, span: Span | null): Question | null {
  if (!span || text.length < shortest) return null
  let { start, end } = span
  const numeral = start === 0 ? numberingAt(text, 0) : null
  if (numeral && !numeral.doubtful) start += numeral.length
  end -= /[，。；：、！？,;:.!?\s]*$/u.exec(text.slice(start, end))?.[0].length ?? 0
  if (pair.test(text.slice(start, end))) {
    start += 1
    end -= 1
  }
  const words = text.slice(start, end)
  // What is said again beside the blank is no question.
  if ((text.slice(0, start) + blank + text.slice(end)).includes(words)) return null
  if (openingDate(words)) start += preposition.exec(words)?.[0].length ?? 0
  if (end <= start || end - start > text.length * mostOfPoint) return null
  return { before: text.slice(0, start), answer: text.slice(start, end), behind: text.slice(end) }
}

/** The first words that are bold, but for the mark of an item (一是). */
function boldIn(runs: Paragraph['runs']): Span | null {
  const all = wordsOf(runs)
  let start = 0
  for (const { text, bold } of runs) {
    const end = start + text.length
    if (bold && start + (numberingAt(all, start)?.length ?? 0) < end) return { start, end }
    start = end
  }
  return null
}

const quoted = /“[^“”]{2,16}”|「[^「」]{2,16}」|《[^《》]{2,24}》/u

/** What stands in the first quotation marks, or the first title that is named. */
function quotedIn(text: string): Span | null {
  const found = quoted.exec(text)
  return found && { start: found.index, end: found.index + found[0].length }
}

/** The clauses of a point: first those on which the others depend. */
function clausesIn(text: string): readonly Span[] {
  const whole = { start: 0, end: text.length }
  const clauses = nodesOf(readTree(text, { kind: 'prose', span: whole, runIn: null }, whole)).filter(
    ({ kind }) => kind === 'clause',
  )
  const isMain = ({ relation }: (typeof clauses)[number]): boolean => relation === 'joint'
  return [...clauses.filter(isMain), ...clauses.filter((clause) => !isMain(clause))].map(({ span }) => span)
}

/** The questions that a deck's points give, in its order: no more than `most`, taken evenly, each with an answer of its own. */
export function questionsOf(
  agenda: readonly AgendaItem[],
  most: number,
  language: string,
): readonly Question[] {
  const points = agenda.flatMap(({ slides }) => slides.flatMap((slide) => slide.points))
  const text = points.map(({ runs }) => wordsOf(runs)).join('\n')
  const terms = new Terms(text, language)
  const questions = new Map(
    points.flatMap((point) => {
      const question = questionOf(point, terms)
      return question ? [[question.answer, question] as const] : []
    }),
  )
  const all = [...questions.values()]
  // What a deck says again and again is what it is about; a figure or a name is worth asking for in any case.
  const isTelling = ({ answer }: Question): boolean =>
    !/^\p{L}[\p{L}\s]*$/u.test(answer) || /^\p{Lu}/u.test(answer) || text.split(answer).length > 2
  const best = evenly(all.filter(isTelling), most)
  const chosen = new Set([
    ...best,
    ...evenly(
      all.filter((one) => !isTelling(one)),
      most - best.length,
    ),
  ])
  return all.filter((question) => chosen.has(question))
}

function evenly<T>(all: readonly T[], most: number): readonly T[] {
  const count = Math.min(most, all.length)
  return all.filter(
    (_, i) => Math.floor(((i + 1) * count) / all.length) > Math.floor((i * count) / all.length),
  )
}

/** A test over what was said, and on a page of its own its key. */
export function quiz(
  title: string,
  { quiz: say }: PaperWords,
  questions: readonly Question[],
): readonly PaperBlock[] {
  const list = (write: (question: Question) => string): PaperBlock => ({
    kind: 'list',
    isNumbered: true,
    items: questions.map((question) => ({ text: write(question), level: 0 })),
  })
  return [
    { kind: 'title', text: title },
    { kind: 'subtitle', text: `${say.title} · ${say.count(questions.length)}` },
    {
      kind: 'table',
      shares: [10, 26, 10, 32, 10, 12],
      head: [],
      rows: [{ cells: say.person.flatMap((text) => [{ text, isLabel: true }, { text: '' }]), height: line }],
    },
    list(({ before, behind }) => before + blank + behind),
    { kind: 'new page' },
    { kind: 'title', text: title },
    { kind: 'subtitle', text: `${say.title} · ${say.key}` },
    list(({ answer }) => answer),
  ]
}
