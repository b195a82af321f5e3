import { comparable } from '../../deck/audit/comparable.ts'
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

/** What is asked for: what a meeting must know to the letter first, then what things are called, then how they are said. */
const kinds = ['amount', 'name', 'term'] as const

export interface KnownQuestion extends Question {
  readonly kind: (typeof kinds)[number]
}

/** As long for every answer, so that its length tells nothing; in one word, so that no line ends within it. */
const blank = '____________'

/** A shorter point says too little around its blank: UTF-16 units. */
const shortest = 8
/** A point of which more is left out leaves nothing to go by. */
const mostOfPoint = 0.7

/**
 * Asks for what carries a point: its figure, limit or date, else the title or the slogan that it quotes, else the words that
 * are bold in it; where these are a whole clause, or there are none, a term of a clause.
 *
 * @returns null for a point of which nothing carries the rest
 */
export function questionOf({ runs }: Pick<Paragraph, 'runs'>, terms: Terms): KnownQuestion | null {
  const text = wordsOf(runs).replaceAll('\n', ' ')
  const bold = boldIn(runs)
  const strong = bold && !isClause(text, bold) ? bold : null
  const asked = (kind: KnownQuestion['kind'], spans: readonly (Span | null)[]): KnownQuestion | null => {
    const question = firstOf(spans, (span) => without(text, span))
    return question && { ...question, kind }
  }
  const clauses = [...(bold ? [bold] : []), ...clausesIn(text)]
  return (
    asked('amount', [strong && amountIn(text, strong), amountIn(text, { start: 0, end: text.length })]) ??
    asked('name', [strong, quotedIn(text)]) ??
    asked(
      'term',
      clauses.map((clause) => terms.in(text, clause)),
    )
  )
}

const duration = String.raw`(?<![\d年月第.])\d{1,3}(?:\.\d+)?(?:个工作日|工作日|日|天|个月|年|周|小时|分钟|℃)`
/** How much, how long or how often at most or at least, in Chinese numerals: 不得超过一次, 一式三份. */
const least = '超过|少于|低于|高于|多于|至少|最多|最少|最长|一式'
const limit = new RegExp(
  `${duration}(?:[至—-]${duration})?|(?<=(?:${least})\\p{Script=Han}{0,4})[一二两三四五六七八九十百半]+(?:个?工作日|日|天|个月|年|次|套|份|倍|小时)`,
  'u',
)
const date =
  /(?:(?:\d{4}|[一二][〇零○九一二三四五六七八]{3})年)?\d{1,2}月(?:\d{1,2}日(?:\d{1,2}时)?|底)|\d{4}年(?:底|初)?/u

/** The figure, the limit or the date in some words. */
function amountIn(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const found = figureOf(text, { start, end })
  if (found) return found
  const other = limit.exec(words) ?? date.exec(words)
  if (other) return { start: start + other.index, end: start + other.index + other[0].length }
  const opening = openingDate(words)
  return opening && { start: start + opening.start, end: start + opening.end }
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

/** A question, and where the document says so. */
export interface SourcedQuestion extends KnownQuestion {
  /** The section, and the number of the item in it as written: 二、检查内容（二）; of a law its article; '' where none is told. */
  readonly where: string
}

/**
 * The questions that a deck's points give, in its order: no more than `most`, those for amounts first, of a kind taken evenly.
 * Points in words of a person's own are not asked as the document's.
 */
export function questionsOf(
  agenda: readonly AgendaItem[],
  most: number,
  language: string,
): readonly SourcedQuestion[] {
  const slides = agenda.flatMap(({ name, slides }) => slides.map((slide) => ({ ...slide, section: name })))
  const text = slides.flatMap(({ points }) => points.map(({ runs }) => wordsOf(runs))).join('\n')
  const terms = new Terms(text, language)
  const paragraphs = slides.flatMap(({ notes, section }) =>
    notes.map((paragraph) => ({ where: whereIs(section, paragraph), said: comparable(paragraph) })),
  )
  const sourceOf = (point: Paragraph): Pick<SourcedQuestion, 'where'> | undefined => {
    const parts = wordsOf(point.runs).split(/…+/).map(comparable)
    return paragraphs.find(({ said }) => parts.every((part) => said.includes(part)))
  }
  const questions = new Map<string, SourcedQuestion>()
  for (const { points, section } of slides)
    for (const point of points) {
      // A deck without any notes is all of its writer's words.
      const source = paragraphs.length === 0 ? { where: section } : sourceOf(point)
      const question = source && questionOf(point, terms)
      if (!question) continue
      const isName = question.kind === 'term' && isTelling(question.answer, text)
      // The same amount may be the answer to several questions.
      const key = question.kind === 'amount' ? question.before + question.answer : question.answer
      questions.set(key, {
        ...question,
        kind: isName ? 'name' : question.kind,
        where: source.where,
      })
    }
  const all = [...questions.values()]
  const chosen = new Set<Question>()
  for (const wanted of kinds)
    for (const question of evenly(
      all.filter(({ kind }) => kind === wanted),
      most - chosen.size,
    ))
      chosen.add(question)
  return all.filter((question) => chosen.has(question))
}

/** What a deck says again and again is what it is about. */
const isTelling = (answer: string, text: string): boolean =>
  /^\p{Lu}/u.test(answer) || text.split(answer).length > 2

function whereIs(section: string, paragraph: string): string {
  const numbering = numberingAt(paragraph, 0)
  const number = numbering && !numbering.doubtful ? paragraph.slice(0, numbering.length).trim() : ''
  // An article is known by its number alone.
  if (numbering?.system === 'clause' && number) return number
  if (section.startsWith(number)) return section
  return /\p{Script=Han}$/u.test(section) || section === '' ? section + number : `${section}, ${number}`
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
  questions: readonly SourcedQuestion[],
): readonly PaperBlock[] {
  const list = (write: (question: SourcedQuestion) => string): PaperBlock => ({
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
    list(({ answer, where }) => (where ? answer + say.source(where) : answer)),
  ]
}
