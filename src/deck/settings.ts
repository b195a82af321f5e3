import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { FooterItem } from '../theme/office.ts'
import { type Theme, themeNamed } from '../theme/palettes.ts'
import type { FaultWords } from '../words.ts'
import { type Entry, splitFrontMatter, textOf } from './front-matter.ts'
import { languageTag } from './language-tag.ts'
import { type SettingName, settingNamed } from './setting-names.ts'

export type Ratio = '16:9' | '4:3' | 'A4' | '9:16'

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
  /** A long section ends with a slide of its headings. */
  readonly recap?: boolean
  /** What is discussed at the end, on a slide of its own. */
  readonly questions?: readonly string[]
  /** Minutes that the presenter has. */
  readonly duration?: number
  /** Characters (Chinese) or words (other languages) that the presenter reads in a minute. */
  readonly pace?: number
  /** Seconds for each slide by its heading, as a rehearsal measured them. */
  readonly timings?: Readonly<Record<string, number>>
}

/** What the views read: the order of a slide's foot is the theme's. */
export interface ShownSettings extends DeckSettings {
  /** What stands at the left, in the middle and at the right. */
  readonly footer?: readonly (readonly FooterItem[])[]
}

/** Something to be told of a line of the settings. */
export interface SettingRemark {
  /** Where it is set in another file than that of the slides. */
  readonly file?: string
  /** Of the file, one-based. */
  readonly line: number
  readonly say: (words: FaultWords) => string
}

/** What a file says before its first slide. */
export interface Opening {
  readonly settings: DeckSettings
  /** What is no setting of ours, by its name. */
  readonly others: ReadonlyMap<string, Entry>
  readonly remarks: readonly SettingRemark[]
  /** That the theme asked for is none of ours, which a deck of another program need not be told. */
  readonly foreignTheme: SettingRemark | null
  readonly body: string
  /** The one-based line on which the body begins. */
  readonly line: number
}

/** What other programs write in a value of ours as we have it. */
function plain(value: Node | null): string {
  return isScalar(value) ? textOf(value).normalize('NFKC').trim() : ''
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '是', '真', '开', '開', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', '否', '假', '关', '關', '0'].map((word) => [word, false] as const),
])

/** Minutes of `90`, `20min`, `1h30m`, `1 小时 30 分`, `1:30:00`. */
function minutesOf(text: string): number | null {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (clock) {
    const [, first = '', second = '', third] = clock
    return third === undefined
      ? Number(first) + Number(second) / 60
      : Number(first) * 60 + Number(second) + Number(third) / 60
  }
  const units: readonly [RegExp, number][] = [
    [/^(?:h|hrs?|hours?|个?小时|小時|小时)$/i, 60],
    [/^(?:m|mins?|minutes?|分钟?|分鐘|)$/i, 1],
    [/^(?:s|secs?|seconds?|秒钟?|秒鐘)$/i, 1 / 60],
  ]
  let rest = text
  let minutes = 0
  while (rest) {
    const [all = '', number = '', unit = ''] = /^(\d+(?:\.\d+)?)[ \t]*([^\d\s.]*)[ \t]*/.exec(rest) ?? []
    const factor = units.find(([name]) => name.test(unit))?.[1]
    if (!all || factor === undefined) return null
    minutes += Number(number) * factor
    rest = rest.slice(all.length)
  }
  return minutes > 0 ? minutes : null
}

/** The number at the beginning of `220 字/分钟`. */
function numberOf(text: string): number | null {
  const number = Number(/^(\d+(?:\.\d+)?)(?![\d.])/.exec(text)?.[1])
  return number > 0 && Number.isFinite(number) ? number : null
}

function ratioOf(text: string): Ratio | null {
  // Pandoc writes `169` and `43`.
  const written = text
    .replace(/^(16|4)([93])$/, '$1:$2')
    .replace(/(?<!\s)\s*[:/x×比]\s*/i, ':')
    .toUpperCase()
  return (['16:9', '4:3', 'A4', '9:16'] as const).find((ratio) => ratio === written) ?? null
}

/** Seconds by heading, or null where something else is written. */
function timingsOf(value: Node | null): NonNullable<DeckSettings['timings']> | null {
  if (!isMap(value)) return null
  const entries = value.items.map(({ key, value }) => [
    isScalar(key) ? (key.source ?? String(key.value)) : null,
    isScalar(value) && typeof value.value === 'number' && value.value > 0 && Number.isFinite(value.value)
      ? value.value
      : null,
  ])
  const fits = entries.every(([name, seconds]) => name !== null && seconds !== null)
  return fits ? Object.fromEntries(entries) : null
}

/** The texts of a list, or one; null where something else is written. */
function questionsOf(value: Node | null): readonly string[] | null {
  const all = isSeq(value) ? value.items.map((item) => (isScalar(item) ? words(item) : null)) : [words(value)]
  const said = all.flatMap((one) => (one ? [one] : []))
  return said.length > 0 && said.length === all.length ? said : null
}

/** How each setting is read; null for a value that it has not. */
const readers: {
  readonly [Name in SettingName]: (value: Node | null) => NonNullable<DeckSettings[Name]> | null
} = {
  title: words,
  lang: (value) => languageTag(plain(value)),
  incremental: (value) => truths.get(plain(value).toLowerCase()) ?? null,
  theme: (value) => themeNamed(plain(value)) ?? null,
  ratio: (value) => ratioOf(plain(value)),
  unit: words,
  date: words,
  marking: words,
  logo: words,
  recap: (value) => truths.get(plain(value).toLowerCase()) ?? null,
  questions: questionsOf,
  duration: (value) => minutesOf(plain(value)),
  pace: (value) => numberOf(plain(value)),
  timings: timingsOf,
}

function words(value: Node | null): string | null {
  return isScalar(value) ? textOf(value).replace(/\s+/g, ' ').trim() : null
}

const kinds: Readonly<Record<SettingName, keyof FaultWords['kinds']>> = {
  title: 'text',
  lang: 'language',
  incremental: 'true or false',
  theme: 'theme',
  ratio: 'ratio',
  unit: 'text',
  date: 'text',
  marking: 'text',
  logo: 'picture',
  recap: 'true or false',
  questions: 'questions',
  duration: 'number above 0',
  pace: 'number above 0',
  timings: 'timings',
}

/**
 * Reads what a Markdown file says before its first slide. A value that can't be read is told and left out: the deck opens
 * all the same.
 *
 * @param office the name of the office's own theme, by which it may be asked for
 */
export function readFrontMatter(file: string, text: string, office?: string): Opening {
  const { entries, mended, unread, body, line } = splitFrontMatter(file, text)
  const settings: Partial<Record<SettingName, unknown>> = {}
  const others = new Map<string, Entry>()
  let foreignTheme: SettingRemark | null = null
  const remarks: SettingRemark[] = [
    // One word on all of them: whoever writes one colon wide writes all so.
    ...mended
      .slice(0, 1)
      .map(({ line }): SettingRemark => ({ line, say: (say) => say.mended(mended.map(({ text }) => text)) })),
    ...unread.map((line): SettingRemark => ({ line, say: (say) => say.unreadSetting })),
  ]
  for (const entry of entries) {
    const { value, line } = entry
    const name = settingNamed(entry.name)
    const remark = (say: SettingRemark['say']): void => void remarks.push({ line, say })
    if (!name) {
      others.set(entry.name, entry)
      continue
    }
    if (Object.hasOwn(settings, name)) remark((say) => say.settingTwice(entry.name))
    // `lang:` alone says nothing.
    else if (value === null || (isScalar(value) && textOf(value).trim() === '')) continue
    else if (name === 'theme' && office !== undefined && plain(value) === office) continue
    else if (name === 'logo' && isElsewhere(value)) remark((say) => say.logoElsewhere)
    else {
      const read = readers[name](value)
      if (read !== null) settings[name] = read
      else if (name === 'theme')
        foreignTheme = { line, say: (say) => say.foreignTheme(plain(value), say.kinds.theme) }
      else remark((say) => say.setting(entry.name, say.kinds[kinds[name]]))
    }
  }
  return { settings: settings as DeckSettings, others, remarks, foreignTheme, body, line }
}

function isElsewhere(value: Node): boolean {
  return /^(?:[a-z][\w+.-]*:)?\/\//i.test(plain(value))
}
