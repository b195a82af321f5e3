import { Fault } from '../fault.ts'
import { wordsFor } from '../words.ts'
import { languageOf } from './language.ts'
import type { Format, LeftOut, LeftOutKind, LineLayout, SourceImage, SourceText } from './source.ts'

/** Formats other than plain text may hold them by mistake; they are no words, and no text may have them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f]/gu

/** What word processors write by themselves where a person described nothing. */
const FILE_NAME = /\.(?:png|jpe?g|gif|bmp|webp|svg|tiff?|emf|wmf)\s*$/iu

/** In UTF-16 units, and in lines: a longer text is a library, not a document, and takes minutes. */
const MOST_LETTERS = 5_000_000
const MOST_LINES = 100_000
/** In UTF-16 units. */
const LONGEST_TITLE = 300

/** @throws Fault for a text that is longer than any document */
export function refuseTooLong(letters: number, lines: number): void {
  if (letters > MOST_LETTERS || lines > MOST_LINES) throw new Fault((say) => say.textTooLong)
}

/** Puts a text together line by line, as the readers of formats other than plain text do. */
export class SourceWriter {
  readonly #lines: string[] = []
  readonly #layout = new Map<number, LineLayout>()
  readonly #images: SourceImage[] = []
  /** Which picture it is, from 1. */
  readonly #numbers = new Map<Uint8Array, number>()
  /** The lines of pictures without a description, and which picture it is. */
  readonly #undescribed = new Map<number, number>()
  readonly #leftOut: LeftOut[] = []
  readonly #titles: string[] = []
  #tables = 0
  #letters = 0

  /** Words with line ends in them become as many lines of the same layout; without words it is a blank line. */
  write(words: string, layout: LineLayout = {}): void {
    for (const line of words.replace(CONTROLS, '').split('\n')) {
      if (line.trim() !== '' && Object.keys(layout).length > 0) this.#layout.set(this.#lines.length, layout)
      this.#lines.push(line.trimEnd())
      this.#letters += line.length
    }
    refuseTooLong(this.#letters, this.#lines.length)
  }

  /** A table, one line a row, its cells parted by tabs. */
  writeTable(rows: readonly (readonly string[])[]): void {
    const table = this.#tables++
    for (const row of rows) {
      const words = row.map((cell) => cell.replace(CONTROLS, '').replace(/\s+/gu, ' ').trim())
      const line = words.join('\t').trim()
      // Empty cells at either end leave nothing in the line.
      let at = -words.join('\t').search(/\S/u)
      const cells = words.map((cell) => {
        const place = (column: number): number => Math.min(Math.max(column, 0), line.length)
        const range = [place(at), place(at + cell.length)] as const
        at += cell.length + 1
        return range
      })
      if (line !== '') this.write(line, { row: { table, cells } })
    }
  }

  /** An image on a line of its own: its description or, where it has none, which picture it is. */
  writeImage({ type, bytes }: Omit<SourceImage, 'name'>, description: string): void {
    const number = this.#numbers.get(bytes) ?? this.#numbers.size + 1
    const name = `image${number}.${type.slice('image/'.length)}`
    if (number > this.#numbers.size) this.#images.push({ name, type, bytes })
    this.#numbers.set(bytes, number)
    const words = FILE_NAME.test(description) ? '' : description.replace(/\s+/gu, ' ').trim()
    if (words === '') this.#undescribed.set(this.#lines.length, number)
    this.write(words === '' ? name : words, { image: name })
  }

  /** What the file says that it is called; its text need not say so. */
  entitle(title: string): void {
    if (title.trim() !== '') this.#titles.push(title.trim().slice(0, LONGEST_TITLE))
  }

  /** Something stood here that can't be taken over. */
  leaveOut(kind: LeftOutKind, words = ''): void {
    const said = words.replace(CONTROLS, '').replace(/\s+/gu, ' ').trim()
    this.#leftOut.push({ line: this.#lines.length - 1, kind, words: said })
  }

  /** All of another text, as it was read. */
  append({ text, layout, images, leftOut }: Omit<SourceText, 'name' | 'format'>): void {
    const first = this.#lines.length
    const tables = this.#tables
    for (const [at, line] of text.split('\n').entries()) {
      const { image: name, row, ...hints } = layout.get(at) ?? {}
      const image = images.find((one) => one.name === name)
      if (row) this.#tables = Math.max(this.#tables, tables + row.table + 1)
      if (image) this.writeImage(image, line)
      else this.write(line, { ...hints, ...(row ? { row: { ...row, table: tables + row.table } } : {}) })
    }
    for (const { line, kind, words } of leftOut) this.#leftOut.push({ line: first + line, kind, words })
  }

  finish(name: string, format: Format): SourceText {
    const { picture } = wordsFor(languageOf(this.#lines.join('\n'))).document
    for (const [line, number] of this.#undescribed) this.#lines[line] = picture(number)
    return {
      name,
      format,
      text: this.#lines.join('\n'),
      layout: this.#layout,
      titles: this.#titles,
      images: this.#images,
      leftOut: this.#leftOut,
    }
  }
}
