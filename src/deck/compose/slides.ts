import type { Document, Paragraph, Section, Span } from '../../document/index.ts'
import {
  headlineOf,
  introduces,
  type KeyPoint,
  type KeyPoints,
  omissionIn,
  type ParagraphPoints,
  pointText,
} from '../../keypoints/index.ts'
import { scaleOf } from '../../keypoints/scale.ts'
import { type Form, formsOf } from '../../layouts/index.ts'
import { keyPhrase } from '../../layouts/key-phrase.ts'
import type { Group, Item, Matter } from '../../layouts/layout.ts'
import { groupsOf } from '../../layouts/matter.ts'
import type { DraftPart, DraftPoint, DraftSlide } from '../draft.ts'
import { balanced, packed } from './balance.ts'
import { headingWords } from './heading-words.ts'
import { linesOf } from './measures.ts'
import { isHeaded, isItem, type Passage } from './passages.ts'

/** A slide before it is known what else its notes hold. */
export type UnnotedSlide = Omit<DraftSlide, 'notes'>

export type Heading = Extract<DraftPart, { kind: 'heading' }>

export interface SlideContext {
  readonly document: Document
  readonly keyPoints: KeyPoints
  /** The most points on a slide. */
  readonly most: number
  /** A form that was shown again and again just before; null for none. */
  readonly worn: string | null
}

/** The heading of slides whose paragraphs have none; '' for none. */
export interface FallbackHeading extends Pick<Heading, 'text' | 'level'> {
  /** The heading of a section that has no other slide: it comes before the paragraph's own. */
  readonly leads: boolean
  /** It heads a slide already: the next one is headed by a point of its own, if any can head the others. */
  readonly worn: boolean
}

/** What a slide has room for of a law: characters on a line, lines, and the share of one above each row. */
const articleLine = 25
const articleRoom = 11.3
const aboveRow = 0.4
/** The same of items below a row, whose type is smaller, and the height of their lines. */
const itemLine = 27
const aboveItem = 0.23
const itemHeight = 0.88
/** So many rows of a table, or points of two levels, can be read from the back row. */
const mostRows = 8
/** A longer table stays in the notes from here on: slides. */
const mostTableSlides = 6

/** The slides of a passage; none where it is nothing but what the notes hold. */
export function slidesOf(
  passage: Passage,
  fallback: FallbackHeading,
  context: SlideContext,
): readonly UnnotedSlide[] {
  const [first, ...others] = passage
  if (!first) return []
  const says = (paragraph: Paragraph): boolean => {
    const found = context.keyPoints.get(paragraph)
    return found !== undefined && (found.heading !== null || found.points.length > 0)
  }
  if (others.length > 0 && !passage.some(says)) return []
  if (others.length > 0)
    return isHeaded(first)
      ? [headedSlide(passage, fallback, context)]
      : [sharedSlide(passage, fallback, context)]
  if (first.kind === 'table') return tableSlides(first, fallback, context)
  if (first.kind === 'image') return imageSlides(first, fallback, context)
  const found = context.keyPoints.get(first)
  return found && (found.heading || found.points.length > 0)
    ? pointSlides(found, first, fallback, context)
    : []
}

const headingOf = ({ text, level }: Pick<Heading, 'text' | 'level'>): Heading => ({
  kind: 'heading',
  level,
  text,
})

/** What heads some points where nothing of their own does, and the points that are left. */
function headedBy(
  document: Document,
  groups: readonly Group[],
  fallback: FallbackHeading,
): { readonly heading: Heading[]; readonly rest: readonly Group[] } {
  const wanted = groups.length > 1 && !fallback.leads && (fallback.worn || !fallback.text)
  const alone = groups.filter(({ below }) => below.length === 0).map(({ point }) => point)
  const head = wanted ? headlineOf(document.text, alone) : null
  if (!head) return { heading: fallbackPart(fallback), rest: groups }
  return {
    heading: [headingOf({ text: pointText(document.text, head), level: 3 })],
    rest: groups.filter(({ point }) => point !== head),
  }
}

const fallbackPart = (fallback: FallbackHeading): Heading[] => (fallback.text ? [headingOf(fallback)] : [])

/** The plain form, which needs no class. */
const plainForm = 'list'

const classesOf = (form: string, further: boolean): string[] => [
  ...(form === plainForm ? [] : [form]),
  ...(further ? ['continued'] : []),
]

/** A point as it is written; its key phrase stands out, where its form has nothing else that does. */
function pointOf({ text }: Document, { point, below, opening = null, strong }: Item): DraftPoint {
  const before = opening ? text.slice(opening.start, opening.end) : ''
  const marks = [
    ...(opening && strong ? [{ start: strong.start - opening.start, end: strong.end - opening.start }] : []),
    ...within(
      point,
      opening ? keyPhrase(text, point) : strong === undefined ? keyPhrase(text, point) : strong,
    ).map(({ start, end }) => ({ start: before.length + start, end: before.length + end })),
  ]
  return {
    text: before + pointText(text, point),
    strong: marks,
    below: below.map((one) => ({ text: pointText(text, one), strong: [], below: [] })),
  }

  /** Where a span of the document stands in the words of a point. */
  function within({ spans }: KeyPoint, found: Span | null): Span[] {
    let at = 0
    for (const { start, end } of spans) {
      if (found && start <= found.start && found.end <= end)
        return [{ start: at + found.start - start, end: at + found.end - start }]
      at += end - start + omissionIn(text).length
    }
    return []
  }
}

function say({ text }: Document, { start, end }: Span): string {
  return text.slice(start, end)
}

/** The slide of one paragraph, and as many further ones as its points need. */
function pointSlides(
  found: ParagraphPoints,
  paragraph: Paragraph,
  fallback: FallbackHeading,
  { document, most, worn }: SlideContext,
): UnnotedSlide[] {
  const own: Heading | null = found.heading && headingOf({ text: say(document, found.heading), level: 3 })
  const lead = fallback.leads ? headingOf(fallback) : null
  // The section's title takes the place of the paragraph's topic, which then is one of its points.
  const isArticle = paragraph.kind === 'article'
  const isSaid = lead && own && lead.text.includes(own.text)
  const groups = groupsOf(found.points)
  const topic: Group[] =
    lead && found.heading && !isArticle && !isSaid && (isHeaded(paragraph) || groups.length < most)
      ? [
          {
            point: { span: found.heading, spans: [found.heading], parent: null, node: found.tree },
            below: [],
          },
        ]
      : []
  const isNamed = own !== null || lead !== null || isArticle
  const { heading, rest } = isNamed
    ? { heading: fallbackPart(fallback), rest: groups }
    : headedBy(document, groups, fallback)
  const all = [...topic, ...rest].sort((one, other) => one.point.span.start - other.point.span.start)
  const { text } = document
  const matter = { text, scale: scaleOf(text), tree: found.tree, points: all }
  const { name, arrangement } = isArticle ? wholeArticle(all) : bestForm(matter, worn)
  if ('quotation' in arrangement)
    return [
      {
        classes: [name],
        parts: [...(lead ? [lead] : []), { kind: 'quotation', text: say(document, arrangement.quotation) }],
      },
    ]
  const headings = lead && own && isArticle ? [lead, own] : [lead ?? own].filter((one) => one !== null)
  const paragraphs = (some: readonly KeyPoint[]): DraftPart[] =>
    some.map((point) => ({ kind: 'paragraph', text: pointText(text, point) }))
  const parts = isArticle ? articlePages(text, arrangement.items, most) : pages(arrangement.items, most)
  return parts.map((part, i) => ({
    classes: classesOf(name, i > 0),
    parts: [
      ...(headings.length > 0 ? headings : heading),
      ...(i === 0 ? paragraphs(arrangement.above) : []),
      ...pointsPart(part.map((item) => pointOf(document, item))),
      ...(i === parts.length - 1 ? paragraphs(arrangement.below) : []),
    ],
  }))
}

/** What several paragraphs say of their dates, on one line. */
export function timelineSlide(
  line: readonly Item[],
  heading: Pick<Heading, 'text' | 'level'>,
  { document }: SlideContext,
): UnnotedSlide {
  return {
    classes: ['timeline'],
    parts: [headingOf(heading), ...pointsPart(line.map((item) => pointOf(document, item)))],
  }
}

/** The first form that points may have, another than the one that is worn. */
function bestForm(matter: Matter, worn: string | null): Form {
  const forms = formsOf(matter)
  const plain = { name: plainForm, arrangement: { above: [], items: matter.points, below: [] } }
  return forms.find((form) => form.name !== worn) ?? forms[0] ?? plain
}

/** A law stresses nothing. */
const unstressed = (points: readonly Group[]): Item[] => points.map((group) => ({ ...group, strong: null }))

/** What a law says is shown as it says it. */
const wholeArticle = (points: readonly Group[]): Form => ({
  name: 'article',
  arrangement: { above: [], items: unstressed(points), below: [] },
})

/**
 * As few slides as have room for some points. Those below a point stand with it; where they are too many for a slide,
 * it introduces them again on the next one.
 */
function pages(items: readonly Item[], most: number): Item[][] {
  const parts = items.flatMap((item): Item[] =>
    item.below.length < mostRows
      ? [item]
      : balanced(item.below, mostRows - 1).map((below) => ({ ...item, below })),
  )
  const rows = parts.reduce((sum, { below }) => sum + 1 + below.length, 0)
  const slides = Math.max(Math.ceil(parts.length / most), Math.ceil(rows / mostRows))
  return balanced(parts, Math.max(1, Math.ceil(parts.length / slides)))
}

/** As few slides as have room for the sentences of an article, about as much on each; also its lists go on. */
function articlePages(text: string, items: readonly Item[], most: number): Item[][] {
  const rows = items.flatMap((item): Item[] =>
    item.below.length > 0 ? item.below.map((one) => ({ ...item, below: [one] })) : [item],
  )
  const joined = (part: readonly Item[]): Item[] => {
    const found: Item[] = []
    for (const row of part) {
      const last = found.at(-1)
      if (last?.point === row.point)
        found[found.length - 1] = { ...last, below: [...last.below, ...row.below] }
      else found.push(row)
    }
    return found
  }
  const lines = (part: readonly Item[]): number =>
    joined(part).reduce(
      (sum, { point, below }) =>
        sum +
        aboveRow +
        linesOf(text, [point], articleLine) +
        below.length * aboveItem +
        linesOf(text, below, itemLine) * itemHeight,
      0,
    )
  const fits = (part: readonly Item[]): boolean => joined(part).length <= most && lines(part) <= articleRoom
  return packed(rows, fits, lines).map(joined)
}

function pointsPart(points: readonly DraftPoint[]): DraftPart[] {
  return points.length > 0 ? [{ kind: 'points', points }] : []
}

/** Short articles, or short paragraphs with run-in headings: each below its own head. */
function headedSlide(passage: Passage, fallback: FallbackHeading, context: SlideContext): UnnotedSlide {
  const { document, keyPoints } = context
  const articles = passage.every(({ kind }) => kind === 'article')
  const parts = passage.flatMap((paragraph): DraftPart[] => {
    const found = keyPoints.get(paragraph)
    if (!found) return []
    const heading = found.heading ? [headingOf({ text: say(document, found.heading), level: 3 })] : []
    const items = articles ? unstressed(groupsOf(found.points)) : groupsOf(found.points)
    return [...heading, ...pointsPart(items.map((item) => pointOf(document, item)))]
  })
  return {
    classes: articles ? ['article'] : [],
    parts: fallback.leads ? [headingOf(fallback), ...parts] : parts,
  }
}

/** Sections of a short paragraph each, below their headings. */
export function sectionsSlide(
  sections: readonly Section[],
  { document, keyPoints }: SlideContext,
): UnnotedSlide {
  const numbered = sections.every((section) => isNumberOnly(document, section))
  const parts = sections.flatMap(({ heading, level, paragraphs }): DraftPart[] => {
    const groups = paragraphs.flatMap((paragraph) => groupsOf(keyPoints.get(paragraph)?.points ?? []))
    const items = numbered ? unstressed(groups) : groups
    return [
      ...(heading
        ? [headingOf({ text: headingWords(document, heading), level: level > 1 || numbered ? 3 : 2 })]
        : []),
      ...pointsPart(items.map((item) => pointOf(document, item))),
    ]
  })
  return { classes: numbered ? ['article'] : [], parts }
}

/** 第三条, Article 4. */
export function isNumberOnly(document: Document, { number, heading }: Section): boolean {
  return heading !== null && number !== null && say(document, heading).length - number.length < 2
}

/** A point and those below it, on one level. */
const flatly = ({ point, below }: Group): readonly KeyPoint[] => [point, ...below]

/** Short paragraphs without heads: one list, below the words that announce it where the first of them does. */
function sharedSlide(
  passage: Passage,
  fallback: FallbackHeading,
  { document, keyPoints, worn }: SlideContext,
): UnnotedSlide {
  const groups = passage.flatMap((paragraph) => groupsOf(keyPoints.get(paragraph)?.points ?? []))
  const [announced, ...rest] = groups
  const announces = announced && rest.length > 0 && passage[0] && introduces(document.text, passage[0])
  // No item heads the others: what leads up to all of them does, on each of their slides.
  const isList = passage.some((paragraph) => isItem(document.text, paragraph))
  const headed = !announces
    ? headedBy(document, groups, isList ? { ...fallback, worn: false } : fallback)
    : fallback.leads
      ? { heading: fallbackPart(fallback), rest: [{ ...announced, below: rest.flatMap(flatly) }] }
      : { heading: [headingOf({ text: pointText(document.text, announced.point), level: 3 })], rest }
  const { text } = document
  const matter = { text, scale: scaleOf(text), tree: null, points: headed.rest }
  const { name, arrangement } = bestForm(matter, worn)
  const items = 'items' in arrangement ? arrangement.items : headed.rest
  return {
    classes: classesOf(name, false),
    parts: [...headed.heading, ...pointsPart(items.map((item) => pointOf(document, item)))],
  }
}

/** The line that names a table or picture heads it. */
function figureHeadings(
  { caption }: Paragraph,
  fallback: FallbackHeading,
  { document }: SlideContext,
): Heading[] {
  if (!caption) return fallbackPart(fallback)
  return [
    ...(fallback.leads ? fallbackPart(fallback) : []),
    headingOf({ text: say(document, caption), level: 3 }),
  ]
}

/** A table, its first row again on each slide. */
function tableSlides(table: Paragraph, fallback: FallbackHeading, context: SlideContext): UnnotedSlide[] {
  const { cells = [] } = table
  const { document } = context
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const [head, ...rows] = cells.map((row) =>
    Array.from({ length: width }, (_, i) => (row[i] ? say(document, row[i]) : '')),
  )
  if (!head || width < 1) return []
  return balanced(rows, mostRows)
    .slice(0, mostTableSlides)
    .map((part, i) => ({
      classes: ['table', ...(i > 0 ? ['continued'] : [])],
      parts: [...figureHeadings(table, fallback, context), { kind: 'table', rows: [head, ...part] }],
    }))
}

function imageSlides(picture: Paragraph, fallback: FallbackHeading, context: SlideContext): UnnotedSlide[] {
  const { image: file, caption, span } = picture
  if (!file) return []
  const text = say(context.document, caption ?? span)
  return [
    {
      classes: ['image'],
      parts: [...figureHeadings(picture, fallback, context), { kind: 'image', file, text }],
    },
  ]
}
