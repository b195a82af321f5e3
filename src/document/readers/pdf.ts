import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Fault } from '../../fault.ts'
import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import type { ReadingHelp } from './part.ts'
import { type PdfPage, pageLines, type TextPiece } from './pdf-lines.ts'
import { pdfParagraphs } from './pdf-paragraphs.ts'

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
  // pdf.js reads in this thread, which is nobody's window.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  let lacking = false
  const load = async (name: string): Promise<Uint8Array> => {
    // Without shapes words are words all the same.
    lacking ||= !pdfTables && name.startsWith('cmaps/')
    return pdfTables ? pdfTables(name) : Promise.reject(new Error(`no ${name}`))
  }
  const task = getDocument({
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
  try {
    const pages = await textPages(await task.promise, file.name)
    if (lacking) throw new Fault((say) => say.pdfTables, { file: file.name })
    const writer = new SourceWriter()
    for (const { words, layout } of pdfParagraphs(pages)) writer.write(words, layout)
    return writer.finish(file.name, 'pdf')
  } catch (error) {
    throw error instanceof Fault ? error : new Fault((say) => say[advice(error)], { file: file.name })
  } finally {
    await task.destroy()
  }
}

function advice(error: unknown): 'pdfLocked' | 'pdfDamaged' {
  if (error instanceof Error && error.name === 'PasswordException') {
    return 'pdfLocked'
  }
  return 'pdfDamaged'
}

async function textPages(document: PDFDocumentProxy, file: string): Promise<readonly PdfPage[]> {
  if (document.numPages > MOST_PAGES) {
    throw new Fault((say) => say.pdfPages(MOST_PAGES), { file })
  }
  const until = Date.now() + LONGEST_READING
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    if (Date.now() > until) throw new Fault((say) => say.pdfSlow, { file })
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item): readonly TextPiece[] =>
      'str' in item
        ? [
            {
              words: item.str,
              x: item.transform[4],
              y: item.transform[5],
              width: item.width,
              size: item.height,
            },
          ]
        : [],
    )
    pages.push({ width: page.view[2] ?? 0, lines: pageLines(pieces) })
    page.cleanup()
  }
  return pages
}
