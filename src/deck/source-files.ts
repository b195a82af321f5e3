import type { Format, SourceText } from '../document/index.ts'

/** The document's own words, beside the slides that were derived from it. */
export const sourceName = 'source.txt'

/** What the document itself is called beside its slides, where it is not `source.txt` byte for byte. */
const originalNames: Readonly<Record<Format, string>> = {
  text: 'source.original.txt',
  markdown: 'source.md',
  docx: 'source.docx',
  html: 'source.html',
  pdf: 'source.pdf',
  doc: 'source.doc',
  'word-xml': 'source.xml',
  rtf: 'source.rtf',
  odt: 'source.odt',
  fodt: 'source.fodt',
  pptx: 'source.pptx',
  epub: 'source.epub',
  mail: 'source.eml',
  'saved-page': 'source.mht',
}

/** Whether a file of a deck's folder is the document rather than slides. */
export function isOriginal(name: string): boolean {
  return Object.values(originalNames).includes(name)
}

/**
 * The files that stand beside the slides: the text that was read from a document, in UTF-8; the document itself,
 * untouched; its pictures.
 *
 * @param bytes the document's own
 */
export function sourceFiles(bytes: Uint8Array, source: SourceText): ReadonlyMap<string, Uint8Array> {
  const isOwnText = source.format === 'text' && isUtf8(bytes)
  return new Map([
    [sourceName, isOwnText ? bytes : new TextEncoder().encode(source.text)],
    ...(isOwnText ? [] : [[originalNames[source.format], bytes] as const]),
    ...source.images.map((image) => [image.name, image.bytes] as const),
  ])
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
