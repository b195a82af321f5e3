import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { parseAttributes } from '../attributes.ts'
import { type Attribute, type Environment, placeOf } from '../environment.ts'

const comment = /<!--\s*\.(slide|element):([\s\S]*?)-->/g
/** Inline tokens that become an element by themselves. */
const voids = new Set(['image', 'code_inline', 'math_inline'])

/**
 * reveal.js's attribute comments: `<!-- .slide: … -->` sets attributes of the slide, `<!-- .element: … -->`
 * those of the element before it or, where none stands before it, of the element around it.
 */
export function revealAttributes(md: MarkdownIt): void {
  md.core.ruler.push('reveal_attributes', (state) => {
    const env: Environment = state.env
    let line: readonly [number, number] | null = null
    forEachComment(
      state.tokens,
      null,
      (name, text, target) => {
        const attributes = parseAttributes(text, placeOf(env, line)).map((attribute) =>
          withPicture(attribute, env, line),
        )
        if (name === 'slide') env.slideAttributes = [...env.slideAttributes, ...attributes]
        else if (target)
          for (const [key, value] of attributes)
            key === 'class' ? target.attrJoin(key, value) : target.attrSet(key, value)
      },
      (map) => {
        line = map
      },
    )
  })
}

/** Walks one level after another; a comment's target is the last element closed beside it, or its parent. */
function forEachComment(
  tokens: readonly Token[],
  parent: Token | null,
  visit: (name: string, text: string, target: Token | null) => void,
  at: (map: readonly [number, number]) => void,
): void {
  const open: { parent: Token | null; previous: Token | null }[] = [{ parent, previous: null }]
  for (const token of tokens) {
    if (token.map) at(token.map)
    const level = open.at(-1)
    if (!level) return
    if (token.nesting === 1) open.push({ parent: token.hidden ? level.parent : token, previous: null })
    else if (token.nesting === -1) {
      const closed = open.length > 1 ? open.pop() : undefined
      const outer = open.at(-1)
      // A hidden paragraph (of a tight list) is no element: what stood in it stands in its parent.
      if (outer && closed) outer.previous = token.hidden ? (closed.previous ?? outer.previous) : closed.parent
    } else if (token.type === 'inline') forEachComment(token.children ?? [], level.parent, visit, at)
    else if (token.type === 'html_block' || token.type === 'html_inline')
      token.content = token.content.replace(comment, (_, name: string, text: string) => {
        visit(name, text, level.previous ?? level.parent)
        return ''
      })
    else if (voids.has(token.type) || token.block) level.previous = token
  }
}

function withPicture(
  [name, value]: Attribute,
  env: Environment,
  map: readonly [number, number] | null,
): Attribute {
  const isPicture =
    name === 'data-background-image' ||
    (name === 'data-background' && /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(value))
  return isPicture ? ['data-background-image', env.picture(value, placeOf(env, map))] : [name, value]
}
