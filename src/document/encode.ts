import { MARKED, type TextForm, WESTERN } from './encoding.ts'

/**
 * Writes a text as its file had it: the inverse of `readTextFile`. A text with characters that the file's encoding
 * lacks becomes UTF-8 with a byte order mark, which the editors that write such encodings read, too.
 *
 * @param text lines ended by `\n`
 */
export function encodeText(text: string, { encoding, mark, lineEnd }: TextForm): Uint8Array {
  const lines = lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd)
  const bytes = encodeAs(encoding, lines)
  if (!bytes) return withMark('utf-8', new TextEncoder().encode(lines))
  return mark ? withMark(encoding, bytes) : bytes
}

function withMark(encoding: string, bytes: Uint8Array): Uint8Array {
  const mark = MARKED.get(encoding) ?? []
  const marked = new Uint8Array(mark.length + bytes.length)
  marked.set(mark)
  marked.set(bytes, mark.length)
  return marked
}

function encodeAs(encoding: string, text: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeWide(text, encoding === 'utf-16le')
  const known = bytesOf(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const those = known.get(character)
    if (!those) return null
    bytes.push(...those)
  }
  return Uint8Array.from(bytes)
}

function encodeWide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** The bytes of every character of an encoding: the platform only reads it, so every pair of bytes is read once. */
function bytesOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const made = tables.get(encoding)
  if (made) return made
  const table = new Map<string, readonly number[]>()
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte])
  const decoder = new TextDecoder(encoding)
  const learn = (...bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    // Where two stand for one character, the first is the usual one.
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes)
  }
  if (encoding === 'windows-1252')
    for (let byte = 0x80; byte <= 0xff; byte++)
      table.set(WESTERN[byte - 0x80] ?? String.fromCharCode(byte), [byte])
  else
    for (let lead = 0x80; lead <= 0xff; lead++) {
      learn(lead)
      for (let trail = 0x40; trail <= 0xff; trail++) learn(lead, trail)
    }
  tables.set(encoding, table)
  return table
}
