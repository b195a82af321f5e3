import { stringify } from 'yaml'
import type { Span } from '../document/index.ts'
import type { DraftDeck, DraftPart, DraftPoint, DraftSlide } from './draft.ts'
import { escapeEnds, escapeInline, escapeMarkdown } from './escape.ts'

/** The Markdown of each slide of a file of a derived deck. */
export interface FileMarkdown {
  readonly name: string
  /** '' for every file but the first. */
  readonly frontMatter: string
  readonly slides: readonly string[]
}

/** The Markdown files of a derived deck; the first one carries the deck's settings. */
export function deckMarkdown(deck: DraftDeck): FileMarkdown[] {
  const settings = { title: deck.title, lang: deck.language, incremental: true }
  return deck.files.map(({ name, slides }, i) => ({
    name,
    frontMatter: i === 0 ? `---\n${stringify(settings, { lineWidth: 0 })}---\n\n` : '',
    slides: slides.map(slideMarkdown),
  }))
}

/** A file as it is written. */
export function fileText({ frontMatter, slides }: Pick<FileMarkdown, 'frontMatter' | 'slides'>): string {
  return frontMatter + slides.join('\n---\n\n')
}

function slideMarkdown({ classes, parts, notes, told, remark }: DraftSlide): string {
  const said = [...(told === undefined ? [] : [told]), ...notes]
  const blocks = [
    classes.length > 0 && `<!-- .slide: class="${classes.join(' ')}" -->`,
    ...parts.map(partMarkdown),
    // Two hyphens in a row would end the comment.
    remark !== undefined && `<!-- ${remark.replace(/-(?=-)|>|-$/g, '')} -->`,
    said.length > 0 && `Note:\n${said.map(escapeMarkdown).join('\n\n')}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function partMarkdown(part: DraftPart): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${part.isBroken ? part.text.split('\n').map(line).join('<br>') : line(part.text)}`
    case 'points':
      return part.points.flatMap((point) => listMarkdown(point, '')).join('\n')
    case 'quotation':
      return `> ${line(part.text)}`
    case 'paragraph':
      return line(part.text)
    case 'footnote':
      return `${line(part.text)} <!-- .element: class="footnote" -->`
    case 'table':
      return tableMarkdown(part.rows)
    case 'image':
      return `![${line(part.text)}](${encodeURI(part.file).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`
  }
}

/** A point and, indented, those below it: a line each. */
function listMarkdown(point: DraftPoint, indent: string): string[] {
  return [
    `${indent}- ${pointMarkdown(point)}`,
    ...point.below.flatMap((below) => listMarkdown(below, `${indent}  `)),
  ]
}

/** Words of several lines on one. */
function line(words: string): string {
  return escapeMarkdown(words.replace(/(?<!\s)\s*\n\s*/g, ' '))
}

const word = /[\p{L}\p{N}]/u
const spacedWord = /(?!\p{Script=Han})[\p{L}\p{N}]/u

/** Bold what stands out, where Markdown reads stars as bold. */
function pointMarkdown({ text, strong }: DraftPoint): string {
  const words = text.replace(/\s/gu, ' ')
  // Stars beside stars would be shown.
  const bold = strong.filter((span, i) => isBold(words, span) && span.start > (strong[i - 1]?.end ?? -1))
  if (bold.length === 0) return line(text)
  let from = 0
  let written = ''
  for (const { start, end } of bold) {
    written += `${escapeInline(words.slice(from, start))}**${escapeInline(words.slice(start, end))}**`
    from = end
  }
  return escapeEnds(written + escapeInline(words.slice(from)))
}

function isBold(words: string, { start, end }: Span): boolean {
  const [before, strong, after] = [words.slice(0, start), words.slice(start, end), words.slice(end)]
  const opens = word.test(strong.charAt(0)) || !word.test(before.slice(-1))
  const closes = word.test(strong.slice(-1)) || !spacedWord.test(after.charAt(0))
  return opens && closes && strong !== '' && strong.trim() === strong
}

/** A table whose first row heads it. */
function tableMarkdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(line).join(' | ')} |`
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n')
}
