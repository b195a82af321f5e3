import {
  attribute,
  classes,
  type Element,
  element,
  isElement,
  type Node,
  textOf,
} from '../../markdown/html-tree.ts'
import { parseBody } from '../../markdown/parse-body.ts'
import { isHeading, isSeen } from '../../page/fit/measure.ts'
import { sectionName } from '../../page/opening.ts'
import type { RenderedDeck } from '../../page/render-deck.ts'
import { type Colour, readColour } from '../../theme/colour.ts'
import { runsOf, wordsOf } from './runs.ts'

/** A slide of the page, taken apart. */
export interface PageSlide {
  readonly classes: readonly string[]
  /** Of all sizes, as the page has it. */
  readonly scale: number
  readonly heading: Element | null
  readonly content: readonly Node[]
  /** The name of the section that it opens above its own heading; '' for others. */
  readonly opens: string
  /**
   * The strip of sections of one that begins: how many there are, and which this is, from 1; its number as it is shown, and
   * how much there is of it. Null for others.
   */
  readonly sections: {
    readonly of: number
    readonly at: number
    readonly ordinal: string
    readonly extent: string
  } | null
  readonly notes: readonly Node[]
  /** Tells it from every other of the page. */
  readonly key: string
  /** Of what one slide can't hold, which page this is: 1 for the first. */
  readonly page: number
  readonly background: { readonly colour: Colour | null; readonly picture: string } | null
}

/** Takes a slide as the page has it, `<section …>`, apart. */
function pageSlide(section: Element): PageSlide {
  const shown = section.childNodes.filter(isSeen)
  const isPart =
    (name: string) =>
    (node: Node): node is Element =>
      isElement(node) && classes(node).includes(name)
  const strip = shown.find(isPart('sections'))
  const stages = strip ? strip.childNodes.filter(isElement) : []
  const notes = shown.filter(isPart('notes'))
  const name = shown.find(isPart(sectionName))
  const body = shown.filter((node) => node !== strip && node !== name && !isPart('notes')(node))
  const [first, ...others] = body
  const heading = first && isHeading(first) ? first : null
  const colour = readColour(
    attribute(section, 'data-background-color') || attribute(section, 'data-background'),
  )
  const picture = attribute(section, 'data-background-image')
  return {
    classes: classes(section),
    scale: Number(/--scale:([\d.]+)/.exec(attribute(section, 'style'))?.[1] ?? 1),
    heading,
    content: heading ? others : body,
    opens: name ? wordsIn(name) : '',
    sections: strip
      ? {
          of: stages.length,
          at: stages.findIndex((stage) => classes(stage).includes('current')) + 1,
          ordinal: attribute(strip, 'data-number'),
          extent: attribute(strip, 'data-extent'),
        }
      : null,
    notes: notes.flatMap(({ childNodes }) => childNodes),
    key: attribute(section, 'data-key'),
    page: Number.parseInt(attribute(section, 'data-page') || '1', 10),
    background: colour || picture ? { colour, picture } : null,
  }
}

/** The slides of a page, in their columns. @param trees those that were at hand before they became HTML */
export const pageSlides = (
  { stacks }: RenderedDeck,
  trees: ReadonlyMap<string, Element>,
): readonly (readonly PageSlide[])[] =>
  stacks.map((stack) =>
    stack.map(({ html }) =>
      pageSlide(trees.get(html) ?? parseBody(html).find(isElement) ?? element('section', [])),
    ),
  )

const wordsIn = ({ childNodes }: Element): string => wordsOf(runsOf(childNodes)).replaceAll('\n', ' ')

export const headingWords = ({ heading }: PageSlide): string => (heading ? wordsIn(heading) : '')

/** Who wrote the document stands below its title; else the deck's unit. */
export function authorOf(
  stacks: readonly (readonly PageSlide[])[],
  { unit = '' }: Pick<RenderedDeck['settings'], 'unit'>,
): string {
  const opening = stacks[0]?.[0]
  const byline = opening?.classes.includes('title') ? opening.content.find(isElement) : undefined
  return (byline && textOf(byline).replace(/\s+/g, ' ').trim()) || unit
}

/** Whether a column is one slide, of one or of several pages: it is no section of its own. */
const isOneSlide = (stack: readonly PageSlide[]): boolean => stack.every(({ page }, i) => i === 0 || page > 1)

/**
 * For each column what the divider of its section says, or the slide that opens it; in a deck that goes across, that stands in a column before it. ''
 * where there is none.
 */
export function sectionNames(stacks: readonly (readonly PageSlide[])[]): readonly string[] {
  let before = ''
  return stacks.map((stack) => {
    const divider = stack.find(({ classes }) => classes.includes('divider'))
    const own = divider ? headingWords(divider) : (stack[0]?.opens ?? '')
    const name = own || (isOneSlide(stack) ? before : '')
    // What opens with a name of its own is a section, also where it is one slide.
    before = isOneSlide(stack) && !stack[0]?.opens ? name : ''
    return name
  })
}
