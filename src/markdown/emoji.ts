import type MarkdownIt from 'markdown-it'
import { full } from 'markdown-it-emoji'

/** `:smile:` as the character, as Marp has it. Loaded only for decks that have one. */
export function emoji(md: MarkdownIt): void {
  // No `:-)`: Marp knows none.
  md.use(full, { shortcuts: {} })
}
