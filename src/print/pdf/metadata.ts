import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib'

const ours = 'study-deck'

/** What a reader's window and a search of files show of a PDF. */
export interface Metadata {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** BCP 47 tag. */
  readonly language: string
  readonly date: Date
}

/**
 * Writes metadata into a PDF. The same pages with the same metadata are the same bytes.
 *
 * @param source what the PDF was printed from; its hash is the file's identifier (ISO 32000-1, 14.4)
 */
export async function withMetadata(pdf: Uint8Array, metadata: Metadata, source: string): Promise<Uint8Array> {
  const { title, author, subject, language, date } = metadata
  // Its steps let a page draw in between: nobody sees one here.
  const file = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  })
  file.setTitle(title, { showInWindowTitleBar: true })
  file.setAuthor(author)
  file.setSubject(subject)
  file.setLanguage(language)
  file.setCreator(ours)
  file.setCreationDate(date)
  file.setModificationDate(date)
  const hash = createHash('sha256').update(source).update(JSON.stringify(metadata)).digest()
  const id = PDFHexString.of(hash.toString('hex', 0, 16))
  file.context.trailerInfo.ID = file.context.obj([id, id])
  // Unpacked, so that whoever looks for the creator finds it.
  return file.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY })
}

/** Whether a PDF was exported by us before. */
export function isExported(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return false
  const creator = `/creator ${PDFHexString.fromText(ours)}`.toLowerCase()
  return bytes.toString('latin1').toLowerCase().includes(creator)
}
