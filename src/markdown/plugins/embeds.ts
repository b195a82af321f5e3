import type MarkdownIt from 'markdown-it'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'

const embed = /!\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,100}))?\]\]/y
const asked = /^(\d{1,5})(?:x(\d{1,5}))?$/

/** Obsidian's `![[picture.png|300]]`: a picture of the deck's folder. */
export function embeds(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'embed', rule)
}

const rule: RuleInline = (state, silent) => {
  embed.lastIndex = state.pos
  const [all, name = '', words = ''] = state.src.startsWith('![[', state.pos)
    ? (embed.exec(state.src) ?? [])
    : []
  // What is no file, as in `![[citation]]`, is words.
  if (all === undefined || !/\.\w{2,4}$/.test(name.trim())) return false
  if (!silent) {
    const [, width, height] = asked.exec(words.trim()) ?? []
    const token = state.push('image', 'img', 0)
    token.attrs = [
      ['src', state.md.normalizeLink(name.trim())],
      ['alt', ''],
    ]
    token.children = []
    if (width) token.attrSet('width', width)
    if (height) token.attrSet('height', height)
    token.content = width ? '' : words
    state.md.inline.parse(token.content, state.md, state.env, token.children)
  }
  state.pos += all.length
  return true
}
