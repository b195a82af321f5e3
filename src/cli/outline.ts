import { onOneLine, type Section, type Span } from '../document/index.ts'
import { type KeyPoint, keyPoints, printTree } from '../keypoints/index.ts'
import { readInput } from './read-input.ts'
import { whileWaiting } from './waiting.ts'

export interface OutlineOptions {
  readonly json?: boolean
  /** Prints what each paragraph was read as, in the place of its points. */
  readonly tree?: boolean
}

/** Prints what was understood of a document. */
export async function outlineCommand(
  file: string,
  { json = false, tree = false }: OutlineOptions,
): Promise<void> {
  const { document, found } = await whileWaiting(file, async () => {
    const { document } = await readInput(file)
    return { document, found: keyPoints(document) }
  })
  const say = (span: Span): string => document.text.slice(span.start, span.end)
  const quote = (span: Span) => ({ text: say(span), span })
  const sectionJson = (section: Section): unknown => ({
    number: section.number,
    title: section.heading && onOneLine(say(section.heading)),
    level: section.level,
    span: section.heading,
    paragraphs: section.paragraphs.map((paragraph) => {
      const points = found.get(paragraph)
      return {
        kind: paragraph.kind,
        span: paragraph.span,
        heading: points?.heading ? quote(points.heading) : null,
        keyPoints: points?.points.map(({ span, spans, parent }) => ({ ...quote(span), spans, parent })) ?? [],
      }
    }),
    sections: section.sections.map(sectionJson),
  })
  if (json) {
    const { title, byline, text, sections } = document
    // Whoever looks for the title in the text finds it: its breaks stand behind it, and every offset is what it was.
    const oneLine = [title, byline].reduce((all, span) => {
      if (!span) return all
      const line = onOneLine(say(span))
      return all.slice(0, span.start) + line.padEnd(span.end - span.start, '\n') + all.slice(span.end)
    }, text)
    process.stdout.write(
      `${JSON.stringify({ title: title && onOneLine(say(title)), byline: byline && onOneLine(say(byline)), text: oneLine, sections: sections.map(sectionJson) })}\n`,
    )
    return
  }
  const lines = [document.title, document.byline].map((span) => (span ? onOneLine(say(span)) : ''))
  const point = ({ spans, parent }: KeyPoint): string =>
    `${parent === null ? '' : '  '}- ${spans.map(say).join('……')}`
  const visit = (section: Section, indent: string): void => {
    if (section.heading) lines.push(`${indent}${onOneLine(say(section.heading))}`)
    for (const paragraph of section.paragraphs) {
      const points = found.get(paragraph)
      if (!points) continue
      if (points.heading) lines.push(`${indent}  ${say(points.heading)}`)
      if (tree) lines.push(...printTree(document.text, points.tree, `${indent}    `))
      else for (const one of points.points) lines.push(`${indent}    ${point(one)}`)
    }
    for (const below of section.sections) visit(below, `${indent}  `)
  }
  for (const section of document.sections) visit(section, '')
  process.stdout.write(`${lines.filter(Boolean).join('\n')}\n`)
}
