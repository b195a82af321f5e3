import type { Document, Paragraph, Section } from '../document/document.ts'
import { keyPointsOf } from './choice/paragraph.ts'
import type { KeyPointOptions, KeyPoints } from './points.ts'

/**
 * Chooses the key points of every paragraph of prose and every article. Deterministic; linear in the
 * length of the document; never throws, whatever the text.
 */
export function keyPoints(document: Document, options: KeyPointOptions = {}): KeyPoints {
  return new Map(
    document.sections.flatMap((section) => keyPointsOf(document.text, paragraphsOf(section), options)),
  )
}

/** The paragraphs of a section and of those below it that can carry points, in order. */
function paragraphsOf(section: Section): Paragraph[] {
  const own = section.paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'article')
  return [...own, ...section.sections.flatMap(paragraphsOf)]
}
