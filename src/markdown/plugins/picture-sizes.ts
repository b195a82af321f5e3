import type MarkdownIt from 'markdown-it'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'

/** Behind an address: ` =178x238`, ` =50%x`, ` =x200`. */
const size = /\s+=(\d{0,5}(?:px|%)?)x(\d{0,5}(?:px|%)?)\s*\)/y
const atEnd = /\|(\d{1,5})(?:x(\d{1,5}))?$/
/** Longer than an address with its size. */
const longest = 2000

/**
 * Sizes of pictures as others write them: `![](a.png =178x238)`, HackMD's and many plugins'; `![words|300](a.png)`,
 * Obsidian's.
 */
export function pictureSizes(md: MarkdownIt): void {
  md.inline.ruler.before('image', 'sized_picture', sized)
  md.core.ruler.after('inline', 'picture_sizes', (state) => {
    for (const block of state.tokens)
      for (const token of block.children ?? []) {
        if (token.type !== 'image') continue
        const last = token.children?.at(-1)
        const [all, width = '', height = ''] = (last?.type === 'text' && atEnd.exec(last.content)) || []
        if (!last || all === undefined) continue
        last.content = last.content.slice(0, -all.length)
        token.content = token.content.slice(0, -all.length)
        if (width) token.attrSet('width', width)
        if (height) token.attrSet('height', height)
      }
  })
}

const sized: RuleInline = (state, silent) => {
  const { pos, src, posMax } = state
  if (src[pos] !== '!' || src[pos + 1] !== '[') return false
  const label = state.md.helpers.parseLinkLabel(state, pos + 1)
  if (label < 0 || src[label + 1] !== '(') return false
  const end = src.slice(0, Math.min(posMax, label + longest)).indexOf(')', label)
  if (end < 0 || !src.slice(label, end).includes('=')) return false
  let at = label + 2
  while (src[at] === ' ') at++
  const found = state.md.helpers.parseLinkDestination(src, at, posMax)
  size.lastIndex = found.pos
  const [all, width = '', height = ''] = found.ok ? (size.exec(src) ?? []) : []
  if (all === undefined || !(width || height)) return false
  if (!silent) {
    const alt = src.slice(pos + 2, label)
    const token = state.push('image', 'img', 0)
    token.attrs = [
      ['src', state.md.normalizeLink(found.str)],
      ['alt', ''],
    ]
    if (width) token.attrSet('width', width)
    if (height) token.attrSet('height', height)
    token.content = alt
    token.children = []
    state.md.inline.parse(alt, state.md, state.env, token.children)
  }
  state.pos = found.pos + all.length
  return true
}
