import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Fault } from '../../fault.ts'
import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import type { ReadingHelp } from './part.ts'
import { loadPdfJs } from './pdf-js.ts'
import { plainLetters } from './pdf-letters.ts'
import { type PdfPage, pageLines, type TextPiece } from './pdf-lines.ts'
import { pdfParts } from './pdf-paragraphs.ts'

const MOST_PAGES = 3000
/** In milliseconds: what takes longer was made to. */
const LONGEST_READING = 60_000

/**
 * The text layer of a PDF, its lines joined back into paragraphs; running heads and page numbers are not
 * part of it. Larger type is taken for headings.
 *
 * @throws Fault when it is damaged, protected by a password, has no text layer, or needs tables that are not at hand
 */
export async function readPdf(file: InputFile, { pdfTables }: ReadingHelp): Promise<SourceText> {
  let lacking = false
  const task = await openPdf(file, pdfTables, () => {
    lacking = true
  })
  try {
    const pages = await textPages(await task.promise, file)
    if (lacking) throw new Fault((say) => say.pdfTables, { file: file.name })
    const writer = new SourceWriter()
    for (const part of pdfParts(pages)) {
      if (part.kind === 'paragraph') writer.write(part.words, part.layout)
      else if (part.kind === 'picture') writer.leaveOut('picture')
      else if (part.kind === 'furniture') writer.leaveOut('page-furniture', part.words)
      else {
        writer.writeTable(part.rows)
        writer.leaveOut('table', part.rows[0]?.join(' ') ?? '')
      }
    }
    return writer.finish(file.name, 'pdf')
  } catch (error) {
    throw error instanceof Fault ? error : new Fault((say) => say[advice(error)], { file: file.name })
  } finally {
    await task.destroy()
  }
}

/** @param lack is told of each table of Chinese fonts that would be needed and is not at hand */
async function openPdf(
  file: InputFile,
  pdfTables: ReadingHelp['pdfTables'],
  lack: () => void,
): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await loadPdfJs()
  const load = async (name: string): Promise<Uint8Array> => {
    // Without shapes words are words all the same.
    if (!pdfTables && name.startsWith('cmaps/')) lack()
    return pdfTables ? pdfTables(name) : Promise.reject(new Error(`no ${name}`))
  }
  return getDocument({
    data: new Uint8Array(file.bytes),
    CMapReaderFactory: class {
      async fetch({ name }: { name: string }): Promise<object> {
        return { cMapData: await load(`cmaps/${name}.bcmap`), isCompressed: true }
      }
    },
    StandardFontDataFactory: class {
      fetch = ({ filename }: { filename: string }): Promise<Uint8Array> => load(`standard_fonts/${filename}`)
    },
    useWorkerFetch: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
}

/** The words on the pages of a PDF as pdf.js has them, line by line and page by page. */
export async function wordsOnPages(
  file: InputFile,
  pdfTables: ReadingHelp['pdfTables'],
): Promise<readonly string[]> {
  const words: string[] = []
  const task = await openPdf(file, pdfTables, () => undefined)
  try {
    const document = await task.promise
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      // A word that is broken at the end of its line has a hyphen there that is none of its own.
      for (const item of items)
        if ('str' in item) words.push(plainLetters(item.str).replace(/[-\u00ad]\s*$/u, ''))
    }
  } finally {
    await task.destroy()
  }
  return words
}

function advice(error: unknown): 'pdfLocked' | 'pdfDamaged' {
  if (error instanceof Error && error.name === 'PasswordException') {
    return 'pdfLocked'
  }
  return 'pdfDamaged'
}

async function textPages(
  document: PDFDocumentProxy,
  { name: file, bytes }: InputFile,
): Promise<readonly PdfPage[]> {
  if (document.numPages > MOST_PAGES) {
    throw new Fault((say) => say.pdfPages(MOST_PAGES), { file })
  }
  const from = Date.now()
  const withPictures = hasPictures(bytes)
  let letters = 0
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    if (Date.now() - from > LONGEST_READING) throw new Fault((say) => say.pdfSlow, { file })
    const page = await document.getPage(number)
    const pieces: Placed[] = []
    // Piece by piece, so that a page that was made to exhaust memory is left in time.
    const reader = page.streamTextContent().getReader()
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const item of chunk.value.items) {
        if (!('str' in item)) continue
        letters += item.str.length
        pieces.push(placed(item.transform, plainLetters(item.str), item.width, item.height))
      }
      if (letters > MOST_LETTERS || Date.now() - from > LONGEST_READING) {
        await reader.cancel(new Error('too much'))
        throw new Fault((say) => say.pdfSlow, { file })
      }
    }
    const turn = mainTurn(pieces)
    const pictures = withPictures && Date.now() - from < LONGEST_LOOK ? await picturesOn(page) : []
    const upright = pieces.filter((piece) => isNear(piece.turn, turn))
    const slanted = pieces.filter((piece) => !isNear(piece.turn, turn) && piece.words.trim() !== '')
    pages.push({
      width: turn % 2 === 0 ? (page.view[2] ?? 0) : (page.view[3] ?? 0),
      lines: pageLines(upright.map((piece) => turned(piece, turn))),
      slanted: slanted.length > 0 ? [slanted.map(({ words }) => words).join('')] : [],
      pictures: turn === 0 ? pictures : pictures.map(() => 0),
    })
    page.cleanup()
  }
  return pages
}

/** More than any document has that is read in one piece. */
const MOST_LETTERS = 5_000_000
/** In milliseconds: where pictures are takes longer to find than what is said. */
const LONGEST_LOOK = 5_000

interface Placed extends TextPiece {
  /** How far its line is turned, in quarters of a circle. */
  readonly turn: number
}

function placed(transform: readonly number[], words: string, width: number, size: number): Placed {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  return { words, x, y, width, size, turn: Math.atan2(b, a) / (Math.PI / 2) }
}

/** A fiftieth of a quarter: type that is set so is meant to be upright. */
const isNear = (turn: number, other: number): boolean => {
  const off = Math.abs(turn - other) % 4
  return Math.min(off, 4 - off) < 0.02
}

/** How most of a page's type stands: upright, or on its side as wide tables are. */
function mainTurn(pieces: readonly Placed[]): 0 | 1 | 2 | 3 {
  const letters = [0, 0, 0, 0]
  for (const { turn, words } of pieces) {
    for (const quarter of [0, 1, 2, 3])
      if (isNear(turn, quarter)) letters[quarter] = (letters[quarter] ?? 0) + words.length
  }
  const most = letters.indexOf(Math.max(...letters))
  return most === 1 || most === 2 || most === 3 ? most : 0
}

/** Where a piece is once its page is turned upright. */
function turned(piece: Placed, turn: 0 | 1 | 2 | 3): TextPiece {
  const { x, y } = piece
  if (turn === 1) return { ...piece, x: y, y: -x }
  if (turn === 2) return { ...piece, x: -x, y: -y }
  return turn === 3 ? { ...piece, x: -y, y: x } : piece
}

/** A picture's entry stands in a file in plain letters, whatever else is packed. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s?\/Image/u.test(new TextDecoder('latin1').decode(bytes))
}

/** In points: what is smaller is a line or an ornament. */
const SMALLEST_PICTURE = 20
/** A picture of the whole page lies behind recognised text: it is the page itself. */
const WHOLE_PAGE = 0.8

/** The middles of the pictures of a page, from top to bottom. */
async function picturesOn(page: PDFPageProxy): Promise<readonly number[]> {
  const { OPS } = await loadPdfJs()
  const paintsPicture = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject])
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: number[] = []
  const saved: (readonly number[])[] = []
  let matrix: readonly number[] = [1, 0, 0, 1, 0, 0]
  for (const [at, operation] of fnArray.entries()) {
    const args: unknown = argsArray[at]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    if (operation === OPS.transform) matrix = multiplied(matrix, numbersIn(args))
    if (operation === OPS.paintFormXObjectBegin)
      matrix = multiplied(matrix, numbersIn(Array.isArray(args) ? args[0] : null))
    if (!paintsPicture.has(operation)) continue
    const [a = 0, b = 0, c = 0, d = 0, , y = 0] = matrix
    const [width, height] = [Math.hypot(a, b), Math.hypot(c, d)]
    const area = (width * height) / ((page.view[2] ?? 1) * (page.view[3] ?? 1))
    if (width > SMALLEST_PICTURE && height > SMALLEST_PICTURE && area < WHOLE_PAGE)
      found.push(y + (b + d) / 2)
  }
  return found.sort((one, other) => other - one)
}

function numbersIn(args: unknown): readonly number[] {
  const numbers =
    args && typeof args === 'object' ? Object.values(args).filter((one) => typeof one === 'number') : []
  return numbers.length === 6 ? numbers : [1, 0, 0, 1, 0, 0]
}

function multiplied(one: readonly number[], other: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
