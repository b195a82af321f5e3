import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { languageOf } from './plugins/diagrams.ts'

/** A part of a Markdown file, and the one-based line on which it begins. */
export interface Passage {
  readonly text: string
  readonly line: number
}

/** One slide as it stands in its file. */
export interface SlideSource {
  readonly body: Passage
  readonly notes: Passage | null
}

export interface CutFile {
  /** Columns of slides: one, unless the file sets columns apart itself. */
  readonly stacks: readonly (readonly SlideSource[])[]
  /** The languages of fenced code, to be loaded before the slides are rendered. */
  readonly languages: ReadonlySet<string>
}

/**
 * Cuts a file into slides where the Markdown parser itself sees a rule, so that `---` in code or in a list is none.
 * `---` stands between the slides of a stack. Where a file also has `----`, it follows reveal.js's convention for
 * files with both directions: `---` begins a new stack, and `----` the next slide of one.
 *
 * @param text the Markdown, without front matter
 * @param firstLine the line of the file on which it begins, one-based
 */
export function cutSlides(md: MarkdownIt, text: string, firstLine: number): CutFile {
  const tokens: Token[] = []
  // As markdown-it's own `normalize` rule does; only the block rules run here, on the whole file.
  const source = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  md.block.parse(source, md, {}, tokens)
  const lines = source.split('\n')
  const twoWays = tokens.some((token) => separates(token, '----'))

  const stacks: SlideSource[][] = [[]]
  const languages = new Set<string>()
  let start = 0
  let notes: { line: number; rest: string } | null = null
  const passage = (from: number, to: number, head: readonly string[] = []): Passage => ({
    text: [...head, ...lines.slice(from, to)].join('\n'),
    line: firstLine + from - head.length,
  })
  const finish = (end: number) => {
    stacks.at(-1)?.push({
      body: passage(start, notes?.line ?? end),
      notes: notes && passage(notes.line + 1, end, [notes.rest]),
    })
    notes = null
    start = end + 1
  }
  for (const token of tokens) {
    const line = token.map?.[0] ?? 0
    if (token.type === 'fence') languages.add(languageOf(token.info))
    else if (token.type === 'speaker_notes') notes ??= { line, rest: token.content }
    else if (separates(token, '---')) {
      finish(line)
      if (twoWays) stacks.push([])
    } else if (separates(token, '----')) finish(line)
  }
  finish(lines.length)
  languages.delete('')
  return { stacks, languages }
}

function separates(token: Token, rule: '---' | '----'): boolean {
  return token.type === 'hr' && token.level === 0 && token.markup === rule
}
