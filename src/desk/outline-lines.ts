import { type Document, type Section, type Span, textOf } from '../document/index.ts'
import { type KeyPoints, pointText } from '../keypoints/index.ts'
import type { OutlineLine } from './messages.ts'

/** What was understood of a document, line by line. */
export function outlineLines(document: Document, found: KeyPoints): OutlineLine[] {
  const lines: OutlineLine[] = []
  const add = (kind: OutlineLine['kind'], span: Span | null, depth: number): void => {
    if (span) lines.push({ kind, depth, text: textOf(document, span) })
  }
  add('title', document.title, 0)
  add('byline', document.byline, 0)
  const visit = ({ heading, paragraphs, sections }: Section, depth: number): void => {
    add('section', heading, depth)
    for (const paragraph of paragraphs) {
      const points = found.get(paragraph)
      add('heading', points?.heading ?? null, depth + 1)
      for (const point of points?.points ?? []) {
        const under = point.parent === null ? 0 : 1
        lines.push({ kind: 'point', depth: depth + 2 + under, text: pointText(document.text, point) })
      }
    }
    for (const below of sections) visit(below, depth + 1)
  }
  for (const section of document.sections) visit(section, 0)
  return lines
}
