import type MarkdownIt from 'markdown-it'
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs'

/** How far the end of a mark is looked for, in UTF-16 units. */
const farthest = 1000

interface Mark {
  readonly tag: string
  readonly sign: string
  /** What may stand before the first sign, between the two, and behind the last. */
  readonly before: RegExp
  readonly inside: RegExp
  readonly behind: RegExp
}

const atEdge = /^(?:|[\s\p{P}\p{S}])$/u
const noLetter = /^[^A-Za-z0-9=]?$/
const afterWord = /^[\p{L}\p{N})\]]$/u
const short = /^[\p{L}\p{N}+\-−*]{1,12}$/u

/**
 * `==stressed==`, `~struck out~` around words, `H~2~O` and `x^2^` within them. A sign that stands alone, as in 5~10, is
 * itself.
 */
const marks: readonly Mark[] = [
  { tag: 'mark', sign: '==', before: noLetter, inside: /^[^\s=](?:.*[^\s=])?$/s, behind: noLetter },
  { tag: 'sub', sign: '~', before: /^[A-Za-z)\]]$/, inside: /^[A-Za-z0-9+\-−]{1,12}$/, behind: /^[^~]?$/ },
  { tag: 'del', sign: '~', before: atEdge, inside: /^[^\s~](?:[^~]*[^\s~])?$/, behind: atEdge },
  { tag: 'sup', sign: '^', before: afterWord, inside: short, behind: /^[^^]?$/ },
]

export function inlineMarks(md: MarkdownIt): void {
  for (const mark of marks) md.inline.ruler.before('emphasis', mark.tag, ruleOf(mark))
}

function ruleOf({ tag, sign, before, inside, behind }: Mark): RuleInline {
  return (state, silent) => {
    const { pos, posMax, src } = state
    const start = pos + sign.length
    if (!src.startsWith(sign, pos) || src[start] === sign[0] || !before.test(src[pos - 1] ?? '')) return false
    const end = src.slice(0, Math.min(posMax, start + farthest)).indexOf(sign, start)
    if (end < 0 || !behind.test(src[end + sign.length] ?? '') || !inside.test(src.slice(start, end)))
      return false
    if (!silent) {
      state.push(`${tag}_open`, tag, 1).markup = sign
      state.pos = start
      state.posMax = end
      state.md.inline.tokenize(state)
      state.push(`${tag}_close`, tag, -1).markup = sign
      state.posMax = posMax
    }
    state.pos = end + sign.length
    return true
  }
}
