import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { Fault } from '../fault.ts'

/** What the front matter of a deck's first file sets. */
export interface DeckSettings {
  readonly title?: string
  readonly lang?: string
  /** List items appear one by one. */
  readonly incremental?: boolean
  /** The name of a theme. */
  readonly theme?: string
  /** Who holds the meeting; with `date` and `marking` it stands in the footer. */
  readonly unit?: string
  readonly date?: string
  /** How the deck may be passed on: 内部资料. */
  readonly marking?: string
  /** A picture beside the Markdown. */
  readonly logo?: string
  /** Minutes that the presenter has. */
  readonly duration?: number
  /** Characters (Chinese) or words (other languages) that the presenter reads in a minute. */
  readonly pace?: number
}

type Kind = 'text' | 'true or false' | 'number above 0'

const kinds: Readonly<Record<keyof DeckSettings, Kind>> = {
  title: 'text',
  lang: 'text',
  incremental: 'true or false',
  theme: 'text',
  unit: 'text',
  date: 'text',
  marking: 'text',
  logo: 'text',
  duration: 'number above 0',
  pace: 'number above 0',
}

function isA(kind: Kind, value: unknown): boolean {
  if (kind === 'number above 0') return typeof value === 'number' && value > 0 && Number.isFinite(value)
  return typeof value === (kind === 'text' ? 'string' : 'boolean')
}

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
  if (!isMap(yaml.contents))
    throw new Fault('front matter: write it as "name: value" lines', { file, line: 2 })
  const settings: Record<string, unknown> = {}
  for (const { key, value } of yaml.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof DeckSettings] : undefined
    if (!kind || !isScalar(key)) continue
    // `title: 2026` is a text all the same.
    const written = isScalar(value) ? (kind === 'text' ? (value.source ?? '') : value.value) : null
    if (!isA(kind, written))
      throw new Fault(`front matter: ${name} must be ${kind === 'true or false' ? kind : `a ${kind}`}`, {
        file,
        line: lineOf(key.range?.[0] ?? 0),
      })
    settings[name] = written
  }
  return {
    settings: settings as DeckSettings,
    body: text.slice(found[0].length),
    line: found[0].split('\n').length,
  }
}
