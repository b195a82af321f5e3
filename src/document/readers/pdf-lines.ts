/** A run of characters where the page has it; lengths in points, `y` upwards. */
export interface TextPiece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the type; 0 for the white space that pdf.js puts in. */
  readonly size: number
}

export interface PdfLine {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

export interface PdfPage {
  readonly width: number
  readonly lines: readonly PdfLine[]
}

/** The pieces of a page put together into lines, in the order in which the file has them. */
export function pageLines(pieces: readonly TextPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  for (const piece of pieces) {
    if (piece.words.trim() === '') continue
    const line = lines.at(-1)
    if (line && isSameLine(line, piece)) lines[lines.length - 1] = joined(line, piece)
    else
      lines.push({
        words: piece.words,
        left: piece.x,
        right: piece.x + piece.width,
        y: piece.y,
        size: piece.size,
      })
  }
  return lines
    .map((line) => ({ ...line, words: withoutGaps(line.words).trim() }))
    .filter(({ words }) => words !== '')
}

function isSameLine(line: PdfLine, piece: TextPiece): boolean {
  const size = Math.max(line.size, piece.size)
  return Math.abs(line.y - piece.y) < size * 0.4 && piece.x > line.right - size
}

function joined(line: PdfLine, piece: TextPiece): PdfLine {
  const gap = piece.x - line.right
  const space = gap > line.size * 0.2 && !/\s$/u.test(line.words) && !/^\s/u.test(piece.words)
  return {
    words: `${line.words}${space ? ' ' : ''}${piece.words}`,
    left: line.left,
    right: Math.max(line.right, piece.x + piece.width),
    y: line.y,
    size: Math.max(line.size, piece.size),
  }
}

/** Justified Chinese has gaps between its characters that are no spaces. */
function withoutGaps(words: string): string {
  const gaps = words.match(/\p{sc=Han} (?=\p{sc=Han})/gu)?.length ?? 0
  return gaps * 4 > words.length ? words.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '') : words
}
