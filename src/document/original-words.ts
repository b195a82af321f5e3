import { strFromU8, unzipSync } from 'fflate'
import { decodeText } from './encoding.ts'
import { formatOf } from './format.ts'
import { fontSign } from './readers/font-signs.ts'
import type { PdfTables } from './readers/part.ts'
import type { Format, InputFile, SourceText } from './source.ts'

/**
 * The words of a file, piece by piece in its order, taken out another way than its reader does, and more simply: what
 * a reader loses is found by comparing the two (`lostWords`).
 *
 * Of a Word document every `w:t` and `w:sym` of body, notes and boxes that is neither deleted nor hidden in its own
 * run, of a binary one its signs in their order; of a page the text between its tags; of a PDF what pdf.js says is on
 * its pages.
 *
 * @returns null for a format whose words can't be had in a second way
 * @throws Fault when the file is of no format that is read
 */
export async function originalWords(
  file: InputFile,
  pdfTables?: PdfTables,
): Promise<readonly string[] | null> {
  const take = ORIGINALS[formatOf(file)]
  return take ? take(file, pdfTables) : null
}

type Taker = (file: InputFile, pdfTables?: PdfTables) => readonly string[] | Promise<readonly string[]>

const ORIGINALS: Partial<Record<Format, Taker>> = {
  text: (file) => decodeText(file).split('\n'),
  markdown: (file) => markdownWords(decodeText(file)),
  html: (file) => pageWords(decodeText(file)),
  docx: (file) => [
    ...packedWords(file, /^word\/(?:document\d*|footnotes|endnotes|styles)\.xml$/u, WORD),
    // Pages that stand within the document as they are.
    ...packedPages(file, /^word\/[^/]+\.x?html?$/u),
  ],
  'word-xml': (file) => markedWords(decodeText(file), WORD),
  pptx: (file) => packedWords(file, /^ppt\/slides\/slide\d+\.xml$/u, SLIDES),
  epub: (file) => packedPages(file, /^(?!.*(?:nav|toc)).*\.x?html?$/iu),
  doc: async (file) => (await import('./readers/doc.ts')).wordsInDoc(file),
  pdf: async (file, tables) => (await import('./readers/pdf.ts')).wordsOnPages(file, tables),
}

/** Which elements of an XML hold words, and which hold none that are shown. */
interface Marks {
  readonly words: RegExp
  readonly unseen: RegExp
}

const WORD: Marks = {
  words: /^(?:w:t|m:t|w:sym)$/u,
  unseen: /^(?:w:del|w:moveFrom|mc:Fallback|w:rt|w:hdr|w:ftr|w:instrText)$/u,
}
const SLIDES: Marks = { words: /^(?:a:t|m:t)$/u, unseen: /^mc:Fallback$/u }
function packedWords({ bytes }: InputFile, parts: RegExp, marks: Marks): readonly string[] {
  const found = unzipSync(bytes, { filter: ({ name }) => parts.test(name) })
  const texts = Object.entries(found).map(([name, part]) => [name, strFromU8(part)] as const)
  const hidden = hiddenStyles(texts.find(([name]) => name.endsWith('/styles.xml'))?.[1] ?? '')
  return texts.flatMap(([, text]) => markedWords(text, marks, hidden))
}

function hiddenStyles(xml: string): ReadonlySet<string> {
  const styles = xml.split(/<w:style(?=\s)/u).slice(1)
  return new Set(
    styles
      .filter((style) => /<w:vanish(?![^>]*val="(?:0|false|off)")/u.test(style))
      .map((style) => /w:styleId="([^"]*)"/u.exec(style)?.[1] ?? ''),
  )
}

function packedPages({ bytes }: InputFile, pages: RegExp): readonly string[] {
  const found = unzipSync(bytes, { filter: ({ name }) => pages.test(name) })
  return Object.values(found).flatMap((part) => pageWords(strFromU8(part)))
}

/** Goes through the tags of an XML one by one, without a parser. */
function markedWords(
  xml: string,
  { words, unseen }: Marks,
  hiddenStyles: ReadonlySet<string> = new Set(),
): readonly string[] {
  const pieces: string[] = []
  let unseenDepth = 0
  let hiddenParagraph = false
  let hidden = false
  const open: string[] = []
  for (const [, end = '', name = '', attributes = '', empty = '', text = ''] of xml.matchAll(
    /<(\/?)([\w:.-]+)(?![\w:.-])([^<>]*?)(\/?)>|([^<]+)/gu,
  )) {
    if (text !== '') {
      if (unseenDepth === 0 && !hidden && words.test(open.at(-1) ?? '')) pieces.push(decoded(text))
    } else if (end !== '') {
      if (unseen.test(name)) unseenDepth = Math.max(0, unseenDepth - 1)
      open.pop()
    } else {
      if (name === 'w:p') hiddenParagraph = false
      if (name === 'w:r') hidden = hiddenParagraph
      if (name === 'w:vanish') hidden = !/val="(?:0|false|off)"/u.test(attributes)
      const style = /^w:[pr]Style$/u.test(name) ? (/w:val="([^"]*)"/u.exec(attributes)?.[1] ?? '') : ''
      if (hiddenStyles.has(style)) {
        hidden = true
        hiddenParagraph ||= name === 'w:pStyle'
      }
      if (name === 'w:sym' && words.test(name) && unseenDepth === 0 && !hidden) pieces.push(sign(attributes))
      if (empty !== '') continue
      if (unseen.test(name)) unseenDepth++
      open.push(name)
    }
  }
  return pieces
}

function sign(attributes: string): string {
  const font = /w:font="([^"]*)"/u.exec(attributes)?.[1] ?? ''
  const code = /w:char="([^"]*)"/u.exec(attributes)?.[1] ?? ''
  return fontSign(font, Number.parseInt(code, 16)) ?? ''
}

const UNSEEN_BOUNDS = /<(\/?)(script|style|template|noscript|head|title)\b[^<>]*>|<!--|-->/giu

/** A page without what nobody sees: scripts and the like, and comments. One that is never closed hides nothing. */
function withoutScripts(page: string): string {
  const bounds = [...page.matchAll(UNSEEN_BOUNDS)].map(({ 0: tag, 1: slash, 2: name, index }) => ({
    name: name?.toLowerCase() ?? 'comment',
    closes: slash === '/' || tag === '-->',
    start: index,
    end: index + tag.length,
  }))
  const lastClosed = new Map(bounds.filter(({ closes }) => closes).map(({ name, start }) => [name, start]))
  const pieces: string[] = []
  let from = 0
  let within: string | null = null
  for (const { name, closes, start, end } of bounds) {
    if (within === null && !closes && (lastClosed.get(name) ?? -1) > start) {
      pieces.push(page.slice(from, start))
      within = name
    } else if (within === name && closes) {
      from = end
      within = null
    }
  }
  return [...pieces, page.slice(from)].join(' ')
}

function pageWords(page: string): readonly string[] {
  return withoutScripts(page)
    .split(/<[^<>]*>|\n/u)
    .map(decoded)
}

/** Words between what is Markdown's own. */
function markdownWords(text: string): readonly string[] {
  return withoutScripts(text.replace(/^---\n[\s\S]{0,10000}?\n---\n/u, ''))
    .replace(/\]\([^()\n]*\)|^\s{0,3}\[[^\]\n\r\u2028\u2029]+\]:.*$|<[^<>\n]*>|&#?\w{1,10};/gmu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Signs written by their number or one of the commonest names; others are taken for no words. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,20}));/giu, (_, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    return NAMED[String(name)] ?? ' '
  })
}

/**
 * The pieces of a file's own words that are neither in what was read of it nor told as left out. White space and how
 * letters are set do not count; words whose places in the text differ do not either.
 */
export function lostWords(original: readonly string[], { text, leftOut }: SourceText): readonly string[] {
  const read = comparable([text, ...leftOut.map(({ words }) => words)].join('\n'))
  const lost: string[] = []
  let from = 0
  for (const piece of original) {
    const words = comparable(piece)
    if (words === '') continue
    const at = read.indexOf(words, from)
    const near = at >= 0 && at - from < NEAR
    if (near) from = at + words.length
    else if (at < 0 && !read.includes(words)) lost.push(piece.trim())
  }
  return lost
}

/** In UTF-16 units: what is found farther on is another place of the same words. */
const NEAR = 2000

/** Letters, figures and signs alone; arrows that lead from a note back are a page's own. */
function comparable(words: string): string {
  return words.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}↩]|\ufe0e|\ufe0f/gu, '')
}
