import { Fault } from '../fault.ts'
import type { Format, InputFile } from './source.ts'

/** What a file is, told by how its bytes begin; between kinds of text, also by its extension. */
export function formatOf({ name, bytes }: InputFile): Format {
  const beginning = String.fromCharCode(...bytes.subarray(0, 2048))
  if (beginning.startsWith('PK\x03\x04')) return 'docx'
  if (/^[\s\xef\xbb\xbf]{0,16}%PDF-/u.test(beginning)) return 'pdf'
  refuseForeign(name, beginning)
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const ascii = beginning.replaceAll('\0', '')
  if (PAGE.test(ascii) || (/^(?:html?|xhtml)$/u.test(extension) && ascii.includes('<'))) return 'html'
  return /^(?:md|markdown)$/u.test(extension) ? 'markdown' : 'text'
}

/** How a page begins, whatever its file is called; what stands before may be a mark of the encoding or of XML. */
const PAGE =
  /^[\s\xef\xbb\xbf\xfe\xff]{0,40}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head|body)[\s>]/iu

/** Formats that people take for one of ours, with what to do about each. */
const FOREIGN: readonly (readonly [beginning: string, advice: string])[] = [
  [
    '\xd0\xcf\x11\xe0',
    'this is an old .doc file or is protected by a password; open it in Word or WPS, save it as .docx without a password and try that',
  ],
  ['{\\rtf', 'this is an RTF file; open it in Word or WPS, save it as .docx and try that'],
  ['\x89PNG', 'this is a picture; have its text recognised, save that as .docx or .txt and try that'],
  ['\xff\xd8\xff', 'this is a picture; have its text recognised, save that as .docx or .txt and try that'],
  ['GIF8', 'this is a picture; have its text recognised, save that as .docx or .txt and try that'],
  ['Rar!', 'this is an archive; unpack it and try the document that is in it'],
  ['7z\xbc\xaf', 'this is an archive; unpack it and try the document that is in it'],
]

function refuseForeign(file: string, beginning: string): void {
  const found = FOREIGN.find(([sign]) => beginning.startsWith(sign))
  if (found) throw new Fault(found[1], { file })
}
