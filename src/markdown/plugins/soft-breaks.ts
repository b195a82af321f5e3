import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** Characters that are written without spaces between them, and the punctuation that goes with them. */
const endsUnspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u
const startsUnspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

/** A line broken between two Chinese (or Japanese) characters is joined without a space. */
export function softBreaks(md: MarkdownIt): void {
  md.core.ruler.push('soft_breaks', (state) => {
    for (const block of state.tokens) if (block.type === 'inline') join(block.children ?? [])
  })
}

function join(tokens: readonly Token[]): void {
  // The nearest text on each side, one pass a direction: emphasis may stand between it and the break.
  const before: string[] = []
  let text = ''
  for (const token of tokens) {
    before.push(text)
    if (token.type === 'text' && token.content) text = token.content
    else if (token.type === 'code_inline' || token.type === 'image') text = ''
  }
  text = ''
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token) continue
    if (token.type === 'text' && token.content) text = token.content
    else if (token.type === 'code_inline' || token.type === 'image') text = ''
    else if (
      token.type === 'softbreak' &&
      endsUnspaced.test((before[i] ?? '').slice(-2)) &&
      startsUnspaced.test(text.slice(0, 2))
    ) {
      token.type = 'text'
      token.content = ''
    }
  }
}
