import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { SlideSource } from '../markdown/cut.ts'
import { readNotesMark, readSeparator, type Separators, usual } from '../markdown/separators.ts'
import type { FaultWords } from '../words.ts'
import { fromMarp, marpLines, marpSeparators, marpSettings } from './foreign/marp.ts'
import { fromObsidian, isObsidian, obsidianDown } from './foreign/obsidian.ts'
import { fromQuarto, isQuarto, quartoSeparators, quartoSettings } from './foreign/quarto.ts'
import type { SetBeside } from './foreign/set-beside.ts'
import {
  fromSlidev,
  isSlidev,
  type Part,
  type SlideLook,
  slidevSeparators,
  slidevSettings,
} from './foreign/slidev.ts'
import { textOf } from './front-matter.ts'
import { nearestSetting } from './setting-names.ts'
import { type Opening, readFrontMatter, type SettingRemark } from './settings.ts'

/** What a program other than ours would make of a file, as ours reads it. */
export interface Reading {
  readonly program: 'reveal.js' | 'Marp' | 'Slidev' | 'Quarto'
  readonly separators: Separators
  readonly convert: (slides: readonly SlideSource[]) => readonly SlideSource[]
  /** A style sheet in its settings. */
  readonly style?: { readonly css: string; readonly line: number } | undefined
  /** What Slidev's settings say of a slide; none where it has none. */
  readonly slides?: (slide: SlideSource) => SlideSettings | undefined
  readonly remarks: readonly SettingRemark[]
}

/** What only Marp sets: its own program needs no `marp: true`. */
const marpNames = ['marp', 'headingDivider', 'paginate']

/** What the settings of a slide say of it. */
export interface SlideSettings {
  readonly hidden: boolean
  /** The file whose slides stand for it. */
  readonly part: Part | null
}

/** The names of settings that say how a file is cut. */
const separatorNames = ['separator', 'verticalSeparator', 'notesSeparator'] as const

/** What cuts a file into slides, and where its first one may begin. `hasSections`: so does each `<section>` in it. */
export function separatorsOf(
  path: string,
  text: string,
): { readonly separators: Separators; readonly hasSections: boolean } & Pick<Opening, 'body' | 'line'> {
  const opening = readFrontMatter(path, text)
  const { separators, program } = readAs(opening, undefined)
  return { separators, hasSections: program === 'reveal.js', body: opening.body, line: opening.line }
}

/**
 * Finds which program a file was written for, by its settings.
 *
 * @param isPart it stands for slides of a deck of Slidev
 */
export function readAs(
  { settings, others, body, line }: Opening,
  setBeside: SetBeside | undefined,
  isPart = false,
): Reading {
  const value = (name: string): string | undefined => {
    const own = others.get(name)?.value
    const set = own && isScalar(own) ? textOf(own) : setBeside?.values[name]
    return typeof set === 'string' && set !== '' ? set : undefined
  }
  const isMarp = value('marp') !== 'false' && marpNames.some((name) => others.has(name))
  if (isMarp) {
    const look = Object.fromEntries([...others].flatMap(([name]) => [[name, value(name) ?? '']]))
    return {
      program: 'Marp',
      separators: marpSeparators(body, headingDivider(others.get('headingDivider')?.value ?? null)),
      convert: (slides) => fromMarp(slides, look),
      style: styleOf(others),
      remarks: [
        { line: marpNames.flatMap((name) => others.get(name)?.line ?? [])[0] ?? 1, say: (say) => say.marp },
        ...told(others, (name) => marpSettings.has(name)),
        ...marpLines(body).map(
          ({ words, at }): SettingRemark => ({ line: line + at, say: (say) => say.marpLine(words) }),
        ),
      ],
    }
  }
  if (isPart || isSlidev(others.keys(), body)) return readSlidev(others, body, line, isPart)
  if (isQuarto(others, body))
    return {
      program: 'Quarto',
      separators: quartoSeparators(others, body, settings.title !== undefined),
      convert: (slides) => fromQuarto(slides, settings.title, others),
      remarks: [
        { line: others.get('format')?.line ?? 1, say: (say) => say.quarto },
        ...told(others, (name) => quartoSettings.has(name)),
      ],
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
  const isNote = isObsidian(body)
  const [across, down, notes] = separatorNames
  return {
    program: 'reveal.js',
    separators: {
      across: read(across, readSeparator, usual.across),
      // A page of reveal.js that names none has none.
      down: read(down, readSeparator, setBeside?.shown ? () => 0 : isNote ? obsidianDown : usual.down),
      notes: read(notes, readNotesMark, usual.notes),
    },
    convert: isNote ? (slides) => fromObsidian(slides, value('bg')) : (slides) => slides,
    remarks: [
      ...remarks,
      ...told(others, (name) => separatorNames.some((one) => one === name) || (isNote && name === 'bg')),
    ],
  }
}

function readSlidev(others: Opening['others'], body: string, line: number, isPart: boolean): Reading {
  const first = [...others.values()].flatMap(({ name, value, line }) =>
    value && isScalar(value) ? [{ name, value: textOf(value), line }] : [],
  )
  const settings = [
    ...first.map((one) => ({ ...one, slide: line })),
    ...slidevSettings(body).map((one) => ({ ...one, line: line + one.line, slide: line + one.slide })),
  ].filter(({ value }) => value !== '' && value !== 'false')
  const looks = new Map<number, Record<string, string>>()
  const parts = new Map<number, Part>()
  for (const { name, value, line, slide } of settings) {
    looks.set(slide, { ...looks.get(slide), [name]: value })
    if (name === 'src') parts.set(slide, { address: value, line })
  }
  const lookOf = ({ body }: SlideSource): SlideLook => looks.get(body.line) ?? {}
  const isHidden = ({ hide, disabled }: SlideLook): boolean => Boolean(hide ?? disabled)
  return {
    program: 'Slidev',
    separators: { ...slidevSeparators, opens: line > 1 },
    convert: (slides) => fromSlidev(slides, lookOf),
    slides: (slide) => ({ hidden: isHidden(lookOf(slide)), part: parts.get(slide.body.line) ?? null }),
    remarks: [
      ...(isPart ? [] : [{ line: 1, say: (say: FaultWords) => say.slidev }]),
      ...settings
        .filter(({ name }) => name === 'hide' || name === 'disabled')
        .map(({ line }): SettingRemark => ({ line, say: (say) => say.slidevHidden })),
    ],
  }
}

function styleOf(others: Opening['others']): Reading['style'] {
  const entry = others.get('style')
  return entry && isScalar(entry.value) ? { css: textOf(entry.value), line: entry.line } : undefined
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
