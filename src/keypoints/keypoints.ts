import type { Document, Paragraph, Section } from '../document/document.ts'
import { keyPointsOf } from './choice/paragraph.ts'
import type { KeyPointOptions, KeyPoints } from './points.ts'
import { introduces } from './tree/introduction.ts'

/**
 * Chooses the key points of every paragraph of prose and every article. Deterministic; linear in the
 * length of the document; never throws, whatever the text.
 */
export function keyPoints(document: Document, options: KeyPointOptions = {}): KeyPoints {
  const introductions = new Set(document.sections.flatMap((section) => introductionsIn(document, section)))
  return new Map(
    document.sections.flatMap((section) =>
      keyPointsOf(document.text, paragraphsOf(section), introductions, options),
    ),
  )
}

/** The paragraphs of a section and of those below it that can carry points, in order. */
function paragraphsOf(section: Section): Paragraph[] {
  const own = section.paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'article')
  return [...own, ...section.sections.flatMap(paragraphsOf)]
}

/** The paragraphs that introduce the one behind them: 下列人员不承担责任：. */
function introductionsIn({ text }: Pick<Document, 'text'>, section: Section): Paragraph[] {
  const { paragraphs, sections } = section
  const own = paragraphs.filter(
    (paragraph, i) => paragraphs[i + 1]?.kind === 'prose' && introduces(text, paragraph),
  )
  return [...own, ...sections.flatMap((one) => introductionsIn({ text }, one))]
}
