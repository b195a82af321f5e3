import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { SlideSource } from '../markdown/cut.ts'
import { readNotesMark, readSeparator, type Separators, usual } from '../markdown/separators.ts'
import { fromMarp, marpLines, marpSeparators, marpSettings } from './foreign/marp.ts'
import { fromSlidev, isSlidev, slidevSeparators, slidevSettings } from './foreign/slidev.ts'
import { textOf } from './front-matter.ts'
import { nearestSetting } from './setting-names.ts'
import { type Opening, readFrontMatter, type SettingRemark } from './settings.ts'

/** What another file sets for a file of slides, by the names that front matter has for it. */
export interface SetBeside {
  readonly file: string
  readonly values: Readonly<Record<string, unknown>>
}

/** What a program other than ours would make of a file, as ours reads it. */
export interface Reading {
  readonly separators: Separators
  readonly convert: (slides: readonly SlideSource[]) => readonly SlideSource[]
  /** A style sheet in its settings. */
  readonly style?: { readonly css: string; readonly line: number } | undefined
  /** A style sheet on a slide is only for that one. */
  readonly ownStyles?: true
  readonly remarks: readonly SettingRemark[]
}

/** The names of settings that say how a file is cut. */
const separatorNames = ['separator', 'verticalSeparator', 'notesSeparator'] as const

/** What cuts a file into slides, and where its first one may begin. */
export function separatorsOf(
  path: string,
  text: string,
  setBeside?: SetBeside,
): { readonly separators: Separators } & Pick<Opening, 'body' | 'line'> {
  const opening = readFrontMatter(path, text)
  return { separators: readAs(opening, setBeside).separators, body: opening.body, line: opening.line }
}

/** Finds which program a file was written for, by its settings. */
export function readAs({ others, body, line }: Opening, setBeside: SetBeside | undefined): Reading {
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
      style: styleOf(others),
      remarks: [
        { line: others.get('marp')?.line ?? 1, say: (say) => say.marp },
        ...told(others, (name) => marpSettings.has(name)),
        ...marpLines(body).map(
          ({ words, at }): SettingRemark => ({ line: line + at, say: (say) => say.marpLine(words) }),
        ),
      ],
    }
  }
  if (isSlidev(others.keys(), body)) {
    const first = others.get('src')
    const whole = value('src')
    const parts = slidevSettings(body).map(({ name, value, at }): SettingRemark => {
      const isHidden = name === 'hide' || name === 'disabled'
      return {
        line: line + at,
        say: (say) =>
          isHidden ? say.slidevHidden : name === 'src' ? say.slidevPart(value) : say.slidevShown(value),
      }
    })
    if (first && whole) parts.unshift({ line: first.line, say: (say) => say.slidevPart(whole) })
    return {
      separators: slidevSeparators,
      convert: fromSlidev,
      ownStyles: true,
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
