import { cutSlides, type Direction, type SlideSource } from '../markdown/cut.ts'
import type { Attribute } from '../markdown/environment.ts'
import type { FaultWords } from '../words.ts'
import { type Reading, readAs } from './dialect.ts'
import { partSections } from './foreign/sections.ts'
import type { SetBeside } from './foreign/set-beside.ts'
import { type Part, readPart } from './foreign/slidev.ts'
import { type AuthorStyle, stylesIn } from './foreign/styles.ts'
import { nearestSetting } from './setting-names.ts'
import { type DeckSettings, readFrontMatter, type SettingRemark } from './settings.ts'

/** A file of a deck before it is understood. */
export interface FileText {
  readonly path: string
  readonly text: string
  readonly setBeside?: SetBeside | undefined
  /** Finds a file that slides of this one stand for. */
  readonly part?: FindPart | undefined
}

/** Finds a file by its address in another one; null where it is not there. */
export type FindPart = (address: string) => FileText | 'outside' | null

/** A file of a deck, cut into slides. */
export interface OpenedFile {
  readonly path: string
  readonly settings: DeckSettings
  readonly program: Reading['program']
  /** It was written for another program than ours, as far as what is set for it tells. */
  readonly isForeign: boolean
  readonly body: string
  readonly stacks: readonly (readonly SlideSource[])[]
  /** The files that stand for columns of it, by their numbers. */
  readonly parts: ReadonlyMap<number, OpenedFile>
  readonly languages: ReadonlySet<string>
  /** The style sheet that front matter has. */
  readonly styles: readonly AuthorStyle[]
  readonly remarks: readonly SettingRemark[]
}

/** Control characters that no text has; a browser would show a box. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

/** A text without the characters that no program shows. */
export const withoutControls = (text: string): string =>
  control.test(text) ? text.replace(new RegExp(control.source, 'g'), '') : text

/** More files than a deck consists of. */
const mostParts = 200

/** What is known where a file is opened. */
interface Opening {
  readonly direction: Direction
  /** The name of the office's own theme, by which it may be asked for. */
  readonly office: string | undefined
}

/** Cuts a file of a deck into slides, and the files that stand for slides of it. */
export function openFile(file: FileText, how: Opening): OpenedFile {
  let left = mostParts
  return open(file, how, { above: [], take: () => left-- > 0 })
}

/** Which files a part stands in, and whether one more may be opened. */
interface Within {
  readonly above: readonly string[]
  readonly take: () => boolean
}

function open(
  { path, text: written, setBeside, part: findPart }: FileText,
  { direction, office }: Opening,
  within: Within,
): OpenedFile {
  const at = written.search(control)
  const text = withoutControls(written)
  const remarks: SettingRemark[] =
    at < 0 ? [] : [{ line: written.slice(0, at).split('\n').length, say: (say) => say.control }]
  const opening = readFrontMatter(path, text, office)
  const { settings, body, line } = opening
  const isPart = within.above.length > 0
  const reading = readAs(opening, setBeside, isPart)
  const cut = cutSlides(body, line, directionOf(setBeside, direction), reading.separators)
  const stacks = convertStacks(cut.stacks, reading.convert).map((slides, column) =>
    slides.flatMap((whole, row) => {
      const source = cut.stacks[column]?.[row]
      return (reading.program === 'reveal.js' ? partSections(whole) : [whole]).map((slide) => {
        const { hidden = false } = reading.slides?.(source ?? slide) ?? {}
        const attributes: readonly Attribute[] = hidden
          ? [['data-visibility', 'hidden']]
          : (setBeside?.shown?.attributes ?? [])
        return { ...withAttributes(slide, attributes), ...(source && { written: source }) }
      })
    }),
  )

  const parts = new Map<number, OpenedFile>()
  const openPart = (part: Part): OpenedFile | ((say: FaultWords) => string) => {
    const { file, only } = readPart(part)
    const found = findPart?.(file) ?? null
    if (found === 'outside') return (say) => say.partOutside(file)
    if (!found) return (say) => say.partMissing(file)
    if (found.path === path || within.above.includes(found.path)) return (say) => say.partAgain(file)
    if (!within.take()) return (say) => say.partsMany(mostParts)
    const opened = open(found, { direction, office }, { ...within, above: [...within.above, path] })
    return only ? withOnly(opened, only) : opened
  }
  const shown = stacks.map((slides, i) => {
    const [slide] = slides
    const { hidden = false, part = null } = (slide && reading.slides?.(slide.written ?? slide)) ?? {}
    if (!slide || !part || hidden) return slides
    const opened = openPart(part)
    if (typeof opened !== 'function') {
      parts.set(i, opened)
      return []
    }
    remarks.push({ line: part.line, say: opened })
    const name = part.address.replace(/[<>&]/g, '')
    const { body } = slide
    return [{ ...slide, body: { ...body, text: `<span class="gap">〔${name}〕</span>${body.text}` } }]
  })
  return {
    path,
    settings,
    program: reading.program,
    isForeign:
      reading.program !== 'reveal.js' ||
      setBeside !== undefined ||
      [...opening.others.keys()].some((name) => nearestSetting(name) === undefined),
    body,
    stacks: shown,
    parts,
    languages: cut.languages,
    styles: reading.style
      ? [{ css: reading.style.css, place: { file: path, line: reading.style.line }, slide: null }]
      : [],
    // What a part sets for a deck of its own is not asked for here.
    remarks: [
      ...(isPart ? [] : opening.remarks),
      ...(opening.foreignTheme && reading.program === 'reveal.js' ? [opening.foreignTheme] : []),
      ...reading.remarks,
      ...remarks,
    ],
  }
}

function directionOf(setBeside: SetBeside | undefined, usual: Direction): Direction {
  if (!setBeside?.shown) return usual
  return setBeside.shown.inColumn ? 'down' : 'across'
}

/** A slide with attributes, as reveal.js's comments give them. */
function withAttributes(slide: SlideSource, attributes: readonly Attribute[]): SlideSource {
  if (!attributes.length) return slide
  const written = attributes.map(([name, value]) => `${name}="${value.replace(/"|--/g, '')}"`).join(' ')
  const { text, line } = slide.body
  return { ...slide, body: { text: `<!-- .slide: ${written} -->\n${text}`, line: line - 1 } }
}

/** A file with some of its columns. */
function withOnly(file: OpenedFile, only: (number: number) => boolean): OpenedFile {
  const kept = file.stacks.flatMap((_, i) => (only(i + 1) ? [i] : []))
  return {
    ...file,
    stacks: kept.map((i) => file.stacks[i] ?? []),
    parts: new Map(
      kept.flatMap((i, at) => {
        const part = file.parts.get(i)
        return part ? [[at, part] as const] : []
      }),
    ),
  }
}

/** A file with those that stand for its slides, and theirs. */
export function everyFile(file: OpenedFile): OpenedFile[] {
  return [file, ...[...file.parts.values()].flatMap(everyFile)]
}

/** Slides of one file that follow each other in the deck. */
export interface Piece extends Pick<OpenedFile, 'path' | 'program' | 'stacks' | 'styles'> {}

/** The slides of a file and of those that stand for slides of it, in the deck's order. */
export function piecesOf(file: OpenedFile): Piece[] {
  if (file.parts.size === 0) return [file]
  const { path, program, stacks, parts, styles } = file
  const pieces: Piece[] = []
  let own: (readonly SlideSource[])[] = []
  const finish = (): void => {
    if (own.length) pieces.push({ path, program, stacks: own, styles: [] })
    own = []
  }
  for (const [i, slides] of stacks.entries()) {
    const part = parts.get(i)
    if (!part) own.push(slides)
    else {
      finish()
      pieces.push(...piecesOf(part))
    }
  }
  finish()
  const [first, ...others] = pieces
  return first ? [{ ...first, styles: [...styles, ...first.styles] }, ...others] : []
}

/** The style sheets of a piece: its file's own, and those on its slides. */
export function stylesOf({ path, program, stacks, styles }: Piece): AuthorStyle[] {
  return [...styles, ...stylesIn(path, stacks.flat(), program === 'Slidev')]
}

/** Converts all slides of a file in their order. */
function convertStacks(
  stacks: readonly (readonly SlideSource[])[],
  convert: Reading['convert'],
): readonly (readonly SlideSource[])[] {
  const converted = convert(stacks.flat())
  let before = 0
  return stacks.map(({ length }) => {
    before += length
    return converted.slice(before - length, before)
  })
}
