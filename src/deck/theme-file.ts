import { isScalar, type Node } from 'yaml'
import { readTextFile } from '../document/encoding.ts'
import { Fault } from '../fault.ts'
import { type Colour, readable, readColour } from '../theme/colour.ts'
import {
  type Cover,
  type Divider,
  type FontChoice,
  type FooterItem,
  type OfficeColour,
  type OfficeTheme,
  officeColours,
  officePalette,
} from '../theme/office.ts'
import { themeNamed } from '../theme/palettes.ts'
import type { FaultWords } from '../words.ts'
import { nameFrom } from './file-name.ts'
import { type Entry, readEntries, textOf } from './front-matter.ts'
import type { SettingRemark } from './settings.ts'

export const themeFileName = 'theme.yaml'

/** More than any list of colours. */
const mostCharacters = 65_536

type Key = keyof FaultWords['themeKinds']

/** What each entry may be called. */
const names: Readonly<Record<Key, readonly string[]>> = {
  name: ['name', '名称', '名稱'],
  base: ['base', '基础', '基礎', '底色'],
  colours: ['colours', 'colors', '颜色', '顏色', '配色'],
  fonts: ['fonts', '字体', '字體'],
  logo: ['logo', '标志', '標誌', '徽标'],
  cover: ['cover', '封面'],
  divider: ['divider', '分节页', '过渡页', '過渡頁'],
  footer: ['footer', '页脚', '頁腳'],
}
const colourNames: Readonly<Record<OfficeColour, readonly string[]>> = {
  paper: ['paper', 'background', '纸色', '底色', '背景'],
  ink: ['ink', 'foreground', '墨色', '文字'],
  accent: ['accent', 'accent1', '主色'],
  accent2: ['accent2', '辅色', '輔色'],
}
const fontNames = { heading: ['heading', '标题', '標題'], text: ['text', '正文'] } as const
const covers: Readonly<Record<Cover, readonly string[]>> = {
  frame: ['frame', '边框', '邊框'],
  full: ['full', '满版', '滿版'],
  paper: ['paper', '白底', '纸面'],
}
const dividers: Readonly<Record<Divider, readonly string[]>> = { full: covers.full, paper: covers.paper }
const footerItems: Readonly<Record<FooterItem, readonly string[]>> = {
  logo: ['logo', '标志', '標誌'],
  unit: ['unit', '单位', '單位'],
  date: ['date', '日期'],
  marking: ['marking', '标记', '密级', '標記', '密級'],
  title: ['title', '标题', '標題'],
  number: ['number', '页码', '頁碼'],
}
/** The faces that travel with every page. */
const embedded = {
  sans: ['sans', '思源黑体', 'noto sans sc', 'source han sans sc'],
  serif: ['serif', '思源宋体', 'noto serif sc', 'source han serif sc'],
} as const

/** Which of these words is meant; undefined for none. */
function among<T extends string>(text: string, words: Readonly<Record<T, readonly string[]>>): T | undefined {
  const written = text.normalize('NFKC').trim().toLowerCase()
  return (Object.keys(words) as T[]).find((name) => words[name].includes(written))
}

const said = (value: Node | null): string => (isScalar(value) ? textOf(value).trim() : '')

/** A name that is nothing but a name. */
function fontOf(text: string): FontChoice | null {
  const ours = among(text, embedded)
  if (ours) return { embedded: ours }
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(text) ? { system: text } : null
}

/** `单位 日期 | 密级 | 标题 页码` */
function footerOf(text: string): readonly (readonly FooterItem[])[] | null {
  const places = text.split(/[|｜]/)
  const items = places.map((place) =>
    place
      .split(/[\s,，、]+/)
      .filter(Boolean)
      .map((word) => among(word, footerItems) ?? null),
  )
  if (places.length > 3 || items.flat().some((item) => item === null)) return null
  return items.map((place) => place.filter((item) => item !== null))
}

/** A path beside the file; whether there is a picture is seen when it is read. */
const logoOf = (text: string): string | null =>
  text && !/^(?:[a-z][\w+.-]*:|[\\/])/i.test(text) ? text : null

/**
 * Reads an office's theme. What can't be read is told and left out.
 *
 * @throws Fault with the line of what is no list of settings at all
 */
export function readThemeFile(
  file: string,
  text: string,
): { readonly theme: OfficeTheme; readonly remarks: readonly SettingRemark[] } {
  if (text.length > mostCharacters) throw new Fault((say) => say.tooLarge, { file })
  // To YAML, what follows # is a comment.
  const yaml = text
    .replace(/^\ufeff/, '')
    .replace(/^([ \t]*[^\s#:：][^#:：\r\n]{0,40}[:：][ \t]*)(#[\da-f]{3,8})(?=[ \t]*(?:\r?$|#))/gim, '$1"$2"')
  const entries = /^[^\S\n]*[^#\s]/m.test(yaml) ? readEntries(file, yaml).entries : []
  const remarks: SettingRemark[] = []
  const found = new Map<Key, Entry>()
  for (const entry of entries) {
    const key = among(entry.name, names)
    if (!key) remarks.push({ line: entry.line, say: (say) => say.unknownTheme(entry.name) })
    else if (found.has(key)) remarks.push({ line: entry.line, say: (say) => say.themeTwice(entry.name) })
    else found.set(key, entry)
  }
  const bad = ({ name, line }: Entry, key: Key): void =>
    void remarks.push({ line, say: (say) => say.themeValue(name, say.themeKinds[key]) })
  const read = <T>(key: Key, reader: (text: string) => T | null | undefined): T | undefined => {
    const entry = found.get(key)
    if (!entry || entry.value === null) return undefined
    const value = said(entry.value) ? reader(said(entry.value)) : null
    if (value === null || value === undefined) bad(entry, key)
    return value ?? undefined
  }
  /** The entries of one list by the names they may have. */
  const readWithin = <N extends string, T>(
    key: Key,
    known: Readonly<Record<N, readonly string[]>>,
    reader: (text: string) => T | null,
  ): Map<N, { readonly value: T; readonly line: number }> => {
    const list = found.get(key)
    const values = new Map<N, { readonly value: T; readonly line: number }>()
    if (list && list.value !== null && !list.within.length) bad(list, key)
    for (const entry of list?.within ?? []) {
      const name = among(entry.name, known)
      const value = reader(said(entry.value))
      if (!name) remarks.push({ line: entry.line, say: (say) => say.unknownTheme(entry.name) })
      else if (value === null) bad(entry, key)
      else values.set(name, { value, line: entry.line })
    }
    return values
  }
  const base = read('base', themeNamed) ?? 'zhu'
  const colours = readWithin('colours', colourNames, readColour)
  const fonts = readWithin('fonts', fontNames, fontOf)
  const wanted: Partial<Record<OfficeColour, Colour>> = {}
  for (const name of officeColours) {
    const colour = colours.get(name)?.value
    if (colour) wanted[name] = colour
  }
  const { palette, replaced } = officePalette(base, wanted)
  for (const { name, written, contrast, taken } of replaced)
    remarks.push({
      line: colours.get(name)?.line ?? 1,
      say: (say) => say.contrast(name, written, contrast.toFixed(1), readable, taken),
    })
  const heading = fonts.get('heading')?.value
  const body = fonts.get('text')?.value
  return {
    theme: {
      name: read('name', (text) => text.replace(/\s+/g, ' ')),
      base,
      palette,
      fonts: { ...(heading ? { heading } : {}), ...(body ? { text: body } : {}) },
      cover: read('cover', (text) => among(text, covers)) ?? 'frame',
      divider: read('divider', (text) => among(text, dividers)) ?? 'full',
      footer: read('footer', footerOf),
      logo: read('logo', logoOf),
    },
    remarks: remarks.sort((one, other) => one.line - other.line),
  }
}

/**
 * The theme of an office among its decks, and the logo that it names, by their paths.
 *
 * @param read reads a file of the folder of the decks; null for one that is not there
 * @throws Fault as `readThemeFile` does
 */
export async function themeFiles(
  read: (path: string) => Promise<Uint8Array | null>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = await read(themeFileName)
  if (!bytes) return new Map()
  const { theme } = readThemeFile(themeFileName, readTextFile({ name: themeFileName, bytes }).text)
  const name = theme.logo === undefined ? null : nameFrom(theme.logo, themeFileName)
  const logo = name === null ? null : await read(name)
  return new Map([[themeFileName, bytes], ...(name !== null && logo ? [[name, logo] as const] : [])])
}
