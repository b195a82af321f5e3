import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'
import type { Attribute } from '../environment.ts'

const one = /\s*(?:([.#])([\w:-]+)|([\w:-]+)=(?:"([^"{}]*)"|'([^'{}]*)'|([^\s"'{}]+)))\s*/y
/** What Quarto calls otherwise than reveal.js. */
const ofReveal: ReadonlyMap<string, string> = new Map([
  ['fragment-index', 'data-fragment-index'],
  ['code-line-numbers', 'data-line-numbers'],
])
/** Longer than anybody writes. */
const longest = 300

/** Reads `.class #id name="value"`; null for what is words in braces. */
export function readList(list: string): Attribute[] | null {
  const found: Attribute[] = []
  if (list.length > longest || list.trim() === '') return null
  for (one.lastIndex = 0; one.lastIndex < list.length; ) {
    const [all, sign, name = '', key = '', double, single, bare] = one.exec(list) ?? []
    if (all === undefined) return null
    if (sign) found.push([sign === '.' ? 'class' : 'id', name])
    else found.push([ofReveal.get(key) ?? key.toLowerCase(), double ?? single ?? bare ?? ''])
  }
  return found
}

export function give(token: Token, attributes: readonly Attribute[]): void {
  for (const [name, value] of attributes)
    if (name === 'class') token.attrJoin('class', value)
    else if (name === 'style' && token.attrGet('style'))
      token.attrSet('style', `${token.attrGet('style')};${value}`)
    else token.attrSet(name, value)
}

/**
 * `{.fragment #id style="…"}` behind words, a heading, a picture or code gives that its attributes, as Pandoc and many
 * plugins of markdown-it have it; below a list or table, or alone below a paragraph, it speaks of the whole of it.
 * `[words]{…}` are words with attributes, as Slidev and Pandoc have it. What is no such list stays as it is written.
 */
export function attributeLists(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'attributed_words', attributedWords)
  md.core.ruler.after('inline', 'attribute_lists', (state) => {
    state.tokens.forEach((token, i) => {
      if (token.type === 'fence') ofFence(token)
      else if (token.type === 'inline' && token.children) {
        behindInline(token.children)
        atEnd(state.tokens, i)
      }
    })
    state.tokens = state.tokens.filter(({ meta }) => meta !== taken)
  })
}

const taken = Symbol('taken')
const closingList = /\{([^{}]*)\}$/
/** So many tokens back what a list speaks of is looked for. */
const mostBack = 2000

/** Behind the language of a fence: ```` ```js {.small} ````. */
function ofFence(token: Token): void {
  const [all, list = ''] = closingList.exec(token.info) ?? []
  const attributes = all === undefined ? null : readList(list)
  if (!all || !attributes || !/[.#]/.test(list)) return
  token.info = token.info.slice(0, -all.length).trimEnd()
  give(token, attributes)
}

/** Right behind a picture, a link, code or stressed words. */
function behindInline(children: Token[]): void {
  children.forEach((token, i) => {
    if (token.type !== 'text' || !token.content.startsWith('{')) return
    const before = children[i - 1]
    const target = before && openingOf(children, i - 1)
    const end = token.content.indexOf('}')
    const attributes = target && end > 0 ? readList(token.content.slice(1, end)) : null
    if (!target || !attributes) return
    give(target, attributes)
    token.content = token.content.slice(end + 1)
  })
}

/** What ends at a token and can have attributes. */
function openingOf(children: readonly Token[], at: number): Token | undefined {
  const token = children[at]
  if (token?.type === 'image' || token?.type === 'code_inline') return token
  if (token?.nesting !== -1) return undefined
  for (let i = at - 1; i >= 0; i--) {
    const other = children[i]
    if (other?.nesting === 1 && other.level === token.level && other.tag === token.tag) return other
  }
  return undefined
}

/** At the end of a block's words: of the block, or of the item that it opens; on a line of its own: of what stands above. */
function atEnd(tokens: readonly Token[], at: number): void {
  const { children } = tokens[at] ?? {}
  const last = children?.at(-1)
  if (!children || last?.type !== 'text') return
  const [all, list = ''] = closingList.exec(last.content) ?? []
  const attributes = all === undefined ? null : readList(list)
  if (all === undefined || !attributes) return
  const before = children.at(-2)
  // Pandoc's caption of a table may hold nothing else: `: {.striped}`.
  const isAlone =
    /^(?:: +)?$/.test(last.content.slice(0, -all.length)) && (!before || before.type === 'softbreak')
  const target = isAlone ? above(tokens, at, before !== undefined) : holder(tokens, at)
  if (!target) return
  give(target, attributes)
  last.content = last.content.slice(0, -all.length).trimEnd()
  if (isAlone && before) before.type = 'text'
  if (isAlone && !before) for (const token of tokens.slice(at - 1, at + 2)) token.meta = taken
}

const block = (tokens: readonly Token[], at: number): Token | undefined => {
  const token = tokens[at - 1]
  return token?.nesting === 1 ? token : undefined
}

function holder(tokens: readonly Token[], at: number): Token | undefined {
  const outer = tokens[at - 2]
  return outer?.type === 'list_item_open' && tokens[at - 1]?.hidden ? outer : block(tokens, at)
}

/** @param within the list stands below words of its own block */
function above(tokens: readonly Token[], at: number, within: boolean): Token | undefined {
  if (within) {
    const item = tokens[at - 2]
    if (item?.type !== 'list_item_open') return block(tokens, at)
    for (let i = at - 3; i >= Math.max(0, at - mostBack); i--) {
      const token = tokens[i]
      if (token?.nesting === 1 && token.level === item.level - 1) return token
    }
    return undefined
  }
  // A paragraph of its own, below another block.
  const closing = tokens[at - 2]
  if (tokens[at - 1]?.type !== 'paragraph_open' || closing?.nesting !== -1) return undefined
  for (let i = at - 3; i >= Math.max(0, at - mostBack); i--) {
    const token = tokens[i]
    if (token?.nesting === 1 && token.level === closing.level && token.tag === closing.tag) return token
  }
  return undefined
}

/** How far the end of attributed words is looked for, in UTF-16 units. */
const farthest = 1000

const attributedWords: RuleInline = (state, silent) => {
  const { pos, src, posMax } = state
  if (src[pos] !== '[') return false
  const end = state.md.helpers.parseLinkLabel(state, pos)
  if (end < 0 || end - pos > farthest || src[end + 1] !== '{') return false
  const close = src.slice(0, Math.min(posMax, end + 2 + longest)).indexOf('}', end + 2)
  const attributes = close < 0 ? null : readList(src.slice(end + 2, close))
  if (!attributes) return false
  if (!silent) {
    const open = state.push('span_open', 'span', 1)
    give(open, attributes)
    state.pos = pos + 1
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('span_close', 'span', -1)
    state.posMax = posMax
  }
  state.pos = close + 1
  return true
}
