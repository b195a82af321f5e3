import { unzipSync } from 'fflate'
import { Fault } from '../fault.ts'
import type { FaultWords } from '../words.ts'
import type { Format, InputFile } from './source.ts'

/** What there is to say of a format that has no reader: a key of its words. */
type Advice = {
  readonly [Key in keyof FaultWords]: FaultWords[Key] extends string ? Key : never
}[keyof FaultWords]

/** What a file is, told by what its bytes are; between kinds of text, also by its extension. @throws Fault for a format without a reader */
export function formatOf({ name, bytes }: InputFile): Format {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4096))
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const refuse = (advice: Advice): never => {
    throw new Fault((say) => say[advice], { file: name })
  }
  if (beginning.startsWith('PK\x03\x04')) return packedFormat(bytes) ?? refuse(packedAdvice(bytes))
  if (/^[\s\xef\xbb\xbf]{0,16}%PDF-/u.test(beginning)) return 'pdf'
  if (beginning.startsWith(COMPOUND)) return 'doc'
  if (beginning.startsWith('{\\rtf')) return 'rtf'
  const foreign =
    FOREIGN.find(([sign]) => sign.test(beginning)) ?? EXTENSIONS.find(([sign]) => sign.test(extension))
  if (foreign) refuse(foreign[1])
  const ascii = beginning.replaceAll('\0', '')
  const marked = markedFormat(ascii, extension)
  if (marked === 'unknown') return refuse('unknownXml')
  if (marked) return marked
  if (isMail(ascii))
    return /^[\s\S]{0,4000}multipart\/related/iu.test(ascii) || /^mht/u.test(extension)
      ? 'saved-page'
      : 'mail'
  return /^(?:md|markdown)$/u.test(extension) || isMarkdown(ascii) ? 'markdown' : 'text'
}

/** A title in Markdown above a text without others, or headings, several, with text between them: where all lines have that sign, it is that of remarks. */
function isMarkdown(ascii: string): boolean {
  const lines = ascii.split(/\r?\n/u).filter((line) => line.trim() !== '')
  const headings = lines.filter(
    (line, at) => /^#{1,6}[ \t]+[^\s#]/u.test(line) && !/^#/u.test(lines[at + 1] ?? '#'),
  )
  const [first = '', second = ''] = lines
  const isTitled = /^# [^\s#]/u.test(first) && second !== '' && !/^(?:[-*] )?[\w-]{1,30}[ \t]?:/u.test(second)
  if (isTitled && lines.filter((line) => line.startsWith('#')).length === 1) return true
  const levels = headings.some((line) => line.startsWith('##'))
  return levels && headings.length >= 2 && headings.length * 2 <= lines.length
}

/** How an HTML page begins, whatever its file is called; what stands before may be a mark of the encoding or of XML. */
const PAGE =
  /^[\s\xef\xbb\xbf\xfe\xff]{0,40}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[\s\S]{0,500}?-->\s{0,20})?<(?:!doctype html|html|head|body)[\s>]/iu
const XML = /^[\s\xef\xbb\xbf\xfe\xff]{0,40}<(?:\?xml[\s?]|!DOCTYPE\s)/u
/** A piece of a page. */
const PIECE = /^[\s\xef\xbb\xbf]{0,40}<(?:p|div|section|article|table|h[1-6]|span|center|font|ul|ol)[\s>]/iu

function markedFormat(ascii: string, extension: string): Format | 'unknown' | null {
  if (PAGE.test(ascii) || (/^(?:html?|xhtml)$/u.test(extension) && ascii.includes('<'))) return 'html'
  if (PIECE.test(ascii) && (ascii.match(/<\//gu)?.length ?? 0) >= 3 && extension !== 'md') return 'html'
  if (!XML.test(ascii)) return null
  if (/<office:document\s/u.test(ascii)) return ascii.includes('opendocument.text') ? 'fodt' : 'unknown'
  return /<(?:\w+:)?wordDocument[\s>]|<pkg:package[\s>]/u.test(ascii) ? 'word-xml' : 'unknown'
}

/** The header of a mail, or of a page that a browser saved: lines of a name and a value. */
function isMail(ascii: string): boolean {
  const [head = ''] = ascii.replace(/\r\n?/gu, '\n').split('\n\n', 1)
  const lines = head.split('\n')
  const isHeader = (line: string): boolean => /^[A-Za-z][\w-]{1,40}:|^[ \t]/u.test(line)
  const whole = head.length < 4000 ? lines : lines.slice(0, -1)
  const known = lines.filter((line) =>
    /^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-(?:Type|Transfer-Encoding)|Received|Return-Path):/iu.test(
      line,
    ),
  )
  return (
    whole.every(isHeader) &&
    known.length >= 2 &&
    known.some((line) => /^(?:Content-|MIME|Message-ID|Received)/iu.test(line))
  )
}

/** The formats that are archives of parts, by the names of these. */
const PACKED: readonly (readonly [parts: RegExp, format: Format])[] = [
  [/^word\/|^_rels\/\.rels$/u, 'docx'],
  [/^ppt\//u, 'pptx'],
  [/^META-INF\/container\.xml$/u, 'epub'],
  [/^content\.xml$/u, 'odt'],
]
const PACKED_FOREIGN: readonly (readonly [parts: RegExp, advice: Advice])[] = [
  [/^OFD\.xml$/iu, 'ofd'],
  [/^xl\//u, 'workbook'],
  [/^Index\/|^Index\.zip$|^buildVersionHistory/u, 'iWork'],
  [/\.fdseq$/u, 'xps'],
]

function packedFormat(bytes: Uint8Array): Format | null {
  const names = namesIn(bytes)
  if (PACKED_FOREIGN.some(([sign]) => names.some((name) => sign.test(name)))) return null
  const mime = names[0] === 'mimetype' ? String.fromCharCode(...bytes.subarray(30, 120)) : ''
  if (/opendocument\.(?!text)/u.test(mime)) return null
  const found = PACKED.filter(([sign]) => names.some((name) => sign.test(name)))
  // What is cut off has no list of its parts; the reader says so.
  return names.length === 0
    ? 'docx'
    : ((found.find(([, format]) => format !== 'docx') ?? found[0])?.[1] ?? null)
}

function packedAdvice(bytes: Uint8Array): Advice {
  const names = namesIn(bytes)
  const found = PACKED_FOREIGN.find(([sign]) => names.some((name) => sign.test(name)))
  return found?.[1] ?? (names.includes('content.xml') ? 'otherOpenDocument' : 'archiveNotWord')
}

function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return []
  }
  return names
}

/** Formats that people take for one of ours, by how they begin, with what to do about each. */
const FOREIGN: readonly (readonly [beginning: RegExp, advice: Advice])[] = [
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif)|AT&TFORM)/u,
    'picture',
  ],
  [/^BM[\s\S]{4}\0\0\0\0/u, 'picture'],
  [/^(?:CAJ|HN|KDH )[\s\S]{0,60}\0/u, 'caj'],
  [/^(?:Founder CEB|CEBX)[\s\S]{0,60}\0/u, 'ceb'],
  [/^[\s\S]{60}(?:BOOKMOBI|TEXtREAd)/u, 'kindle'],
  [/^ITSF/u, 'helpFile'],
  [/^(?:Rar!|7z\xbc\xaf|BZh|.\x8b.\0)/u, 'archive'],
  [/^(?:[\s\S]{4}ftyp|ID3|RIFF[\s\S]{4}(?:AVI |WAVE)|OggS)/u, 'film'],
  [/^(?:MZ|.ELF)/u, 'program'],
  [/^%!PS/u, 'postScript'],
]

/** Formats whose files begin in too many ways. */
const EXTENSIONS: readonly (readonly [extension: RegExp, advice: Advice])[] = [
  [/^(?:caj|nh|kdh)$/u, 'caj'],
  [/^(?:ceb|cebx)$/u, 'ceb'],
  [/^(?:mobi|azw3?|kfx)$/u, 'kindle'],
  [/^(?:csv|tsv|json|yaml|yml|js|ts|css|py|java|sql|log)$/u, 'notDocument'],
]

/** The container of old Word, WPS, Excel and PowerPoint files, and of those under a password. */
const COMPOUND = '\xd0\xcf\x11\xe0'
