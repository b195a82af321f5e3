import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** `. . .` alone, as Pandoc has it: what follows up to the next one comes with a step. */
export function pauses(md: MarkdownIt): void {
  md.core.ruler.after('block', 'pauses', (state) => {
    if (!state.tokens.some((token, i) => isPause(token, state.tokens[i + 1]))) return
    const shown: Token[] = []
    let isOpen = false
    const close = (): void => {
      if (isOpen) shown.push(new state.Token('pause_close', 'div', -1))
      isOpen = false
    }
    for (let i = 0; i < state.tokens.length; i++) {
      const token = state.tokens[i]
      if (!token) continue
      if (!isPause(token, state.tokens[i + 1])) {
        shown.push(token)
        continue
      }
      close()
      const open = new state.Token('pause_open', 'div', 1)
      open.attrs = [['class', 'fragment']]
      shown.push(open)
      isOpen = true
      // The paragraph that says it.
      i += 2
    }
    close()
    state.tokens = shown
  })
}

const isPause = ({ type, level }: Token, next: Token | undefined): boolean =>
  type === 'paragraph_open' && level === 0 && next?.content === '. . .'
