import { loadPdfJs } from '../../src/document/readers/pdf-js.ts'

/** All words of each page of a PDF, its margins too, without white space. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfJs()
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    const words = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push(words.normalize('NFKC').replace(/\s/g, ''))
  }
  await file.destroy()
  return pages
}
