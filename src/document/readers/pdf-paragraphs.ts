import { isDottedEntry } from '../dotted-entry.ts'
import { numberingAt } from '../numbering.ts'
import { endsSentence } from '../punctuation.ts'
import type { LineLayout } from '../source.ts'
import { type PlacedLine, partFurniture } from './pdf-furniture.ts'
import type { PdfPage } from './pdf-lines.ts'
import { tableAt } from './pdf-tables.ts'

/** What a PDF says, part by part. */
export type PdfPart =
  | { readonly kind: 'paragraph'; readonly words: string; readonly layout: LineLayout }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture' }
  | { readonly kind: 'furniture'; readonly words: string }

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

/** The lines of a document joined to its paragraphs; heads and feet of its pages, and pictures, each told. */
export function pdfParts(pages: readonly PdfPage[]): readonly PdfPart[] {
  const { lines: all, furniture } = partFurniture(pages)
  const body = bodyOf(all)
  const { lines, notes } = partNotes(all, body)
  const sizes = headingSizes(lines, body)
  const hyphens = new Hyphens(all)
  const parts: PdfPart[] = []
  const pictures = pages.flatMap(({ pictures }, page) => pictures.map((y) => ({ page, y })))
  const writeNotes = (upTo: number): void => {
    for (let next = notes[0]; next && next.page < upTo; next = notes[0]) {
      parts.push({ kind: 'paragraph', words: hyphens.joined(next.lines), layout: { footnote: true } })
      notes.shift()
    }
  }
  for (let first = 0; first < lines.length; ) {
    const line = lines[first]
    if (!line) break
    writeNotes(line.page)
    while (pictures[0] && isBehind(line, pictures[0])) {
      parts.push({ kind: 'picture' })
      pictures.shift()
    }
    const table = tableAt(lines, first)
    if (table) {
      parts.push({ kind: 'table', rows: table.rows })
      first += table.lines
      continue
    }
    let last = first
    for (let next = lines[last + 1]; next && lines[last]; next = lines[last + 1]) {
      if (!goesOn(lines[last] ?? line, next, body) || tableAt(lines, last + 1)) break
      last++
    }
    const members = lines.slice(first, last + 1)
    const words = hyphens.joined(members.map(({ words }) => words))
    parts.push({ kind: 'paragraph', words, layout: layoutOf(members.at(-1) ?? line, body, sizes) })
    first = last + 1
  }
  writeNotes(Number.POSITIVE_INFINITY)
  for (const _ of pictures) parts.push({ kind: 'picture' })
  for (const words of furniture) parts.push({ kind: 'furniture', words })
  return parts
}

/** The line stands below the picture. */
function isBehind(line: PlacedLine, picture: { readonly page: number; readonly y: number }): boolean {
  return line.page > picture.page || (line.page === picture.page && line.y < picture.y)
}

interface FootNote {
  readonly page: number
  readonly lines: string[]
}

/** Type that is so much smaller than the body's is that of notes. */
const SMALLER = 0.93
const NOTE_MARK = /^(?:[①-⑳*†]|[[〔［(（]\d{1,3}[\]〕］)）]|\d{1,3}(?:[.、．\s]|(?=[\p{sc=Han}“《])))/u

/** Takes the notes at the feet of pages out of the text: lines in small type, from one that begins with a mark. */
function partNotes(
  lines: readonly PlacedLine[],
  body: Body,
): { readonly lines: readonly PlacedLine[]; readonly notes: FootNote[] } {
  const isSmall = ({ size }: PlacedLine): boolean => size < body.size * SMALLER
  const kept: PlacedLine[] = []
  const notes: FootNote[] = []
  for (let from = 0; from < lines.length; ) {
    const page = lines[from]?.page ?? 0
    let to = from
    while (to < lines.length && lines[to]?.page === page) to++
    const own = lines.slice(from, to)
    const foot = own.findIndex(
      (line, at) => NOTE_MARK.test(line.words) && at > 0 && own.slice(at).every(isSmall),
    )
    kept.push(...own.slice(0, foot < 0 ? own.length : foot))
    for (const line of foot < 0 ? [] : own.slice(foot)) {
      const open = notes.at(-1)
      if (open?.page === page && !NOTE_MARK.test(line.words)) open.lines.push(line.words)
      else notes.push({ page, lines: [line.words] })
    }
    from = to
  }
  return { lines: kept, notes }
}

/** Words that are broken at the end of a line, told by what else the document says. */
class Hyphens {
  readonly #words = new Set<string>()

  constructor(lines: readonly PlacedLine[]) {
    for (const { words } of lines) {
      for (const [word] of words.matchAll(/[\p{Ll}\p{Lu}]+(?:-[\p{Ll}\p{Lu}]+)*/gu))
        this.#words.add(word.toLowerCase())
    }
  }

  joined(lines: readonly string[]): string {
    return lines.reduce((before, after) => this.#join(before, after), '')
  }

  #join(before: string, after: string): string {
    if (before === '') return after
    if (before.endsWith('\u00ad')) return before.slice(0, -1) + after
    const [, head = ''] = /([\p{Ll}\p{Lu}]+)[-‐]$/u.exec(before.slice(-60)) ?? []
    const [tail = ''] = /^\p{Ll}+/u.exec(after.slice(0, 60)) ?? []
    if (head === '' || tail === '') return joinedWords(before, after)
    const has = (word: string): boolean => this.#words.has(word.toLowerCase())
    const isCompound = has(`${head}-${tail}`) || (!has(head + tail) && has(head) && has(tail))
    return isCompound ? before + after : before.slice(0, -1) + after
  }
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
  if (Math.abs(line.size - next.size) > 0.6 || isDottedEntry(line.words)) return false
  const step = line.y - next.y
  if (line.size > body.size * LARGER) return isHeadingCut(line, next, step)
  if (line.page === next.page && step > body.leading * 1.7) return false
  if (isCentred(line, body) || isCentred(next, body)) return false
  const ended = endsSentence(line.words, 0, line.words.length)
  // The lines of an item are set in behind its number.
  const hangs = next.left < line.left + body.size * WIDEST_HANG && numberingAt(line.words, 0) !== null
  const indented =
    !hangs && next.left > body.left + body.size * 0.7 && next.left > line.left + body.size * 0.7
  // A signature and its date are set to the right, each on a line of its own.
  const isShort = line.right - line.left < (body.right - body.left) / 2
  const setApart = isShort && next.left > body.left + body.size * 2.5
  if (indented || setApart || (ended && numberingAt(next.words, 0)) || HEADING_NUMBER.test(next.words))
    return false
  const room = body.right - line.right
  const word = /^[^\s\p{sc=Han}]{1,40}/u.exec(next.words)?.[0].length ?? 1
  return room < body.size * Math.max(2.2, word * 0.55 + 1)
}

/** How far the text of an item is set in behind its number, in its own type. */
const WIDEST_HANG = 4

/** `一、` begins no line within a sentence. */
const HEADING_NUMBER = /^[一二三四五六七八九十]{1,3}、/u

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
    /[^\s\p{sc=Han}\p{P}]$|[,.;:!?)]$|[\p{Ll}\p{Lu}\d.,]["”’]$/u.test(before) &&
    /^[^\s\p{sc=Han}，。、；：！？”）》]/u.test(after)
  return `${before}${needsSpace ? ' ' : ''}${after}`
}
