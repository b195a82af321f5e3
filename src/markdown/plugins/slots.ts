import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { lineWith } from './fenced-divs.ts'

const mark = /^::[ \t]*([\w.-]+)[ \t]*::[ \t]*$/

/**
 * `::right::`, `::left::`: what follows stands on that side of the slide, as Slidev has it; the other side has what
 * stands before, or the mark of its own. `::header::` stands above all, what other marks name below.
 */
export function slots(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'slot',
    (state, start, _end, silent) => {
      const name = mark.exec(lineWith('::', state, start))?.[1]
      if (name === undefined) return false
      if (silent) return true
      const token = state.push('slot', '', 0)
      token.info = name
      token.hidden = true
      state.line = start + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  md.core.ruler.after('block', 'slots', (state) => {
    if (!state.tokens.some(({ type, level }) => type === 'slot' && level === 0)) return
    const parts = new Map<string, Token[]>([['default', []]])
    let part = parts.get('default') ?? []
    for (const token of state.tokens) {
      if (token.type === 'slot' && token.level === 0) {
        part = parts.get(token.info) ?? []
        parts.set(token.info, part)
      } else part.push(token)
    }
    const {
      default: above = [],
      header: head = [],
      left = [],
      right = [],
      ...others
    } = Object.fromEntries(parts)
    const { heading, rest } = headed(above)
    const [header, first, second] =
      left.length && right.length ? [rest, left, right] : left.length ? [[], left, rest] : [[], rest, right]
    const div = (name: string, inner: readonly Token[]): Token[] => {
      const open = new state.Token('slot_open', 'div', 1)
      open.block = true
      open.attrs = [['class', name]]
      const close = new state.Token('slot_close', 'div', -1)
      close.block = true
      return [open, ...inner, close]
    }
    const sides = [first, second].filter((side) => side.length)
    state.tokens = [
      ...head,
      ...heading,
      ...header,
      ...(sides.length > 1
        ? div(
            'columns',
            sides.flatMap((side) => div('column', side)),
          )
        : sides.flat()),
      ...Object.values(others).flat(),
    ]
  })
}

/** The heading that a slide begins with, apart. */
function headed(tokens: readonly Token[]): { heading: readonly Token[]; rest: readonly Token[] } {
  const end = tokens[0]?.type === 'heading_open' ? 3 : 0
  return { heading: tokens.slice(0, end), rest: tokens.slice(end) }
}
