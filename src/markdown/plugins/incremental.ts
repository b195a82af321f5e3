import type MarkdownIt from 'markdown-it'
import type { Environment } from '../environment.ts'

/** In an incremental deck each item of a slide's lists is a fragment, but not the items below it. */
export function incremental(md: MarkdownIt): void {
  md.core.ruler.push('incremental', (state) => {
    const env: Environment = state.env
    const classes = env.slideAttributes.find(([name]) => name === 'class')?.[1].split(/\s+/) ?? []
    if (!env.incremental || classes.includes('nonincremental')) return
    let depth = 0
    for (const token of state.tokens) {
      if (/^(?:bullet|ordered)_list_/.test(token.type)) depth += token.nesting
      const own = String(token.attrGet('class') ?? '').split(/\s+/)
      if (token.type === 'list_item_open' && depth === 1 && !own.includes('fragment'))
        token.attrJoin('class', 'fragment')
    }
  })
}
