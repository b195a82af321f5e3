import type { Document, Section, Span } from '../document/document.ts'
import type { KeyPoints } from '../keypoints/index.ts'
import { wordsFor } from '../words.ts'

/** A slide as it is derived, its words taken from the document. */
export interface DraftSlide {
  readonly layout: string
  readonly heading: string
  readonly level: 1 | 2 | 3
  /** A line below the heading: who wrote the document. */
  readonly lead?: string
  readonly points: readonly string[]
  /** The document's paragraphs that this slide stands for, whole. */
  readonly notes: readonly string[]
}

export interface DraftFile {
  readonly name: string
  readonly slides: readonly DraftSlide[]
}

/** A deck as it is derived, before it is Markdown. */
export interface DraftDeck {
  readonly title: string
  readonly language: string
  readonly files: readonly DraftFile[]
}

/** More points than this make a further slide of the same paragraph. */
const mostPoints = 6

/**
 * Lays a document's key points out as slides: title and agenda first, a file a top section, the closing last.
 * The notes, each paragraph once and in order, give the document back.
 */
export function composeDeck(document: Document, points: KeyPoints): DraftDeck {
  const say = (span: Span): string => document.text.slice(span.start, span.end)
  const words = wordsFor(document.language)
  const top = document.sections.filter((section) => section.heading)
  const firstWords = document.text.trim().split('\n')[0]?.slice(0, 30) ?? ''
  const title = document.title ? say(document.title).replace(/\s*\n\s*/g, ' ') : firstWords

  const titleSlide: DraftSlide = {
    layout: 'title',
    heading: title,
    level: 1,
    ...(document.byline && { lead: say(document.byline).replace(/^[（(]|[）)]$/g, '') }),
    points: [],
    notes: document.title ? say(document.title).split('\n') : [],
  }
  const agenda: DraftSlide = {
    layout: 'agenda nonincremental',
    heading: words.agenda,
    level: 2,
    points: top.flatMap(({ heading }) => (heading ? [say(heading)] : [])),
    notes: [],
  }
  const opening: DraftSlide[] = [titleSlide, ...(top.length > 1 ? [agenda] : [])]
  const rest: DraftSlide[][] = []
  document.sections.forEach((section, i) => {
    const slides = ofSection(section, points, say)
    if (i === 0 && section.level === 0) opening.push(...slides)
    else rest.push(slides)
  })
  const width = Math.max(2, String(rest.length).length)
  const files = [opening, ...rest].map((slides, i) => ({
    name: `${String(i).padStart(width, '0')}.md`,
    slides,
  }))
  return { title, language: document.language, files: files.filter((file) => file.slides.length > 0) }
}

function ofSection(section: Section, points: KeyPoints, say: (span: Span) => string): DraftSlide[] {
  const slides: DraftSlide[] = []
  const title = section.heading ? say(section.heading) : ''
  if (title)
    slides.push({
      layout: 'divider',
      heading: title,
      level: section.level > 1 ? 3 : 2,
      points: [],
      notes: title.split('\n'),
    })
  for (const paragraph of section.paragraphs) {
    const found = points.get(paragraph)
    const notes = say(paragraph.span).split(/\n+/)
    const last = slides.at(-1)
    if (!found?.heading && !found?.points.length && last) {
      // A part that is no point (a salutation, a signature) is read with the slide before it.
      slides[slides.length - 1] = { ...last, notes: [...last.notes, ...notes] }
      continue
    }
    const shown = found?.points.map(say) ?? []
    for (let from = 0; from === 0 || from < shown.length; from += mostPoints)
      slides.push({
        layout: found && found.layout !== 'list' ? found.layout : '',
        heading: found?.heading ? say(found.heading) : title,
        level: 3,
        points: shown.slice(from, from + mostPoints),
        notes,
      })
  }
  return [...slides, ...section.sections.flatMap((below) => ofSection(below, points, say))]
}
