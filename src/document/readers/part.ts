import type { InputFile, SourceText } from '../source.ts'

/** Reads a document that stands within another, whatever its format. Files inside each other are read to a depth that no document has. */
export type ReadPart = (file: InputFile) => Promise<SourceText>

/** Loads a table of pdf.js by its name in that package: `cmaps/UniGB-UCS2-H.bcmap`. */
export type PdfTables = (name: string) => Promise<Uint8Array>

/** What a reader is given besides its file. */
export interface ReadingHelp {
  readonly readPart: ReadPart
  /** Of Chinese fonts that are not in the file. */
  readonly pdfTables: PdfTables | undefined
}
