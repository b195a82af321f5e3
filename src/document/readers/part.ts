import type { InputFile, SourceText } from '../source.ts'

/** Reads a document that stands within another, whatever its format. Files inside each other are read to a depth that no document has. */
export type ReadPart = (file: InputFile) => Promise<SourceText>
