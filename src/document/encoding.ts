import { Fault } from '../fault.ts'
import type { InputFile } from './source.ts'

/** Control characters that no text has; a file with any of them is something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const BINARY = /[\x00-\x08\x0e-\x1f\x7f]/u
const BINARIES = new RegExp(BINARY, 'gu')

/** Frequent in any text of China, Japan or Korea: a wrong decoding has hardly any of them. */
const FREQUENT = /[的一是不在有和人中大上以要用，。、のにはをたがでてとしれさいる이다는을의에가은고한]/gu

/** Encodings of one country each, told apart by what is frequent in their texts. */
const NATIONAL = ['gb18030', 'big5', 'shift_jis', 'euc-kr']

const HIRAGANA = /[\u3041-\u3093]/gu
/** Japanese is at least so much hiragana, of all characters that are not ASCII; Chinese is next to none. */
const LEAST_HIRAGANA = 0.2

/** How a text lies in its file: what a person's file had is what it keeps when it is written again. */
export interface TextForm {
  /** As `TextDecoder` names it. */
  readonly encoding: string
  /** It begins with a byte order mark. */
  readonly mark: boolean
  /** What most of its lines end with. */
  readonly lineEnd: '\n' | '\r\n' | '\r'
}

/** The words of a file, its line ends `\n` and without a byte order mark, and how they lie in it. */
export interface TextFile {
  readonly text: string
  readonly form: TextForm
}

/** What a new file is. */
export const plainForm: TextForm = { encoding: 'utf-8', mark: false, lineEnd: '\n' }

/**
 * The text of a file in UTF-8, UTF-16, GB18030 (which holds GBK and GB2312), Big5, an encoding of Japan or
 * Korea, or Windows-1252 of western Europe, told apart by the bytes. Line ends become `\n`, a byte order mark is
 * dropped; nothing else is changed. What it returns, `encodeText` writes again.
 *
 * @param declared an encoding that the file itself names, believed when the bytes are not UTF-8
 * @throws Fault when no encoding fits
 */
export function readTextFile(file: InputFile, declared?: string): TextFile {
  const { text, form } = readWrittenText(file, declared)
  return { text: text.replace(/\r\n?/gu, '\n'), form }
}

/**
 * The same with its line ends as they are written, which may be mixed.
 *
 * @throws Fault when no encoding fits
 */
export function readWrittenText({ name, bytes }: InputFile, declared?: string): TextFile {
  const decoded = decodeUnicode(name, bytes) ?? decodeNational(bytes, declared)
  if (!decoded || (decoded.text.match(BINARIES)?.length ?? 0) * 20 > decoded.text.length) {
    throw new Fault((say) => say.noText, { file: name })
  }
  const { text, encoding } = decoded
  const mark = MARKED.get(encoding)?.every((byte, at) => bytes[at] === byte) ?? false
  return { text, form: { encoding, mark, lineEnd: lineEndOf(text) } }
}

/**
 * The text of a file as `readTextFile` has it.
 *
 * @throws Fault when no encoding fits, or with the line of a control character
 */
export function decodeText(file: InputFile, declared?: string): string {
  const { text } = readTextFile(file, declared)
  const binary = text.search(BINARY)
  if (binary < 0) return text
  throw new Fault((say) => say.controlCharacter, {
    file: file.name,
    line: text.slice(0, binary).split('\n').length,
  })
}

/** The byte order marks. */
export const MARKED: ReadonlyMap<string, readonly number[]> = new Map([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])

function lineEndOf(text: string): TextForm['lineEnd'] {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const windows = count(/\r\n/gu)
  const unix = count(/\n/gu) - windows
  const old = count(/\r/gu) - windows
  if (windows > 0 && windows >= unix && windows >= old) return '\r\n'
  return old > unix ? '\r' : '\n'
}

interface Decoded {
  readonly encoding: string
  readonly text: string
}

function decodeUnicode(name: string, bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const wide = wideWithoutMark(bytes)
  if (wide) return decodeAs(wide, bytes)
  const decoded = decodeAs('utf-8', bytes)
  if (decoded === null) refuseDamaged(name, bytes)
  return decoded
}

/** Most bytes of a damaged UTF-8 file still say that it is one; read as anything else it would be gibberish. */
function refuseDamaged(name: string, bytes: Uint8Array): void {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const damaged = lenient.match(/\ufffd/gu)?.length ?? 0
  const sound = lenient.match(/[\u0080-\ufffc]/gu)?.length ?? 0
  if (damaged * 20 >= sound) return
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length
  throw new Fault((say) => say.damagedText, {
    file: name,
    line,
  })
}

function decodeNational(bytes: Uint8Array, declared: string | undefined): Decoded | null {
  const ofFile = declared === undefined ? null : decodeAs(declared, bytes)
  if (ofFile !== null) return ofFile
  if (isWestern(bytes)) return { encoding: 'windows-1252', text: decodeWestern(bytes) }
  const [best] = NATIONAL.flatMap((encoding) => decodeAs(encoding, bytes) ?? []).sort(
    (one, other) => frequent(other.text) - frequent(one.text),
  )
  if (!best) return null
  const japanese = best.encoding === 'gb18030' && isJapanese(best.text) ? decodeAs('euc-jp', bytes) : null
  return japanese ?? best
}

/** GB18030 has kana and punctuation in the same places as EUC-JP, only the characters between them are others. */
function isJapanese(text: string): boolean {
  const wide = text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0
  return (text.match(HIRAGANA)?.length ?? 0) >= wide * LEAST_HIRAGANA
}

/** Windows-1252 from 0x80 on, as far as it differs from Latin-1; Node's own decoder takes it for that. */
export const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWestern(bytes: Uint8Array): string {
  // Each byte is a character of its own.
  return new TextDecoder('utf-16le')
    .decode(Uint16Array.from(bytes))
    .replace(/[\u0080-\u009f]/gu, (sign) => WESTERN.charAt(sign.charCodeAt(0) - 0x80))
}

/** Letters with accents stand alone among plain ones; the bytes of other scripts come in pairs. */
function isWestern(bytes: Uint8Array): boolean {
  let wide = 0
  let alone = 0
  const isWide = (at: number): boolean => (bytes[at] ?? 0) >= 0x80
  for (let at = 0; at < Math.min(bytes.length, 100_000); at++) {
    if (!isWide(at)) continue
    wide++
    if (!isWide(at - 1) && !isWide(at + 1)) alone++
  }
  return wide > 0 && alone >= wide * 0.6 && wide * 5 < Math.min(bytes.length, 100_000)
}

function frequent(text: string): number {
  return text.slice(0, 20_000).match(FREQUENT)?.length ?? 0
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
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
