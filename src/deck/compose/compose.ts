import type { Document, Paragraph, Section, Span } from '../../document/index.ts'
import { onOneLine, textOf } from '../../document/index.ts'
import { address, type KeyPoints, pointText } from '../../keypoints/index.ts'
import { wordsFor } from '../../words.ts'
import type { DraftDeck, DraftPart } from '../draft.ts'
import { withWholeArticles } from './articles.ts'
import { balanced } from './balance.ts'
import { Composer } from './composer.ts'
import { headingWords } from './heading-words.ts'
import { isNumberOnly, type UnnotedSlide } from './slides.ts'

export interface ComposeOptions {
  /** The most points on a slide. */
  readonly points?: number
}

const usualPoints = 6
/** Of more sections than this the people in the room remember none. */
const longestAgenda = 16
/** A part is named by one of its first points. */
const mostOpenings = 6
/** What stands below the title, if it is no longer than this: who wrote it, its number, its date. */
const longestLine = 60

/**
 * Lays a document's key points out as slides: title and agenda first, a file a top section, the closing last.
 * The notes, each paragraph once and in order, give the document back.
 */
export function composeDeck(
  document: Document,
  keyPoints: KeyPoints,
  { points: most = usualPoints }: ComposeOptions = {},
): DraftDeck {
  const say = (span: Span): string => textOf(document, span)
  const title = document.title ? onOneLine(say(document.title)) : document.name
  const shown = withWholeArticles(document, keyPoints)
  const composer = new Composer({ document, keyPoints: shown, most, worn: null }, title)

  const [first] = document.sections
  const opening = first?.level === 0 ? first.paragraphs : []
  const titleEnd = document.title?.end ?? 0
  // What stands around the title is read with it; so is whatever stands before it.
  const behind = opening.findIndex(
    (paragraph) => paragraph.span.start >= titleEnd && composer.slides([paragraph]).length > 0,
  )
  const around = opening.slice(0, behind < 0 ? opening.length : behind)
  const read = [...(document.title ? [document.title] : []), ...around.map(({ span }) => span)]
  composer.add(
    [
      titleSlide(document, title, around),
      ...composer.passages(around).flatMap((passage) => composer.slides(passage)),
    ],
    read.sort((one, other) => one.start - other.start),
  )
  const headed = document.sections.filter(({ heading }) => heading)
  if (
    headed.length > 1 &&
    headed.length <= longestAgenda &&
    !headed.every((one) => isNumberOnly(document, one))
  ) {
    const headings = headed.flatMap(({ heading }) => (heading ? [headingWords(document, heading)] : []))
    composer.add(agendaSlides(wordsFor(document.language).agenda, headings))
  }
  const topics = document.sections.filter(({ level, heading }) => level === 1 && heading === null)
  if (topics.length > 1)
    composer.add(
      agendaSlides(
        wordsFor(document.language).agenda,
        topics.flatMap((topic) => openingOf(topic, document, keyPoints)),
        wordsFor(document.language).byTopic,
      ),
    )
  if (first?.level === 0) composer.addSection({ ...first, paragraphs: opening.slice(around.length) })
  const rest = document.sections.slice(first?.level === 0 ? 1 : 0)
  composer.addSections(rest, null, () => composer.beginFile())
  composer.close()
  const files = composer.files()
  const width = Math.max(2, String(files.length - 1).length)
  return {
    title,
    language: document.language,
    files: files.map((slides, i) => ({ name: `${String(i).padStart(width, '0')}.md`, slides })),
  }
}

/** What a part without a heading begins with, in the document's words: rather a whole sentence than the rest of one. */
function openingOf({ paragraphs }: Section, document: Document, keyPoints: KeyPoints): string[] {
  const words = paragraphs
    .flatMap((paragraph) => {
      const found = keyPoints.get(paragraph)
      if (!found) return []
      const heading = found.heading ? [textOf(document, found.heading)] : []
      return [...heading, ...found.points.map((point) => pointText(document.text, point))]
    })
    .filter((said) => !address.test(said))
  const whole = words.slice(0, mostOpenings).find((said) => !/^\p{Ll}|^\S+(?:\s\S+){0,2}$/u.test(said))
  return [whole ?? words[0] ?? []].flat()
}

/** The title, and below it who wrote the document, its number and its date, as far as it says so. */
function titleSlide(document: Document, title: string, around: readonly Paragraph[]): UnnotedSlide {
  const bare = (words: string): string => words.replace(/[\s（()）]/gu, '')
  const said = (kind: Paragraph['kind']): string[] =>
    around
      .filter((paragraph) => paragraph.kind === kind && paragraph.span.start >= (document.title?.end ?? 0))
      .map(({ span }) => textOf(document, span))
  const byline = document.byline
    ? [onOneLine(textOf(document, document.byline)).replace(/^[（(]|[）)]$/g, '')]
    : []
  const dates = said('date')
  const date = dates.length === 0 && document.date ? [textOf(document, document.date)] : dates
  const numbers = around
    .filter(({ kind }) => kind === 'issuing-number')
    .map(({ span }) => textOf(document, span))
  const lines = [...said('subtitle'), ...numbers, ...byline, ...date].filter(
    (line) => line.length <= longestLine && bare(line) !== bare(title),
  )
  return {
    classes: ['title'],
    parts: [
      titleHeading(document, title),
      ...[...new Set(lines)].map((text): DraftPart => ({ kind: 'paragraph', text })),
    ],
  }
}

/** The title, broken where the document breaks it. */
function titleHeading(document: Document, title: string): DraftPart {
  const written = document.title ? textOf(document, document.title).trim() : ''
  const isBroken = written.includes('\n')
  return { kind: 'heading', level: 1, text: isBroken ? written : title, ...(isBroken ? { isBroken } : {}) }
}

function agendaSlides(heading: string, sections: readonly string[], told?: string): UnnotedSlide[] {
  return balanced(sections, longestAgenda).map((part, i) => ({
    classes: ['agenda', 'nonincremental', ...(i > 0 ? ['continued'] : [])],
    ...(told === undefined ? {} : { told }),
    parts: [
      { kind: 'heading', level: 2, text: heading },
      { kind: 'points', points: part.map((text) => ({ text, strong: [], below: [] })) },
    ],
  }))
}
