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

/** What a point has in the place of words that it leaves out. */
const leftOut = '……'

/**
 * Finds words in sentences, each time from where it found the last: points stand in the order of their paragraph. Where a
 * point leaves words out, what stands behind is looked for behind what stands before; a quotation may hold the sign itself.
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
    for (const pieces of [[wanted], wanted.split(leftOut).filter(Boolean)])
      for (const begin of [from, 0]) {
        const end = endOf(text, pieces, begin)
        if (end < 0) continue
        from = end
        return sentencesOf(text, pieces, end, starts)
      }
    return []
  }
}

/** Where pieces end that stand in a text one behind another; -1 where they do not. */
function endOf(text: string, pieces: readonly string[], begin: number): number {
  return pieces.reduce((end, piece) => {
    const at = end < 0 ? -1 : text.indexOf(piece, end)
    return at < 0 ? -1 : at + piece.length
  }, begin)
}

/** The sentences of pieces that stand as close before their end as they can. */
function sentencesOf(
  text: string,
  pieces: readonly string[],
  end: number,
  starts: readonly number[],
): number[] {
  const found = new Set<number>()
  let behind = end
  for (const piece of [...pieces].reverse()) {
    const at = text.lastIndexOf(piece, behind - piece.length)
    for (const [i, start] of starts.entries())
      if (start < at + piece.length && (starts[i + 1] ?? text.length) > at) found.add(i)
    behind = at
  }
  return [...found].sort((one, other) => one - other)
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
