import { escapeEnds, escapeInline, escapeMarkdown } from '../deck/escape.ts'
import type { EditedFile, EditedSlide } from './deck-state.ts'
import { linesOf, replaceLines } from './lines.ts'
import { partsOf, type SlidePart } from './slide-parts.ts'
import { piecesOf, slideWords } from './source-words.ts'

/** Words on one line as the Markdown that reads so. */
export const asMarkdown = (words: string): string =>
  escapeMarkdown(words.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '))

/** The same with its numeral in bold, as panels have it. */
export function numbered(numeral: string, words: string): string {
  return escapeEnds(`**${escapeInline(numeral)}**${escapeInline(words)}`)
}

/** The same words as they would go on behind a marker: `2. ` behind `1. `. */
export function nextHead(head: string): string {
  return head.replace(/\d{1,9}(?=[.)])/, (number) => String(Number(number) + 1))
}

/** The text of a slide with one more point, in the place that the document's order gives its words. */
export function withPoint(slide: EditedSlide, file: EditedFile, start: number, markdown: string): string {
  const { parts } = partsOf(slide, file)
  const { shown } = slideWords(slide, file)
  const points = parts.flatMap((part, i) => (part.kind === 'point' ? [{ part, i }] : []))
  const startOf = (i: number): number => shown.find(({ part }) => part === i)?.spans?.[0]?.start ?? -1
  let above: (typeof points)[number] | null = null
  for (const point of points) {
    const at = startOf(point.i)
    if (at >= 0 && at <= start && at >= (above ? startOf(above.i) : 0)) above = point
  }
  const { lineEnd } = file.form
  const insert = (at: number, lines: readonly string[]): string =>
    replaceLines(slide.text, at, at, lines, lineEnd)
  if (above) {
    const next = points[points.indexOf(above) + 1]
    // What is said of an item stands below it in its panel, not beside it in one without a numeral.
    if (above.part.depth === 0 && isSameItem(slide, file, startOf(above.i), start))
      return insert(above.part.to, [`${' '.repeat(above.part.head.length)}- ${markdown}`])
    const head = next && next.part.depth > above.part.depth ? next.part.head : nextHead(above.part.head)
    return insert(above.part.to, [head + markdown])
  }
  const [first] = points
  if (first) return insert(first.part.from, [first.part.head + markdown])
  return withBlock(slide, file, [`- ${markdown}`])
}

/** Whether two places of the notes are in the same item of an enumeration that the slide shows as panels. */
function isSameItem(slide: EditedSlide, file: EditedFile, one: number, other: number): boolean {
  if (!partsOf(slide, file).classes.includes('panels')) return false
  const numerals = piecesOf(slideWords(slide, file))
    .flat()
    .filter(({ kind }) => kind === 'numeral')
  const itemOf = (at: number): number => numerals.findLastIndex(({ start }) => start <= at)
  return itemOf(one) >= 0 && itemOf(one) === itemOf(other)
}

/** The text of a slide with more lines below all that stands on it, above its notes. */
export function withBlock(slide: EditedSlide, file: EditedFile, block: readonly string[]): string {
  const { bodyEnd, notesAt } = partsOf(slide, file)
  const lines = linesOf(slide.text)
  let at = bodyEnd
  while (at > 0 && (lines[at - 1]?.text ?? '').trim() === '') at--
  const isBlank = (i: number): boolean => (lines[i]?.text ?? '').trim() === ''
  const before = at > 0 && !isBlank(at - 1) ? [''] : []
  const after = at < lines.length && !isBlank(at) ? [''] : []
  const behind = notesAt === null ? [] : after
  if (slide.text === '') return block.join(file.form.lineEnd)
  return replaceLines(slide.text, at, at, [...before, ...block, ...behind], file.form.lineEnd)
}

/** The text of a slide without a part; what stood below a point moves up a level. */
export function withoutPart(slide: EditedSlide, file: EditedFile, part: SlidePart): string {
  const { lineEnd } = file.form
  if (part.kind !== 'point') return replaceLines(slide.text, part.from, part.to, [], lineEnd)
  const raised = outdented(slide, file, part)
  return replaceLines(raised, part.from, part.to, [], lineEnd)
}

/** The text of a slide with what stands below a point a level higher. */
function outdented(slide: EditedSlide, file: EditedFile, part: SlidePart): string {
  const below = partsOf(slide, file).parts.find(
    ({ kind, from, depth }) => kind === 'point' && from >= part.to && from < part.end && depth > part.depth,
  )
  if (!below) return slide.text
  const by = indentOf(below.head) - indentOf(part.head)
  return shifted(slide.text, part.to, part.end, -by, file.form.lineEnd)
}

export const indentOf = (head: string): number => /^[ \t]*/.exec(head)?.[0].length ?? 0

/** Lines with more or less white space before them. */
export function shifted(text: string, from: number, to: number, by: number, lineEnd: string): string {
  const lines = linesOf(text).slice(from, to)
  const moved = lines.map(({ text }) =>
    by > 0
      ? text.trim() === ''
        ? text
        : ' '.repeat(by) + text
      : text.replace(new RegExp(`^[ \\t]{0,${-by}}`), ''),
  )
  return replaceLines(text, from, to, moved, lineEnd)
}

/** The text of a slide with other words for a part. */
export function withMarkdown(
  slide: EditedSlide,
  file: EditedFile,
  part: SlidePart,
  markdown: string,
): string {
  return replaceLines(slide.text, part.from, part.to, [part.head + markdown + part.tail], file.form.lineEnd)
}
