import { Fault } from '../fault.ts'
import type { InputFile } from './source.ts'

/** Control characters that no text has; a file with any of them is something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const BINARY = /[\x00-\x08\x0e-\x1f\x7f]/u

/** Frequent in any Chinese text, simplified or traditional: the wrong decoding has hardly any of them. */
const FREQUENT = /[的一是不在有和人中大上以要用，。、]/gu

/**
 * The text of a file in UTF-8, UTF-16, GB18030 (which holds GBK and GB2312) or Big5, told apart by
 * the bytes. Line ends become `\n`, a byte order mark is dropped; nothing else is changed.
 *
 * @param declared an encoding that the file itself names, believed when the bytes are not UTF-8
 * @throws Fault when no encoding fits
 */
export function decodeText({ name, bytes }: InputFile, declared?: string): string {
  const text = decodeUnicode(name, bytes) ?? decodeNational(bytes, declared)
  if (text === null || BINARY.test(text)) {
    const advice =
      'this is no text in UTF-8, UTF-16, GB18030 or Big5; save the document as .docx or .txt and try again'
    throw new Fault(advice, { file: name })
  }
  return text.replace(/\r\n?/gu, '\n')
}

function decodeUnicode(name: string, bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const wide = wideWithoutMark(bytes)
  if (wide) return decodeAs(wide, bytes)
  const text = decodeAs('utf-8', bytes)
  if (text === null) refuseDamaged(name, bytes)
  return text
}

/** Most bytes of a damaged UTF-8 file still say that it is one; read as anything else it would be gibberish. */
function refuseDamaged(name: string, bytes: Uint8Array): void {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const damaged = lenient.match(/\ufffd/gu)?.length ?? 0
  const sound = lenient.match(/[\u0080-\ufffc]/gu)?.length ?? 0
  if (damaged * 20 >= sound) return
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length
  throw new Fault('the UTF-8 text is damaged here; save the document once more and try again', {
    file: name,
    line,
  })
}

function decodeNational(bytes: Uint8Array, declared: string | undefined): string | null {
  const ofFile = declared === undefined ? null : decodeAs(declared, bytes)
  if (ofFile !== null) return ofFile
  const [best] = ['gb18030', 'big5']
    .map((encoding) => decodeAs(encoding, bytes))
    .filter((text) => text !== null)
    .sort((one, other) => frequent(other) - frequent(one))
  return best ?? null
}

function frequent(text: string): number {
  return text.slice(0, 20_000).match(FREQUENT)?.length ?? 0
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without its mark shows in line ends, spaces and digits: the other byte of each is zero. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null
  const isPlain = (byte: number): boolean =>
    byte === 0x0a || byte === 0x0d || byte === 0x20 || (byte >= 0x30 && byte <= 0x39)
  let little = 0
  let big = 0
  for (let at = 0; at + 1 < Math.min(bytes.length, 4096); at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (second === 0 && isPlain(first)) little++
    if (first === 0 && isPlain(second)) big++
  }
  if (little > big * 4) return 'utf-16le'
  return big > little * 4 ? 'utf-16be' : null
}
