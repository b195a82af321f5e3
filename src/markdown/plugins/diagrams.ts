import type MarkdownIt from 'markdown-it'

/** A fence in the language `mermaid` becomes a diagram, drawn in the browser by the script the page carries. */
export function diagrams(md: MarkdownIt): void {
  md.core.ruler.push('diagrams', (state) => {
    for (const token of state.tokens)
      if (token.type === 'fence' && languageOf(token.info) === 'mermaid') token.type = 'diagram'
  })
  md.renderer.rules['diagram'] = (tokens, index) =>
    `<pre class="mermaid">${md.utils.escapeHtml(tokens[index]?.content ?? '')}</pre>\n`
}

/** The language that the info string of a fence names, or ''. */
export function languageOf(info: string): string {
  return /^[\w+#-]+/.exec(info.trim())?.[0].toLowerCase() ?? ''
}
