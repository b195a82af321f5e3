import {
  type Document,
  outline,
  readDocument,
  type Section,
  type SourceText,
  textOf,
} from '../../src/document/index.ts'

export async function read(text: string | Uint8Array, name = 'document.txt'): Promise<SourceText> {
  return readDocument({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text })
}

/** A document in one line a part: `= title`, `# heading`, `## heading below it`, `kind words`. */
export async function sketch(text: string | Uint8Array, name?: string): Promise<readonly string[]> {
  return sketchOf(outline(await read(text, name)))
}

const LONGEST = 24

export function sketchOf(document: Document): readonly string[] {
  const words = (span: { start: number; end: number }): string => {
    const all = textOf(document, span).replace(/\n/gu, '⏎')
    return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all
  }
  const lines = ({ level, heading, paragraphs, sections }: Section): readonly string[] => [
    heading ? `${'#'.repeat(level)} ${words(heading)}` : level === 0 ? '--' : '~~',
    ...paragraphs.map(
      ({ kind, span, runIn }) => `${kind}${runIn ? ` <${words(runIn)}>` : ''} ${words(span)}`,
    ),
    ...sections.flatMap(lines),
  ]
  return [...(document.title ? [`= ${words(document.title)}`] : []), ...document.sections.flatMap(lines)]
}
