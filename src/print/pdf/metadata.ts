import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import { isRef, textBytes, type Value, write } from './syntax.ts'

const ours = textBytes('study-deck')
/** As it stands in a file. */
const creator = write(new Map([['Creator', ours]]))
  .slice(2, -2)
  .trim()

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
 * Writes metadata behind a PDF's own objects, as an update of the file (ISO 32000-1, 7.5.6). The same pages with the
 * same metadata are the same bytes.
 *
 * @param source what the PDF was printed from; its hash is the file's identifier
 */
export function withMetadata(file: PdfFile, metadata: Metadata, source: string): Buffer {
  const { title, author, subject, language, date } = metadata
  const { trailer } = file
  const root = trailer.get('Root')
  if (!isRef(root)) throw new Error('no catalogue')
  const when = { bytes: `D:${date.toISOString().replace(/[-:T]|\..*/g, '')}Z` }
  const info = new Map<string, Value>([
    ['Title', textBytes(title)],
    ['Author', textBytes(author)],
    ['Subject', textBytes(subject)],
    ['Creator', ours],
    ['Producer', file.dict(trailer.get('Info')).get('Producer') ?? textBytes('Chromium')],
    ['CreationDate', when],
    ['ModDate', when],
  ])
  const catalogue = new Map<string, Value>([
    ...file.dict(root),
    ['Lang', textBytes(language)],
    ['ViewerPreferences', new Map([['DisplayDocTitle', 'true']])],
  ])
  const size = Number(trailer.get('Size'))
  const hash = createHash('sha256').update(source).update(JSON.stringify(metadata)).digest()
  const id = { bytes: hash.toString('latin1', 0, 16) }

  const own = undated(file.bytes)
  let update = ''
  const entries = (
    [
      [root.ref, catalogue],
      [size, info],
    ] as const
  ).map(([number, value]) => {
    const offset = own.length + update.length + 1
    update += `\n${number} 0 obj\n${write(value)}\nendobj`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const end = new Map<string, Value>([
    ...trailer,
    ['Size', size + 1],
    ['Info', { ref: size }],
    ['ID', [id, id]],
    ['Prev', file.start],
  ])
  const start = own.length + update.length + 1
  update += `\nxref\n${entries.join('')}trailer\n${write(end)}\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([own, Buffer.from(update, 'latin1')])
}

/** Whether a PDF was exported by us before. */
export function isExported(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-') && bytes.includes(Buffer.from(creator, 'latin1'))
}

/** The dates that the browser wrote, which nobody reads any more, would make each print another file. */
function undated(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (const name of ['/CreationDate (D:', '/ModDate (D:']) {
    const at = copy.indexOf(name)
    if (at >= 0) copy.fill('0', at + name.length, at + name.length + 14, 'latin1')
  }
  return copy
}
