import { type Block, numberWithin } from './blocks.ts'
import type { Span } from './document.ts'
import { isAttachmentMarker, kindOf } from './kinds.ts'
import { trimmed } from './lines.ts'
import { endsSentence } from './punctuation.ts'

const LONGEST_LINE = 160
/** What opens a document stands within so many blocks of the beginning. */
export const LONGEST_OPENING = 40
const ISSUING_NUMBER =
  /\s[\p{sc=Han}]{1,12}\s{0,4}[〔[（(【]\s{0,4}(?:19|20)\d{2}\s{0,4}[〕\]）)】]\s{0,4}(?:第\s{0,3})?\d{1,5}\s{0,3}[号號]$/u
const DATE =
  /\s(?:(?:19|20)\d{2}|[一二][〇○零ＯOo0一二三四五六七八九]{3})\s{0,4}年\s{0,4}[\d一二三四五六七八九十]{1,2}\s{0,4}月\s{0,4}[\d一二三四五六七八九十]{1,3}\s{0,4}日$/u

/** The label before a title, where one collects texts: 法規名稱：某某法 */
const TITLE_LABEL =
  /^(?:法[規规]名[稱称]|法律名[稱称]|文件名[稱称]|文件[標标][題题]|文章[標标][題题]|[標标][題题]|題目|题目|title)\s{0,3}[:：]\s{0,4}(?=\S)/iu

/** `关于…的通知各市人民政府：` */
const TITLE_AND_ADDRESSEE =
  /^[^。；：]{6,140}的(?:通知|意见|函|批复|决定|通报|公告)(?![》”])(?=[^。：]{3,300}[：:]$)/u
const LONGEST_ADDRESSED = 450

const MARKER_LINE = /^[^\n]{3,12}(?=\s{0,8}\n)/u

/** Parts a block where two things were put on one line: a label and its title, a title and its number, a signature and its date, a text and its source. */
export function partGlued(text: string, block: Block, place: number): readonly Block[] {
  const at = (place === 0 ? markerEnd(text, block.span) : null) ?? seam(text, block, place < LONGEST_OPENING)
  if (at === null) return [block]
  const before = trimmed(text, block.span.start, at)
  const after = trimmed(text, at, block.span.end)
  if (before.start === before.end) return [block]
  return [withSpan(text, block, before), withSpan(text, block, after)]
}

/** `附件3：` above the title of the document itself. */
function markerEnd(text: string, { start, end }: Span): number | null {
  const [marker = ''] = MARKER_LINE.exec(text.slice(start, Math.min(end, start + 24))) ?? []
  return isAttachmentMarker(marker.trim()) ? start + marker.length : null
}

function withSpan(text: string, block: Block, span: Span): Block {
  return { ...block, span, number: numberWithin(text, span) }
}

function seam(text: string, { span, rows, layout }: Block, isOpening: boolean): number | null {
  if (rows.length > 0) return null
  const { start, end } = span
  if (isOpening && end - start <= LONGEST_ADDRESSED) {
    const [title] = TITLE_AND_ADDRESSEE.exec(text.slice(start, end)) ?? []
    if (title) return start + title.length
  }
  if (end - start <= LONGEST_LINE) {
    const line = text.slice(start, end)
    const [label] = isOpening ? (TITLE_LABEL.exec(line) ?? []) : []
    if (label) return start + label.length
    const tail = ISSUING_NUMBER.exec(line) ?? DATE.exec(line)
    if (tail && tail.index > 1 && !/[，。：；]/u.test(line.slice(0, tail.index))) return start + tail.index
  }
  return layout.heading === undefined ? bracketedTail(text, span) : null
}

const LONGEST_BRACKET = 120

/** `…贡献！(省委常委、秘书长刘国中)`: a note behind the last sentence that belongs to no sentence. */
function bracketedTail(text: string, { start, end }: Span): number | null {
  const last = text.charAt(end - 1)
  if (last !== ')' && last !== '）' && last !== '】') return null
  const from = Math.max(start, end - LONGEST_BRACKET)
  const tail = text.slice(from, end)
  const open =
    last === '】' ? tail.lastIndexOf('【') : Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('))
  const at = from + open
  if (open < 0 || at <= start) return null
  const before = trimmed(text, start, at)
  if (!endsSentence(text, before.start, before.end) || /[:：；;]/u.test(text.charAt(before.end - 1)))
    return null
  return isNote(text.slice(at, end), text.slice(before.end, at)) ? at : null
}

const SOURCE_WORDS = /来源|作者|单位|此件|新华社|原载|编辑|记者|通讯员|摄/u
const OFFICE =
  /(?:书记|常委|主席|主任|秘书长|部长|省长|市长|县长|局长|处长|院长|校长|所长|会长|教授|研究员|委员|代表|成员|干部)/u

/** A remark in brackets has a full stop or a clause; who wrote it, or where it comes from, has none. */
function isNote(bracket: string, gap: string): boolean {
  const words = bracket.slice(1, -1).trim()
  if (/[。！？；]/u.test(words)) return false
  return (
    kindOf(bracket) !== null ||
    SOURCE_WORDS.test(words) ||
    (gap !== '' && !words.includes('，')) ||
    OFFICE.test(words)
  )
}
