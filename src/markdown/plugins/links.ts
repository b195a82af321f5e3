import type MarkdownIt from 'markdown-it'

/** A link out of the deck opens beside it, so that the presenter does not lose the slides. */
export function links(md: MarkdownIt): void {
  md.core.ruler.push('links', (state) => {
    for (const block of state.tokens)
      for (const token of block.children ?? [])
        if (token.type === 'link_open' && /^https?:/i.test(String(token.attrGet('href') ?? ''))) {
          token.attrSet('target', '_blank')
          token.attrSet('rel', 'noopener noreferrer')
        }
  })
}
