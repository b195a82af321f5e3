import { LineCounter, parseDocument } from 'yaml'
import { Fault } from '../fault.ts'

/** What the front matter of a deck's first file sets. */
export interface DeckSettings {
  readonly title?: string
  readonly lang?: string
  /** List items appear one by one. */
  readonly incremental?: boolean
}

const types = { title: 'string', lang: 'string', incremental: 'boolean' } as const

/**
 * Splits a Markdown file into its front matter and the rest.
 *
 * @returns `line`: the one-based line on which the rest begins
 * @throws Fault with the line of a mistake in the front matter
 */
export function readFrontMatter(
  file: string,
  text: string,
): { settings: DeckSettings; body: string; line: number } {
  const found = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text)
  // Without a key in it, it is a slide between two separators.
  if (!found || !/^\s*[\w-]+\s*:|^\s*#/m.test(found[1] ?? ''))
    return { settings: {}, body: text.replace(/^\ufeff/, ''), line: 1 }
  const counter = new LineCounter()
  const yaml = parseDocument(found[1] ?? '', { lineCounter: counter, schema: 'core' })
  const [mistake] = yaml.errors
  const lineOf = (offset: number): number => counter.linePos(offset).line + 1
  if (mistake)
    throw new Fault(`front matter: ${mistake.message.split('\n')[0]?.replace(/ at line .*$/, '')}`, {
      file,
      line: lineOf(mistake.pos[0]),
    })
  const value: unknown = yaml.toJS({ maxAliasCount: 0 })
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('front matter: write it as "name: value" lines', { file, line: 2 })
  const values = new Map<string, unknown>(Object.entries(value))
  for (const [name, type] of Object.entries(types))
    if (values.has(name) && typeof values.get(name) !== type)
      throw new Fault(`front matter: ${name} must be a ${type === 'string' ? 'text' : 'true or false'}`, {
        file,
        line: 2,
      })
  const text_ = (name: string) => values.get(name)
  const [title, lang, incremental] = [text_('title'), text_('lang'), text_('incremental')]
  return {
    settings: {
      ...(typeof title === 'string' && { title }),
      ...(typeof lang === 'string' && { lang }),
      ...(typeof incremental === 'boolean' && { incremental }),
    },
    body: text.slice(found[0].length),
    line: found[0].split('\n').length,
  }
}
