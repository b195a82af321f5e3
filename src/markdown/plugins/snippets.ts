import type MarkdownIt from 'markdown-it'
import { wordsFor } from '../../words.ts'
import { type Environment, placeOf } from '../environment.ts'

/** Reads a file of code by its address in a Markdown file; null where it can't be had. */
export type ReadSnippet = (address: string, from: string) => string | null

const snippet = /^<<<[ \t]*([^\s#{]+)(?:#([\w-]+))?(?:[ \t]+([\w+-]+))?[ \t]*(?:\{([\d,|*-]*)\})?.*$/

/** The file that a line of Slidev's stands for, and the language of its code. */
export function snippetIn(
  line: string,
): { address: string; region: string; language: string; stressed: string } | null {
  const [, address = '', region = '', language, stressed = ''] = snippet.exec(line.trimEnd()) ?? []
  if (!address) return null
  const own = language ?? /\.(\w+)$/.exec(address)?.[1] ?? ''
  // `@` is the deck's folder.
  return { address: address.replace(/^@(?=\/)/, ''), region, language: own.toLowerCase(), stressed }
}

/** `<<< ./code.ts {2-3}`: code that stands in a file beside the slides, as Slidev has it. */
export function snippets(md: MarkdownIt, read: ReadSnippet): void {
  md.block.ruler.before(
    'fence',
    'snippet',
    (state, startLine, _endLine, silent) => {
      const line = state.src.slice(
        (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0),
        state.eMarks[startLine],
      )
      const found = line.startsWith('<<<') ? snippetIn(line) : null
      if (!found) return false
      if (silent) return true
      const token = state.push('fence', 'code', 0)
      token.info = `${found.language}${found.stressed ? ` [${found.stressed}]` : ''}`
      token.map = [startLine, startLine + 1]
      state.line = startLine + 1
      const env: Environment = state.env
      const text = read(found.address, env.file)
      const code = text === null ? null : found.region ? regionOf(text, found.region) : text
      token.content = code ?? line
      if (code === null)
        env.remark(wordsFor(env.language).remarks.noSnippet(found.address), placeOf(env, token.map))
      return true
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  )
}

/** The lines between the marks of a region, as editors have them; null where there is none. */
function regionOf(text: string, name: string): string | null {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /#?region\s+(\S+)/i.exec(line)?.[1] === name)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /#?end\s*region\b/i.test(line))
  return start < 0 ? null : rest.slice(0, end < 0 ? undefined : end).join('\n')
}
