import type MarkdownIt from 'markdown-it'
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'

/** More lines no formula has. */
const mostLines = 200
/** More characters no formula within words has. */
const farthest = 2000

/** `\\(a\\)` and `\\[a\\]`, of which Markdown would take a stroke away, and `\begin{align}` … `\end{align}` that stand alone. */
export function bareMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math_brackets', brackets)
  md.block.ruler.after('blockquote', 'math_environment', environment, { alt: ['paragraph'] })
}

const inCode = /^\s*(?:\$\$([^$]+)\$\$|\\\[([\s\S]+)\\\]|\\\(([\s\S]+)\\\))\s*$/

/** `` `$$a$$` ``: reveal.js's manual puts formulas between marks of code, to keep Markdown off them. */
export function mathInCode(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'math_code', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'code_inline') continue
      const [, signs, square, round] = inCode.exec(token.content) ?? []
      const display = signs ?? square
      const content = display ?? round
      if (content === undefined) continue
      token.type = 'math_inline'
      token.markup = display === undefined ? '$' : '$$'
      token.content = content
    }
  })
}

const closing: ReadonlyMap<string, string> = new Map([
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
])

const brackets: RuleInline = (state, silent) => {
  const { pos, src, posMax } = state
  const opening = src.slice(pos, pos + 3)
  const end = closing.get(opening)
  const at = end ? src.slice(0, Math.min(posMax, pos + farthest)).indexOf(end, pos + 3) : -1
  const content = at < 0 ? '' : src.slice(pos + 3, at)
  if (content.trim() === '') return false
  if (!silent) {
    const token = state.push('math_inline', 'math', 0)
    token.markup = opening.endsWith('[') ? '$$' : '$'
    token.content = content
  }
  state.pos = at + 3
  return true
}

const begin = /^\\begin\{((?:align|alignat|equation|gather)\*?)\}/

const environment: RuleBlock = (state, startLine, endLine, silent) => {
  const line = (at: number): string =>
    state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at])
  const [, name] = begin.exec(line(startLine)) ?? []
  if (name === undefined || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  for (let at = startLine; at < Math.min(endLine, startLine + mostLines); at++) {
    if (at > startLine && line(at) && (state.sCount[at] ?? 0) < state.blkIndent) return false
    if (!line(at).trimEnd().endsWith(`\\end{${name}}`)) continue
    if (silent) return true
    const token = state.push('math_block', 'math', 0)
    token.block = true
    token.markup = '$$'
    token.content = state.getLines(startLine, at + 1, state.blkIndent, false).trim()
    token.map = [startLine, at + 1]
    state.line = at + 1
    return true
  }
  return false
}
