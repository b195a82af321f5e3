import { type Document, type Section, type Span, textOf } from '../../document/index.ts'
import { bare } from './compare.ts'

/** A document as its notes carry it: line by line, in its order. */
export interface DocumentLines {
  readonly lines: readonly DocumentLine[]
  /** The lines that say exactly this, white space aside, by index. */
  readonly byWords: ReadonlyMap<string, readonly number[]>
  /** How many titles, headings and paragraphs the lines make up. */
  readonly paragraphs: number
  readonly headings: readonly string[]
  /** All lines without white space. */
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
  lines.forEach(({ text }, at) => {
    const words = bare(text)
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
