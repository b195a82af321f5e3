import { PdfFile } from './file.ts'
import { pageReader } from './text.ts'

/** A page as a reader's search sees it. */
export interface PageText {
  /** Its words as they are compared; see `comparable`. */
  readonly text: string
  /** Neither words nor a picture are on it. */
  readonly blank: boolean
}

/**
 * Words as they are compared: without white space, and compatibility forms as the characters they stand for, since a
 * PDF may name the same glyph 一 by its radical ⼀.
 */
export const comparable = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')

/** Reads the words of a PDF, page by page; running heads and page numbers are no part of them. */
export function readPages(file: PdfFile): PageText[] {
  const read = pageReader(file)
  return file.pages().map((page) => {
    const { words, hasPicture } = read(page)
    const text = comparable(words)
    return { text, blank: !text && !hasPicture }
  })
}

/** A PDF of a browser; one that packs its objects is unpacked. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  try {
    return new PdfFile(bytes)
  } catch {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    return new PdfFile(await document.save({ useObjectStreams: false }))
  }
}
