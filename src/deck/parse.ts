import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Remark } from '../fault.ts'
import { cutSlides, type Direction, type SlideSource } from '../markdown/cut.ts'
import { withDefinitions } from '../markdown/definitions.ts'
import { loadHighlighter } from '../markdown/highlighter.ts'
import { createParser } from '../markdown/parser.ts'
import { readNotesMark, readSeparator, type Separators, usual } from '../markdown/separators.ts'
import { faultWords, spoken } from '../words.ts'
import type { Deck, ReadBeside } from './deck.ts'
import { fromMarp, marpSeparators, marpSettings } from './foreign/marp.ts'
import { partSections } from './foreign/sections.ts'
import { fromSlidev, isSlidev, slidevParts, slidevSeparators } from './foreign/slidev.ts'
import { textOf } from './front-matter.ts'
import { nearestSetting } from './setting-names.ts'
import { type DeckSettings, type Opening, readFrontMatter, type SettingRemark } from './settings.ts'
import { shareNotes } from './share-notes.ts'
import { textLanguage } from './text-language.ts'
import { readThemeFile } from './theme-file.ts'

/** What another file sets for a file of slides, by the names that front matter has for it. */
export interface SetBeside {
  readonly file: string
  readonly values: Readonly<Record<string, unknown>>
}

/** A file of a deck before it is understood. */
export interface FileText {
  readonly path: string
  readonly text: string
  readonly setBeside?: SetBeside | undefined
}

/** A deck's files before they are understood. */
export interface DeckText extends Pick<Deck, 'slug' | 'folder' | 'siblings' | 'beside'> {
  /** In the deck's order. */
  readonly files: readonly FileText[]
  /** It was derived from a document. */
  readonly isDerived: boolean
  /** The office's theme beside the deck or the decks. */
  readonly theme?:
    | undefined
    | { readonly file: string; readonly text: string; readonly beside: ReadBeside }
    | null
}

/** What a program other than ours would make of a file, as ours reads it. */
interface Reading {
  readonly separators: Separators
  readonly convert: (slides: readonly SlideSource[]) => readonly SlideSource[]
  readonly remarks: readonly SettingRemark[]
}

/** Control characters that no text has; a browser would show a box. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

/** The names of settings that say how a file is cut. */
const separatorNames = ['separator', 'verticalSeparator', 'notesSeparator'] as const

/**
 * Understands the files of a deck.
 *
 * @throws Fault with file and line for front matter that can't be read at all
 */
export async function parseDeck(deck: DeckText): Promise<Deck> {
  const { slug, folder, siblings, beside, isDerived, files } = deck
  // A section is a file; a deck of one file goes across, as reveal.js has it, unless it was derived.
  const direction: Direction = isDerived || files.length > 1 ? 'down' : 'across'
  const found = deck.theme ? readThemeFile(deck.theme.file, deck.theme.text) : null
  const opened = files.map((file) => ({
    path: file.path,
    ...openFile(file, direction, found?.theme.name),
  }))
  const bodies = opened.map(({ body }) => body)
  const { settings = {} } = opened[0] ?? {}
  const lang = settings.lang ?? textLanguage([settings.title ?? '', ...bodies].join('\n'))
  const words = faultWords(spoken(lang))
  const remarks = opened.flatMap(({ path, remarks }): Remark[] =>
    remarks.map(({ file = path, line, say }) => ({ place: { file, line }, message: say(words) })),
  )
  const { theme } = deck
  const office = theme && found && !settings.theme ? { ...found.theme, ...theme } : null
  if (office)
    for (const { line, say } of found?.remarks ?? [])
      remarks.push({ place: { file: office.file, line }, message: say(words) })
  const math = bodies.some((body) => body.includes('$'))
    ? (await import('../markdown/math.ts')).math
    : undefined
  const languages = new Set(opened.flatMap((file) => [...file.languages]))
  languages.delete('mermaid')
  const highlight = languages.size ? { highlight: await loadHighlighter(languages) } : {}
  const parser = createParser({ ...(math ? { math } : {}), ...highlight })
  return {
    slug,
    folder,
    siblings,
    beside,
    settings: { ...settings, lang },
    files: opened.map(({ path, stacks }) => {
      const whole = withDefinitions(parser, stacks)
      return { path, stacks: isDerived ? whole.map((slides) => shareNotes(parser, slides)) : whole }
    }),
    office,
    remarks,
    parser,
  }
}

interface OpenedFile {
  readonly settings: DeckSettings
  readonly body: string
  readonly stacks: readonly (readonly SlideSource[])[]
  readonly languages: ReadonlySet<string>
  readonly remarks: readonly SettingRemark[]
}

function openFile(
  { path, text: written, setBeside }: FileText,
  direction: Direction,
  office: string | undefined,
): OpenedFile {
  const at = written.search(control)
  const text = at < 0 ? written : written.replace(new RegExp(control.source, 'g'), '')
  const controls: SettingRemark[] =
    at < 0 ? [] : [{ line: written.slice(0, at).split('\n').length, say: (say) => say.control }]
  const opening = readFrontMatter(path, text, office)
  const { settings, body, line } = opening
  const reading = readAs(opening, setBeside)
  const { stacks, languages } = cutSlides(body, line, direction, reading.separators)
  return {
    settings,
    body,
    stacks: convertStacks(stacks, reading.convert).map((slides) => slides.flatMap(partSections)),
    languages,
    remarks: [...opening.remarks, ...controls, ...reading.remarks],
  }
}

/** What cuts a file into slides, and where its first one may begin. */
export function separatorsOf(
  path: string,
  text: string,
  setBeside?: SetBeside,
): { readonly separators: Separators } & Pick<Opening, 'body' | 'line'> {
  const opening = readFrontMatter(path, text)
  return { separators: readAs(opening, setBeside).separators, body: opening.body, line: opening.line }
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

/** Finds which program a file was written for, by its settings. */
function readAs({ others, body, line }: Opening, setBeside: SetBeside | undefined): Reading {
  const value = (name: string): string | undefined => {
    const own = others.get(name)?.value
    const set = own && isScalar(own) ? textOf(own) : setBeside?.values[name]
    return typeof set === 'string' && set !== '' ? set : undefined
  }
  if (others.has('marp') && value('marp') !== 'false') {
    const look = Object.fromEntries([...others].flatMap(([name]) => [[name, value(name) ?? '']]))
    return {
      separators: marpSeparators(body, headingDivider(others.get('headingDivider')?.value ?? null)),
      convert: (slides) => fromMarp(slides, look),
      remarks: [
        { line: others.get('marp')?.line ?? 1, say: (say) => say.marp },
        ...told(others, (name) => marpSettings.has(name)),
      ],
    }
  }
  if (isSlidev(others.keys(), body)) {
    const parts = slidevParts(body).map(
      ({ name, at }): SettingRemark => ({ line: line + at, say: (say) => say.slidevPart(name) }),
    )
    return {
      separators: slidevSeparators,
      convert: fromSlidev,
      remarks: [{ line: 1, say: (say) => say.slidev }, ...parts],
    }
  }
  const remarks: SettingRemark[] = []
  const read = <T>(name: string, reader: (pattern: string) => T | null, standard: T): T => {
    const pattern = value(name)
    const made = pattern === undefined ? standard : reader(pattern)
    if (made === null) {
      const own = others.get(name)?.line
      const place = own === undefined && setBeside ? { file: setBeside.file, line: 1 } : { line: own ?? 1 }
      remarks.push({ ...place, say: (say) => say.separator(name) })
    }
    return made ?? standard
  }
  const [across, down, notes] = separatorNames
  return {
    separators: {
      across: read(across, readSeparator, usual.across),
      down: read(down, readSeparator, usual.down),
      notes: read(notes, readNotesMark, usual.notes),
    },
    convert: (slides) => slides,
    remarks: [...remarks, ...told(others, (name) => separatorNames.some((one) => one === name))],
  }
}

/** Tells of settings that are none of ours: each that may be a slip, the others together. */
function told(others: Opening['others'], isRead: (name: string) => boolean): SettingRemark[] {
  const remarks: SettingRemark[] = []
  const foreign: string[] = []
  for (const [name, { line }] of others) {
    if (isRead(name)) continue
    const nearest = nearestSetting(name)
    if (nearest) remarks.push({ line, say: (say) => say.unknownSetting(name, nearest) })
    else if (name === 'css') remarks.push({ line, say: (say) => say.foreignStyle })
    else foreign.push(name)
  }
  const [first] = foreign
  if (first)
    remarks.push({
      line: others.get(first)?.line ?? 1,
      say: (say) => say.otherSettings(foreign.slice(0, 12)),
    })
  return remarks
}

function headingDivider(value: Node | null): number | readonly number[] {
  if (isSeq(value))
    return value.items.flatMap((item) =>
      isScalar(item) && typeof item.value === 'number' ? [item.value] : [],
    )
  if (isScalar(value) && typeof value.value === 'number') return value.value
  return isMap(value) ? [] : 0
}
