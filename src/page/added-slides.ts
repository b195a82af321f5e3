import type { Deck } from '../deck/deck.ts'
import { escapeMarkdown } from '../deck/escape.ts'
import type { SlideSource } from '../markdown/cut.ts'
import { visibleText } from '../markdown/visible-text.ts'
import type { Words } from '../words.ts'

/** A section of so many slides is long; so many headings are worth saying again, and of more nobody remembers any. */
const longSection = 6
const fewestHeadings = 3
const mostHeadings = 12

/** What stands where we are, not what is said. */
const frames = ['title', 'agenda', 'closing', 'continued']
const isFrame = (name: string): boolean => frames.includes(name)

/** A slide of a section's headings, where its deck asks for them and the section is long; null for any other. */
export function recapOf(
  section: readonly SlideSource[],
  { parser, settings }: Pick<Deck, 'parser' | 'settings'>,
  words: Pick<Words, 'recap'>,
): SlideSource | null {
  const last = section.at(-1)
  if (!settings.recap || !last || section.length < longSection) return null
  const [first, ...others] = section.map(({ body }) => {
    const { blocks, classes } = visibleText(parser, body.text, 'body')
    const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
    return { names: classes.flatMap((name) => name.split(/\s+/)), heading }
  })
  if (!first?.names.includes('divider')) return null
  // The parts of a section say what it was about, where it has any.
  const parts = others.filter(({ names }) => names.includes('divider'))
  const told = parts.length > 1 ? parts : others.filter(({ names }) => !names.some(isFrame))
  const headings = [...new Set(told.map(({ heading }) => heading))].filter(
    (heading) => heading !== '' && heading !== first.heading,
  )
  if (headings.length < fewestHeadings || headings.length > mostHeadings) return null
  return slideOf('recap nonincremental', words.recap, headings, last)
}

/** A slide of the questions that a deck asks at its end; null where it asks none. */
export function questionsOf(
  last: SlideSource | undefined,
  { settings }: Pick<Deck, 'settings'>,
  words: Pick<Words, 'questions'>,
): SlideSource | null {
  const { questions = [] } = settings
  return last && questions.length > 0 ? slideOf('closing', words.questions, questions, last) : null
}

/** A slide behind another, in whose file it has no lines of its own. */
function slideOf(
  names: string,
  heading: string,
  items: readonly string[],
  { body }: SlideSource,
): SlideSource {
  const list = items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
  return {
    body: { text: `<!-- .slide: class="${names}" -->\n\n## ${heading}\n\n${list}\n`, line: body.line },
    notes: null,
  }
}
