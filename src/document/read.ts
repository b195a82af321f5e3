import { readText } from './readers/text.ts'
import type { InputFile, SourceText } from './source.ts'

export async function readDocument(file: InputFile): Promise<SourceText> {
  return readText(file)
}
