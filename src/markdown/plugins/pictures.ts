import type MarkdownIt from 'markdown-it'
import { type Environment, placeOf } from '../environment.ts'

/** The address of every picture becomes one that the page may load. */
export function pictures(md: MarkdownIt): void {
  md.core.ruler.push('pictures', (state) => {
    const env: Environment = state.env
    for (const block of state.tokens)
      for (const token of block.children ?? [])
        if (token.type === 'image')
          token.attrSet('src', env.picture(String(token.attrGet('src') ?? ''), placeOf(env, block.map)))
  })
}
