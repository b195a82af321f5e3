import { numberingAt } from '../../document/numbering.ts'
import type { ListNumber, VisibleBlock } from '../../markdown/visible-text.ts'
import { wordsFor } from '../../words.ts'
import { comparable } from './comparable.ts'
import { type DocumentLines, numberOf, type Reading } from './document-lines.ts'
import { findWhole, partsOf } from './whole.ts'

const allWords = ['zh-CN', 'zh-TW', 'ja', 'en'].map(wordsFor)
/** What derive writes above a list of sections, or once wrote, in every language. */
export const agendaHeadings = new Set(
  allWords.flatMap(({ agenda, byTopic }) => [agenda, byTopic].map(comparable)),
)
/** What it tells the presenter of such a list. */
export const agendaNotes = new Set(allWords.map(({ byTopic }) => comparable(byTopic)))

/** A line is no title or heading where it is longer than this, or ends as a sentence: in UTF-16 units. */
const longestHeading = 80
export const readsAsHeading = (line: string): boolean =>
  line.length <= longestHeading && !/[。；;！？!?，,：:]$/u.test(line)

/**
 * Whether a heading may stand over a slide: it is the document's title, a heading of a section that the slide's words
 * stand in, or words of its own paragraphs; a number (第五条) only where a paragraph begins with it, for it may name
 * another article, too.
 */
export function isHeadingOf(
  words: string,
  own: readonly number[],
  document: DocumentLines & Reading,
  isTitled: boolean,
  isQuoted: (words: string) => boolean,
): boolean {
  const { title, lines, byWords } = document
  if (title !== null && findWhole(comparable(title), words) >= 0) return true
  const isAbove = (at: number): boolean =>
    !document.isWhole && own.some((line) => at <= line && isSection(lines[at]?.below, lines[line]?.below))
  const mayHead = (byWords.get(words) ?? []).some((at) => readsAsHeading(words) && isAbove(at))
  if (isTitled) return mayHead
  // A slide of nothing else is a section's own.
  const sections =
    own.length > 0 ? own.flatMap((at) => lines[at]?.below ?? []) : document.headings.map(comparable)
  if (mayHead || sections.some((heading) => findWhole(heading, words) >= 0)) return true
  if (own.length === 0) return !document.isWhole && byWords.has(words)
  if (isNumber(words)) return own.some((at) => lines[at]?.number.startsWith(words))
  // Another section's heading may stand in the notes, too.
  return isQuoted(words) && !document.headings.some((heading) => comparable(heading) === words)
}

/** Whether words are a number and nothing else. */
export const isNumber = (words: string): boolean => words !== '' && numberOf(words).length >= words.length - 1

/** Whether the sections of one line are those of the other, or above them. */
function isSection(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.every((heading, i) => heading === other[i])
}

/** What a changed heading was, where its place tells: the title of the document, the number of the paragraph. */
export function headingFor(
  { kind, text }: VisibleBlock,
  own: readonly number[],
  isTitle: boolean,
  { title, lines }: DocumentLines,
): string | null {
  if (kind !== 'heading') return null
  if (isTitle) return title
  if (!isNumber(comparable(text))) return null
  return own.map((at) => lines[at]?.number).find(Boolean) ?? null
}

/** The number that stands right before some words in a text, where it is one: its own words and its value. */
function labelOf(words: string, source: string): { readonly text: string; readonly value: number } | null {
  const inside = numberingAt(words, 0)
  if (inside && !inside.doubtful) return { text: '', value: inside.value }
  const at = findWhole(source, partsOf(words)[0] ?? '')
  if (at < 0) return null
  const [before = ''] = /[^。；;！？!?\n]{0,12}$/u.exec(source.slice(Math.max(0, at - 12), at)) ?? []
  const number = numberingAt(before, 0)
  if (!number || number.doubtful || before.slice(number.length).trim() !== '') return null
  return { text: before, value: number.value }
}

/** A point with the number that it has in the document. */
export function labelled(text: string, source: string): string {
  return `${labelOf(comparable(text), source)?.text ?? ''}${text}`
}

/** Whether an item has the number that the document gives it; where that gives none, its list counts it from 1. */
export function isCounted(words: string, { value, place }: ListNumber, source: string): boolean {
  return value === (labelOf(words, source)?.value ?? place)
}

/** The items of an agenda that do not stand where the document has them, each with what stands there. */
export function orderOf(
  blocks: readonly VisibleBlock[],
  { headings }: DocumentLines,
): { readonly block: VisibleBlock; readonly original: string }[] {
  const all = headings.map(comparable)
  const known = new Map(all.map((words, at) => [words, at] as const).toReversed())
  const items = blocks.flatMap((block) => {
    const words = comparable(block.text)
    const at = known.get(words) ?? all.findIndex((heading) => findWhole(heading, words) >= 0)
    return block.kind === 'item' && at >= 0 ? [{ block, at }] : []
  })
  const wanted = items.map(({ at }) => at).sort((one, other) => one - other)
  return items.flatMap(({ block, at }, i) => {
    const original = headings[wanted[i] ?? at]
    return at !== wanted[i] && original !== undefined ? [{ block, original }] : []
  })
}
