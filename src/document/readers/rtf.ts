import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { fontSign } from './font-signs.ts'
import { imageType } from './images.ts'
import { loweredWords, raisedWords } from './raised.ts'

/**
 * Rich text (`.rtf`): its paragraphs with the levels of their styles, the numbers that stand written in it, tables,
 * pictures and footnotes. Deleted and hidden text, comments, heads and feet of pages are not part of it, and told.
 */
export function readRtf(file: InputFile): SourceText {
  const reader = new RtfReader(file.bytes)
  reader.read()
  return reader.finish(file.name)
}

/** Where words go: the text, a note below it, or nowhere. */
type Destination = 'text' | 'note' | 'comment' | 'number' | 'fonts' | 'styles' | 'picture' | 'nowhere'

/** What holds until the end of a group. */
interface State {
  destination: Destination
  bold: boolean
  hidden: boolean
  deleted: boolean
  place: 'above' | 'below' | null
  /** In a box of text beside the text. */
  box: boolean
  font: number
  /** How many signs stand behind `\u` for readers that do not know it. */
  skip: number
}

interface Paragraph {
  centred: boolean
  level: number | null
  style: number
  inTable: boolean
}

interface Font {
  name: string
  encoding: string | null
}

/** Encodings of `\fcharset`; 2 is that of fonts of signs. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
}
const SIGNS = 2

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
}

const WORDS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}

/** Groups that hold no words of the text. */
const NOWHERE: ReadonlySet<string> = new Set(
  (
    'colortbl info listtable listoverridetable revtbl rsidtbl generator fldinst datafield themedata colorschememapping ' +
    'latentstyles datastore xmlnstbl pgptbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata objclass nonshppict ' +
    'shprslt sp atnid atnauthor atntime atnref atnparent atndate bkmkstart bkmkend picprop blipuid template ' +
    'private mmathPr filetbl listpicture wgrffmtfilter tc xe rxe txe'
  ).split(' '),
)
const FURNITURE = /^(?:header|footer)[lrf]?$/u
/** Groups that older readers pass over and that hold words. */
const READ_ALL_THE_SAME: ReadonlySet<string> = new Set(
  'shpinst shptxt shppict moMath moMathPara annotation'.split(' '),
)

const MOST_OPEN = 10_000

class RtfReader {
  readonly #bytes: Uint8Array
  readonly #writer = new SourceWriter()
  readonly #fonts = new Map<number, Font>()
  readonly #styles = new Map<number, string>()
  readonly #stack: State[] = []
  #state: State = {
    destination: 'text',
    bold: false,
    hidden: false,
    deleted: false,
    place: null,
    box: false,
    font: 0,
    skip: 1,
  }
  #paragraph: Paragraph = { centred: false, level: null, style: 0, inTable: false }
  #codePage = 'windows-1252'
  /** Signs that are not decoded yet. */
  #pending: number[] = []
  #toSkip = 0
  #words = ''
  #number = ''
  #allBold = true
  #cells: string[] = []
  #rows: string[][] = []
  #note = ''
  #notes = 0
  #definition = ''
  /** The words of the paragraph around a box of text, and the box's own lines. */
  #around = ''
  #box: string[] = []
  #picture: string[] = []
  #hidden = false
  /** What is written behind the paragraph. */
  #behind: (() => void)[] = []

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  finish(name: string): SourceText {
    return this.#writer.finish(name, 'rtf')
  }

  read(): void {
    const bytes = this.#bytes
    let at = 0
    let isStarred = false
    while (at < bytes.length) {
      const sign = bytes[at++] ?? 0
      if (sign === 0x7b) {
        this.#flush()
        if (this.#stack.length < MOST_OPEN) this.#stack.push({ ...this.#state })
        this.#toSkip = 0
        isStarred = false
      } else if (sign === 0x7d) {
        this.#flush()
        this.#close()
        this.#toSkip = 0
      } else if (sign === 0x5c) {
        const next = String.fromCharCode(bytes[at] ?? 0)
        if (next === "'") {
          this.#take(Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16) || 0x3f)
          at += 3
        } else if (next === '*') {
          isStarred = true
          at++
        } else if (/[a-zA-Z]/u.test(next)) {
          let end = at
          while (/[a-zA-Z]/u.test(String.fromCharCode(bytes[end] ?? 0)) && end - at < 32) end++
          const word = String.fromCharCode(...bytes.subarray(at, end))
          let digits = end
          while (/[-\d]/u.test(String.fromCharCode(bytes[digits] ?? 0)) && digits - end < 11) digits++
          const value = digits > end ? Number(String.fromCharCode(...bytes.subarray(end, digits))) : null
          at = bytes[digits] === 0x20 ? digits + 1 : digits
          if (word === 'bin' && value !== null && value > 0) at += value
          else {
            this.#flush()
            this.#control(word, value, isStarred)
          }
          isStarred = false
        } else {
          at++
          this.#flush()
          this.#control(next, null, false)
        }
      } else if (sign !== 0x0d && sign !== 0x0a) this.#take(sign)
    }
    this.#flush()
    this.#endTable()
    this.#endParagraph()
  }

  #take(sign: number): void {
    if (this.#toSkip > 0) this.#toSkip--
    else this.#pending.push(sign)
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    const font = this.#fonts.get(this.#state.font)
    if (this.#state.destination === 'picture') {
      this.#picture.push(String.fromCharCode(...bytes.subarray(0, 60_000)))
      return
    }
    if (font?.encoding === null) {
      this.#add([...bytes].map((byte) => fontSign(font.name, byte) ?? String.fromCharCode(byte)).join(''))
    } else this.#add(new TextDecoder(font?.encoding ?? this.#codePage).decode(bytes))
  }

  #add(words: string): void {
    const { destination, hidden, deleted, bold, place } = this.#state
    if (destination === 'nowhere' || deleted) return
    if (destination === 'fonts' || destination === 'styles') this.#definition += words
    else if (hidden) {
      this.#hidden ||= words.trim() !== ''
    } else if (destination === 'note' || destination === 'comment') this.#note += words
    else if (destination === 'number') this.#number += words
    else if (destination === 'text') {
      if (!bold && words.trim() !== '') this.#allBold = false
      if (place === 'above') this.#words += raisedWords(this.#words, words)
      else this.#words += place === 'below' ? loweredWords(words) : words
    }
  }

  #control(word: string, value: number | null, isStarred: boolean): void {
    const state = this.#state
    const isOn = value !== 0
    if (this.#destination(word, isStarred)) return
    const words = WORDS[word]
    if (words !== undefined) this.#add(words)
    else if (word === 'u' && value !== null) {
      const code = value < 0 ? value + 0x10000 : value
      const font = this.#fonts.get(state.font)
      this.#add(
        (code >= 0xf000 && code <= 0xf0ff && font && fontSign(font.name, code)) || String.fromCharCode(code),
      )
      this.#toSkip = state.skip
    } else if (word === 'uc') state.skip = Math.min(value ?? 1, 10)
    else if (word === 'par' || word === 'sect' || word === 'page') this.#break()
    else if (word === 'cell' || word === 'nestcell') this.#endCell()
    else if (word === 'row' || word === 'nestrow') this.#endRow()
    else if (word === 'b') state.bold = isOn
    else if (word === 'v') state.hidden = isOn
    else if (word === 'deleted') state.deleted = isOn
    else if (word === 'super') state.place = isOn ? 'above' : null
    else if (word === 'sub') state.place = isOn ? 'below' : null
    else if (word === 'nosupersub') state.place = null
    else if (word === 'plain')
      Object.assign(state, { bold: false, hidden: false, deleted: false, place: null })
    else if (word === 'f') this.#setFont(value ?? 0)
    else if (word === 'fcharset') this.#setCharset(value ?? 0)
    else if (word === 'ansicpg') this.#codePage = CODE_PAGES[value ?? 0] ?? encodingOf(value ?? 1252)
    else if (word === 'chftn') {
      if (state.destination === 'text') this.#words += `[${this.#notes + 1}]`
    } else if (state.destination === 'text' || state.destination === 'styles') {
      this.#paragraphControl(word, value)
    }
  }

  #paragraphControl(word: string, value: number | null): void {
    const paragraph = this.#paragraph
    if (word === 'pard') Object.assign(paragraph, { centred: false, level: null, style: 0, inTable: false })
    else if (word === 'qc') paragraph.centred = true
    else if (/^q[lrjd]$/u.test(word)) paragraph.centred = false
    else if (word === 'outlinelevel' && value !== null && value < 9) paragraph.level = value + 1
    else if (word === 's' && value !== null) paragraph.style = value
    else if (word === 'intbl') paragraph.inTable = true
  }

  /** Whether the word says where the words of its group go. */
  #destination(word: string, isStarred: boolean): boolean {
    const state = this.#state
    const isInside = state.destination === 'nowhere'
    if (isInside) return true
    if (word === 'fonttbl') state.destination = 'fonts'
    else if (word === 'stylesheet') state.destination = 'styles'
    else if (word === 'footnote') {
      state.destination = 'note'
      this.#note = ''
    } else if (word === 'annotation') {
      state.destination = 'comment'
      this.#note = ''
    } else if (word === 'listtext' || word === 'pntext') state.destination = 'number'
    else if (word === 'pict') {
      state.destination = 'picture'
      this.#picture = []
    } else if (FURNITURE.test(word) || NOWHERE.has(word)) state.destination = 'nowhere'
    else if (word === 'shptxt' && !state.box) {
      state.box = true
      this.#around = this.#words
      this.#words = ''
    } else if (isStarred && !READ_ALL_THE_SAME.has(word)) {
      if (!/^(?:cs|ds|ts)$/u.test(word) || state.destination !== 'styles') state.destination = 'nowhere'
    } else return false
    return true
  }

  #close(): void {
    const { destination, box } = this.#state
    const around = this.#stack.pop()
    if (!around) return
    if (box && !around.box) {
      this.#box.push(this.#words)
      this.#words = this.#around
      const lines = this.#box.filter((line) => line.trim() !== '')
      this.#box = []
      this.#behind.push(() => {
        for (const line of lines) this.#writer.write(line)
      })
    }
    if (destination === 'note' && around.destination !== 'note') {
      const mark = `[${++this.#notes}]`
      const words = `${mark} ${this.#note.trim()}`
      if (!this.#words.endsWith(mark)) this.#words += mark
      this.#behind.push(() => this.#writer.write(words.replace(/\s+/gu, ' '), { footnote: true }))
    } else if (destination === 'comment' && around.destination !== 'comment') {
      const words = this.#note
      this.#behind.push(() => this.#writer.leaveOut('comment', words))
    } else if (destination === 'picture' && around.destination !== 'picture') this.#endPicture()
    else if (destination === 'fonts') this.#defineFont()
    else if (destination === 'styles') this.#defineStyle()
    this.#state = around
  }

  #setFont(font: number): void {
    this.#state.font = font
    if (this.#state.destination === 'fonts') this.#fonts.set(font, { name: '', encoding: this.#codePage })
  }

  #setCharset(charset: number): void {
    const font = this.#fonts.get(this.#state.font)
    if (font && this.#state.destination === 'fonts')
      font.encoding = charset === SIGNS ? null : (CHARSETS[charset] ?? this.#codePage)
  }

  #defineFont(): void {
    const font = this.#fonts.get(this.#state.font)
    if (font && this.#definition !== '') font.name = this.#definition.replace(/;.*/u, '').trim()
    this.#definition = ''
  }

  #defineStyle(): void {
    if (this.#definition !== '')
      this.#styles.set(this.#paragraph.style, this.#definition.replace(/;.*/u, '').trim())
    this.#definition = ''
    this.#paragraph.style = 0
  }

  #endPicture(): void {
    const digits = this.#picture.join('').replace(/[^0-9a-f]/giu, '')
    this.#picture = []
    const bytes = Uint8Array.from({ length: digits.length >> 1 }, (_, at) =>
      Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
    )
    const type = imageType(bytes)
    this.#behind.push(() =>
      type ? this.#writer.writeImage({ type, bytes }, '') : this.#writer.leaveOut('picture'),
    )
  }

  #break(): void {
    const { destination } = this.#state
    if (destination === 'note' || destination === 'comment') this.#note += ' '
    else if (destination === 'text') {
      if (this.#state.box) {
        this.#box.push(this.#words)
        this.#words = ''
      } else if (this.#paragraph.inTable) this.#words += ' '
      else {
        this.#endTable()
        this.#endParagraph()
      }
    }
  }

  #endParagraph(): void {
    const name = this.#styles.get(this.#paragraph.style) ?? ''
    const named = /^(?:heading|标题|標題)\s?(\d)$/iu.exec(name)?.[1]
    const level = this.#paragraph.level ?? (named === undefined ? null : Number(named))
    const number = this.#takeNumber()
    const isItem = number === '' && this.#number !== ''
    const layout: LineLayout = {
      ...(level === null ? {} : { heading: level }),
      ...(/^(?:title|标题|標題)$/iu.test(name) ? { title: true } : {}),
      ...(/^toc \d$/iu.test(name) ? { contents: true } : {}),
      ...(this.#paragraph.centred ? { centred: true } : {}),
      ...(this.#allBold ? { bold: true } : {}),
      ...(isItem ? { item: true } : {}),
    }
    if (this.#words.trim() !== '' || this.#behind.length === 0)
      this.#writer.write(number + this.#words, layout)
    this.#words = ''
    this.#number = ''
    this.#allBold = true
    this.#writeBehind()
  }

  /** A bullet is no word of the text, a number is. */
  #takeNumber(): string {
    const number = this.#number.replace(/\t/gu, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(number) || /^[\uf000-\uf0ff]$/u.test(number)) return ''
    return /[\p{L}\p{N}.]$/u.test(number) ? `${number} ` : number
  }

  #writeBehind(): void {
    if (this.#hidden) this.#writer.leaveOut('hidden')
    this.#hidden = false
    const behind = this.#behind
    this.#behind = []
    for (const write of behind) write()
  }

  #endCell(): void {
    this.#cells.push(this.#takeNumber() + this.#words.trim())
    this.#words = ''
    this.#number = ''
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells)
    this.#cells = []
  }

  #endTable(): void {
    this.#endRow()
    const rows = this.#rows
    this.#rows = []
    if (rows.length === 0) return
    if (rows.every((row) => row.length <= 1)) for (const row of rows) this.#writer.write(row.join(''))
    else this.#writer.writeTable(rows)
    this.#allBold = true
    this.#writeBehind()
  }
}

function encodingOf(codePage: number): string {
  try {
    return new TextDecoder(`windows-${codePage}`).encoding
  } catch {
    return 'windows-1252'
  }
}
