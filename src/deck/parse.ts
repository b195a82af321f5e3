import { cutSlides } from '../markdown/cut.ts'
import { loadHighlighter } from '../markdown/highlighter.ts'
import { createParser } from '../markdown/parser.ts'
import type { Deck } from './deck.ts'
import { readFrontMatter } from './settings.ts'
import { shareNotes } from './share-notes.ts'

/** A deck's Markdown files, in their order, and where they stand. */
export interface DeckText extends Pick<Deck, 'slug' | 'folder' | 'beside'> {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** It stands beside the document that it was derived from. */
  readonly isDerived: boolean
}

/**
 * Reads the Markdown of a deck. The first file's front matter holds the deck's settings.
 *
 * @throws Fault with the line of a mistake in front matter
 */
export async function parseDeck({ files, isDerived, ...where }: DeckText): Promise<Deck> {
  const read = files.map(({ path, text }) => ({ path, ...readFrontMatter(path, text) }))
  const math = read.some(({ body }) => body.includes('$'))
    ? (await import('../markdown/math.ts')).math
    : undefined
  const extras = math ? { math } : {}
  const cut = createParser(extras)
  const parts = read.map(({ path, body, line }) => {
    const { stacks, languages } = cutSlides(cut, body, line)
    return { path, languages, stacks: isDerived ? stacks.map((slides) => shareNotes(cut, slides)) : stacks }
  })
  const languages = new Set(parts.flatMap((file) => [...file.languages]))
  languages.delete('mermaid')
  return {
    ...where,
    settings: read[0]?.settings ?? {},
    files: parts,
    parser: languages.size ? createParser({ ...extras, highlight: await loadHighlighter(languages) }) : cut,
  }
}
