import { layoutOf } from '../../layouts/index.ts'
import type { Layout } from '../../layouts/layout.ts'
import { signs, wordsFor } from '../../words.ts'
import type { TextFace } from './faces.ts'

/** The text that each face sets. */
export type Texts = Readonly<Record<TextFace, string>>

export interface Characters extends Readonly<Record<TextFace, ReadonlySet<string>>> {
  /** What emoji of several characters are made of: flags, keycaps, families. */
  readonly joined: ReadonlySet<string>
}

/** The elements that the style sheets set in another face than the sans. */
const faces: Readonly<Record<string, readonly TextFace[]>> = {
  h1: ['serif'],
  h2: ['serif'],
  h3: ['serif'],
  h4: ['serif'],
  h5: ['serif'],
  h6: ['serif'],
  blockquote: ['serif'],
  th: ['strong'],
  code: ['mono'],
}
const isBold = /^(?:strong|b)$/

/** Figures, dates and numerals are large and have serifs; the phrase of a point is the sans, emboldened. */
const boldIn = ({ hasSerifs = false }: Layout, items: number): readonly TextFace[] =>
  hasSerifs ? ['serif'] : items > 0 ? [] : ['strong']

const tag = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
const data = /data:[\w/+-]+;base64,[\w+/=]+/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** Emoji of several characters (https://unicode.org/reports/tr51/#emoji_sequences), but for one and how it is drawn. */
const sequences =
  /\p{RI}\p{RI}|[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}\ufe0f?(?:\p{EMod}|[\u{e0020}-\u{e007f}]+|\u20e3)?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{EMod}?)*/gu
const lone = /^.\ufe0f?$/u
/** One of these is in each of them. */
const joiners = /[\u200d\u20e3\p{RI}\p{EMod}\u{e0020}-\u{e007f}]/u

/** Characters that are never drawn, or only tell how others are. */
const unseen = /\p{C}|\p{Zl}|\p{Zp}|[\ufe00-\ufe0f]/u

function decoded(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return entities[name] ?? all
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

/**
 * The text that HTML has each face set. The sans gets all of it, attributes included, since views may show anything
 * in it.
 *
 * @param html well-formed, its elements' names in lower case
 */
export function textsOf(html: string): Texts {
  const texts = { sans: decoded(html.replace(data, '')), strong: '', serif: '', mono: '' }
  // Titles in the list of decks are headings.
  for (const [, title = ''] of html.matchAll(/<a class="deck"[^>]*>([^<]*)/g)) texts.serif += decoded(title)
  const layout = layoutOf(/^<section\b[^>]*\bclass="([^"]*)"/.exec(html)?.[1]?.split(/\s+/) ?? [])
  if (layout.list.face === 'serif') texts.serif += decoded(html.replace(tag, ''))
  const open: Record<TextFace, number> = { sans: 0, strong: 0, serif: 0, mono: 0 }
  let end = 0
  let items = 0
  for (const found of html.matchAll(tag)) {
    const [whole, closing, name = ''] = found
    const change = closing ? -1 : 1
    for (const face of ['strong', 'serif', 'mono'] as const)
      if (open[face] > 0) texts[face] += decoded(html.slice(end, found.index))
    end = found.index + whole.length
    for (const face of isBold.test(name) ? boldIn(layout, items) : (faces[name] ?? [])) open[face] += change
    if (name === 'li') items += change
  }
  return texts
}

/** What is said on the command line. */
const elsewhere = new Set(['audit', 'derive', 'remarks', 'reasons'])

/** What the views themselves say, in a language; letters and figures are always there. */
export function interfaceTexts(language: string): Texts {
  const said: string[] = Object.values(signs)
  for (let code = 0x21; code < 0x7f; code++) said.push(String.fromCharCode(code))
  const visit = (words: unknown): void => {
    if (typeof words === 'string') said.push(words)
    // What a function says stands in its own text.
    else if (typeof words === 'function') said.push(String(words))
    else if (words && typeof words === 'object')
      for (const [group, inner] of Object.entries(words)) if (!elsewhere.has(group)) visit(inner)
  }
  visit(wordsFor(language))
  // The numbers of ordered lists.
  return { sans: said.join(''), strong: '', serif: '0123456789.', mono: '' }
}

/** The characters that texts need of each face. */
export function charactersOf(texts: readonly Texts[]): Characters {
  const all = (face: TextFace): Set<string> => {
    const found = new Uint8Array(0x10000)
    const pairs = new Set<number>()
    // A face without a space would not be the first that a browser measures lines by.
    found[0x20] = 1
    for (const { [face]: text } of texts)
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        found[unit] = 1
        if (unit >= 0xd800 && unit < 0xdc00) pairs.add(text.codePointAt(i) ?? 0)
      }
    const set = new Set<string>()
    const add = (point: number): void => {
      const character = String.fromCodePoint(point)
      if (!unseen.test(character)) set.add(character)
    }
    for (let unit = found.indexOf(1); unit >= 0; unit = found.indexOf(1, unit + 1)) add(unit)
    for (const pair of [...pairs].sort((one, other) => one - other)) add(pair)
    return set
  }
  const joined = texts
    .flatMap(({ sans }) => (joiners.test(sans) ? (sans.match(sequences) ?? []) : []))
    .filter((sequence) => !lone.test(sequence))
  return {
    sans: all('sans'),
    strong: all('strong'),
    serif: all('serif'),
    mono: all('mono'),
    joined: new Set(joined.flatMap((sequence) => [...sequence])),
  }
}
