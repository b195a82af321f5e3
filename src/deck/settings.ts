import { isMap, isScalar, LineCounter, parseDocument, type Scalar } from 'yaml'
import { Fault } from '../fault.ts'

/** 朱 vermilion on warm paper, 墨 ink for dark rooms, 素 plain paper. */
export type Theme = 'zhu' | 'mo' | 'su'
export type Ratio = '16:9' | '4:3'

/** Words of a fixed choice, and what each means. */
const choices: Readonly<Record<'theme' | 'ratio', Readonly<Record<string, Theme | Ratio>>>> = {
  theme: { 朱: 'zhu', 墨: 'mo', 素: 'su', zhu: 'zhu', mo: 'mo', su: 'su' },
  ratio: { '16:9': '16:9', '4:3': '4:3' },
}

/** What the front matter of a deck's first file sets. */
export interface DeckSettings {
  readonly title?: string
  readonly lang?: string
  /** List items appear one by one. */
  readonly incremental?: boolean
  readonly theme?: Theme
  /** Width to height of the slides; 16:9 unless told. */
  readonly ratio?: Ratio
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
  /** Seconds for each slide by its heading, as a rehearsal measured them. */
  readonly timings?: Readonly<Record<string, number>>
}

type Kind = 'text' | 'true or false' | 'number above 0' | keyof typeof choices

const kinds: Readonly<Record<Exclude<keyof DeckSettings, 'timings'>, Kind>> = {
  title: 'text',
  lang: 'text',
  incremental: 'true or false',
  theme: 'theme',
  ratio: 'ratio',
  unit: 'text',
  date: 'text',
  marking: 'text',
  logo: 'text',
  duration: 'number above 0',
  pace: 'number above 0',
}

/** What stands in the front matter as what it means, or null where it is not of its kind. */
function meaning(kind: Kind, scalar: Scalar): DeckSettings[keyof DeckSettings] | null {
  // `title: 2026` is a text all the same.
  const { value, source = '' } = scalar
  if (kind === 'text') return source
  if (kind === 'theme' || kind === 'ratio')
    return Object.hasOwn(choices[kind], source) ? (choices[kind][source] ?? null) : null
  if (kind === 'true or false') return typeof value === 'boolean' ? value : null
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null
}

/** What YAML has to say of a mistake, without its place. */
function reasonOf(message: string): string {
  return message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''
}

/** Seconds by heading, or null where something else is written. */
function readTimings(value: unknown): DeckSettings['timings'] | null {
  if (!isMap(value)) return null
  const entries = value.items.map(({ key, value }) => [
    isScalar(key) ? (key.source ?? String(key.value)) : null,
    isScalar(value) ? meaning('number above 0', value) : null,
  ])
  const fits = entries.every(([name, seconds]) => name !== null && seconds !== null)
  return fits ? Object.fromEntries(entries) : null
}

/** Finds the front matter of a file, with its fences and without; both are empty where there is none. */
export function frontMatter(text: string): { whole: string; yaml: string } {
  const [whole = '', yaml = ''] =
    /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  // Without a key in it, it is a slide between two separators.
  return /^\s*[\w-]+\s*:|^\s*#/m.test(yaml) ? { whole, yaml } : { whole: '', yaml: '' }
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
  const found = frontMatter(text)
  if (!found.whole) return { settings: {}, body: text.replace(/^\ufeff/, ''), line: 1 }
  const counter = new LineCounter()
  const yaml = parseDocument(found.yaml, { lineCounter: counter, schema: 'core' })
  const [mistake] = yaml.errors
  const lineOf = (offset: number): number => counter.linePos(offset).line + 1
  if (mistake)
    throw new Fault((say) => say.frontMatter(say.yaml(reasonOf(mistake.message))), {
      file,
      line: lineOf(mistake.pos[0]),
    })
  if (!isMap(yaml.contents)) throw new Fault((say) => say.frontMatter(say.settingLines), { file, line: 2 })
  const settings: Record<string, unknown> = {}
  for (const { key, value } of yaml.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (name === 'timings' && isScalar(key)) {
      const timings = readTimings(value)
      if (!timings)
        throw new Fault((say) => say.frontMatter(say.timings), {
          file,
          line: lineOf(key.range?.[0] ?? 0),
        })
      settings[name] = timings
      continue
    }
    const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined
    if (!kind || !isScalar(key)) continue
    const written = isScalar(value) ? meaning(kind, value) : null
    if (written === null)
      throw new Fault((say) => say.frontMatter(say.setting(name, say.kinds[kind])), {
        file,
        line: lineOf(key.range?.[0] ?? 0),
      })
    settings[name] = written
  }
  return {
    settings: settings as DeckSettings,
    body: text.slice(found.whole.length),
    line: found.whole.split('\n').length,
  }
}
