import type { Block } from './blocks.ts'

const CAPTION =
  /^(?:附?[图表圖]表?|figure|fig\.|table|chart)\s{0,3}(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－—.]\d{1,3}){0,2}(?:[\s:：.、．]|$)/iu
const LONGEST_CAPTION = 80

/** The blocks with each table and picture joined to the line that names it: above a table, below a picture, or the other way. */
export function withCaptions(text: string, blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) break
    const above = joined.at(-1)
    const below = blocks[at + 1]
    if (!isFigure(block)) joined.push(block)
    else if (isCaption(text, above) && !(isPicture(block) && isCaption(text, below)))
      joined.push(withCaption(block, joined.pop()))
    else if (isCaption(text, below)) {
      joined.push(withCaption(block, below))
      at++
    } else joined.push(block)
  }
  return joined
}

function isPicture({ layout }: Block): boolean {
  return layout.image !== undefined
}

function isFigure(block: Block): boolean {
  return block.rows.length > 0 || isPicture(block)
}

function isCaption(text: string, block: Block | undefined): boolean {
  if (!block || isFigure(block) || block.span.end - block.span.start > LONGEST_CAPTION) return false
  const line = text.slice(block.span.start, block.span.end)
  return CAPTION.test(line) && !/[。！？；]$/u.test(line)
}

function withCaption(block: Block, caption: Block | undefined): Block {
  if (!caption) return block
  const start = Math.min(block.span.start, caption.span.start)
  const end = Math.max(block.span.end, caption.span.end)
  return { ...block, span: { start, end }, caption: caption.span }
}
