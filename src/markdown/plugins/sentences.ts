import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { sentences } from '../../keypoints/sentences.ts'
import type { Environment } from '../environment.ts'

/**
 * In speaker notes every sentence (and every part between semicolons) is told apart: `<span data-sentence="3">`,
 * counted from 0 through the slide's notes. A sentence with markup inside has several spans with its number.
 * The words go into `env.sentences`, where the slide's points are found again.
 */
export function notesSentences(md: MarkdownIt): void {
  md.core.ruler.push('notes_sentences', (state) => {
    const env: Environment = state.env
    if (env.part !== 'notes') return
    for (const block of state.tokens)
      if (block.type === 'inline' && block.children) block.children = marked(block.children, env, state.Token)
  })
}

function marked(tokens: readonly Token[], env: Environment, TokenClass: typeof Token): Token[] {
  const text = tokens.map(wordsOf).join('')
  const starts = sentences(text, { start: 0, end: text.length })
  const first = env.sentences.length
  for (const { start, end } of starts) env.sentences.push(text.slice(start, end))

  const open = (number: number): Token => {
    const token = new TokenClass('sentence_open', 'span', 1)
    token.attrs = [['data-sentence', String(number)]]
    return token
  }
  const words = (token: Token, from: number, to: number): Token => {
    const part = new TokenClass('text', '', 0)
    part.content = token.content.slice(from, to)
    return part
  }
  let at = 0
  let k = 0
  return tokens.flatMap((token) => {
    const begin = at
    at += wordsOf(token).length
    if (token.type !== 'text' || !token.content) return [token]
    const parts: Token[] = []
    for (let from = begin; from < at; ) {
      while (k + 1 < starts.length && (starts[k + 1]?.start ?? at) <= from) k++
      const to = Math.min(at, starts[k + 1]?.start ?? at)
      parts.push(
        open(first + k),
        words(token, from - begin, to - begin),
        new TokenClass('sentence_close', 'span', -1),
      )
      from = to
    }
    return parts
  })
}

/** What a token adds to the text of its block. */
function wordsOf(token: Token): string {
  return token.type === 'softbreak' || token.type === 'hardbreak'
    ? '\n'
    : token.type === 'text' || token.type === 'code_inline'
      ? token.content
      : ''
}
