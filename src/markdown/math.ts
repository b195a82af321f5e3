import katex from 'katex'
import type MarkdownIt from 'markdown-it'
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'
import { wordsFor } from '../words.ts'
import { bareMath, mathInCode } from './bare-math.ts'
import { type Environment, placeOf } from './environment.ts'

/** Bounds on what one formula may expand to, far above what a slide holds. */
const options = { strict: 'ignore', trust: false, maxExpand: 1000, maxSize: 20 } as const
/** More definitions no deck has. */
const mostMacros = 500

/** What formulas of a deck define, by the names: what one defines, the others may use. */
export type Macros = ReadonlyMap<string, object>

const defines = /\\(?:(?:re|provide)?newcommand|g?def|DeclareMathOperator)\b/
const defined = /\\(?:(?:re|provide)?newcommand\*?|g?def|DeclareMathOperator\*?)\s*\{?\s*(\\[A-Za-z]+)/g
const formulas = /\$\$([^$]{1,8000})\$\$|\$([^$\n]{1,2000})\$/g

/** The formulas of texts that define something. */
export function definingFormulas(texts: readonly string[]): string[] {
  return texts
    .filter((text) => defines.test(text))
    .flatMap((text) => [...text.matchAll(formulas)])
    .map(([, display, inline]) => display ?? inline ?? '')
    .filter((formula) => defines.test(formula))
    .slice(0, mostMacros)
}

/** Collects what formulas define; of two that define the same, the first counts for the others. */
export function macrosOf(formulas: readonly string[]): Macros {
  const macros: Record<string, object> = {}
  for (const formula of formulas) {
    const before = { ...macros }
    try {
      // Whatever else stands in it is only read.
      katex.renderToString(readable(formula), { ...options, displayMode: true, globalGroup: true, macros })
    } catch {}
    Object.assign(macros, before)
  }
  return new Map(Object.entries(macros))
}

const namesDefinedIn = (formula: string): string[] =>
  [...formula.matchAll(defined)].map(([, name = '']) => name)

/**
 * A formula in what KaTeX reads: it knows no `\DeclareMathOperator`, and some commands already that LaTeX lets define,
 * as `\R`.
 */
const readable = (formula: string): string =>
  formula
    .replace(
      /\\DeclareMathOperator(\*?)\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*\{([^{}]*)\}/g,
      '\\newcommand{$2}{\\operatorname$1{$3}}',
    )
    .replace(
      /\\(?:re)?newcommand(\*?)\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))/g,
      (_, star, braced, bare) => {
        const name = braced ?? bare
        return `\\def${name}{}\\renewcommand${star}{${name}}`
      },
    )
/** More lines no formula has. */
const mostLines = 200
/** More characters no formula within words has. */
const farthest = 2000

/** What else than `$` tells formulas. */
export interface MathForms {
  readonly macros?: Macros
  /** `\\(a\\)`, `\\[a\\]` and environments that stand alone. */
  readonly bare?: boolean
  /** Marks of code around the signs of a formula. */
  readonly inCode?: boolean
}

/**
 * Formulas between `$` or `$$`, set by KaTeX while the deck is built. One that KaTeX can't read is shown as it is
 * written, and told. Loaded only for decks that have some.
 */
export function math(
  md: MarkdownIt,
  { macros = new Map(), bare = false, inCode = false }: MathForms = {},
): void {
  md.inline.ruler.after('escape', 'math_inline', inline)
  if (bare) bareMath(md)
  if (inCode) mathInCode(md)
  md.block.ruler.after('blockquote', 'math_block', block, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.core.ruler.push('set_math', (state) => {
    const env: Environment = state.env
    for (const block of state.tokens)
      for (const token of [block, ...(block.children ?? [])])
        if (token.type === 'math_inline' || token.type === 'math_block') {
          const { html, mistake } = set(token.content, token.markup === '$$', macros)
          token.meta = html
          if (mistake !== null) {
            const say = wordsFor(env.language).remarks
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
function set(
  formula: string,
  displayMode: boolean,
  all: Macros,
): { html: string | null; mistake: string | null } {
  // Each formula with a list of its own: what it defines has been collected before.
  const own = defines.test(formula) ? namesDefinedIn(formula) : []
  const macros = Object.fromEntries([...all].filter(([name]) => !own.includes(name)))
  try {
    return {
      html: katex.renderToString(readable(formula), { ...options, macros, displayMode }),
      mistake: null,
    }
  } catch (error) {
    // Where the stack ends, Node 24 tells it of a pattern of KaTeX's that it was about to compile.
    if (error instanceof RangeError || error instanceof SyntaxError) return { html: null, mistake: '' }
    if (!(error instanceof katex.ParseError)) throw error
    // `align` and its kin are only read as formulas of their own.
    if (!displayMode && /\\begin\{|\\tag/.test(formula)) return set(formula, true, all)
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
