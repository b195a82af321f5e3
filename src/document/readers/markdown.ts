import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { writeHtml } from './html.ts'
import { withNoteMarks } from './note-marks.ts'
import { loweredWords, raisedWords } from './raised.ts'

/**
 * Four spaces before a paragraph are its indent in these documents, not the mark of code. What is inside
 * of paragraphs is parsed one by one, for the parser takes quadratic time over a long row of brackets.
 */
const markdown = new MarkdownIt({ html: true }).use(cjkFriendly).disable(['code', 'inline'])
/** Of quotations and lists inside each other: the parser leaves out what is deeper. */
const DEEPEST = 100
/** In UTF-16 units: a longer paragraph is a text of one line, and its marks are taken for words. */
const LONGEST_MARKED = 50_000

const FRONT_MATTER = /^---[ \t]*\n(?:(?!---)[^\n]*\n){0,200}---[ \t]*(?:\n|$)/u
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:/u
const FOOTNOTE_MARK = /\[\^([^\]\s]{1,40})\]:?/gu

/** A footnote is a paragraph; without this rule it would be taken for the definition of a link. */
markdown.block.ruler.before('reference', 'footnote', (state, start, end, silent) => {
  const begins = (line: number): boolean =>
    FOOTNOTE.test(state.getLines(line, line + 1, state.blkIndent, false))
  if (!begins(start)) return false
  if (silent) return true
  state.line = start + 1
  while (state.line < end && !state.isEmpty(state.line) && !begins(state.line)) state.line++
  state.push('paragraph_open', 'p', 1)
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(start, state.line, state.blkIndent, false).trim()
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  return true
})

/** Markdown: its words without its marks; front matter, comments and HTML tags are not part of them, pictures are left out. */
export function readMarkdown(file: InputFile): SourceText {
  const whole = decodeText(file)
  const matter = FRONT_MATTER.exec(whole)?.[0] ?? ''
  const text = whole.slice(matter.length)
  const writer = new SourceWriter()
  writer.entitle(matterValue(matter, 'title'))
  writeMatter(matter, text, writer)
  const references = {}
  const tokens = markdown.parse(text, references)
  if (tokens.some(({ level }) => level >= DEEPEST - 1))
    throw new Fault((say) => say.markdownDeep, { file: file.name })
  writeTokens(tokens, references, writer, file.name)
  return withNoteMarks(writer.finish(file.name, 'markdown'))
}

const MATTER_ROLES: Readonly<Record<string, LineLayout>> = {
  title: { title: true },
  author: { told: 'byline' },
  date: { told: 'date' },
}

/** What the front matter says of the document, unless the text itself begins so. */
function writeMatter(matter: string, text: string, writer: SourceWriter): void {
  const beginning = text.slice(0, 2000)
  for (const [key, layout] of Object.entries(MATTER_ROLES)) {
    const value = matterValue(matter, key)
    if (value !== '' && !beginning.includes(value)) writer.write(value, layout)
  }
}

/** A value of one line with words in it, else ''. */
function matterValue(matter: string, key: string): string {
  const value =
    new RegExp(`^${key}[ \\t]*:[ \\t]*(["']?)(.{1,200}?)\\1[ \\t]*$`, 'mu').exec(matter)?.[2] ?? ''
  return /[\p{L}\p{N}]/u.test(value) && !/^[[{|>]/u.test(value) ? value : ''
}

function writeTokens(tokens: readonly Token[], references: object, writer: SourceWriter, file: string): void {
  let heading: number | undefined
  let number = ''
  let inBullets = 0
  let row: string[] | null = null
  let rows: string[][] = []
  for (const token of tokens) {
    if (token.type === 'heading_open') heading = Number(token.tag.slice(1))
    else if (token.type === 'heading_close') heading = undefined
    else if (token.type === 'bullet_list_open') inBullets++
    else if (token.type === 'bullet_list_close') inBullets--
    else if (token.type === 'list_item_open')
      number = token.info === '' ? '' : `${token.info}${token.markup} `
    else if (token.type === 'table_open') rows = []
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close' && row) {
      rows.push(row)
      row = null
    } else if (token.type === 'table_close') writer.writeTable(rows)
    else if (token.type === 'fence') writer.write(token.content)
    else if (token.type === 'html_block') writeHtml(token.content, file, writer)
    else if (token.type === 'hr') writer.write('')
    else if (token.type === 'inline') {
      const children = inlineTokens(token.content, references)
      const words = (children ? wordsOf(children) : token.content).replace(FOOTNOTE_MARK, '[$1]')
      if (row) row.push(words)
      else {
        const shown = layoutOf(token.content, children ?? [], heading)
        const layout = inBullets > 0 && number === '' ? { ...shown, item: true as const } : shown
        const isOneLine = layout.heading !== undefined || layout.footnote
        writer.write(number + (isOneLine ? words.replace(/(?<!\s)\s*\n\s*/gu, ' ') : words), layout)
        for (const token of children ?? []) {
          if (token.type === 'image')
            writer.leaveOut('picture', wordsOf(token.children ?? []) || fileName(token))
          else if (
            token.type === 'html_inline' &&
            /^<(?:img|iframe|video|embed|object)\b/iu.test(token.content)
          )
            writeHtml(token.content, file, writer)
        }
      }
      number = ''
    } else if (token.type === 'paragraph_close' || token.type === 'list_item_close') writer.write('')
  }
}

function inlineTokens(content: string, references: object): readonly Token[] | null {
  if (content.length > LONGEST_MARKED) return null
  const tokens: Token[] = []
  markdown.inline.parse(content, markdown, references, tokens)
  return tokens
}

function layoutOf(content: string, children: readonly Token[], heading: number | undefined): LineLayout {
  if (heading !== undefined) return { heading }
  if (FOOTNOTE.test(content)) return { footnote: true }
  const marks = children.filter(({ type, content: words }) => type !== 'text' || words.trim() !== '')
  const bold = marks.length === 3 && marks[0]?.type === 'strong_open' && marks[2]?.type === 'strong_close'
  return bold ? { bold: true } : {}
}

function wordsOf(tokens: readonly Token[]): string {
  const words: string[] = []
  /** Where small letters above or below the line began. */
  let small: { readonly tag: string; readonly at: number } | null = null
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') words.push('\n')
    else if (token.type === 'image') words.push(wordsOf(token.children ?? []))
    else if (token.type !== 'html_inline') words.push(token.content)
    else if (/^<br\b/iu.test(token.content)) words.push('\n')
    else {
      const [, end = '', tag = ''] = /^<(\/?)(sup|sub|rt)\b/iu.exec(token.content) ?? []
      if (tag !== '' && end === '') small = { tag: tag.toLowerCase(), at: words.length }
      else if (small && tag.toLowerCase() === small.tag) {
        const inside = words.splice(small.at).join('')
        words.push(smallWords(small.tag, words.slice(-6).join(''), inside))
        small = null
      }
    }
  }
  return words.join('')
}

function smallWords(tag: string, before: string, words: string): string {
  if (tag === 'rt') return `（${words}）`
  return tag === 'sup' ? raisedWords(before, words) : loweredWords(words)
}

function fileName(image: Token): string {
  return (image.attrGet('src') ?? '').split('/').at(-1) ?? ''
}
