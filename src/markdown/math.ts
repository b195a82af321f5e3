import { tex } from '@mdit/plugin-tex'
import katex from 'katex'
import type MarkdownIt from 'markdown-it'
import { Fault } from '../fault.ts'
import { type Environment, placeOf } from './environment.ts'

/** Bounds on what one formula may expand to, far above what a slide holds. */
const options = { strict: 'ignore', trust: false, maxExpand: 1000, maxSize: 20 } as const

/** Formulas between `$` or `$$`, set by KaTeX while the deck is built. Loaded only for decks that have a `$`. */
export function math(md: MarkdownIt): void {
  md.use(tex, {
    render: (formula: string, displayMode: boolean) =>
      katex.renderToString(formula, { ...options, displayMode }),
  })
  // Set once more here, where the line is known, so that a mistake in a formula has a place.
  md.core.ruler.push('check_math', (state) => {
    const env: Environment = state.env
    for (const block of state.tokens)
      for (const token of [block, ...(block.children ?? [])])
        if (token.type === 'math_inline' || token.type === 'math_block')
          check(token.content, placeOf(env, block.map))
  })
}

function check(formula: string, place: ReturnType<typeof placeOf>): void {
  try {
    katex.renderToString(formula, options)
  } catch (error) {
    if (error instanceof RangeError) throw new Fault((say) => say.formulaDeep, place)
    if (!(error instanceof katex.ParseError)) throw error
    const mistake = error.message.replace(/^KaTeX parse error: /, '')
    throw new Fault((say) => say.formula(mistake), place)
  }
}
