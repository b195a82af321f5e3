import { Fault } from '../fault.ts'
import type { Format, InputFile } from './source.ts'

/** What a file is, told by how its bytes begin; between kinds of text, also by its extension. */
export function formatOf({ name, bytes }: InputFile): Format {
  const beginning = String.fromCharCode(...bytes.subarray(0, 2048))
  if (beginning.startsWith('PK\x03\x04')) return 'docx'
  if (/^[\s\xef\xbb\xbf]{0,16}%PDF-/u.test(beginning)) return 'pdf'
  refuseForeign(name, bytes, beginning)
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const ascii = beginning.replaceAll('\0', '')
  if (PAGE.test(ascii) || (/^(?:html?|xhtml)$/u.test(extension) && ascii.includes('<'))) return 'html'
  return /^(?:md|markdown)$/u.test(extension) ? 'markdown' : 'text'
}

/** How a page begins, whatever its file is called; what stands before may be a mark of the encoding or of XML. */
const PAGE =
  /^[\s\xef\xbb\xbf\xfe\xff]{0,40}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head|body)[\s>]/iu

/** Formats that people take for one of ours, by how they begin, with what to do about each. */
const FOREIGN: readonly (readonly [
  beginning: RegExp,
  advice: 'rtf' | 'picture' | 'archive' | 'film' | 'program',
])[] = [
  [/^\{\\rtf/u, 'rtf'],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/u,
    'picture',
  ],
  [/^BM[\s\S]{4}\0\0\0\0/u, 'picture'],
  [/^(?:Rar!|7z\xbc\xaf|BZh|.\x8b.\0)/u, 'archive'],
  [/^(?:[\s\S]{4}ftyp|ID3|RIFF[\s\S]{4}(?:AVI |WAVE)|OggS)/u, 'film'],
  [/^(?:MZ|.ELF)/u, 'program'],
]

/** The container of old Word, WPS and Excel files, and of those under a password. */
const OLE = '\xd0\xcf\x11\xe0'

function refuseForeign(file: string, bytes: Uint8Array, beginning: string): void {
  if (beginning.startsWith(OLE)) {
    const locked = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
    throw new Fault((say) => (locked ? say.locked : say.oldOffice), { file })
  }
  const found = FOREIGN.find(([sign]) => sign.test(beginning))
  if (found) throw new Fault((say) => say[found[1]], { file })
}
