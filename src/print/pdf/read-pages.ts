import { loadPdfJs } from '../../document/readers/pdf-js.ts'

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

/**
 * Reads the words of a PDF, page by page, in the order in which they are painted. Only what is marked as part of the
 * document counts (ISO 32000-1, 14.8.2.2): running heads and page numbers do not.
 */
export async function readPages(bytes: Uint8Array): Promise<PageText[]> {
  const { getDocument, OPS } = await loadPdfJs()
  const pictures: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ])
  const task = getDocument({
    // What it is given it keeps.
    data: new Uint8Array(bytes),
    useWorkerFetch: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const file = await task.promise
    const pages: PageText[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      let depth = 0
      let words = ''
      for (const item of items) {
        if (!('str' in item)) depth += item.type === 'endMarkedContent' ? -1 : 1
        else if (depth) words += item.str
      }
      const text = comparable(words)
      const blank = !text && !(await page.getOperatorList()).fnArray.some((painted) => pictures.has(painted))
      pages.push({ text, blank })
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}
