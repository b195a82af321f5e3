import katex from 'katex'
import type MarkdownIt from 'markdown-it'
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'
import { faultWords, spoken } from '../words.ts'
import { type Environment, placeOf } from './environment.ts'

/** Bounds on what one formula may expand to, far above what a slide holds. */
const options = { strict: 'ignore', trust: false, maxExpand: 1000, maxSize: 20 } as const
/** More lines no formula has. */
const mostLines = 200
/** More characters no formula within words has. */
const farthest = 2000

/**
 * Formulas between `$` or `$$`, set by KaTeX while the deck is built. One that KaTeX can't read is shown as it is
 * written, and told. Loaded only for decks that have a `$`.
 */
export function math(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math_inline', inline)
  md.block.ruler.after('blockquote', 'math_block', block, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.core.ruler.push('set_math', (state) => {
    const env: Environment = state.env
    for (const block of state.tokens)
      for (const token of [block, ...(block.children ?? [])])
        if (token.type === 'math_inline' || token.type === 'math_block') {
          const { html, mistake } = set(token.content, token.markup === '$$')
          token.meta = html
          if (mistake !== null) {
            const say = faultWords(spoken(env.language))
            env.remark(mistake === '' ? say.formulaDeep : say.formula(mistake), placeOf(env, block.map))
          }
        }
  })
  const write = (html: string | null, content: string): string =>
    html ?? `<code>${md.utils.escapeHtml(content)}</code>`
  md.renderer.rules['math_inline'] = (tokens, i) => write(tokens[i]?.meta, tokens[i]?.content ?? '')
  md.renderer.rules['math_block'] = (tokens, i) => {
    const { meta = null, content = '' } = tokens[i] ?? {}
    return meta === null ? `<p>${write(meta, content)}</p>\n` : `${meta}\n`
  }
}

/** @returns `mistake`: why it can't be set, '' where it is nested too deep; else null */
function set(formula: string, displayMode: boolean): { html: string | null; mistake: string | null } {
  try {
    return { html: katex.renderToString(formula, { ...options, displayMode }), mistake: null }
  } catch (error) {
    // Where the stack ends, Node 24 tells it of a pattern of KaTeX's that it was about to compile.
    if (error instanceof RangeError || error instanceof SyntaxError) return { html: null, mistake: '' }
    if (!(error instanceof katex.ParseError)) throw error
    // `align` and its kin are only read as formulas of their own.
    if (!displayMode && /\\begin\{|\\tag/.test(formula)) return set(formula, true)
    return { html: null, mistake: error.message.replace(/^KaTeX parse error: /, '') }
  }
}

/** The next sign that is not escaped; -1 where there is none near. */
function nextSign(src: string, sign: string, from: number, max: number): number {
  const within = src.slice(0, Math.min(max, from + farthest))
  for (let at = within.indexOf(sign, from); at >= 0; at = within.indexOf(sign, at + 1)) {
    let before = at
    while (within[before - 1] === '\\') before--
    if ((at - before) % 2 === 0) return at
  }
  return -1
}

const inline: RuleInline = (state, silent) => {
  const { pos, posMax, src } = state
  if (src[pos] !== '$') return false
  const sign = src[pos + 1] === '$' ? '$$' : '$'
  const start = pos + sign.length
  const end = nextSign(src, sign, start, posMax)
  const content = end < 0 ? '' : src.slice(start, end)
  // 「$5 and $10」 are amounts.
  const isFormula =
    content.trim() !== '' && (sign === '$$' || (!/^\s|\s$/.test(content) && !/^\d/.test(src[end + 1] ?? '')))
  if (!silent && isFormula) {
    const token = state.push('math_inline', 'math', 0)
    token.markup = sign
    token.content = content
  } else if (!silent) state.pending += sign
  state.pos = isFormula ? end + sign.length : start
  return true
}

const block: RuleBlock = (state, startLine, endLine, silent) => {
  const line = (at: number): string =>
    state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at])
  const first = line(startLine)
  if (!first.startsWith('$$') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const lines: string[] = []
  for (let at = startLine; at < Math.min(endLine, startLine + mostLines); at++) {
    if (at > startLine && line(at) && (state.sCount[at] ?? 0) < state.blkIndent) return false
    const words = at === startLine ? first.slice(2) : line(at)
    const end = words.indexOf('$$')
    lines.push(end < 0 ? words : words.slice(0, end))
    if (end < 0) continue
    // With words behind it, it is a part of a paragraph.
    const content = lines.join('\n').trim()
    if (words.slice(end + 2).trim() !== '' || content === '') return false
    if (silent) return true
    const token = state.push('math_block', 'math', 0)
    token.block = true
    token.markup = '$$'
    token.content = content
    token.map = [startLine, at + 1]
    state.line = at + 1
    return true
  }
  return false
}
