import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { languageOf } from './diagrams.ts'

/** A run of code in one colour; its role (`keyword`, `string`, …) is the name of a colour of the theme. */
export interface CodeRun {
  readonly text: string
  readonly role: string
}

/** Colours code: its lines as runs, or null for a language that it does not know. */
export type Highlighter = (text: string, language: string) => readonly (readonly CodeRun[])[] | null

/**
 * Behind the language: `[1|3-5]`, the lines to stress step by step, and before them the number of the first, `[25: 1|2]`;
 * `{1|3-5}`, as Slidev has it.
 */
const numbers = /\[(?:\s*(\d*):)?([\s\d,|-]*)\]|\{(?=[^}]*\d)([\s\d,|-]*)\}/

/** Code, fenced or indented, coloured while the deck is built; what the fence says of its lines goes on as reveal.js's attributes. */
export function code(md: MarkdownIt, highlight: Highlighter | undefined): void {
  const { escapeHtml } = md.utils
  /** What is said of the block besides. */
  const ofBlock = (token: Token | undefined): string => {
    const others = (token?.attrs ?? []).filter(([name]) => name !== 'class' && name !== 'tabindex')
    const names = ['code', token?.attrGet('class') ?? ''].filter(Boolean).join(' ')
    return [['class', names] as const, ...others]
      .map(([name, value]) => ` ${escapeHtml(name)}="${escapeHtml(value)}"`)
      .join('')
  }
  md.renderer.rules['fence'] = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    const language = languageOf(info)
    const text = content.replace(/\n$/, '')
    const lines =
      highlight?.(text, language) ?? text.split('\n').map((line) => [{ text: line, role: 'foreground' }])
    const html = lines.map((line) =>
      line
        .map((run) =>
          run.role === 'foreground'
            ? escapeHtml(run.text)
            : `<span class="code-${run.role}">${escapeHtml(run.text)}</span>`,
        )
        .join(''),
    )
    const [found, first = '', own, braced = ''] = numbers.exec(info) ?? []
    const stressed = own ?? braced
    const attributes = [
      language && ` class="language-${escapeHtml(language)}"`,
      found === undefined ? '' : ` data-line-numbers="${stressed.replace(/\s+/g, '')}"`,
      first && ` data-ln-start-from="${first}"`,
    ]
    return `<pre${ofBlock(tokens[index])} tabindex="0"><code${attributes.join('')}>${html.join('\n')}</code></pre>\n`
  }
  md.renderer.rules['code_block'] = md.renderer.rules['fence']
}
