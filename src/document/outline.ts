import { type Block, blocksOf } from './blocks.ts'
import { closingStart, tailKinds } from './closing.ts'
import { contentsOf } from './contents.ts'
import type { Document, Paragraph, ParagraphKind, Section, Span } from './document.ts'
import { partGlued } from './glued.ts'
import { type Headings, headingsOf } from './headings.ts'
import { kindOf } from './kinds.ts'
import { languageOf } from './language.ts'
import { trimmed } from './lines.ts'
import { openingOf } from './opening.ts'
import type { SourceText } from './source.ts'

/**
 * What a text was understood to be: its title, its sections by numbering and layout, the kind of each
 * paragraph. Every character but white space is in the title, in one heading or in one paragraph.
 * Deterministic; linear in the length of the text.
 */
export function outline(source: SourceText): Document {
  const { text } = source
  const blocks = blocksOf(source).flatMap((block) => partGlued(text, block))
  const contents = contentsOf(text, blocks)
  const opening = openingOf(text, blocks, contents)
  const kinds = new Map<number, ParagraphKind>([
    ...[...contents].map((at) => [at, 'contents'] as const),
    ...opening.kinds,
    ...tailKinds(text, blocks, Math.max(-1, ...opening.titleBlocks), blocks.length),
  ])
  const found = headingsOf(text, blocks, new Set([...kinds.keys(), ...opening.titleBlocks]))
  for (const [at, block] of blocks.entries()) {
    if (!kinds.has(at) && !found.headings.has(at)) kinds.set(at, kindOfBlock(text, block))
  }
  const sections = sectionsOf(
    text,
    blocks,
    kinds,
    found,
    opening.titleBlocks,
    closings(text, blocks, kinds, found),
  )
  return {
    text,
    language: languageOf(text),
    title: opening.title,
    byline: firstOfKind(sections, 'byline'),
    sections,
  }
}

function kindOfBlock(text: string, { span, layout, number, rows }: Block): ParagraphKind {
  if (rows.length > 0) return 'table'
  if (layout.image !== undefined) return 'image'
  if (layout.footnote) return 'footnote'
  if (number?.system === 'clause') return 'article'
  return kindOf(text.slice(span.start, Math.min(span.end, span.start + 250))) ?? 'prose'
}

/** The blocks at which a section of level 0 begins behind the last section of a document. */
function closings(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  { headings, runIns }: Headings,
): ReadonlySet<number> {
  const last = Math.max(-1, ...headings.keys())
  if (last < 0) return new Set()
  let to = blocks.length
  while (to - 1 > last && kinds.get(to - 1) !== 'prose' && kinds.get(to - 1) !== 'article') to--
  const heads = [...runIns.keys()].filter((at) => at > last)
  return new Set([closingStart(text, blocks, { from: last + 1, to, lastRunIn: heads.at(-1) ?? null })])
}

interface Growing {
  readonly number: string | null
  readonly heading: Span | null
  readonly level: number
  readonly order: number
  readonly paragraphs: Paragraph[]
  readonly sections: Growing[]
}

function sectionsOf(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  { headings, runIns }: Headings,
  titleBlocks: ReadonlySet<number>,
  closingAt: ReadonlySet<number>,
): readonly Section[] {
  const top: Growing[] = []
  const open: Growing[] = []
  const add = (paragraph: Paragraph): void => {
    let section = open.at(-1) ?? top.at(-1)
    if (!section || (open.length === 0 && section.level > 0)) {
      section = { number: null, heading: null, level: 0, order: 0, paragraphs: [], sections: [] }
      top.push(section)
    }
    section.paragraphs.push(paragraph)
  }
  for (const [at, block] of blocks.entries()) {
    if (titleBlocks.has(at)) continue
    if (closingAt.has(at)) open.length = 0
    const heading = headings.get(at)
    if (!heading) {
      add(paragraphOf(block, kinds.get(at) ?? 'prose', runIns.get(at) ?? null))
      continue
    }
    while ((open.at(-1)?.order ?? -Infinity) >= heading.order) open.pop()
    const section = {
      ...heading,
      heading: heading.span,
      level: open.length + 1,
      paragraphs: [],
      sections: [],
    }
    const siblings = open.at(-1)?.sections ?? top
    siblings.push(section)
    open.push(section)
    const rest = trimmed(text, heading.span.end, block.span.end)
    if (rest.start < rest.end) add({ kind: 'prose', span: rest, runIn: null })
  }
  return top.map(finished)
}

function finished({ number, heading, level, paragraphs, sections }: Growing): Section {
  return { number, heading, level, paragraphs, sections: sections.map(finished) }
}

function paragraphOf({ span, layout, rows }: Block, kind: ParagraphKind, runIn: Span | null): Paragraph {
  const cells = rows.map(({ start, layout: { row } }) =>
    (row?.cells ?? []).map(([from, to]) => ({ start: start + from, end: start + to })),
  )
  return {
    kind,
    span,
    runIn,
    ...(cells.length > 0 ? { cells } : {}),
    ...(layout.image !== undefined ? { image: layout.image } : {}),
  }
}

function firstOfKind(sections: readonly Section[], kind: ParagraphKind): Span | null {
  for (const { paragraphs, sections: inner } of sections) {
    const found = paragraphs.find((paragraph) => paragraph.kind === kind)?.span ?? firstOfKind(inner, kind)
    if (found) return found
  }
  return null
}
