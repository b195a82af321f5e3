import type MarkdownIt from 'markdown-it'
import { type Separators, usual } from '../../markdown/separators.ts'

/**
 * What parts the slides of a deck where every rule of Markdown does, and headings, wherever they stand in the text itself.
 *
 * @param begins whether a slide begins with a heading of a level
 */
export function atRulesAndHeadings(
  md: MarkdownIt,
  body: string,
  begins: (level: number) => boolean,
): Separators {
  const rules = new Set<number>()
  const headings = new Set<number>()
  for (const { type, level, map, tag } of md.parse(body, {})) {
    const at = map?.[0]
    if (at === undefined || level > 0) continue
    if (type === 'hr') rules.add(at)
    if (type === 'heading_open' && begins(Number(tag.slice(1)))) headings.add(at)
  }
  return {
    across: (_, at) => (rules.has(at) ? 1 : 0),
    down: () => 0,
    notes: usual.notes,
    begins: (at) => headings.has(at),
  }
}
