import type { Block } from './blocks.ts'
import { isFootnote, isNotesHeading, kindOf } from './kinds.ts'

const MARK = /^(?:[[〔［(（]?\d{1,3}[\]〕］)）.、\s]|[①-⑳⑴-⒇⒈-⒛]|[*＊※†])/u

/**
 * The blocks of the notes behind a text, which a line such as 注释 begins: it and all behind it, up to the next
 * heading of the format or to what closes a document.
 */
export function notesOf(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const words = ({ span }: Block): string => text.slice(span.start, Math.min(span.end, span.start + 250))
  const notes = new Set<number>()
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    const first = blocks[at + 1]
    if (!block || !first || !isNotesHeading(words(block))) continue
    if (!(MARK.test(words(first)) || isFootnote(words(first)) || block.layout.heading !== undefined)) continue
    do notes.add(at++)
    while (at < blocks.length && isNote(blocks[at], words))
    at--
  }
  return notes
}

function isNote(block: Block | undefined, words: (block: Block) => string): boolean {
  return block !== undefined && block.layout.heading === undefined && kindOf(words(block)) === null
}
