import type { PdfFile } from './file.ts'
import { type Dict, isBytes, isDict, isRef, Scanner, type Value } from './syntax.ts'

/** What a reader's search sees of a page. */
export interface PageWords {
  /** Its words in the order in which they are painted, without what is no part of the document: running heads. */
  readonly words: string
  readonly hasPicture: boolean
}

interface Font {
  /** Bytes of a character's code. */
  readonly width: 1 | 2
  readonly unicode: ReadonlyMap<number, string>
}

/** Forms in forms deeper than this are none that a browser writes. */
const deepest = 20

/** Reads the words of pages; fonts that they share are read once. */
export function pageReader(file: PdfFile): (page: Dict) => PageWords {
  const fonts = new Map<number, Font>()
  const fontOf = (value: Value | undefined): Font => {
    const number = isRef(value) ? value.ref : -1
    const known = fonts.get(number)
    if (known) return known
    const font = readFont(file, file.dict(value))
    if (number >= 0) fonts.set(number, font)
    return font
  }

  return (page) => {
    let words = ''
    let hasPicture = false
    // Of each level of marked content: whether its words count, and the words that stand for what is painted in it.
    const marks: { readonly counts: boolean; readonly actual: boolean }[] = []
    const show = (text: string): void => {
      const mark = marks.at(-1)
      if (mark?.counts && !mark.actual) words += text
    }
    const begin = (tag: Value | undefined, properties: Value | undefined): void => {
      const outer = marks.at(-1)
      const actual = isDict(properties) ? properties.get('ActualText') : undefined
      const counts = tag !== '/Artifact' && (outer?.counts ?? tag !== '/Span')
      if (counts && actual !== undefined && !outer?.actual) words += file.text(actual)
      marks.push({ counts, actual: outer?.actual || actual !== undefined })
    }
    const run = (content: string, resources: Dict, depth: number): void => {
      const named = (kind: string, name: Value | undefined): Value | undefined =>
        file.dict(resources.get(kind)).get(String(name).slice(1))
      const scan = new Scanner(content)
      let operands: Value[] = []
      let font: Font | undefined
      for (let value = scan.next(); value !== undefined; value = scan.next()) {
        if (typeof value !== 'string' || value.startsWith('/')) {
          operands.push(value)
          continue
        }
        const [first, second] = operands
        if (value === 'Tf') font = fontOf(named('Font', first))
        else if (value === 'Tj' || value === 'TJ')
          for (const part of Array.isArray(first) ? first : [first])
            if (font && isBytes(part)) show(decode(part.bytes, font))
        if (value === 'BDC') begin(first, isDict(second) ? second : file.get(named('Properties', second)))
        else if (value === 'BMC') begin(first, undefined)
        else if (value === 'EMC') marks.pop()
        else if (value === 'Do') {
          const target = named('XObject', first)
          const { value: form, stream } = isRef(target)
            ? file.object(target.ref)
            : { value: 'null', stream: null }
          if (isDict(form) && form.get('Subtype') === '/Image') hasPicture = true
          else if (isDict(form) && stream !== null && depth < deepest)
            run(stream, form.has('Resources') ? file.dict(form.get('Resources')) : resources, depth + 1)
        }
        operands = []
      }
    }
    run(file.content(page), file.dict(page.get('Resources')), 0)
    return { words, hasPicture }
  }
}

function decode(bytes: string, { width, unicode }: Font): string {
  let text = ''
  for (let i = 0; i + width <= bytes.length; i += width) {
    const code = width === 2 ? bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1) : bytes.charCodeAt(i)
    text += unicode.get(code) ?? '\ufffd'
  }
  return text
}

function readFont(file: PdfFile, font: Dict): Font {
  const table = font.get('ToUnicode')
  const unicode = new Map<number, string>()
  const scan = new Scanner(isRef(table) ? (file.object(table.ref).stream ?? '') : '')
  let values: Value[] = []
  for (let value = scan.next(); value !== undefined; value = scan.next()) {
    if (value === 'beginbfchar' || value === 'beginbfrange') values = []
    else if (value === 'endbfchar')
      for (let i = 0; i + 1 < values.length; i += 2) unicode.set(code(values[i]), utf16(values[i + 1]))
    else if (value === 'endbfrange')
      for (let i = 0; i + 2 < values.length; i += 3)
        readRange(unicode, code(values[i]), code(values[i + 1]), values[i + 2])
    else values.push(value)
  }
  return { width: font.get('Subtype') === '/Type0' ? 2 : 1, unicode }
}

/** Codes in a row mean characters in a row, or each the one that a list gives it. */
function readRange(unicode: Map<number, string>, first: number, last: number, to: Value | undefined): void {
  const list = Array.isArray(to) ? to : null
  const start = list ? '' : utf16(to)
  const end = start.charCodeAt(start.length - 1)
  for (let at = first; at <= Math.min(last, 0xffff); at++)
    unicode.set(
      at,
      list ? utf16(list[at - first]) : start.slice(0, -1) + String.fromCharCode(end + at - first),
    )
}

const code = (value: Value | undefined): number =>
  isBytes(value) ? [...value.bytes].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0) : -1

const utf16 = (value: Value | undefined): string =>
  isBytes(value) ? Buffer.from(value.bytes, 'latin1').swap16().toString('utf16le') : ''
