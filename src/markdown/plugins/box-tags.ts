import type MarkdownIt from 'markdown-it'
import { lineWith } from './fenced-divs.ts'

/** What Obsidian's slides are laid out with, alone on a line. */
const tag = /^<(\/?)(grid|split)\b([^<>]{0,1000}?)(\/?)>[ \t]*$/

/**
 * `<grid …>` and `<split …>` around Markdown that begins right below: to HTML it would be raw up to the next blank line.
 */
export function boxTags(md: MarkdownIt): void {
  md.block.ruler.before(
    'html_block',
    'box_tag',
    (state, start, _end, silent) => {
      const [all, end = '', name = '', attributes = '', closed = ''] =
        tag.exec(lineWith('<', state, start)) ?? []
      if (all === undefined) return false
      if (silent) return true
      const token = state.push('html_block', '', 0)
      token.content = end ? `</${name}>\n` : `<${name}${attributes}>${closed && `</${name}>`}\n`
      token.map = [start, start + 1]
      state.line = start + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}
