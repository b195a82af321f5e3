import { container } from '@mdit/plugin-container'
import type MarkdownIt from 'markdown-it'

/** `::: columns` around any number of `::: column`: side by side on the slide. */
export function columns(md: MarkdownIt): void {
  for (const name of ['columns', 'column'])
    md.use(container, { name, openRender: () => `<div class="${name}">\n`, closeRender: () => '</div>\n' })
}
