import { Fault } from '../../fault.ts'
import type { InputFile, SourceText } from '../source.ts'
export async function readPdf(file: InputFile): Promise<SourceText> {
  throw new Fault('PDF is not read yet', { file: file.name })
}
