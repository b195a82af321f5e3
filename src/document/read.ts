import { Fault } from '../fault.ts'
import { formatOf } from './format.ts'
import { readDocx } from './readers/docx.ts'
import { readHtml } from './readers/html.ts'
import { readMarkdown } from './readers/markdown.ts'
import { readPdf } from './readers/pdf.ts'
import { readText } from './readers/text.ts'
import type { Format, InputFile, SourceText } from './source.ts'

const READERS: Readonly<Record<Format, (file: InputFile) => SourceText | Promise<SourceText>>> = {
  text: readText,
  markdown: readMarkdown,
  docx: readDocx,
  html: readHtml,
  pdf: readPdf,
}

/**
 * The text of a file, and what its format says of the layout. The format is told by what the bytes
 * are, and by the extension only between plain text, Markdown and HTML. Reads nothing but these bytes.
 *
 * @throws Fault when the file cannot be read or has no words
 */
export async function readDocument(file: InputFile): Promise<SourceText> {
  if (file.bytes.length === 0) {
    throw new Fault('this file is empty; save the document once more and try again', { file: file.name })
  }
  const source = await READERS[formatOf(file)](file)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(source.text)) {
    throw new Fault('there are no words in this file; a scanned page needs text recognition first', {
      file: file.name,
    })
  }
  return source
}
