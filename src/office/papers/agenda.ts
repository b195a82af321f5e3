import type { Deck } from '../../deck/deck.ts'
import { takeComments } from '../../markdown/comments.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import { type Element, isElement, type Node } from '../../markdown/html-tree.ts'
import { parseBody } from '../../markdown/parse-body.ts'
import { renderSlide } from '../../markdown/render.ts'
import { sanitize } from '../../markdown/sanitize.ts'
import { visibleText } from '../../markdown/visible-text.ts'
import { isHeading, isSeen } from '../../page/fit/measure.ts'
import { openedSection } from '../../page/opening.ts'
import { isWords, type Paragraph, paragraphsOf } from '../content/paragraphs.ts'
import { runsOf, wordsOf } from '../content/runs.ts'

/** What a slide says: its heading, '' without one, and its points; what stands in tables, pictures and footnotes is not said. */
export interface AgendaSlide {
  readonly heading: string
  readonly points: readonly Paragraph[]
  /** The paragraphs of its notes. */
  readonly notes: readonly string[]
}

/** What a meeting goes through together. */
export interface AgendaItem {
  /** The heading that opens it; '' for what stands before the first one. */
  readonly name: string
  readonly slides: readonly AgendaSlide[]
}

/** A slide of the deck, and what its form makes of it in a meeting. */
interface ReadSlide extends AgendaSlide {
  /** The name of the section that it opens above its own heading; '' for others. */
  readonly section: string
  /** Its heading is of the level of sections. */
  readonly isSection: boolean
  readonly role: 'opens' | 'speaks' | 'frames'
}

/** Slides that frame a meeting say nothing of its matter. */
const frames: ReadonlySet<string> = new Set(['title', 'agenda', 'closing'])

/**
 * What a meeting over a deck goes through: an item for each section, in the deck's order, its slides with their points.
 * A deck without sections is one item without a name.
 *
 * @throws Fault with file and line for what can't be rendered
 */
export function agendaItems(deck: Deck): readonly AgendaItem[] {
  const items: { name: string; slides: AgendaSlide[] }[] = []
  for (const { path, stacks } of deck.files)
    for (const stack of stacks) {
      const slides = stack.flatMap((source) => readSlide(deck, path, source) ?? [])
      slides.forEach((slide, i) => {
        const isFirst = i === 0 && deck.files.length > 1
        const isNew = slide.role === 'opens' || slide.section !== '' || isFirst
        if (isNew || items.length === 0) items.push({ name: '', slides: [] })
        const item = items.at(-1)
        // A short section's heading is that of its first slide.
        const isBoth = isFirst && slide.role === 'speaks' && slide.isSection
        if (item && (slide.role === 'opens' || isBoth)) item.name = slide.heading
        if (item && slide.section) item.name = slide.section
        if (item && slide.role === 'speaks') item.slides.push(isBoth ? { ...slide, heading: '' } : slide)
      })
    }
  return items.filter(({ name, slides }) => name !== '' || slides.length > 0)
}

/** @returns null for a slide that is not shown */
function readSlide(deck: Deck, file: string, source: SlideSource): ReadSlide | null {
  const { lang: language = 'zh-CN' } = deck.settings
  const body = source.notes ? { ...source, notes: null } : source
  const { body: html } = renderSlide(deck.parser, body, { file, language, id: 'p', originals: new Map() })
  const nodes = parseBody(html)
  const ofSlide = takeComments(nodes)
  const values = (wanted: string): string[] =>
    ofSlide.flatMap(([name, value]) => (name === wanted ? value.split(/\s+/) : []))
  if (values('data-visibility').includes('hidden')) return null
  const classes = values('class')
  const { name, shown } = openedSection(classes, sanitize(nodes).filter(isSeen))
  const heading = shown.find((node): node is Element => isElement(node) && isHeading(node))
  const words = ([one]: readonly Element[]): string =>
    one ? wordsOf(runsOf(one.childNodes)).replaceAll('\n', ' ') : ''
  return {
    section: words(name),
    // What heads a picture is its caption.
    heading: words(heading && !classes.includes('image') ? [heading] : []),
    isSection: heading?.tagName === 'h2',
    points: paragraphsOf(shown.filter((node) => node !== heading).flatMap(wordsIn)).filter(
      ({ kind }) => kind !== 'note',
    ),
    notes: source.notes
      ? visibleText(deck.parser, source.notes.text, 'notes').blocks.map(({ text }) => text)
      : [],
    role: classes.includes('divider')
      ? 'opens'
      : classes.some((name) => frames.has(name))
        ? 'frames'
        : 'speaks',
  }
}

/** What of a node is nothing but words. */
function wordsIn(node: Node): Node[] {
  if (isWords(node)) return [node]
  return isElement(node) && node.tagName !== 'table' && node.tagName !== 'pre'
    ? node.childNodes.flatMap(wordsIn)
    : []
}
