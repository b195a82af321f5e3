import { type DeckFiles, slidesIn } from '../deck/deck-files.ts'
import { separatorsOf } from '../deck/dialect.ts'
import { sectionSources } from '../deck/foreign/sections.ts'
import { encodeText } from '../document/encode.ts'
import { plainForm, readWrittenText, type TextForm } from '../document/encoding.ts'
import { cutSlides } from '../markdown/cut.ts'
import type { Separators } from '../markdown/separators.ts'

/** A slide as it stands in its file. */
export interface EditedSlide {
  /** The same for as long as it is this slide, whatever becomes of its words. */
  readonly id: number
  /** What stands between it and the slide before: the separator and blank lines; '' for the first of a file. */
  readonly before: string
  /** From its first line with something on it to its last, line ends as they are written. */
  readonly text: string
}

/** A Markdown file of a deck; its parts, one behind another, are its text. */
export interface EditedFile {
  readonly name: string
  readonly form: TextForm
  /** Front matter and blank lines. */
  readonly opening: string
  readonly slides: readonly EditedSlide[]
  /** What stands behind the last slide. */
  readonly closing: string
  readonly separators: Separators
}

/**
 * A deck that is being edited. Every action makes a new one that shares what it does not change; undo is the list of
 * them.
 */
export interface DeckState {
  /** In the deck's order. */
  readonly files: readonly EditedFile[]
  /** What else its folder holds: the document, pictures, what derive remembers, the review. */
  readonly beside: DeckFiles
  /** The id of the next new slide. */
  readonly nextId: number
}

/** @throws Fault with file and line for front matter that is no list of settings */
export function openState(files: DeckFiles): DeckState {
  const names = slidesIn(files)
  let nextId = 1
  const opened = names.map((name): EditedFile => {
    const bytes = files.get(name) ?? new Uint8Array()
    const { text, form } = readWrittenText({ name, bytes })
    const file = cutFile(name, text, form, () => nextId++)
    return file
  })
  const beside = new Map([...files].filter(([name]) => !names.includes(name)))
  return { files: opened, beside, nextId }
}

/** The files of the deck's folder, byte for byte where nothing was changed. */
export function filesOf({ files, beside }: DeckState): DeckFiles {
  return new Map([...files.map((file) => [file.name, bytesOf(file)] as const), ...beside])
}

const written = new WeakMap<EditedFile, Uint8Array>()

/** A file as it is written. */
export function bytesOf(file: EditedFile): Uint8Array {
  const known = written.get(file)
  if (known) return known
  const bytes = encodeText(textOfFile(file), { ...file.form, lineEnd: '\n' })
  written.set(file, bytes)
  return bytes
}

export function textOfFile({ opening, slides, closing }: EditedFile): string {
  return opening + slides.map(({ before, text }) => before + text).join('') + closing
}

/**
 * Cuts the text of a file into its slides.
 *
 * @param newId numbers them
 * @throws Fault with the line of front matter that is no list of settings
 */
export function cutFile(name: string, text: string, form: TextForm, newId: () => number): EditedFile {
  const plain = text.replace(/\r\n?/g, '\n')
  const { separators, hasSections, body, line } = separatorsOf(name, plain)
  const { stacks } = cutSlides(body, line, 'down', separators)
  const starts = lineStarts(text)
  // The front matter's last line may be the file's.
  const offset = (at: number): number => starts[at] ?? text.length
  let end = 0
  const sources = hasSections ? stacks.flat().flatMap(sectionSources) : stacks.flat()
  const slides = sources.map(({ body, notes }): EditedSlide => {
    const last = notes ?? body
    const [from, to] = trimmed(
      text,
      offset(body.line - 1),
      offset(last.line - 1 + last.text.split('\n').length),
    )
    const before = text.slice(end, from)
    end = to
    return { id: newId(), before, text: text.slice(from, to) }
  })
  const [first, ...others] = slides
  return {
    name,
    form,
    opening: first?.before ?? '',
    slides: first ? [{ ...first, before: '' }, ...others] : [],
    closing: text.slice(end),
    separators,
  }
}

/** A file of a deck that is made at the desk. */
export function newFile(
  name: string,
  slides: readonly EditedSlide[],
  like: EditedFile | undefined,
): EditedFile {
  const form = like?.form ?? plainForm
  return {
    name,
    form,
    opening: '',
    slides,
    closing: form.lineEnd,
    separators: like?.separators ?? separatorsOf(name, '').separators,
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  return starts
}

/** Without the blank lines around it and the last line's end. */
function trimmed(text: string, from: number, to: number): [number, number] {
  const inside = text.slice(from, to)
  const lead = /^(?:[^\S\r\n]*(?:\r\n?|\n))*/.exec(inside)?.[0].length ?? 0
  const rest = inside.slice(lead)
  if (rest.trim() === '') return [from, from]
  // Looked for from the end: a pattern would begin anew at every blank line of the text.
  let length = rest.trimEnd().length
  while (length < rest.length && !/[\r\n]/.test(rest.charAt(length))) length++
  return [from + lead, from + lead + length]
}
