import {
  type ListLevel,
  LONGEST_NUMBER,
  MOST_LEVELS,
  NUMBER_FORMATS,
  type NumberedList,
} from './docx-numbering.ts'

/**
 * What a binary Word file says of its paragraphs and words, after "[MS-DOC]: Word (.doc) Binary File Format".
 * A property that is not there is not said.
 */
export interface DocProperties {
  readonly style?: number
  readonly heading?: number
  readonly centred?: boolean
  readonly inTable?: boolean
  readonly rowEnd?: boolean
  /** A cell of a table within a cell ends with the paragraph. */
  readonly innerEnd?: boolean
  readonly list?: number
  readonly depth?: number
  readonly bold?: boolean
  readonly hidden?: boolean
  readonly deleted?: boolean
  readonly special?: boolean
  readonly place?: 'above' | 'below' | 'line'
  readonly font?: number
  readonly symbol?: { readonly font: number; readonly code: number }
}

export interface DocStyle extends DocProperties {
  /** The number by which Word knows its own styles: 1 to 9 are headings. */
  readonly known: number
}

/** Half-open range of byte offsets, with what is said of the text there. */
interface DocRun {
  readonly start: number
  readonly end: number
  readonly properties: DocProperties
}

interface Piece {
  /** Counted in characters. */
  readonly start: number
  readonly end: number
  /** Where its first character is in the stream, in bytes. */
  readonly at: number
  readonly width: 1 | 2
}

/** Places of the pairs of offset and length in the file's head, from 0. */
const TABLES = {
  styles: 1,
  footnoteMarks: 2,
  footnotes: 3,
  commentMarks: 4,
  comments: 5,
  words: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  endnoteMarks: 46,
  endnotes: 47,
  lists: 73,
  listUses: 74,
}
type TableName = keyof typeof TABLES
const FIRST_PAIR = 0x9a
const PAGE = 512

/** Where each story of a file begins and ends, in characters. */
export type Story = 'text' | 'footnotes' | 'heads' | 'macros' | 'comments' | 'endnotes' | 'boxes'
const STORIES: readonly Story[] = ['text', 'footnotes', 'heads', 'macros', 'comments', 'endnotes', 'boxes']
const FIRST_LENGTH = 0x4c

/** A binary Word file opened: its characters, and what is said of each. */
export class DocFile {
  readonly #main: DataView
  readonly #table: DataView
  /** All stories one behind the other. */
  readonly text: string
  readonly #pieces: readonly Piece[]
  readonly #words: readonly DocRun[]
  readonly #paragraphs: readonly DocRun[]
  readonly styles: readonly (DocStyle | undefined)[]

  constructor(main: Uint8Array, table: Uint8Array) {
    this.#main = viewOf(main)
    this.#table = viewOf(table)
    this.#pieces = this.#readPieces()
    this.text = this.#pieces.map((piece) => this.#wordsOf(piece)).join('')
    this.#words = this.#readRuns('words')
    this.#paragraphs = this.#readRuns('paragraphs')
    this.styles = this.#readStyles()
  }

  /** What is said of the words at a character. */
  wordsAt(at: number): DocProperties {
    return this.#at(this.#words, at)
  }

  /** What is said of the paragraph that ends with a character. */
  paragraphAt(at: number): DocProperties {
    return this.#at(this.#paragraphs, at)
  }

  range(story: Story): { readonly start: number; readonly end: number } {
    let start = 0
    for (const name of STORIES) {
      const length = u32(this.#main, FIRST_LENGTH + STORIES.indexOf(name) * 4)
      if (name === story) return { start, end: Math.min(start + length, this.text.length) }
      start += length
    }
    return { start: 0, end: 0 }
  }

  /** Where marks stand in the text and where each note begins in its story, in characters. */
  places(
    marks: TableName,
    notes: TableName,
    size: number,
  ): ReadonlyMap<number, readonly [start: number, end: number]> {
    const texts = this.#positions(notes, 0)
    return new Map(
      this.#positions(marks, size)
        .slice(0, -1)
        .map((mark, at) => [mark, [texts[at] ?? 0, texts[at + 1] ?? 0]]),
    )
  }

  /** The names of fonts by their number. */
  fonts(): readonly string[] {
    const { start, end } = this.#place('fonts')
    const names: string[] = []
    for (let at = start + 4; at + 40 < end; at += u8(this.#table, at) + 1) {
      let name = ''
      for (let sign = at + 40; sign + 1 < end && u16(this.#table, sign) !== 0; sign += 2)
        name += String.fromCharCode(u16(this.#table, sign))
      names.push(name)
      if (u8(this.#table, at) === 0) break
    }
    return names
  }

  lists(): ReadonlyMap<string, NumberedList> {
    const { start, end } = this.#place('lists')
    const definitions = new Map<number, readonly ListLevel[]>()
    if (end <= start) return new Map()
    const count = u16(this.#table, start)
    let at = end
    for (let list = 0; list < count; list++) {
      const entry = start + 2 + list * 28
      const levels: ListLevel[] = []
      const isSimple = (u8(this.#table, entry + 26) & 1) === 1
      for (let depth = 0; depth < (isSimple ? 1 : MOST_LEVELS) && at < this.#table.byteLength; depth++) {
        const level = this.#levelAt(at)
        levels.push(level.level)
        at = level.end
      }
      definitions.set(u32(this.#table, entry), levels)
    }
    return this.#listUses(definitions)
  }

  #listUses(definitions: ReadonlyMap<number, readonly ListLevel[]>): ReadonlyMap<string, NumberedList> {
    const { start, end } = this.#place('listUses')
    const count = end > start ? Math.min(u32(this.#table, start), 10_000) : 0
    const lists = new Map<string, NumberedList>()
    let at = start + 4 + count * 16
    for (let use = 0; use < count; use++) {
      const entry = start + 4 + use * 16
      const id = u32(this.#table, entry)
      const levels = [...(definitions.get(id) ?? [])]
      const overrides = u8(this.#table, entry + 12)
      at += 4
      for (let override = 0; override < overrides && at + 8 <= this.#table.byteLength; override++) {
        const flags = u32(this.#table, at + 4)
        const depth = flags & 0xf
        const known = levels[depth]
        if ((flags & 0x10) !== 0 && known) levels[depth] = { ...known, start: u32(this.#table, at) }
        at += 8
        if ((flags & 0x20) === 0) continue
        const own = this.#levelAt(at)
        if (depth < MOST_LEVELS) levels[depth] = own.level
        at = own.end
      }
      lists.set(String(use + 1), { levels, abstract: overrides > 0 ? `${id} ${use}` : String(id) })
    }
    return lists
  }

  #levelAt(at: number): { readonly level: ListLevel; readonly end: number } {
    const table = this.#table
    const words = at + 28 + u8(table, at + 24) + u8(table, at + 25)
    const length = u16(table, words)
    let text = ''
    for (let sign = 0; sign < Math.min(length, LONGEST_NUMBER); sign++) {
      const code = u16(table, words + 2 + sign * 2)
      text += code < MOST_LEVELS ? `%${code + 1}` : String.fromCharCode(code)
    }
    const format = NUMBER_FORMATS[u8(table, at + 4)] ?? 'decimal'
    const legal = (u8(table, at + 5) & 4) !== 0
    return { level: { format, text, start: u32(table, at), legal }, end: words + 2 + length * 2 }
  }

  #place(name: TableName): { readonly start: number; readonly end: number } {
    const pair = FIRST_PAIR + TABLES[name] * 8
    const start = u32(this.#main, pair)
    const length = u32(this.#main, pair + 4)
    return start + length <= this.#table.byteLength ? { start, end: start + length } : { start: 0, end: 0 }
  }

  /** The character positions of a table whose entries have that many bytes. */
  #positions(name: TableName, size: number): readonly number[] {
    const { start, end } = this.#place(name)
    const count = Math.max(0, Math.floor((end - start - 4) / (4 + size)) + 1)
    return end > start ? Array.from({ length: count }, (_, at) => u32(this.#table, start + at * 4)) : []
  }

  #readPieces(): readonly Piece[] {
    const { start, end } = this.#place('pieces')
    let at = start
    while (at < end && u8(this.#table, at) === 1) at += 3 + u16(this.#table, at + 1)
    if (at >= end || u8(this.#table, at) !== 2) return []
    const first = at + 5
    const count = Math.floor((Math.min(u32(this.#table, at + 1), end - first) - 4) / 12)
    return Array.from({ length: Math.max(count, 0) }, (_, piece): Piece => {
      const place = u32(this.#table, first + (count + 1) * 4 + piece * 8 + 2)
      const isNarrow = (place & 0x40000000) !== 0
      return {
        start: u32(this.#table, first + piece * 4),
        end: u32(this.#table, first + piece * 4 + 4),
        at: isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff,
        width: isNarrow ? 1 : 2,
      }
    })
  }

  #wordsOf({ start, end, at, width }: Piece): string {
    const length = Math.max(0, Math.min(end - start, Math.floor((this.#main.byteLength - at) / width)))
    const bytes = new Uint8Array(this.#main.buffer, this.#main.byteOffset + at, length * width)
    return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
  }

  #at(runs: readonly DocRun[], character: number): DocProperties {
    const piece = this.#pieces[lastBefore(this.#pieces, character)]
    if (!piece || character >= piece.end) return NOTHING
    const place = piece.at + (character - piece.start) * piece.width
    const run = runs[lastBefore(runs, place)]
    return run && place < run.end ? run.properties : NOTHING
  }

  #readRuns(name: 'words' | 'paragraphs'): readonly DocRun[] {
    const { start, end } = this.#place(name)
    const count = Math.max(0, Math.floor((end - start - 4) / 8))
    const runs: DocRun[] = []
    for (let page = 0; page < count; page++) {
      const at = (u32(this.#table, start + (count + 1) * 4 + page * 4) & 0x3fffff) * PAGE
      if (at + PAGE > this.#main.byteLength) continue
      const of = u8(this.#main, at + PAGE - 1)
      for (let run = 0; run < of; run++) {
        const properties =
          name === 'words' ? this.#wordProperties(at, of, run) : this.#paragraphProperties(at, of, run)
        runs.push({
          start: u32(this.#main, at + run * 4),
          end: u32(this.#main, at + run * 4 + 4),
          properties,
        })
      }
    }
    return runs.sort((one, other) => one.start - other.start)
  }

  #wordProperties(page: number, of: number, run: number): DocProperties {
    const offset = u8(this.#main, page + (of + 1) * 4 + run) * 2
    if (offset === 0) return NOTHING
    const length = u8(this.#main, page + offset)
    return propertiesIn(this.#main, page + offset + 1, page + offset + 1 + length)
  }

  #paragraphProperties(page: number, of: number, run: number): DocProperties {
    const offset = u8(this.#main, page + (of + 1) * 4 + run * 13) * 2
    if (offset === 0) return NOTHING
    const words = u8(this.#main, page + offset)
    const [first, length] =
      words === 0
        ? [page + offset + 2, u8(this.#main, page + offset + 1) * 2]
        : [page + offset + 1, words * 2 - 1]
    return { style: u16(this.#main, first), ...propertiesIn(this.#main, first + 2, first + length) }
  }

  #readStyles(): readonly (DocStyle | undefined)[] {
    const { start, end } = this.#place('styles')
    if (end <= start) return []
    const table = this.#table
    const count = Math.min(u16(table, start + 2), 4095)
    const base = u16(table, start + 4)
    const own: (Omit<DocStyle, never> & { readonly above: number })[] = []
    let at = start + 2 + u16(table, start)
    const styles: (DocStyle | undefined)[] = []
    for (let index = 0; index < count && at + 2 <= end; index++) {
      const length = u16(table, at)
      if (length > 0) own[index] = this.#styleAt(at + 2, base)
      at += 2 + length + (length % 2)
    }
    const resolve = (index: number, depth: number): DocStyle | undefined => {
      const style = own[index]
      if (!style || depth > 20) return undefined
      const { above, ...said } = style
      return { ...resolve(above, depth + 1), ...said }
    }
    for (let index = 0; index < own.length; index++) styles[index] = resolve(index, 0)
    return styles
  }

  #styleAt(at: number, base: number): DocStyle & { readonly above: number } {
    const table = this.#table
    const known = u16(table, at) & 0xfff
    const kind = u16(table, at + 2) & 0xf
    const above = u16(table, at + 2) >> 4
    const parts = u16(table, at + 4) & 0xf
    let part = at + base + 2 + u16(table, at + base) * 2 + 2
    let properties: DocProperties = {}
    for (let one = 0; one < Math.min(parts, 3); one++) {
      part += (part - at) % 2
      const length = u16(table, part)
      // The first part of a paragraph's style names the style again.
      const skipped = kind === 1 && one === 0 ? 2 : 0
      properties = { ...properties, ...propertiesIn(table, part + 2 + skipped, part + 2 + length) }
      part += 2 + length
    }
    const { style: _, ...said } = properties
    return { ...said, known, above }
  }
}

const NOTHING: DocProperties = {}

/** The index of the last of what begins at or before a place; -1 where none does. */
function lastBefore(sorted: readonly { readonly start: number }[], place: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a list of single properties (`sprm`) says. */
function propertiesIn(view: DataView, start: number, end: number): DocProperties {
  let properties: DocProperties = {}
  for (let at = start; at + 3 <= Math.min(end, view.byteLength); ) {
    const code = u16(view, at)
    const length = operandLength(view, code, at + 2)
    properties = { ...properties, ...propertyOf(view, code, at + 2) }
    at += 2 + length
  }
  return properties
}

/** In bytes, by the three highest bits of the code. */
function operandLength(view: DataView, code: number, at: number): number {
  const kind = code >> 13
  if (kind === 6) {
    if (code === 0xd608) return u16(view, at) + 1
    return u8(view, at) + 1
  }
  return [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 1
}

function propertyOf(view: DataView, code: number, at: number): DocProperties {
  const isOn = u8(view, at) === 1 || u8(view, at) === 0x81
  // As the style has it.
  if (u8(view, at) === 0x80 && code >> 13 === 0) return {}
  switch (code) {
    case 0x4600:
      return { style: u16(view, at) }
    case 0x2403:
    case 0x2461:
      return { centred: u8(view, at) === 1 }
    case 0x2640:
      return u8(view, at) < 9 ? { heading: u8(view, at) + 1 } : {}
    case 0x2416:
      return { inTable: isOn }
    case 0x2417:
      return { rowEnd: isOn }
    case 0x244b:
    case 0x244c:
      return { innerEnd: isOn }
    case 0x460b:
      return { list: u16(view, at) }
    case 0x260a:
      return { depth: u8(view, at) }
    case 0x0835:
      return { bold: isOn }
    case 0x083c:
      return { hidden: isOn }
    case 0x0800:
      return { deleted: isOn }
    case 0x0855:
      return { special: isOn }
    case 0x2a48:
      return { place: u8(view, at) === 1 ? 'above' : u8(view, at) === 2 ? 'below' : 'line' }
    case 0x4a4f:
      return { font: u16(view, at) }
    case 0x6a09:
      return { symbol: { font: u16(view, at), code: u16(view, at + 2) } }
    default:
      return {}
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function u8(view: DataView, at: number): number {
  return at >= 0 && at < view.byteLength ? view.getUint8(at) : 0
}

function u16(view: DataView, at: number): number {
  return at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, true) : 0
}

function u32(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0
}
