import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** What is text, too, in what a picture is said to show. */
const alsoText = /^(?:text_special|code_inline)$/

/**
 * Says whole what a picture shows: of its words markdown-it leaves out what was escaped (`\[`), entities (`&amp;`), and
 * code.
 */
export function altText(md: MarkdownIt): void {
  md.core.ruler.push('alt_text', ({ tokens }) => {
    for (const { children } of tokens) for (const child of children ?? []) sayWhole(child)
  })
}

function sayWhole({ type, children }: Token): void {
  if (type !== 'image') return
  for (const child of children ?? []) {
    if (alsoText.test(child.type)) child.type = 'text'
    else sayWhole(child)
  }
}
