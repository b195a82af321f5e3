import { createHash } from 'node:crypto'
import { ParseSpeeds, PDFDocument, PDFHexString } from 'pdf-lib'

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
 * Gives a PDF of the browser its metadata, and packs its objects. The same pages with the same metadata are the same
 * bytes.
 *
 * @param source what the PDF was printed from; its hash is the file's identifier
 */
export async function finishPdf(pdf: Uint8Array, metadata: Metadata, source: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  const { title, author, subject, language, date } = metadata
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setAuthor(author)
  document.setSubject(subject)
  document.setLanguage(language)
  document.setCreator('study-deck')
  document.setCreationDate(date)
  document.setModificationDate(date)
  const id = createHash('sha256').update(source).update(JSON.stringify(metadata)).digest('hex').slice(0, 32)
  document.context.trailerInfo.ID = document.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  return document.save({ updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
}
