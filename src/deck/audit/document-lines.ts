import {
  type Document,
  onOneLine,
  type Paragraph,
  type Section,
  type Span,
  textOf,
} from '../../document/index.ts'
import { numberingAt } from '../../document/numbering.ts'
import { comparable, spaceCounts } from './comparable.ts'
import { type Stated, statedOf } from './stated.ts'

/** A document as its notes carry it: line by line, in its order. */
export interface DocumentLines {
  readonly lines: readonly DocumentLine[]
  /** The lines that say exactly this, as `comparable` has it, by index. */
  readonly byWords: ReadonlyMap<string, readonly number[]>
  /** How many titles, headings and paragraphs the lines make up. */
  readonly paragraphs: number
  readonly headings: readonly string[]
  /** On one line; null where the document has none of its own. */
  readonly title: string | null
  /** What stands around the title and below the text: who wrote it, its number, its date; as it is compared. */
  readonly frame: string
  readonly stated: Stated
  /** All lines as they are compared, those of each paragraph as one. */
  readonly words: string
  /** Where each line begins in `words`, in UTF-16 units. */
  readonly starts: readonly number[]
}

/** How a document was read. */
export interface Reading {
  /**
   * With the layout of its own file, as derive reads it: then its headings and its title are known. Else its text is
   * all there is, and a short line above others may be a heading.
   */
  readonly isWhole?: boolean
}

export interface DocumentLine {
  readonly text: string
  /** The number of the title, heading or paragraph that it belongs to. */
  readonly paragraph: number
  /** The headings of the sections that it stands in, its own among them, as they are compared; the widest first. */
  readonly below: readonly string[]
  /** The number that it begins with, or that of the article that it belongs to, as it is compared; '' for none. */
  readonly number: string
}

/** A part of the document that is a line of its own, and what it stands in. */
interface Part {
  readonly span: Span
  readonly below: readonly string[]
  readonly kind: Paragraph['kind'] | 'heading'
}

export function documentLines(document: Document): DocumentLines {
  const say = (span: Span): string => textOf(document, span)
  const parts = [
    ...(document.title ? [{ span: document.title, below: [], kind: 'heading' } as const] : []),
    ...document.sections.flatMap((section) => partsOf(section, say)),
  ].sort((one, other) => one.span.start - other.span.start)
  // What follows an article without a number of its own, in its section, goes on with it.
  let article = ''
  const lines = parts.flatMap(({ span, below, kind }, paragraph) => {
    const own = numberOf(say(span))
    if (kind === 'heading') article = ''
    if (kind === 'article') article = own
    return say(span)
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: text.trim(), paragraph, below, number: article || own }))
  })
  const byWords = new Map<string, number[]>()
  const starts: number[] = []
  let all = ''
  lines.forEach(({ text, paragraph }, at) => {
    const words = comparable(text)
    // A title may stand on two lines, and head a slide on one.
    const isSame = lines[at - 1]?.paragraph === paragraph
    if (!isSame) all += '\n'
    else if (spaceCounts(all.slice(-1), words.charAt(0))) all += ' '
    starts.push(all.length)
    all += words
    const known = byWords.get(words)
    if (known) known.push(at)
    else byWords.set(words, [at])
  })
  const frame = paragraphsOf(document.sections).filter(({ kind }) => !ofText.has(kind))
  return {
    lines,
    byWords,
    paragraphs: parts.length,
    title: document.title && onOneLine(say(document.title)),
    headings: headingsOf(document.sections).map(say),
    frame: [document.byline, document.date, ...frame.map(({ span }) => span)]
      .flatMap((span) => (span ? [comparable(say(span))] : []))
      .join('\n'),
    stated: statedOf(document),
    words: all,
    starts,
  }
}

/** The number that a paragraph begins with; '' for none. */
export function numberOf(text: string): string {
  const words = text.trimStart()
  const found = numberingAt(words, 0)
  return found && !found.doubtful ? comparable(words.slice(0, found.length)) : ''
}

const ofText: ReadonlySet<Paragraph['kind']> = new Set(['prose', 'article', 'table', 'image', 'footnote'])

function partsOf(section: Section, say: (span: Span) => string, above: readonly string[] = []): Part[] {
  const { heading, paragraphs, sections } = section
  const below = heading ? [...above, comparable(say(heading))] : above
  return [
    ...(heading ? [{ span: heading, below, kind: 'heading' } as const] : []),
    ...paragraphs.map(({ span, kind }) => ({ span, below, kind })),
    ...sections.flatMap((one) => partsOf(one, say, below)),
  ]
}

function headingsOf(sections: readonly Section[]): Span[] {
  return sections.flatMap(({ heading, sections }) => [...(heading ? [heading] : []), ...headingsOf(sections)])
}

function paragraphsOf(sections: readonly Section[]): Paragraph[] {
  return sections.flatMap(({ paragraphs, sections }) => [...paragraphs, ...paragraphsOf(sections)])
}
