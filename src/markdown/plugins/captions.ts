import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** A picture alone in a paragraph has its words below it, as Pandoc and Quarto have it. */
export function captions(md: MarkdownIt): void {
  md.core.ruler.push('captions', (state) => {
    state.tokens.forEach(({ children, type }, i) => {
      const shown = children?.filter(({ type, content }) => type !== 'text' || content.trim() !== '') ?? []
      const [picture] = shown
      if (type !== 'inline' || !children || shown.length !== 1 || picture?.type !== 'image') return
      const [open, close] = [state.tokens[i - 1], state.tokens[i + 1]]
      if (open?.type !== 'paragraph_open' || !close || !picture.content.trim()) return
      open.tag = close.tag = 'figure'
      const caption = (nesting: 1 | -1): Token => new state.Token('figcaption', 'figcaption', nesting)
      children.push(caption(1), ...(picture.children ?? []), caption(-1))
    })
  })
}
