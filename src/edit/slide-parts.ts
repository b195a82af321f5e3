import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { Span } from '../document/index.ts'
import { cutSlides } from '../markdown/cut.ts'
import type { Environment } from '../markdown/environment.ts'
import { createParser } from '../markdown/parser.ts'
import type { Separators } from '../markdown/separators.ts'
import type { EditedFile, EditedSlide } from './deck-state.ts'

/** Half-open range of lines of a slide's text, zero-based. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Something that stands on a slide, or in its notes. */
export interface SlidePart extends LineRange {
  readonly kind: 'heading' | 'point' | 'paragraph' | 'quotation' | 'table' | 'picture' | 'other'
  /** Its words as they are seen. */
  readonly text: string
  /** The Markdown of its words, without what makes it a heading or a point. */
  readonly source: string
  /** What stands before and behind its words on its lines: `### `, `  - `. */
  readonly head: string
  readonly tail: string
  /** Of a point: 0 for the first level. Of a heading: its level. */
  readonly depth: number
  /** Of a point: the line behind all that stands below it. */
  readonly end: number
  /** Nothing but words, bold and italics: it can be edited as it is seen. */
  readonly plain: boolean
  /** Those that stand there: alone, or before and behind the words, where they are no part of these. */
  readonly pictures: readonly Picture[]
}

export interface Picture {
  readonly address: string
  /** What it shows, for who can't see it. */
  readonly text: string
  /** Where the Markdown of that stands in the part's `head`, `source` and `tail`. */
  readonly start: number
  readonly end: number
}

/** A slide as it is understood for editing. */
export interface SlideParts {
  readonly parts: readonly SlidePart[]
  /** The line of `Note:`; null for a slide without notes. */
  readonly notesAt: number | null
  readonly notes: readonly SlidePart[]
  /** Of the slide itself, in order. */
  readonly classes: readonly string[]
  /** Lines of the body. */
  readonly bodyEnd: number
}

let made: MarkdownIt | null = null
const parser = (): MarkdownIt => {
  made ??= createParser()
  return made
}

const known = new WeakMap<EditedSlide, SlideParts>()

/** Reads what stands on a slide, each part with its lines. */
export function partsOf(slide: EditedSlide, { separators }: Pick<EditedFile, 'separators'>): SlideParts {
  const before = known.get(slide)
  if (before) return before
  const read = readParts(slide.text, separators)
  known.set(slide, read)
  return read
}

/** The Markdown of a slide's notes; '' for a slide without. Far quicker than all of its parts. */
export function notesOf({ text }: EditedSlide, { separators }: Pick<EditedFile, 'separators'>): string {
  const { stacks } = cutSlides(text, 0, 'across', { across: none, down: none, notes: separators.notes })
  return stacks[0]?.[0]?.notes?.text ?? ''
}

const none = (): number => 0

function readParts(text: string, { notes: isNotes }: Separators): SlideParts {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const { stacks } = cutSlides(text, 0, 'across', { across: none, down: none, notes: isNotes })
  const source = stacks[0]?.[0]
  const notesAt = source?.notes ? source.notes.line : null
  const body = lines.slice(0, notesAt ?? lines.length)
  // What stands on the line of `Note:` itself is read with its mark taken out, so that the lines stay in their places.
  const spoken = source?.notes?.text.split('\n') ?? []
  return {
    parts: readBlocks(body.join('\n'), 'body', 0),
    notesAt,
    notes: notesAt === null ? [] : readBlocks(spoken.join('\n'), 'notes', notesAt, lines),
    classes: classesOf(body),
    bodyEnd: notesAt ?? lines.length,
  }
}

/** The comment that gives a slide its attributes. */
export const slideComment = /<!--\s*\.slide:((?:(?!<!--)[\s\S])*?)-->/

function classesOf(body: readonly string[]): string[] {
  const [, attributes = ''] = slideComment.exec(body.join('\n')) ?? []
  return (/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(/\s+/).filter(Boolean)
}

/** A part while it is read. */
interface Found extends LineRange {
  readonly kind: SlidePart['kind']
  readonly depth: number
  end: number
  inline: Token | null
}

function readBlocks(
  text: string,
  part: Environment['part'],
  offset: number,
  written: readonly string[] = text.split('\n'),
): SlidePart[] {
  const env: Environment = {
    language: '',
    part,
    sentences: [],
    originals: new Map(),
    file: '',
    line: 1,
    remark: () => {},
  }
  const tokens = parser().parse(text, env)
  const found: Found[] = []
  // The lists around a token; null where something else stands around it, which is one part with all that it holds.
  let lists = 0
  let outside = 0
  const points: Found[] = []
  for (const token of tokens) {
    const { type, nesting, map } = token
    if (outside > 0) {
      outside += nesting
      const holder = found.at(-1)
      if (holder && !holder.inline && type === 'inline') holder.inline = token
      if (holder && map && holder.kind === 'other') holder.end = Math.max(holder.end, map[1])
      continue
    }
    const range = map ? { from: map[0], to: map[1] } : null
    if (type === 'bullet_list_open' || type === 'ordered_list_open') lists++
    else if (type === 'bullet_list_close' || type === 'ordered_list_close') lists--
    else if (type === 'list_item_open' && range) {
      const point: Found = { ...range, kind: 'point', depth: lists - 1, end: range.to, inline: null }
      points.push(point)
      found.push({ ...point })
      points[points.length - 1] = found.at(-1) ?? point
    } else if (type === 'list_item_close') points.pop()
    else if (type === 'inline') {
      const point = points.at(-1)
      const holder = point ?? found.at(-1)
      if (holder && !holder.inline) holder.inline = token
    } else if (type === 'heading_open' && range)
      found.push({
        ...range,
        kind: 'heading',
        depth: Number(token.tag.slice(1)) || 1,
        end: range.to,
        inline: null,
      })
    else if (type === 'paragraph_open' && range && points.length === 0)
      found.push({ ...range, kind: 'paragraph', depth: 0, end: range.to, inline: null })
    else if (nesting === 1 && range && type !== 'paragraph_open') {
      const kind = type === 'table_open' ? 'table' : type === 'blockquote_open' ? 'quotation' : 'other'
      if (points.length === 0) found.push({ ...range, kind, depth: 0, end: range.to, inline: null })
      outside = 1
    } else if (nesting === 0 && range && points.length === 0 && type !== 'html_block')
      found.push({ ...range, kind: 'other', depth: 0, end: range.to, inline: null })
  }
  const lines = text.split('\n')
  return found.map((one) => partFrom(one, lines, written, offset))
}

function partFrom(
  { kind, depth, from, end, inline }: Found,
  lines: readonly string[],
  written: readonly string[],
  offset: number,
): SlidePart {
  const [first, behind] = inline?.map ?? [from, kind === 'point' ? from + 1 : end]
  const isOneBlock = kind !== 'point' && (kind !== 'quotation' || !inline)
  const to = isOneBlock ? Math.max(behind, kind === 'heading' ? end : behind) : behind
  let last = end
  while (last > to && (lines[last - 1] ?? '').trim() === '') last--
  const own = written.slice(offset + first, offset + behind).map((line, i) => (i === 0 ? line : line.trim()))
  const all = own.join('\n')
  const content = inline?.content ?? ''
  const at = inline ? all.indexOf(content) : -1
  const mark = content === '' ? markAlone(kind, all) : null
  const isPicture =
    kind === 'paragraph' && inline?.children?.every(({ type }) => /^(?:image|softbreak)$/.test(type))
  const children = inline?.children ?? []
  const pictures = at >= 0 ? picturesIn(children, content) : []
  // What a picture is among words only its Markdown tells.
  const words = (!isPicture && wordsBetween(content, pictures)) || { start: 0, end: content.length }
  const isSplit = words.start > 0 || words.end < content.length
  const spoken = isSplit ? children.filter(({ type }) => type !== 'image') : children
  return {
    kind: isPicture ? 'picture' : kind,
    depth,
    from: offset + from,
    to: offset + Math.max(kind === 'table' || kind === 'other' || kind === 'quotation' ? last : to, from + 1),
    end: offset + Math.max(last, from + 1),
    text: seen(spoken),
    pictures:
      isPicture || isSplit
        ? pictures.map(({ picture }) => ({
            ...picture,
            start: at + picture.start,
            end: at + picture.end,
          }))
        : [],
    ...(mark === null
      ? {
          source: at >= 0 ? content.slice(words.start, words.end) : all,
          head: at >= 0 ? all.slice(0, at + words.start) : kind === 'point' ? all : '',
          tail: at >= 0 ? all.slice(at + words.end) : '',
          plain: at >= 0 && inline !== null && spoken.every(isPlain),
        }
      : { source: '', head: mark, tail: '', plain: true }),
  }
}

/** What stands before the words of a heading, a point or a quotation that has none yet: `### ` of `###`; else null. */
function markAlone(kind: SlidePart['kind'], line: string): string | null {
  const marks = {
    heading: /^\s*#{1,6}(?=\s|$)/,
    point: /^\s*(?:[-*+]|\d{1,9}[.)])(?=\s*$)/,
    quotation: /^\s*>(?=\s*$)/,
  }
  const found = kind === 'heading' || kind === 'point' || kind === 'quotation' ? marks[kind].exec(line) : null
  return found ? `${found[0]} ` : null
}

/** A picture in a line of Markdown, and where all of its Markdown stands in that. */
interface PlacedPicture extends Span {
  readonly picture: Picture
}

/** The pictures of a line of Markdown; offsets into it. */
function picturesIn(children: readonly Token[], content: string): PlacedPicture[] {
  const found: PlacedPicture[] = []
  let from = 0
  for (const image of children) {
    if (image.type !== 'image') continue
    const start = content.indexOf(`![${image.content}]`, from)
    if (start < 0) continue
    from = start + 2
    const end = from + image.content.length
    found.push({
      start,
      end: end + (address.exec(content.slice(end))?.[0].length ?? 1),
      picture: {
        address: image.attrGet('src') ?? '',
        text: image.children ? seen(image.children) : image.content,
        start: from,
        end,
      },
    })
  }
  return found
}

/** What stands behind the text of a picture: `](a.png "题")`, `][a]`. */
const address = /^\](?:\((?:<[^<>\n]*>|[^()\s]*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|\[[^\]\n]*\])/

/** Where the words of a line stand that has pictures only before and behind them; null for any other. */
function wordsBetween(content: string, pictures: readonly Span[]): Span | null {
  const isBlank = (start: number, end: number): boolean => content.slice(start, end).trim() === ''
  let [start, end, from, to] = [0, content.length, 0, pictures.length]
  for (let next = pictures[from]; next && isBlank(start, next.start); next = pictures[++from])
    start = next.end
  for (let next = pictures[to - 1]; next && to > from && isBlank(next.end, end); next = pictures[--to - 1])
    end = next.start
  if (from < to || isBlank(start, end)) return null
  while (/\s/.test(content.charAt(start))) start++
  while (/\s/.test(content.charAt(end - 1))) end--
  return { start, end }
}

const plainTypes =
  /^(?:text|text_special|softbreak|strong_open|strong_close|em_open|em_close|sentence_open|sentence_close)$/

const isPlain = ({ type, content }: Token): boolean =>
  plainTypes.test(type) && !(type === 'text' && content.includes('$'))

/** The words of a line of Markdown as they are seen. */
function seen(children: readonly Token[]): string {
  return children
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak'
        ? '\n'
        : type === 'html_inline' || type === 'footnote_ref'
          ? ''
          : content,
    )
    .join('')
    .trim()
}
