import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { Environment } from '../environment.ts'

/**
 * A heading, point or paragraph whose words stand in the slide's notes says where: `data-sentence="3"`, or
 * `data-sentence="3 4"` for words out of two sentences. Words that a person edited say what
 * they were: `data-original="the document's words"`. White space does not count.
 */
export function provenance(md: MarkdownIt): void {
  md.core.ruler.push('provenance', (state) => {
    const env: Environment = state.env
    if (env.part !== 'body') return
    const find = finder(env.sentences)
    state.tokens.forEach((token, i) => {
      if (token.type !== 'inline') return
      const words = bare(plain(token.children ?? []))
      const found = find(words)
      const original = env.originals.get(words)
      if (found.length) holder(state.tokens, i)?.attrSet('data-sentence', found.join(' '))
      else if (original !== undefined) holder(state.tokens, i)?.attrSet('data-original', original)
    })
  })
}

const bare = (text: string): string => text.replace(/\s+/gu, '')

/**
 * Finds words in sentences, each time from where it found the last: points stand in the order of their paragraph.
 */
function finder(sentences: readonly string[]): (bareWords: string) => number[] {
  let text = ''
  const starts = sentences.map((sentence) => {
    const start = text.length
    text += bare(sentence)
    return start
  })
  let from = 0
  return (wanted) => {
    if (wanted.length < 2) return []
    const ahead = text.indexOf(wanted, from)
    const at = ahead < 0 ? text.indexOf(wanted) : ahead
    if (at < 0) return []
    const end = at + wanted.length
    from = end
    return starts.flatMap((start, i) => (start < end && (starts[i + 1] ?? text.length) > at ? [i] : []))
  }
}

/** The element that a person sees as the point: the list item, else the block itself. */
function holder(tokens: readonly Token[], inline: number): Token | undefined {
  const block = tokens[inline - 1]
  const around = tokens[inline - 2]
  return block?.type === 'paragraph_open' && around?.type === 'list_item_open' ? around : block
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'text' || token.type === 'code_inline' ? token.content : ''))
    .join('')
}
