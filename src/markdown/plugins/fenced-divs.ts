import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type { Attribute } from '../environment.ts'
import { give, readList } from './attribute-lists.ts'

/** `::: name`, `::: {.name #id style="…"}`, `::: name {…}`; colons may close the line, too. */
const opening = /^:{3,}(?!:)[ \t]*(?:(\.?[\w-]+)[ \t]*)?(?:\{([^{}]*)\}[ \t]*)?(?::+[ \t]*)?$/
const closing = /^:{3,}[ \t]*$/
const fence = /^(?:`{3,}|~{3,})/

/** What a line that opens a box says of it; null for any other line. */
function opened(line: string): readonly Attribute[] | null {
  const [all, name = '', list] = opening.exec(line) ?? []
  const listed = list === undefined ? [] : readList(list)
  if (all === undefined || !listed || !(name || listed.length)) return null
  return [...(name ? [['class', name.replace(/^\./, '')] as const] : []), ...listed]
}

/**
 * `::: columns` around any number of `::: column`: side by side on the slide. In decks of others any box of Pandoc's,
 * nested as there; `::: notes` is for the speaker.
 *
 * @param foreign whether boxes of other names are boxes, too
 */
export function fencedDivs(md: MarkdownIt, foreign: boolean): void {
  const boxAt = (line: string): readonly Attribute[] | null => {
    const box = line ? opened(line) : null
    const isOwn = box?.some(([name, value]) => name === 'class' && /^columns?$/.test(value))
    return foreign || isOwn ? box : null
  }
  md.block.ruler.before(
    'fence',
    'fenced_div',
    (state, start, end, silent) => {
      const box = boxAt(lineWith(':::', state, start))
      if (!box) return false
      if (silent) return true
      const last = endOf(state, start, end, (line) => boxAt(line) !== null)
      const tag = box.some(([name, value]) => name === 'class' && value === 'notes') ? 'aside' : 'div'
      const { parentType, lineMax } = state
      const open = state.push('fenced_div_open', tag, 1)
      open.block = true
      open.map = [start, last]
      give(open, box)
      entitle(state, open, start)
      state.parentType = 'blockquote'
      state.lineMax = last
      state.md.block.tokenize(state, start + 1, last)
      state.push('fenced_div_close', tag, -1).block = true
      state.parentType = parentType
      state.lineMax = lineMax
      state.line = Math.min(last + 1, end)
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

/** What Quarto calls a box of a kind, which GitHub has, too. */
const callout = /(?:^|\s)callout-(note|tip|important|warning|caution)(?=\s|$)/

/** The title of a box of Quarto's stands above its words; it looks like one of GitHub's. */
function entitle(state: StateBlock, box: Token, at: number): void {
  const [, kind] = callout.exec(String(box.attrGet('class') ?? '')) ?? []
  if (!kind) return
  const title = box.attrGet('title')
  box.attrs = (box.attrs ?? []).filter(([name]) => name !== 'title' && name !== 'appearance')
  box.attrJoin('class', `markdown-alert markdown-alert-${kind}`)
  if (!title) return
  state.push('paragraph_open', 'p', 1).attrs = [['class', 'markdown-alert-title']]
  const words = state.push('inline', '', 0)
  words.content = title
  words.children = []
  words.map = [at, at + 1]
  state.push('paragraph_close', 'p', -1)
}

/** What stands in a line that begins with a mark; '' for any other, and for code that is indented. */
export function lineWith(mark: string, state: StateBlock, at: number): string {
  const start = (state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0)
  if (!state.src.startsWith(mark, start) || (state.sCount[at] ?? 0) - state.blkIndent >= 4) return ''
  return state.src.slice(start, state.eMarks[at])
}

/** The line that closes a box, or where what it stands in ends. */
function endOf(state: StateBlock, start: number, end: number, opens: (line: string) => boolean): number {
  let depth = 1
  let code = ''
  for (let at = start + 1; at < end; at++) {
    const line = lineWith('', state, at)
    if (line && (state.sCount[at] ?? 0) < state.blkIndent) return at
    const marks = fence.exec(line)?.[0] ?? ''
    if (code) {
      if (marks.startsWith(code)) code = ''
    } else if (marks) code = marks
    else if (closing.test(line)) depth--
    else if (opens(line)) depth++
    if (depth === 0) return at
  }
  return end
}
