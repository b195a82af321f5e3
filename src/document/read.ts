import { Fault } from '../fault.ts'
import { formatOf } from './format.ts'
import { readText } from './readers/text.ts'
import type { Format, InputFile, SourceText } from './source.ts'

type Reader = (file: InputFile) => SourceText | Promise<SourceText>

/** Each library is loaded when a file of its format comes: plain text need not wait for that of PDF. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => readText,
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  html: async () => (await import('./readers/html.ts')).readHtml,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
}

const NO_WORDS: Partial<Record<Format, string>> = {
  pdf: 'there is no text in this PDF, only pictures of it; have its text recognised and try that',
  docx: 'there is no text in this document; if it is a scan, have its text recognised and try that',
}

/**
 * The text of a file, and what its format says of the layout. The format is told by what the bytes
 * are, and by the extension only between plain text, Markdown and HTML. Reads nothing but these bytes.
 *
 * @throws Fault when the file cannot be read or has no words
 */
export async function readDocument(file: InputFile): Promise<SourceText> {
  if (file.bytes.length === 0) {
    throw new Fault('the file is empty; save the document once more and try again', { file: file.name })
  }
  const read = await READERS[formatOf(file)]()
  const source = await read(file)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(source.text)) {
    const what = NO_WORDS[source.format] ?? 'there are no words in this file; check that it is the right one'
    throw new Fault(what, { file: file.name })
  }
  return source
}
