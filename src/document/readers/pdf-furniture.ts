import { kindOf } from '../kinds.ts'
import { numberingAt } from '../numbering.ts'
import type { PdfLine, PdfPage } from './pdf-lines.ts'

export interface PlacedLine extends PdfLine {
  readonly page: number
  readonly pageWidth: number
}

/** So many lines at either edge of a page may be its head or foot. */
const DEEPEST_HEAD = 6
/** Type that is so much larger than what it lies over is a watermark. */
const WATERMARK = 1.5

/** The lines of the text, and apart from them those of the pages: heads, feet, numbers, watermarks. */
export function partFurniture(pages: readonly PdfPage[]): {
  readonly lines: readonly PlacedLine[]
  readonly furniture: readonly string[]
} {
  const placed = pages.map(({ lines, width }, page) =>
    lines.map((line) => ({ ...line, page, pageWidth: width })),
  )
  const times = new Map<string, number>()
  for (const lines of placed) {
    for (const key of new Set(lines.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, pages.length * 0.4)
  const isRepeated = (line: PdfLine): boolean => (times.get(keyOf(line)) ?? 0) >= least
  const furniture = new Set<PlacedLine>()
  for (const lines of placed) {
    const downwards = [...lines].sort((one, other) => other.y - one.y)
    for (const edge of [downwards, [...downwards].reverse()]) {
      for (const line of edge.slice(0, DEEPEST_HEAD)) {
        const isNumber = kindOf(line.words) === 'furniture'
        if (!isNumber && (!isRepeated(line) || numberingAt(line.words, 0))) break
        furniture.add(line)
      }
    }
    for (const line of lines) if (isWatermark(line, lines, isRepeated(line))) furniture.add(line)
  }
  return {
    lines: placed.flat().filter((line) => !furniture.has(line)),
    furniture: [...pages.flatMap(({ slanted }) => slanted), ...[...furniture].map(({ words }) => words)],
  }
}

/** What stands in the same place on other pages, whatever its numbers are. */
function keyOf({ words, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${words.replace(/\d+/gu, '#')}`
}

/** Lies over lines of the text: large, or on several pages in the same place. */
function isWatermark(line: PdfLine, lines: readonly PdfLine[], repeated: boolean): boolean {
  const over = (other: PdfLine): boolean =>
    other !== line &&
    other.y > line.y - line.size * 0.3 &&
    other.y < line.y + line.size * 0.8 &&
    other.left < line.right &&
    other.right > line.left &&
    (repeated ? other.size <= line.size : other.size * WATERMARK < line.size)
  // A head of large type over a line is rather the start of a paragraph set large.
  return line.size > 0 && (repeated || line.words.length <= 40) && lines.some(over)
}
