import { raisedWords } from './raised.ts'

/** A run of characters where the page has it; lengths in points, `y` upwards. */
export interface TextPiece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the type; 0 for the white space that pdf.js puts in. */
  readonly size: number
}

/** A part of a line, with a gap on either side that is wider than that between words. */
export interface Segment {
  readonly words: string
  readonly left: number
  readonly right: number
}

export interface PdfLine {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}

export interface PdfPage {
  readonly width: number
  readonly lines: readonly PdfLine[]
  /** Words that lie across the page: a watermark. */
  readonly slanted: readonly string[]
  /** Where pictures are, from top to bottom: the middle of each. */
  readonly pictures: readonly number[]
}

/** The pieces of a page put together into lines, in the order in which the file has them. */
export function pageLines(pieces: readonly TextPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let behindSpace = false
  for (const piece of drawnOnce(pieces)) {
    if (piece.words.trim() === '') {
      behindSpace = piece.words !== ''
      continue
    }
    const at = lineOf(lines, piece)
    const line = lines[at]
    if (line) lines[at] = joined(line, piece, behindSpace)
    else {
      const { words, x, width, y, size } = piece
      const segment = { words, left: x, right: x + width }
      lines.push({ ...segment, y, size, segments: [segment] })
    }
    behindSpace = false
  }
  return inOrder(lines)
    .map((line) => ({ ...line, words: withoutGaps(closedUp(line.words)).trim() }))
    .filter(({ words }) => words !== '')
}

/** In heights of the type: lines whose feet are no farther apart stand beside each other. */
const BESIDE = 0.7
/** The share of a page's lines that may stand beside another where it is set in one column. */
const MOST_BESIDE = 0.05

/** A page of one column is read from top to bottom, in whatever order its lines were drawn. */
function inOrder(lines: readonly PdfLine[]): readonly PdfLine[] {
  const down = [...lines].sort((one, other) => other.y - one.y)
  let beside = 0
  for (let at = 0; at + 1 < down.length; at++) {
    const [line, next] = [down[at], down[at + 1]]
    if (!line || !next || line.y - next.y > Math.min(line.size, next.size) * BESIDE) continue
    if (next.left < line.right && line.left < next.right) continue
    beside++
    if (next.left < line.left) down.splice(at, 2, next, line)
  }
  return beside <= Math.max(1, lines.length * MOST_BESIDE) ? down : topFirst(lines)
}

/** A title in a box of its own, which was drawn behind the text below it, is read before that. */
function topFirst(lines: readonly PdfLine[]): readonly PdfLine[] {
  const top = lines.reduce((best, { y }, at) => (y > (lines[best]?.y ?? y) ? at : best), 0)
  const before = lines.slice(0, top)
  const highest = before.reduce((most, { y, size }) => Math.max(most, y + size), Number.NEGATIVE_INFINITY)
  let end = top
  while (end < lines.length && (lines[end]?.y ?? 0) > highest) end++
  return end === top ? lines : [...lines.slice(top, end), ...before, ...lines.slice(end)]
}

/** Without what is drawn again in the same place, as some programs make type bold. */
function drawnOnce(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const places = new Map<string, TextPiece[]>()
  return pieces.filter((piece) => {
    if (piece.words.trim() === '') return true
    const same = places.get(piece.words) ?? []
    places.set(piece.words, same)
    const near = piece.size * 0.15
    // Only what was drawn last is drawn over: a long page may have a word a thousand times.
    const isAgain = same
      .slice(-50)
      .some((one) => Math.abs(one.x - piece.x) < near && Math.abs(one.y - piece.y) < near)
    if (!isAgain) same.push(piece)
    return !isAgain
  })
}

/** Cells of a row may have several lines each: so many lines back a row may have begun. */
const LONGEST_ROW = 8

/** The index of the line that a piece goes on; that behind the last where it begins one. */
function lineOf(lines: readonly PdfLine[], piece: TextPiece): number {
  const last = lines.length - 1
  for (let at = last; at >= Math.max(0, last - LONGEST_ROW); at--) {
    const line = lines[at]
    const lastLine = lines[last]
    if (!line || !lastLine) break
    const size = Math.max(line.size, piece.size)
    const isLevel = Math.abs(line.y - piece.y) < size * 0.4
    if (!isLevel || piece.x <= line.right - size) continue
    // The next cell of a row whose last cell had several lines.
    if (at === last || (line.y - lastLine.y < size * 10 && lastLine.y < line.y && piece.x > lastLine.left))
      return at
  }
  return lines.length
}

/** In heights of the type: a wider gap parts the cells of a row. */
const CELL_GAP = 0.9

/** In heights of the type: narrow letters have a narrow space, which the file has told of. */
const NARROW_SPACE = 0.1

/** @param behindSpace the file has white space before the piece */
function joined(line: PdfLine, piece: TextPiece, behindSpace: boolean): PdfLine {
  const gap = piece.x - line.right
  const isLatin = /[\p{Ll}\p{Lu}]$/u.test(line.words) && /^[\p{Ll}\p{Lu}]/u.test(piece.words)
  const least = behindSpace && isLatin ? NARROW_SPACE : spaceBetween(line.words, piece.words)
  const space = gap > line.size * least && !/\s$/u.test(line.words) && !/^\s/u.test(piece.words)
  const isRaised = piece.size < line.size * 0.8 && piece.y > line.y + line.size * 0.15
  const words = isRaised ? raisedWords(line.words, piece.words) : piece.words
  const right = Math.max(line.right, piece.x + piece.width)
  const segments = [...line.segments]
  const open = segments.pop()
  if (open && gap <= line.size * CELL_GAP) {
    segments.push({ words: `${open.words}${space ? ' ' : ''}${words}`, left: open.left, right })
  } else {
    if (open) segments.push(open)
    segments.push({ words, left: piece.x, right })
  }
  return {
    words: `${line.words}${space ? ' ' : ''}${words}`,
    left: line.left,
    right,
    y: line.y,
    size: Math.max(line.size, piece.size),
    segments,
  }
}

/** In heights of the type, what is a space: word processors set Chinese a quarter apart from figures by themselves. */
function spaceBetween(before: string, after: string): number {
  const mixed = /\p{sc=Han}$/u.test(before)
    ? /^[\p{Ll}\p{Lu}\d]/u
    : /[\p{Ll}\p{Lu}\d]$/u.test(before)
      ? /^\p{sc=Han}/u
      : null
  return mixed?.test(after) ? 0.32 : 0.2
}

/** A word whose letters are set apart: `C H A P T E R`. */
function closedUp(words: string): string {
  return words.replace(
    /(?<![\p{L}\d] ?)((?:\p{Lu} ){4,40}\p{Lu})((?: \d){0,4}(?: [:.])?)(?![\p{L}\d])/gu,
    (_, word: string, number: string) => word.replaceAll(' ', '') + number.replace(/(?!^) /gu, ''),
  )
}

/** Justified Chinese has gaps between its characters that are no spaces; `总 则` has one that is. */
function withoutGaps(words: string): string {
  const gaps = words.match(/\p{sc=Han} (?=\p{sc=Han})/gu)?.length ?? 0
  return gaps >= LEAST_GAPS && gaps * 4 > words.length
    ? words.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
    : words
}

const LEAST_GAPS = 4
