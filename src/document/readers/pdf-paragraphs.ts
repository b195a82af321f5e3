import { kindOf } from '../kinds.ts'
import { numberingAt } from '../numbering.ts'
import { endsSentence } from '../punctuation.ts'
import type { LineLayout } from '../source.ts'
import type { PdfLine, PdfPage } from './pdf-lines.ts'

export interface PdfParagraph {
  readonly words: string
  readonly layout: LineLayout
}

interface PlacedLine extends PdfLine {
  readonly page: number
  readonly pageWidth: number
}

/** What most lines of a document have in common. */
interface Body {
  readonly size: number
  readonly left: number
  readonly right: number
  /** From one line to the next. */
  readonly leading: number
}

/** Type that is so much larger than the body's heads something. */
const LARGER = 1.12
const MOST_LEVELS = 3

/** The lines of a document joined to its paragraphs, heads and feet of its pages left out. */
export function pdfParagraphs(pages: readonly PdfPage[]): readonly PdfParagraph[] {
  const lines = withoutRunningHeads(pages)
  const body = bodyOf(lines)
  const sizes = headingSizes(lines, body)
  const paragraphs: PdfParagraph[] = []
  let words = ''
  for (const [at, line] of lines.entries()) {
    words = words === '' ? line.words : joinedWords(words, line.words)
    const next = lines[at + 1]
    if (next && goesOn(line, next, body)) continue
    paragraphs.push({ words, layout: layoutOf(line, body, sizes) })
    words = ''
  }
  return paragraphs
}

/** Lines at either edge of a page count as its head or foot, this many. */
const EDGE = 2

function withoutRunningHeads(pages: readonly PdfPage[]): readonly PlacedLine[] {
  const placed = pages.map(({ lines, width }, page) =>
    lines.map((line) => ({ ...line, page, pageWidth: width })),
  )
  const times = new Map<string, number>()
  const edges = placed.map((lines) => {
    const downwards = [...lines].sort((one, other) => other.y - one.y)
    return new Set([...downwards.slice(0, EDGE), ...downwards.slice(-EDGE)])
  })
  const key = ({ words, y }: PdfLine): string => `${Math.round(y / 4)} ${words.replace(/\d+/gu, '#')}`
  for (const edge of edges) {
    for (const words of new Set([...edge].map(key))) times.set(words, (times.get(words) ?? 0) + 1)
  }
  const isRunning = (line: PdfLine): boolean =>
    kindOf(line.words) === 'furniture' || (times.get(key(line)) ?? 0) >= Math.max(2, pages.length * 0.4)
  return placed.flatMap((lines, page) => lines.filter((line) => !(edges[page]?.has(line) && isRunning(line))))
}

function bodyOf(lines: readonly PlacedLine[]): Body {
  const size = most(lines.map((line) => [Math.round(line.size * 2) / 2, line.words.length]))
  const text = lines.filter((line) => Math.abs(line.size - size) <= 0.5)
  const rights = text.map(({ right }) => right).sort((one, other) => one - other)
  const steps = text.flatMap((line, at): readonly (readonly [number, number])[] => {
    const step = Math.round(line.y - (text[at + 1]?.y ?? line.y))
    return step > 0 ? [[step, 1]] : []
  })
  return {
    size,
    left: most(text.map((line) => [Math.round(line.left), 1])),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    leading: most(steps),
  }
}

/** The value with the greatest weight in all. */
function most(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function headingSizes(lines: readonly PlacedLine[], body: Body): readonly number[] {
  const sizes = new Set(lines.map(({ size }) => Math.round(size)).filter((size) => size > body.size * LARGER))
  return [...sizes].sort((one, other) => other - one).slice(0, MOST_LEVELS)
}

function goesOn(line: PlacedLine, next: PlacedLine, body: Body): boolean {
  if (Math.abs(line.size - next.size) > 0.6) return false
  const step = line.y - next.y
  if (line.size > body.size * LARGER) return isHeadingCut(line, next, step)
  if (line.page === next.page && step > body.leading * 1.7) return false
  if (isCentred(line, body) || isCentred(next, body)) return false
  const ended = endsSentence(line.words, 0, line.words.length)
  const indented = next.left > body.left + body.size * 0.7 && next.left > line.left + body.size * 0.7
  // A signature and its date are set to the right, each on a line of its own.
  const isShort = line.right - line.left < (body.right - body.left) / 2
  const setApart = isShort && next.left > body.left + body.size * 2.5
  if (indented || setApart || (ended && numberingAt(next.words, 0))) return false
  const room = body.right - line.right
  const word = /^[^\s\p{sc=Han}]{1,40}/u.exec(next.words)?.[0].length ?? 1
  return room < body.size * Math.max(2.2, word * 0.55 + 1)
}

/** A heading over two lines of the same page; a number begins another. */
function isHeadingCut(line: PlacedLine, next: PlacedLine, step: number): boolean {
  return line.page === next.page && step > 0 && step < line.size * 2 && numberingAt(next.words, 0) === null
}

function isCentred({ left, right, pageWidth }: PlacedLine, body: Body): boolean {
  const inset = left - body.left
  return (
    inset > body.size * 2.5 &&
    body.right - right > body.size * 2.5 &&
    Math.abs(left + right - pageWidth) < body.size * 2
  )
}

function layoutOf(line: PlacedLine, body: Body, sizes: readonly number[]): LineLayout {
  const level = sizes.indexOf(Math.round(line.size)) + 1
  return {
    ...(level > 0 ? { heading: level } : {}),
    ...(isCentred(line, body) ? { centred: true } : {}),
  }
}

function joinedWords(before: string, after: string): string {
  const needsSpace =
    /[^\s\p{sc=Han}\p{P}]$|[,.;:!?)]$/u.test(before) && /^[^\s\p{sc=Han}，。、；：！？”）》]/u.test(after)
  return `${before}${needsSpace ? ' ' : ''}${after}`
}
