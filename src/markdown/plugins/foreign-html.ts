import type MarkdownIt from 'markdown-it'
import type { RenderRule } from 'markdown-it/lib/renderer.mjs'
import type { Environment } from '../environment.ts'

/** What the dialect makes by itself and a sanitiser for foreign HTML would cut. */
const generated = ['fence', 'code_block', 'diagram', 'math_inline', 'math_block']
const comment = /^\s*<!--[\s\S]*?-->\s*$/

/**
 * Raw HTML in the Markdown: comments are dropped; anything else marks the text as foreign, so that its HTML
 * is sanitised. Our own constructs stand aside meanwhile and come back with `restoreGenerated`.
 */
export function foreignHtml(md: MarkdownIt): void {
  md.core.ruler.push('foreign_html', (state) => {
    const env: Environment = state.env
    for (const block of state.tokens)
      for (const token of [block, ...(block.children ?? [])])
        if (token.type === 'html_block' || token.type === 'html_inline') {
          if (comment.test(token.content)) continue
          env.foreign = true
        }
  })
  md.renderer.rules['html_block'] = withoutComments
  md.renderer.rules['html_inline'] = withoutComments
}

const withoutComments: RenderRule = (tokens, index) => {
  const content = tokens[index]?.content ?? ''
  return comment.test(content) ? '' : content
}

/** Wraps the renderer of every generated construct; called when all plugins have set theirs. */
export function keepGeneratedAside(md: MarkdownIt): void {
  for (const name of generated) {
    const render = md.renderer.rules[name]
    if (!render) continue
    md.renderer.rules[name] = (tokens, index, options, env: Environment, self) => {
      const html = render(tokens, index, options, env, self)
      if (!env.foreign) return html
      env.generated.push(html)
      return `<span data-generated="${env.generated.length - 1}"></span>`
    }
  }
}

/** Puts back what stood aside, once the HTML around it is clean. */
export function restoreGenerated(html: string, env: Environment): string {
  return html.replace(
    /<span data-generated="(\d+)"><\/span>/g,
    (_, index) => env.generated[Number(index)] ?? '',
  )
}
