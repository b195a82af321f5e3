import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as a reader's search sees it. */
export interface PageText {
  /** Its words without white space and without what repeats on each page (running heads, page numbers). */
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

/** Reads the text layer of a PDF, page by page. */
export async function readPages(pdf: Uint8Array): Promise<PageText[]> {
  // pdf.js takes the bytes it is given away from their owner.
  const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false, verbosity: 0 })
  try {
    const document = await task.promise
    const pages: PageText[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const text = comparable(await wordsOf(page))
      pages.push({ text, blank: !text && !(await hasPicture(page)) })
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** In a tagged PDF all that is part of the document is marked; what is not repeats on each page. */
async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const tagged = items.some((item) => !('str' in item))
  const marks: boolean[] = []
  let text = ''
  for (const item of items)
    if ('str' in item) text += !tagged || (marks.length && !marks.includes(true)) ? item.str : ''
    else if (item.type === 'endMarkedContent') marks.pop()
    else marks.push('tag' in item && item.tag === 'Artifact')
  return text
}

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((op) =>
    [
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
      OPS.constructPath,
    ].includes(op),
  )
}
