import type { Block } from './blocks.ts'
import type { Paragraph, ParagraphKind, Span } from './document.ts'
import type { Headings } from './headings.ts'
import { trimmed } from './lines.ts'
import { cutLongParagraph } from './long-paragraphs.ts'
import { rankOf } from './numbering.ts'

/** In UTF-16 units; what goes on longer than this is no article and no list. */
const LONGEST_ARTICLE = 6000

/** The paragraphs that begin in each block; a block that another's paragraph takes in has none. */
export function paragraphsOf(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  { headings, runIns, counted }: Headings,
  breaks: ReadonlySet<number>,
): ReadonlyMap<number, readonly Paragraph[]> {
  const paragraphs = new Map<number, readonly Paragraph[]>()
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    const heading = headings.get(at)
    const { start, end } = trimmed(text, heading?.span.end ?? block.span.start, block.span.end)
    // What stands on one line with its heading.
    const kind = heading && start < end ? 'prose' : kinds.get(at)
    if (!kind) continue
    const last = lastOfParagraph(text, blocks, kinds, breaks, at, kind)
    const span = { start, end: blocks[last]?.span.end ?? end }
    const isText = kind === 'prose' || (kind === 'article' && span.end - span.start > LONGEST_ARTICLE)
    const runIn = runIns.get(at) ?? null
    const found =
      isText && last === at ? prose(text, span, runIn) : [{ ...paragraphOf(block, kind, runIn), span }]
    const number = counted.get(at)
    paragraphs.set(
      at,
      number ? found.map((one) => (one.span.start === number.start ? { ...one, number } : one)) : found,
    )
    at = last
  }
  return paragraphs
}

function prose(text: string, span: Span, runIn: Span | null): readonly Paragraph[] {
  return cutLongParagraph(text, span).map((piece, at) => ({
    kind: 'prose',
    span: piece,
    runIn: at === 0 ? runIn : null,
  }))
}

/** An article takes in its further clauses and items, and a sentence that ends in a colon the list that it begins. */
function lastOfParagraph(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlyMap<number, ParagraphKind>,
  breaks: ReadonlySet<number>,
  first: number,
  kind: ParagraphKind,
): number {
  const start = blocks[first]?.span.start ?? 0
  const follows = (at: number): boolean =>
    kinds.get(at) === 'prose' && !breaks.has(at) && (blocks[at]?.span.end ?? 0) - start <= LONGEST_ARTICLE
  let last = first
  if (kind === 'article') {
    while (follows(last + 1)) last++
  } else if (kind === 'prose' && endsWith(text, blocks[first], /[：:]$/u)) {
    while (follows(last + 1) && isItem(text, blocks[last + 1])) last++
    const system = blocks[last]?.number?.system
    if (last > first && follows(last + 1) && system && blocks[last + 1]?.number?.system === system) last++
    while (last > first && follows(last + 1) && countsOn(blocks, first + 1, last)) last++
    if (last === first && follows(last + 1) && isQuotation(text, blocks[last + 1])) last++
  }
  return last
}

/** A longer item is a paragraph of its own. */
const LONGEST_ITEM = 120

function isItem(text: string, block: Block | undefined): boolean {
  if (block?.layout.item && block.span.end - block.span.start <= LONGEST_ITEM) return true
  return endsWith(text, block, /[；;](?:\s{0,3}(?:以及|和|或者?|and|or))?$/u)
}

/** The block behind the last goes on with a list that begins at `from`, or begins a list within its last item. */
function countsOn(blocks: readonly Block[], from: number, last: number): boolean {
  const number = blocks[last + 1]?.number
  const outermost = blocks[from]?.number
  if (!number || !outermost || rankOf(number.system) < rankOf(outermost.system)) return false
  // 第一，… begins a paragraph.
  if (rankOf(number.system) >= rankOf('ordinal')) return false
  if (number.value === 1) return number.system !== outermost.system
  let before = last
  while (before > from && blocks[before]?.number?.system !== number.system) before--
  const counted = blocks[before]?.number
  return counted?.system === number.system && counted.value === number.value - 1
}

/** What somebody says, on a line of its own. */
function isQuotation(text: string, block: Block | undefined): boolean {
  const words = block ? text.slice(block.span.start, block.span.end) : ''
  return /^(?:"[^"]*"|“[^“”]*”|「[^「」]*」)[.。,]?$/u.test(words)
}

function endsWith(text: string, block: Block | undefined, mark: RegExp): boolean {
  return (
    block !== undefined &&
    mark.test(text.slice(Math.max(block.span.start, block.span.end - 8), block.span.end))
  )
}

function paragraphOf(
  { span, layout, rows, caption }: Block,
  kind: ParagraphKind,
  runIn: Span | null,
): Paragraph {
  const cells = rows.map(({ start, layout: { row } }) =>
    (row?.cells ?? []).map(([from, to]) => ({ start: start + from, end: start + to })),
  )
  return {
    kind,
    span,
    runIn,
    ...(cells.length > 0 ? { cells } : {}),
    ...(caption ? { caption } : {}),
    ...(layout.image === undefined ? {} : { image: layout.image }),
  }
}
