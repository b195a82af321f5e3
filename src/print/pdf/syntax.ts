/**
 * What PDF files and their content streams are written in (ISO 32000-1, 7.2 and 7.3). Names keep their slash, `/Font`;
 * other strings are keywords and operators.
 */
export type Value = number | string | Bytes | Ref | Dict | readonly Value[]
export type Dict = ReadonlyMap<string, Value>

/** A string of bytes, each a character of U+0000 to U+00FF. */
export interface Bytes {
  readonly bytes: string
}

/** A reference to an object by its number. */
export interface Ref {
  readonly ref: number
}

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map
export const isRef = (value: Value | undefined): value is Ref => typeof value === 'object' && 'ref' in value
export const isBytes = (value: Value | undefined): value is Bytes =>
  typeof value === 'object' && 'bytes' in value

const token =
  /(?:[\s\0]|%[^\r\n]*(?![^\r\n]))*(?:(<<|>>|[[\](])|<([\da-fA-F\s]*)>|(\/[^\s\0()<>[\]{}/%]*)|([^\s\0()<>[\]{}/%]+))/y
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads one value after another out of a text, from an offset on. */
export class Scanner {
  readonly #text: string
  at: number

  constructor(text: string, at = 0) {
    this.#text = text
    this.at = at
  }

  /** The next value or operator; undefined at the end. */
  next(): Value | undefined {
    token.lastIndex = this.at
    const found = token.exec(this.#text)
    if (!found) return undefined
    this.at = token.lastIndex
    const [, mark, hex, name, word = ''] = found
    if (mark === '[') return this.#upTo(']')
    if (mark === '<<') {
      const values = this.#upTo('>>')
      const dict = new Map<string, Value>()
      for (let i = 0; i + 1 < values.length; i += 2)
        dict.set(String(values[i]).slice(1), values[i + 1] ?? 'null')
      return dict
    }
    if (mark === '(') return { bytes: this.#literal() }
    if (mark !== undefined) return mark
    if (hex !== undefined) return { bytes: fromHex(hex) }
    if (name !== undefined) return name
    return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : word
  }

  #upTo(end: string): Value[] {
    const values: Value[] = []
    for (let value = this.next(); value !== undefined && value !== end; value = this.next())
      if (value === 'R') {
        values.pop()
        values.push({ ref: Number(values.pop()) })
      } else values.push(value)
    return values
  }

  #literal(): string {
    let text = ''
    for (let depth = 1; this.at < this.#text.length; ) {
      const character = this.#text[this.at++] ?? ''
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at, this.at + 3))?.[0]
        const next = this.#text[this.at] ?? ''
        text += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (escapes[next] ?? next.trim())
        this.at += octal?.length ?? 1
        continue
      }
      if (character === '(') depth++
      else if (character === ')' && --depth === 0) break
      text += character
    }
    return text
  }
}

function fromHex(hex: string): string {
  const digits = hex.replace(/\s/g, '')
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
}

/** A value as it is written. */
export function write(value: Value): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (isRef(value)) return `${value.ref} 0 R`
  if (isBytes(value)) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
  if (isDict(value)) return `<<${[...value].map(([name, one]) => `/${name} ${write(one)}`).join('\n')}>>`
  return `[${(value as readonly Value[]).map(write).join(' ')}]`
}

/** A text as strings outside of pages have it. */
export function textBytes(text: string): Bytes {
  return { bytes: `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}` }
}
