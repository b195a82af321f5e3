import { decodeText } from '../encoding.ts'
import type { InputFile, SourceText } from '../source.ts'

/** Plain text has no layout but its lines. */
export function readText(file: InputFile): SourceText {
  return { name: file.name, format: 'text', text: decodeText(file), layout: new Map(), images: [] }
}
