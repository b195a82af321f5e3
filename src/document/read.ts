import { Fault } from '../fault.ts'
import { formatOf } from './format.ts'
import type { PdfTables, ReadingHelp } from './readers/part.ts'
import { readPlainDocument } from './readers/text.ts'
import type { Format, InputFile, SourceText } from './source.ts'

type Reader = (file: InputFile, help: ReadingHelp) => SourceText | Promise<SourceText>

/** Each library is loaded when a file of its format comes: plain text need not wait for that of PDF. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => readPlainDocument,
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  html: async () => (await import('./readers/html.ts')).readHtml,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
  doc: async () => (await import('./readers/doc.ts')).readDoc,
  'word-xml': async () => (await import('./readers/docx.ts')).readWordXml,
  rtf: async () => (await import('./readers/rtf.ts')).readRtf,
  odt: async () => (await import('./readers/odt.ts')).readOdt,
  fodt: async () => (await import('./readers/odt.ts')).readFlatOdt,
  pptx: async () => (await import('./readers/pptx.ts')).readPptx,
  epub: async () => (await import('./readers/epub.ts')).readEpub,
  mail: async () => (await import('./readers/mail.ts')).readMail,
  'saved-page': async () => (await import('./readers/mail.ts')).readSavedPage,
}

const NO_WORDS: Partial<Record<Format, 'noWordsInPdf' | 'noWordsInDocx'>> = {
  pdf: 'noWordsInPdf',
  docx: 'noWordsInDocx',
  doc: 'noWordsInDocx',
  rtf: 'noWordsInDocx',
  odt: 'noWordsInDocx',
}

/**
 * The text of a file, and what its format says of the layout. The format is told by what the bytes
 * are, and by the extension only between plain text, Markdown and HTML. Reads nothing but these bytes.
 *
 * @param pdfTables for PDFs whose Chinese fonts are not in the file
 * @throws Fault when the file cannot be read or has no words
 */
export async function readDocument(file: InputFile, pdfTables?: PdfTables): Promise<SourceText> {
  if (file.bytes.length === 0) {
    throw new Fault((say) => say.empty, { file: file.name })
  }
  const source = await readNested(file, 0, pdfTables)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(source.text)) {
    const what = NO_WORDS[source.format] ?? 'noWords'
    throw new Fault((say) => say[what], { file: file.name })
  }
  return source
}

/** Documents that stand within documents are read to this depth. */
const DEEPEST = 3

async function readNested(file: InputFile, depth: number, pdfTables?: PdfTables): Promise<SourceText> {
  if (depth > DEEPEST) {
    throw new Fault((say) => say.documentsWithin, { file: file.name })
  }
  const read = await READERS[formatOf(file)]()
  try {
    return await read(file, { readPart: (part) => readNested(part, depth + 1, pdfTables), pdfTables })
  } catch (error) {
    throw error instanceof Fault && !error.place ? new Fault(error.texts, { file: file.name }) : error
  }
}
