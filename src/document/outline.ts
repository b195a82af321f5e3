import { type Block, blocksOf } from './blocks.ts'
import { withCaptions } from './captions.ts'
import {
  attachmentLists,
  behindLastItem,
  closingStart,
  isSignature,
  TAIL_KINDS,
  tailKinds,
} from './closing.ts'
import { contentsOf } from './contents.ts'
import { copyOf } from './copy.ts'
import {
  type Document,
  onOneLine,
  type Paragraph,
  type ParagraphKind,
  type Section,
  type Span,
} from './document.ts'
import { partGlued } from './glued.ts'
import { type Headings, headingsOf } from './headings.ts'
import { attachedName, isAttachmentMarker, isFootnote, isKnownHeading, kindOf } from './kinds.ts'
import { languageOf } from './language.ts'
import { notesOf } from './notes.ts'
import { rankOf } from './numbering.ts'
import { type Opening, openingOf } from './opening.ts'
import { paragraphsOf } from './paragraphs.ts'
import { signingOf } from './signing.ts'
import type { SourceText } from './source.ts'
import { topicSections } from './topics.ts'

/**
 * What a text was understood to be: its title, its sections by numbering and layout, the kind of each
 * paragraph. Every character but white space is in the title, in one heading or in one paragraph.
 * Deterministic; linear in the length of the text.
 */
export function outline(source: SourceText): Document {
  const { text } = source
  const parted = blocksOf(source).flatMap((block, at) => partGlued(text, block, at))
  const blocks = withCaptions(text, parted)
  const contents = contentsOf(text, blocks)
  const told = new Map(
    [...blocks].flatMap(({ layout }, at) => (layout.told ? [[at, layout.told] as const] : [])),
  )
  const name = nameOf(source.name)
  const called = [...(source.titles ?? []), name]
  const opened = openingOf(text, blocks, new Set([...contents, ...told.keys()]), called)
  const notes = notesOf(text, blocks)
  const kinds = new Map<number, ParagraphKind>([
    ...[...copyOf(text, blocks)].map((at) => [at, 'furniture'] as const),
    ...told,
    ...[...contents].map((at) => [at, 'contents'] as const),
    ...[...notes].map((at) => [at, 'footnote'] as const),
    ...opened.kinds,
    ...attachmentLists(text, blocks),
    ...tailKinds(text, blocks, Math.max(-1, ...opened.titleBlocks), blocks.length),
  ])
  const all = headingsOf(text, blocks, new Set([...kinds.keys(), ...opened.titleBlocks]), contents)
  const over = opened.title === null ? headingOfAll(text, blocks, kinds, all) : null
  const opening = over === null ? opened : { ...opened, title: over.title, titleBlocks: new Set([over.at]) }
  const headings = over === null ? all : withoutHeading(all, over.at)
  const isBeside = opening.title !== null && isOneOfSeveral(text, blocks, opening.title, headings)
  const found = isBeside ? withFirst(opening, headings) : withoutOnly(headings, kinds, opening)
  // Backwards, for a signature is told by the date below it.
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    if (!block || kinds.has(at) || found.headings.has(at) || opening.titleBlocks.has(at)) continue
    const signed = kinds.get(at + 1) === 'date' && isSignature(text, blocks, at, kinds)
    kinds.set(at, signed ? 'signature' : kindOfBlock(text, block))
  }
  const title = isBeside ? null : opening.title
  const breaks = closings(text, blocks, kinds, found, notes)
  const paragraphs = paragraphsOf(text, blocks, kinds, found, breaks)
  const sections = withTopics(text, nested(found, paragraphs, breaks))
  return {
    text,
    language: languageOf(text),
    title,
    name: (title ? null : pageName(source.titles ?? [])) ?? name,
    ...signingOf(text, sections),
    sections,
  }
}

/** A notice brings the document behind it, and has its title. */
const BRINGS = /印发|印發|转发|轉發|下发|公布|发布|颁布|通知/u

/** The title is that of the first of several documents in the file, which stand side by side. */
function isOneOfSeveral(
  text: string,
  blocks: readonly Block[],
  title: Span,
  { headings, documents }: Headings,
): boolean {
  const next = documents.find((at) => {
    const line = firstLine(text, headings.get(at)?.span)
    const isMarked = [line, firstLine(text, blocks[at - 1]?.span)].some(isAttachmentMarker)
    return !isMarked && attachedName(line) === null
  })
  if (next === undefined || BRINGS.test(text.slice(title.start, title.end))) return false
  return [...headings.keys()].some((at) => at < next)
}

/** A notice without a text of its own is but the cover of what it brings, whose title is below its. */
function withoutOnly(found: Headings, kinds: Map<number, ParagraphKind>, { titleBlocks }: Opening): Headings {
  const [only, another] = found.documents
  if (only === undefined || another !== undefined || titleBlocks.size === 0) return found
  for (let at = 0; at < only; at++)
    if (!titleBlocks.has(at) && (found.headings.has(at) || !kinds.has(at))) return found
  kinds.set(only, 'subtitle')
  return { ...withoutHeading(found, only), documents: [] }
}

function withoutHeading(found: Headings, heading: number): Headings {
  return { ...found, headings: new Map([...found.headings].filter(([at]) => at !== heading)) }
}

/** In UTF-16 units: a remark may stand before the title, not the text. */
const MOST_BEFORE_TITLE = 1000

/** The first heading, where all others stand below it and nothing but remarks before: it is the title. */
function headingOfAll(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  { headings, documents }: Headings,
): { readonly at: number; readonly title: Span } | null {
  const at = Math.min(...headings.keys())
  const [block, heading] = [blocks[at], headings.get(at)]
  if (!block || !heading || documents.length > 0 || heading.span.end < block.span.end) return null
  if (isKnownHeading(text.slice(block.span.start, block.span.end))) return null
  if (block.number && rankOf(block.number.system) > rankOf('section')) return null
  const others = [...headings].filter(([other]) => other !== at)
  if (others.some(([, { order }]) => order <= heading.order)) return null
  const isFirst = [...blocks.keys()].slice(0, at).every((before) => kinds.has(before))
  const isNamed = block.layout.heading !== undefined && others.length > 0
  return isFirst || (isNamed && block.span.start <= MOST_BEFORE_TITLE) ? { at, title: heading.span } : null
}

function firstLine(text: string, span: Span | undefined): string {
  return span ? (text.slice(span.start, span.end).split('\n', 1)[0] ?? '') : ''
}

function withFirst({ title, titleBlocks }: Opening, found: Headings): Headings {
  const [first] = titleBlocks
  const order = found.headings.get(found.documents[0] ?? -1)?.order
  if (!title || first === undefined || order === undefined) return found
  const headings = new Map([...found.headings, [first, { span: title, number: null, order }]])
  return { ...found, headings }
}

/** Behind the name of a text stands that of the site: `…--教务处--某某学校`, `… | Example`. */
const SITE = /\s*(?:-{2,}|[|｜_»·]|\s[-–—]\s).*$/su
const UNNAMED = /^(?:index|untitled|document\d*|home|首页|无标题.*|新建.*|\P{L}*)$/iu

/** What a page says that it is called, without the name of its site; null where it says nothing of use. */
function pageName(titles: readonly string[]): string | null {
  const name = onOneLine(titles[0] ?? '')
    .replace(SITE, '')
    .trim()
  return UNNAMED.test(name) ? null : name
}

function nameOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

function kindOfBlock(text: string, { span, layout, number, rows }: Block): ParagraphKind {
  if (rows.length > 0) return 'table'
  if (layout.image !== undefined) return 'image'
  if (layout.footnote) return 'footnote'
  if (number?.system === 'clause') return 'article'
  const line = text.slice(span.start, Math.min(span.end, span.start + 250))
  return isFootnote(line) ? 'footnote' : (kindOf(line) ?? 'prose')
}

/** The blocks at which a section of level 0 begins behind the last section of each document in the file. */
function closings(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  { headings, runIns, documents }: Headings,
  notes: ReadonlySet<number>,
): ReadonlySet<number> {
  const hasText = (at: number): boolean => {
    const heading = headings.get(at)
    return heading ? heading.span.end < (blocks[at]?.span.end ?? 0) : kinds.get(at) === 'prose'
  }
  const breaks = new Set<number>()
  let from = 0
  for (const end of [...documents, blocks.length]) {
    let last = end - 1
    while (last >= from && !headings.has(last)) last--
    let lastRunIn = end - 1
    while (lastRunIn > last && !runIns.has(lastRunIn)) lastRunIn--
    const hasRunIn = lastRunIn > Math.max(last, from - 1)
    let to = end
    const isTail = (at: number): boolean => notes.has(at) || TAIL_KINDS.has(kinds.get(at) ?? 'prose')
    while (to - 1 > Math.max(last, from - 1) && isTail(to - 1)) to--
    if (last >= from || hasRunIn) {
      const start = closingStart(text, blocks, { from: last + 1, to, lastRunIn: hasRunIn ? lastRunIn : null })
      const item = behindLastItem(blocks, { from, to }, hasText)
      const closing = Math.min(start, item ?? start)
      if (closing < end) breaks.add(closing)
    }
    from = end
  }
  return breaks
}

interface Growing {
  readonly number: string | null
  readonly heading: Span | null
  readonly level: number
  readonly order: number
  readonly paragraphs: Paragraph[]
  readonly sections: Growing[]
}

/** Puts each paragraph under the last heading above it, and each heading under the last higher one. */
function nested(
  { headings }: Headings,
  paragraphs: ReadonlyMap<number, readonly Paragraph[]>,
  breaks: ReadonlySet<number>,
): readonly Section[] {
  const top: Growing[] = []
  const open: Growing[] = []
  const marks = [...new Set([...headings.keys(), ...paragraphs.keys()])].sort((one, other) => one - other)
  for (const at of marks) {
    if (breaks.has(at)) open.length = 0
    const heading = headings.get(at)
    if (heading) {
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
    }
    const members = paragraphs.get(at) ?? []
    const below = open.at(-1) ?? lastWithoutHeading(top)
    if (below) for (const member of members) below.paragraphs.push(member)
    else top.push({ number: null, heading: null, level: 0, order: 0, paragraphs: [...members], sections: [] })
  }
  return top.map(finished)
}

function lastWithoutHeading(sections: readonly Growing[]): Growing | undefined {
  const last = sections.at(-1)
  return last?.level === 0 ? last : undefined
}

/** The sections of a document in which no heading was found: by topic, between what opens and what closes it. */
function withTopics(text: string, sections: readonly Section[]): readonly Section[] {
  const [only, ...more] = sections
  if (!only || more.length > 0 || only.level > 0) return sections
  const isText = ({ kind }: Paragraph): boolean => kind === 'prose'
  const first = only.paragraphs.findIndex(isText)
  const end = only.paragraphs.findLastIndex(isText) + 1
  const isLaw = only.paragraphs.some(({ kind }) => kind === 'article')
  const topics = isLaw ? null : topicSections(text, only.paragraphs.slice(first, end))
  if (!topics) return sections
  const around = [only.paragraphs.slice(0, first), only.paragraphs.slice(end)].map((paragraphs) =>
    paragraphs.length > 0 ? [{ ...only, paragraphs }] : [],
  )
  return [...(around[0] ?? []), ...topics, ...(around[1] ?? [])]
}

function finished({ number, heading, level, paragraphs, sections }: Growing): Section {
  return { number, heading, level, paragraphs, sections: sections.map(finished) }
}
