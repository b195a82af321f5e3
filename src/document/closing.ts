import type { Block } from './blocks.ts'
import type { ParagraphKind } from './document.ts'
import { isOffice, kindOf } from './kinds.ts'
import { columns } from './lines.ts'
import { endsSentence } from './punctuation.ts'

/** What may stand behind the last paragraph of a document and belongs to none of its sections. */
export const TAIL_KINDS: ReadonlySet<ParagraphKind> = new Set([
  'furniture',
  'source',
  'date',
  'attachment',
  'byline',
  'signature',
])
const WIDEST_SIGNATURE = 70
const LONGEST_ATTACHMENT_LIST = 20

/** What the blocks at the end of a document are, behind its last paragraph of text: signature, date, source, attachments. */
export function tailKinds(
  text: string,
  blocks: readonly Block[],
  from: number,
  to: number,
): ReadonlyMap<number, ParagraphKind> {
  const kinds = new Map<number, ParagraphKind>()
  for (let at = to - 1; at > from; at--) {
    const block = blocks[at]
    if (!block) break
    const line = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 250))
    const kind = kindOf(line)
    if (kind && TAIL_KINDS.has(kind)) kinds.set(at, kind)
    else if (isSignature(text, blocks, at, kinds))
      kinds.set(at, /^[（(【]/u.test(line) ? 'byline' : 'signature')
    else if (isAttached(text, blocks, at)) kinds.set(at, 'attachment')
    else break
  }
  return kinds
}

/** A short line without a full stop, above the date or below the last sentence. */
export function isSignature(
  text: string,
  blocks: readonly Block[],
  at: number,
  below: ReadonlyMap<number, ParagraphKind>,
): boolean {
  const block = blocks[at]
  const above = blocks[at - 1]
  if (!block || !above || block.number || block.rows.length > 0 || block.layout.heading !== undefined)
    return false
  const { start, end } = block.span
  if (columns(text, start, end) > WIDEST_SIGNATURE || endsSentence(text, start, end)) return false
  const next = below.get(at + 1)
  if (next === 'date' || next === 'signature') return true
  if (next === 'furniture') return false
  const words = ({ span }: Block): string => text.slice(span.start, Math.min(span.end, span.start + 100))
  // Several sign it, one below the other.
  const isWithOther = isOffice(words(block)) && isOffice(words(above))
  return isWithOther || endsSentence(text, above.span.start, above.span.end)
}

const FIRST_ATTACHED = /^附\s{0,4}件\s{0,3}[:：]\s{0,4}[1１一]\s{0,2}[.．、]/u

/** The lines of the lists that `附件：1.` begins, wherever they stand. */
export function attachmentLists(text: string, blocks: readonly Block[]): ReadonlyMap<number, ParagraphKind> {
  const kinds = new Map<number, ParagraphKind>()
  for (const [first, { span }] of blocks.entries()) {
    if (!FIRST_ATTACHED.test(text.slice(span.start, Math.min(span.end, span.start + 30)))) continue
    for (let at = first + 1, value = 2; blocks[at]?.number?.value === value; at++, value++)
      kinds.set(at, 'attachment')
  }
  return kinds
}

/** A line of the list that `附件：` begins. */
function isAttached(text: string, blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]
  if (!block || endsSentence(text, block.span.start, block.span.end)) return false
  for (let above = at - 1; above >= Math.max(0, at - LONGEST_ATTACHMENT_LIST); above--) {
    const one = blocks[above]
    if (!one) return false
    if (kindOf(text.slice(one.span.start, Math.min(one.span.end, one.span.start + 250))) === 'attachment')
      return true
    if (!one.number || endsSentence(text, one.span.start, one.span.end)) return false
  }
  return false
}

const CALL =
  /让我们|(?:更加)?紧密地?团结|(?:努力|不懈|团结)奋斗[！。]|(?:更大|新的)(?:的|更大的?)?贡献|谱写.{0,30}(?:篇章|华章)|谢谢|圆满成功|特此(?:通知|报告|公告|函)|god bless|thank you/iu
const MANDATE = /^(?:各地区?|各省|各级|各部门|各单位|各有关)/u
/** A speaker turns to the hearers when he comes to his end; above a closing it is a part of it. */
const VOCATIVE = /^(?:各位(?:代表|委员|同志|朋友)|同志们|朋友们|代表们|同学们)[，、！,!：]/u
const LONGEST_CLOSING = 4

/** How a closing is told from the paragraphs of the last section. */
export interface LastSection {
  /** The first block below its last heading. */
  readonly from: number
  /** The first block that is no paragraph of it any more. */
  readonly to: number
  /** Its last numbered paragraph with a head, which what follows need not belong to. */
  readonly lastRunIn: number | null
}

/**
 * Where the closing begins: the last paragraphs, when they speak for the whole document rather than
 * for its last section. Equal to `to` where there is none.
 */
export function closingStart(
  text: string,
  blocks: readonly Block[],
  { from, to, lastRunIn }: LastSection,
): number {
  let start = to
  while (start - 1 > from && to - start < LONGEST_CLOSING) {
    const block = blocks[start - 1]
    if (!block || block.number || block.rows.length > 0) break
    const { span } = block
    const words = text.slice(span.start, Math.min(span.end, span.start + 2000))
    const isLast = start === to
    const called = CALL.test(words) || (isLast && /！[”’]?$/u.test(text.slice(span.end - 2, span.end)))
    const mandate = isLast && lastRunIn !== null && lastRunIn < start - 1 && MANDATE.test(words)
    const turned = !isLast && VOCATIVE.test(words)
    if (!called && !mandate && !turned) break
    start--
  }
  return start
}

const LEAST_ITEMS = 3

/**
 * Where the numbered paragraphs have their whole text in one block each, what follows the last of them belongs to
 * none: the block behind it. Null where that is not so.
 *
 * @param range the blocks of one document of the file
 * @param hasText a block is a paragraph, not only a heading
 */
export function behindLastItem(
  blocks: readonly Block[],
  range: { readonly from: number; readonly to: number },
  hasText: (at: number) => boolean,
): number | null {
  const { from, to } = range
  let last = to - 1
  while (to - last <= LONGEST_CLOSING && last >= from && !blocks[last]?.number) last--
  const system = blocks[last]?.number?.system
  if (last < from || system === undefined || system === 'clause' || last === to - 1) return null
  let items = 0
  for (let at = from; at <= last; at++) {
    if (blocks[at]?.number?.system !== system) continue
    if (!hasText(at) || (at < last && !blocks[at + 1]?.number)) return null
    items++
  }
  return items >= LEAST_ITEMS ? last + 1 : null
}
