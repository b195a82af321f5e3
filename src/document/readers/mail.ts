import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { bytesOfBase64 } from './base64.ts'
import { isEncoding, readPage } from './html.ts'
import { readText } from './text.ts'

/** Parts within parts are read to this depth. */
const DEEPEST = 10
const MOST_PARTS = 2000

/** A part of a mail or of a saved page, without the parts in it. */
interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * A mail (`.eml`): its subject as the title, sender and date below it, then its text. What is attached is told.
 *
 * @throws Fault when it has no text or its encoding can't be told
 */
export function readMail(file: InputFile): SourceText {
  const parts = partsOf(file.bytes)
  const head = parts[0]?.headers ?? new Map<string, string>()
  const body = textPart(file, parts)
  const writer = new SourceWriter()
  const subject = decodeWords(head.get('subject') ?? '')
  const from = decodeWords(head.get('from') ?? '').replace(/(?<!\s)\s*<[^<>]*>\s*$/u, '')
  if (subject !== '') writer.write(subject, { title: true })
  if (from !== '') writer.write(from, { told: 'byline' })
  if (head.has('date')) writer.write(head.get('date') ?? '', { told: 'date' })
  writer.append(body)
  for (const { headers, type, bytes } of parts) {
    const name = attachedName(headers)
    if (name !== '' && bytes.length > 0 && !(type.startsWith('image/') && headers.has('content-id')))
      writer.leaveOut('attachment', name)
  }
  return writer.finish(file.name, 'mail')
}

/** A page as browsers save it in one file (`.mht`): the page, with the pictures that came with it. */
export function readSavedPage(file: InputFile): SourceText {
  return { ...textPart(file, partsOf(file.bytes)), format: 'saved-page' }
}

/** The page among the parts, or else the plain text. */
function textPart(file: InputFile, parts: readonly Part[]): SourceText {
  const own = parts.filter(
    ({ headers }) => !/^\s*attachment/iu.test(headers.get('content-disposition') ?? ''),
  )
  const page = own.find(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/u.test(type))
  const plain = own.find(({ type }) => type === 'text/plain')
  const chosen = page ?? plain
  if (!chosen) throw new Fault((say) => say.mailWithoutText, { file: file.name })
  const inner = { name: file.name, bytes: inUtf8(file.name, chosen) }
  return page ? readPage(inner, pictures(parts)) : readText(inner)
}

function pictures(parts: readonly Part[]): (address: string) => Uint8Array | null {
  const byAddress = new Map<string, Uint8Array>()
  for (const { headers, bytes } of parts) {
    const id = headers.get('content-id')?.replace(/^<|>$/gu, '')
    const location = headers.get('content-location')
    if (id) byAddress.set(`cid:${id}`, bytes)
    if (location) byAddress.set(location.trim(), bytes)
  }
  return (address) => byAddress.get(address) ?? null
}

function inUtf8(file: string, { headers, bytes }: Part): Uint8Array {
  const charset = parameter(headers.get('content-type') ?? '', 'charset')
  const text = decodeText({ name: file, bytes }, charset !== '' && isEncoding(charset) ? charset : undefined)
  return new TextEncoder().encode(`\ufeff${text}`)
}

/** All parts that hold something, the whole itself first. */
function partsOf(bytes: Uint8Array): readonly Part[] {
  const parts: Part[] = []
  const collect = (text: string, depth: number): void => {
    const { headers, body } = headersAndBody(text)
    const type = (headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? ''
    const boundary = parameter(headers.get('content-type') ?? '', 'boundary')
    const isWhole = type.startsWith('multipart/') && boundary !== ''
    if (parts.length < MOST_PARTS) {
      parts.push({ headers, type, bytes: isWhole ? new Uint8Array() : decoded(headers, body) })
    }
    if (!isWhole || depth >= DEEPEST) return
    const pieces = `\n${body}`.split(`\n--${boundary}`)
    for (const piece of pieces.slice(1, MOST_PARTS)) {
      if (piece.startsWith('--')) break
      collect(piece.replace(/^[^\n]{0,80}\n/u, ''), depth + 1)
    }
  }
  collect(binaryText(bytes).replace(/\r\n?/gu, '\n'), 0)
  return parts
}

function headersAndBody(text: string): { headers: ReadonlyMap<string, string>; body: string } {
  const headers = new Map<string, string>()
  let at = 0
  let name = ''
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    at = end < 0 ? text.length : end + 1
    if (line.trim() === '') break
    if (/^[ \t]/u.test(line)) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      name = line.slice(0, Math.max(colon, 0)).toLowerCase().trim()
      if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
    }
  }
  return { headers, body: text.slice(at) }
}

function decoded(headers: ReadonlyMap<string, string>, body: string): Uint8Array {
  const way = headers.get('content-transfer-encoding')?.toLowerCase()
  if (way === 'base64') return bytesOfBase64(body)
  return textBytes(way === 'quoted-printable' ? quotedPrintable(body) : body)
}

function quotedPrintable(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]*=[ \t]*\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** `=?utf-8?B?6YCa55+l?=` */
function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(
      /=\?([\w-]{2,30})(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/giu,
      (all, charset: string, way: string, words: string) => {
        const bytes =
          way.toLowerCase() === 'b'
            ? bytesOfBase64(words)
            : textBytes(quotedPrintable(words.replace(/_/gu, ' ')))
        return isEncoding(charset) ? new TextDecoder(charset).decode(bytes) : all
      },
    )
    .trim()
}

function attachedName(headers: ReadonlyMap<string, string>): string {
  const disposition = headers.get('content-disposition') ?? ''
  const name = parameter(disposition, 'filename') || parameter(headers.get('content-type') ?? '', 'name')
  if (/^\s*attachment/iu.test(disposition) || name !== '') return decodeWords(name) || 'attachment'
  return ''
}

function parameter(header: string, name: string): string {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]{0,300})"|([^;\\s]{1,300}))`, 'iu').exec(header) ?? []
  const value = quoted ?? plain ?? ''
  const encoded = /^([\w-]{2,20})'[^']*'(.*)$/u.exec(value)
  try {
    return encoded ? decodeURIComponent(encoded[2] ?? '') : value
  } catch {
    return value
  }
}

/** Each byte as one sign, for what is cut by its signs of ASCII. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return pieces.join('')
}

function textBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
}
