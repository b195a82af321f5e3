import { inflateSync } from 'node:zlib'
import { type Dict, isBytes, isDict, isRef, Scanner, type Value } from './syntax.ts'

/** An object of a file; `stream` where it has one, decoded. */
export interface PdfObject {
  readonly value: Value
  readonly stream: string | null
}

/** A PDF as browsers write it: with a table of its objects, which are not packed. */
export class PdfFile {
  readonly bytes: Buffer
  readonly trailer: Dict
  /** Where the table of objects begins. */
  readonly start: number
  readonly #text: string
  readonly #offsets = new Map<number, number>()

  /** @throws Error where it is another kind of file */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.bytes.toString('latin1')
    const end = this.#text.lastIndexOf('startxref')
    this.start = Number(/\d+/.exec(this.#text.slice(end + 9, end + 40))?.[0])
    this.trailer = this.#readTable(this.start)
  }

  /** The newest table counts; those before it fill it up. */
  #readTable(start: number): Dict {
    const scan = new Scanner(this.#text, start)
    if (scan.next() !== 'xref') throw new Error('no table of objects')
    for (let first = scan.next(); first !== 'trailer'; first = scan.next()) {
      const count = Number(scan.next())
      if (typeof first !== 'number') throw new Error('a broken table of objects')
      for (let i = 0; i < count; i++) {
        const offset = Number(scan.next())
        scan.next()
        if (scan.next() === 'n' && !this.#offsets.has(first + i)) this.#offsets.set(first + i, offset)
      }
    }
    const trailer = scan.next()
    if (!isDict(trailer)) throw new Error('no trailer')
    const before = trailer.get('Prev')
    if (typeof before === 'number' && before < start) this.#readTable(before)
    return trailer
  }

  /** What a reference leads to; any other value as it is. */
  get(value: Value | undefined): Value | undefined {
    return isRef(value) ? this.object(value.ref).value : value
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    return isDict(found) ? found : new Map()
  }

  object(number: number): PdfObject {
    const offset = this.#offsets.get(number)
    if (offset === undefined) return { value: 'null', stream: null }
    const scan = new Scanner(this.#text, offset)
    // `12 0 obj`
    for (let i = 0; i < 3; i++) scan.next()
    const value = scan.next() ?? 'null'
    if (!isDict(value) || scan.next() !== 'stream') return { value, stream: null }
    const from = scan.at + (this.#text[scan.at] === '\r' ? 2 : 1)
    const data = this.bytes.subarray(from, from + Number(this.get(value.get('Length'))))
    const filter = this.get(value.get('Filter'))
    return { value, stream: (filter === '/FlateDecode' ? inflateSync(data) : data).toString('latin1') }
  }

  /** The pages in their order. */
  pages(): Dict[] {
    const found: Dict[] = []
    const visit = (node: Dict, inherited: Value | undefined, depth: number): void => {
      const resources = node.get('Resources') ?? inherited
      const kids = this.get(node.get('Kids'))
      if (!Array.isArray(kids)) found.push(resources ? new Map([...node, ['Resources', resources]]) : node)
      else if (depth < 50) for (const kid of kids) visit(this.dict(kid), resources, depth + 1)
    }
    visit(this.dict(this.dict(this.trailer.get('Root')).get('Pages')), undefined, 0)
    return found
  }

  /** What is written on a page. */
  content(page: Dict): string {
    const contents = page.get('Contents')
    const parts = Array.isArray(contents) ? contents : [contents]
    return parts.map((part) => (isRef(part) ? (this.object(part.ref).stream ?? '') : '')).join('\n')
  }

  /** A text of a dictionary outside of pages. */
  text(value: Value | undefined): string {
    const found = this.get(value)
    if (!isBytes(found)) return ''
    const { bytes } = found
    return bytes.startsWith('\xfe\xff')
      ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
      : bytes
  }
}
