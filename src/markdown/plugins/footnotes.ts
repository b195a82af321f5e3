import { footnote } from '@mdit/plugin-footnote'
import type MarkdownIt from 'markdown-it'

/** Footnotes `[^1]` at the foot of their slide. Not in a <section>, which reveal.js would take for a slide. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote)
  md.renderer.rules['footnote_block_open'] = () => '<div class="footnotes" role="doc-endnotes">\n<ol>\n'
  md.renderer.rules['footnote_block_close'] = () => '</ol>\n</div>\n'
}
