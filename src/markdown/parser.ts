import { dl } from '@mdit/plugin-dl'
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { altText } from './plugins/alt-text.ts'
import { attributeLists } from './plugins/attribute-lists.ts'
import { bareAddresses } from './plugins/bare-addresses.ts'
import { boxTags } from './plugins/box-tags.ts'
import { callouts } from './plugins/callouts.ts'
import { captions } from './plugins/captions.ts'
import { code, type Highlighter } from './plugins/code.ts'
import { diagrams } from './plugins/diagrams.ts'
import { embeds } from './plugins/embeds.ts'
import { fencedDivs } from './plugins/fenced-divs.ts'
import { footnotes } from './plugins/footnotes.ts'
import { foreignHtml } from './plugins/foreign-html.ts'
import { inlineMarks } from './plugins/marks.ts'
import { pauses } from './plugins/pauses.ts'
import { pictureSizes } from './plugins/picture-sizes.ts'
import { provenance } from './plugins/provenance.ts'
import { notesSentences } from './plugins/sentences.ts'
import { slots } from './plugins/slots.ts'
import { type ReadSnippet, snippets } from './plugins/snippets.ts'
import { softBreaks } from './plugins/soft-breaks.ts'
import { tablesBelowLists } from './plugins/tables-below-lists.ts'
import { tasks } from './plugins/tasks.ts'

/** The parts of the dialect that cost time to load, so they come only with a deck that uses them. */
export interface Extras {
  /** Formulas between `$` signs. */
  readonly math?: (md: MarkdownIt) => void
  /** Colours for fenced code. */
  readonly highlight?: Highlighter
  /** `:smile:`, in decks of Marp. */
  readonly emoji?: (md: MarkdownIt) => void
  /** Code in files beside the slides, in decks of Slidev. */
  readonly snippet?: ReadSnippet
  /** The words of a picture stand below it, in decks of Pandoc and Quarto. */
  readonly captions?: boolean
  /** What only other programs write; a derived deck has none, and there it is words. */
  readonly foreign?: boolean
}

/** The Markdown of our decks; this list is the dialect. */
export function createParser({
  math,
  highlight,
  emoji,
  snippet,
  captions: below = false,
  foreign = false,
}: Extras = {}): MarkdownIt {
  const md = new MarkdownIt({ html: true })
    .use(cjkFriendly)
    .use(softBreaks)
    .use(inlineMarks)
    .use(bareAddresses)
    .use(altText)
    .use(tasks)
    .use(tablesBelowLists)
    .use(dl)
    .use(footnotes)
    .use(callouts)
    .use(fencedDivs, foreign)
    .use(diagrams)
    .use(code, highlight)
    .use(foreignHtml)
    .use(notesSentences)
    .use(provenance)
  if (foreign) md.use(attributeLists).use(pictureSizes).use(embeds).use(slots).use(boxTags).use(pauses)
  if (below) md.use(captions)
  if (snippet) md.use(snippets, snippet)
  if (emoji) md.use(emoji)
  if (math) md.use(math)
  learnShortTexts(md)
  return md
}

/**
 * Lets the JavaScript engine see how the parser's loop over a text ends. Where the first text is a whole long file, V8
 * compiles the loop while it runs without having seen its end, and then leaves the compiled code at the end of every
 * slide: a fifth of the time of a deck of 1000 slides, in one run of three.
 */
function learnShortTexts(md: MarkdownIt): void {
  for (let i = 0; i < 50; i++) md.block.parse('-', md, {}, [])
}
