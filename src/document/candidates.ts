import type { Block } from './blocks.ts'
import type { Span } from './document.ts'
import { columns, isCapitals } from './lines.ts'
import { type Numbering, rankOf, type System } from './numbering.ts'
import { firstSentenceEnd } from './punctuation.ts'

/**
 * How a numbered block stands. `bare`: a line that is a heading; `stopped`: the same with a full stop;
 * `run-in`: a short sentence, then its text; `item`: a part of a list; `long`: a paragraph.
 */
export type Shape = 'bare' | 'stopped' | 'run-in' | 'item' | 'long'

export interface Candidate {
  readonly at: number
  readonly number: Numbering
  readonly shape: Shape
  /** Where its heading would end. */
  readonly headingEnd: number
  readonly hint: number | null
  /** What it looks like beside the number: the members of one list look alike. */
  readonly form: string
}

/** In half-width columns: some sixty Chinese characters. */
export const WIDEST_HEADING = 130
/** A question is no shorter for its number: 问题1、… */
const WIDEST_LABELLED = 400
/** A title on one line with its text; Chinese ones of one or two clauses are wider, but not those of sections and articles. */
const WIDEST_RUN_IN = 60
const WIDEST_HAN_RUN_IN = 100
/** A sentence with its full stop is a heading only when it is shorter than that. */
const WIDEST_STOPPED = 70

/** In UTF-16 units: a head with its full stop may be shorter. */
const SHORTEST_SENTENCE = 12

/** The numbered blocks, in order; some of their numbers may be none. */
export function candidatesOf(
  text: string,
  blocks: readonly Block[],
  skipped: ReadonlySet<number>,
): readonly Candidate[] {
  const found = blocks.flatMap((block, at) => (skipped.has(at) ? [] : candidate(text, block, at)))
  return withSectionedArticles(withWholeNumbers(text, blocks, found))
}

/** `1.0` before `1.1` is 1, unless chapters stand above whose sections are counted from 0. */
function withWholeNumbers(
  text: string,
  blocks: readonly Block[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const whole = ({ at, number }: Candidate): number => {
    const start = blocks[at]?.span.start ?? 0
    const [, figures] = /^(\d{1,2})[.．]0\D/u.exec(text.slice(start, start + number.length + 1)) ?? []
    return number.system === 'decimal-2' && figures !== undefined ? Number(figures) : 0
  }
  const first = candidates.find(({ number }) => number.system === 'decimal-2')
  const hasUnits = candidates.some(({ number }) => rankOf(number.system) <= rankOf('section'))
  if (!first || hasUnits || whole(first) !== 1) return candidates
  return candidates.map((one) => {
    const value = whole(one)
    return value > 0 ? { ...one, number: { ...one.number, system: 'arabic', value } } : one
  })
}

/** A section has articles in some laws, in others an article has sections: the wider comes first. */
function withSectionedArticles(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = (system: System): number => candidates.findIndex(({ number }) => number.system === system)
  const [article, section] = [first('article'), first('section')]
  if (article < 0 || section < article) return candidates
  return candidates.map((one) =>
    one.number.system === 'article'
      ? { ...one, number: { ...one.number, system: 'sectioned-article' } }
      : one,
  )
}

function candidate(text: string, { span, number, layout, rows }: Block, at: number): readonly Candidate[] {
  if (!number || rows.length > 0 || layout.image !== undefined || layout.footnote) return []
  const hint = layout.heading ?? null
  const { shape, headingEnd } = shapeOf(text, span, number)
  const asks = /[？?][”’）)]?$/u.test(text.slice(Math.max(span.start, headingEnd - 2), headingEnd))
  const form = `${number.label ?? ''}${layout.bold ? 'bold ' : ''}${layout.face ?? ''}${asks ? ' ?' : ''}`
  return [{ at, number, hint: shape === 'long' ? null : hint, shape, headingEnd, form }]
}

const ITEM_END = /[；;，,]$/u
/** A head that ends in a colon: `指导思想：以…为指导`. */
const COLON_HEAD = /^[^，。；：:,.;!?！？]{2,60}[：:](?=.{6})/u
/** In half-width columns. */
const WIDEST_COLON_HEAD = 60

function shapeOf(
  text: string,
  { start, end }: Span,
  number: Numbering,
): { shape: Shape; headingEnd: number } {
  const from = start + number.length
  const tail = text.slice(Math.max(from, end - 2), end)
  if (ITEM_END.test(tail)) return { shape: 'item', headingEnd: end }
  const widest = number.label === undefined ? WIDEST_HEADING : WIDEST_LABELLED
  const stop = firstSentenceEnd(text, from, Math.min(end, from + widest))
  const [head = ''] = COLON_HEAD.exec(text.slice(from, Math.min(end, from + 80))) ?? []
  if (head !== '' && columns(head, 0, head.length) <= WIDEST_COLON_HEAD)
    return { shape: 'run-in', headingEnd: from + head.length }
  const fits = (to: number): boolean => to - start <= widest && columns(text, start, to) <= widest
  // A number without its mark before a sentence counts a paragraph: `7 We cannot…`
  if (number.doubtful && number.system === 'arabic' && stop !== null && stop - from > SHORTEST_SENTENCE)
    return { shape: 'long', headingEnd: end }
  if (stop === null || stop >= end) {
    // `Rule 9. Dogs are prohibited in the following:` introduces a list.
    if (!fits(end) || (isUnit(number) && tail.endsWith(':'))) return { shape: 'long', headingEnd: end }
    if (stop === null || isCapitals(text.slice(from, end))) return { shape: 'bare', headingEnd: end }
    return { shape: columns(text, start, end) <= WIDEST_STOPPED ? 'stopped' : 'long', headingEnd: end }
  }
  const isTitle = fits(stop) && columns(text, from, stop) <= widestRunIn(text.slice(from, stop), number)
  return { shape: isTitle ? 'run-in' : 'long', headingEnd: stop }
}

const isUnit = ({ system }: Numbering): boolean => rankOf(system) <= rankOf('article')

/** `Section 3. Penalties. Whoever…` has a title; a sentence is none. */
function widestRunIn(head: string, number: Numbering): number {
  if (number.label !== undefined) return WIDEST_LABELLED
  const isShortOfHan = /\p{sc=Han}/u.test(head) && head.split('，').length <= 2
  return isShortOfHan && !isUnit(number) ? WIDEST_HAN_RUN_IN : WIDEST_RUN_IN
}
