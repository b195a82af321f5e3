import type MarkdownIt from 'markdown-it'
import { languageOf } from './diagrams.ts'

/** A run of code in one colour; its role (`keyword`, `string`, …) is the name of a colour of the theme. */
export interface CodeRun {
  readonly text: string
  readonly role: string
}

/** Colours code: its lines as runs, or null for a language that it does not know. */
export type Highlighter = (text: string, language: string) => readonly (readonly CodeRun[])[] | null

/**
 * Fenced code, coloured while the deck is built. Behind the language, reveal.js's `[1|3-5]` names the lines
 * to stress, step by step: each further step is a fragment that covers the one before.
 */
export function code(md: MarkdownIt, highlight: Highlighter | undefined): void {
  const { escapeHtml } = md.utils
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
    const steps = (/\[([\d\s,|-]*)\]/.exec(info)?.[1] ?? '').split('|').map(stressedLines)
    const blocks = steps.map((stressed, step) => {
      const body = html
        .map(
          (line, i) =>
            `<span class="line${stressed.size && !stressed.has(i + 1) ? ' faded' : ''}">${line}</span>`,
        )
        .join('\n')
      return `<code${language ? ` class="language-${escapeHtml(language)}${step ? ' fragment' : ''}"` : step ? ' class="fragment"' : ''}>${body}</code>`
    })
    return `<pre class="code" tabindex="0">${blocks.join('')}</pre>\n`
  }
}

/** `1,3-5` → {1, 3, 4, 5}; a range of a thousand lines or more is taken for a slip and cut there. */
function stressedLines(ranges: string): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const range of ranges.split(',')) {
    const [from = Number.NaN, to = from] = range.split('-').map(Number)
    for (let line = from; line <= Math.min(to, from + 999); line++) if (line > 0) lines.add(line)
  }
  return lines
}
