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
  /** All of it without white space. */
  readonly words: string
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
  lines.forEach(({ text }, at) => {
    const words = bare(text)
    const known = byWords.get(words)
    if (known) known.push(at)
    else byWords.set(words, [at])
  })
  return {
    lines,
    byWords,
    paragraphs: spans.length,
    headings: headings.map((span) => textOf(document, span)),
    words: bare(document.text),
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
