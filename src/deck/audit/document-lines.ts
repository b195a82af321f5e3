import { type Document, onOneLine, type Section, type Span, textOf } from '../../document/index.ts'
import { comparable, spaceCounts } from './comparable.ts'

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
  /** All lines as they are compared, those of each paragraph as one. */
  readonly words: string
  /** Where each line begins in `words`, in UTF-16 units. */
  readonly starts: readonly number[]
}

export interface DocumentLine {
  readonly text: string
  /** The number of the title, heading or paragraph that it belongs to. */
  readonly paragraph: number
}

export function documentLines(document: Document): DocumentLines {
  const headings = headingsOf(document.sections)
  const spans = [
    ...(document.title ? [document.title] : []),
    ...headings,
    ...paragraphsOf(document.sections),
  ].sort((one, other) => one.start - other.start)
  const lines = spans.flatMap((span, paragraph) =>
    textOf(document, span)
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: text.trim(), paragraph })),
  )
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
  return {
    lines,
    byWords,
    paragraphs: spans.length,
    title: document.title && onOneLine(textOf(document, document.title)),
    headings: headings.map((span) => textOf(document, span)),
    words: all,
    starts,
  }
}

function headingsOf(sections: readonly Section[]): Span[] {
  return sections.flatMap(({ heading, sections }) => [...(heading ? [heading] : []), ...headingsOf(sections)])
}

function paragraphsOf(sections: readonly Section[]): Span[] {
  return sections.flatMap(({ paragraphs, sections }) => [
    ...paragraphs.map(({ span }) => span),
    ...paragraphsOf(sections),
  ])
}
