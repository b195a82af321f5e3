import { outsideCode } from '../../markdown/code-lines.ts'
import type { Passage, SlideSource } from '../../markdown/cut.ts'
import { type Separators, usual } from '../../markdown/separators.ts'
import { commentsOf, withNotes } from './comments.ts'

/** What only Slidev sets at the head of a deck. */
const deckSettings =
  'mdc drawings routerMode highlighter monaco monacoTypesSource exportFilename canvasWidth colorSchema selectable titleTemplate addons defaults hideInToc themeConfig htmlAttrs wakeLock twoslash src'.split(
    ' ',
  )
/** What it sets at the head of a slide. */
const slideSettings =
  /^(?:layout|class|transition|background|image|clicks|clicksStart|src|level|zoom|routeAlias|hideInToc|preload|disabled|hide|dragPos)\s*:/
const setting = /^[\w-]+\s*:(?:\s|$)/

/** Slidev parts its slides by three dashes or more. */
const rule = /^-{3,}[ \t]*$/

/**
 * How many lines the settings of a slide take behind a separator, the rule that ends them too: they begin right below it.
 *
 * @param sure the deck is known to be Slidev's
 */
function settingsBehind(lines: readonly string[], at: number, sure: boolean): number {
  if (!setting.test(lines[at + 1] ?? '')) return 0
  let known = sure
  for (let end = at + 1; end < Math.min(lines.length, at + 60); end++) {
    const line = lines[end] ?? ''
    if (/^---[ \t]*$/.test(line)) return known ? end - at : 0
    if (slideSettings.test(line)) known = true
    if (line.trim() !== '' && !setting.test(line) && !/^(?:[ \t]|- |#)/.test(line)) return 0
  }
  return 0
}

/** Whether a deck is one of Slidev: told by the settings of the deck or of a slide. */
export function isSlidev(names: Iterable<string>, body: string): boolean {
  if ([...names].some((name) => deckSettings.includes(name))) return true
  const lines = body.split('\n')
  return lines.some((_, at) => usual.across(lines, at) > 0 && settingsBehind(lines, at, false) > 0)
}

/** Settings of slides that put on them what is not in their Markdown, or that keep them from being shown. */
const telling =
  /^(src|layout|image|url|background|hide|disabled)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s#]\S*|#[\da-f]{3,8}\b))/i

/** A setting of a slide that says what its Markdown does not. */
export interface SlideSetting {
  readonly name: string
  readonly value: string
  /** Of the text, zero-based. */
  readonly line: number
  /** The line of the text on which the slide begins that has it. */
  readonly slide: number
}

/** What of a Slidev deck's slides their settings say. */
export function slidevSettings(body: string): SlideSetting[] {
  const lines = body.replace(/\r\n?/g, '\n').split('\n')
  return lines.flatMap((line, at) => {
    const behind = rule.test(line) ? settingsBehind(lines, at, true) : 0
    const within = lines.slice(at + 1, at + behind).map((line, i) => ({ line, at: at + 1 + i }))
    return within.flatMap(({ line, at: own }) => {
      const [, name = '', double, single, bare] = telling.exec(line) ?? []
      const value = double ?? single ?? bare ?? ''
      return name && value && value !== 'false' ? [{ name, value, line: own, slide: at + behind + 1 }] : []
    })
  })
}

/** The settings of a slide belong to the separator before it. */
export const slidevSeparators: Separators = {
  ...usual,
  down: () => 0,
  across: (lines, at) => (rule.test(lines[at] ?? '') ? 1 + settingsBehind(lines, at, true) : 0),
}

/** What the settings of a slide say of it, by their names. */
export type SlideLook = Readonly<Record<string, string>>

/**
 * The slides of a Slidev deck: with what their settings put on them, and with the comment that ends a slide as its notes.
 *
 * @param lookOf what the settings of a slide say
 */
export function fromSlidev(
  slides: readonly SlideSource[],
  lookOf: (slide: SlideSource) => SlideLook,
): SlideSource[] {
  return slides.map((slide) => {
    const last = commentsOf(slide.body).filter(({ isLast }) => isLast)
    const { body, ...rest } = withNotes(slide, last)
    return { ...rest, body: withLook({ ...body, text: plain(body.text) }, lookOf(slide)) }
  })
}

/** Code that changes before one's eyes: each of its states is code of its own. */
const magicMove = /^(`{4,})md magic-move[^\n]*\n([\s\S]*?)^\1`*[ \t]*$/gm
/** The steps of a formula. */
const formulaSteps = /^\$\$[ \t]*\{[^{}\n]*\}[ \t]*$/gm
/** A component around words, of Nuxt's Markdown: `::name{…}`, and `::` below. */
const component = /^::[A-Za-z][\w-]*(?:\{[^{}\n]*\})?[ \t]*$/
const componentEnd = /^::[ \t]*$/
/** One within words: `:name[words]{…}`, `:name{…}`. */
const within = /`[^`\n]+`|(?<![^\s(])(?::([A-Za-z][\w-]*))(?:\[([^[\]\n]*)\])?(\{[^{}\n]*\})/g

/** A text without what only Slidev reads in it; every line stays where it is. */
function plain(text: string): string {
  if (!/^(?:::|````)|\$\$|:[A-Za-z]/m.test(text)) return text
  return outsideCode(text.replace(magicMove, '\n$2'), (words) => {
    const lines = words
      .replace(formulaSteps, '$$$$')
      .replace(within, (whole, name: string | undefined, said: string | undefined) =>
        name === undefined ? whole : (said ?? `<${name}></${name}>`),
      )
      .split('\n')
    const open: number[] = []
    for (const [at, line] of lines.entries()) {
      if (component.test(line)) open.push(at)
      const from = componentEnd.test(line) ? open.pop() : undefined
      if (from === undefined) continue
      lines[from] = '::: component'
      lines[at] = ':::'
    }
    return lines.join('\n')
  })
}

/** The picture or page that a layout shows beside the words of a slide, or in the place of them, or behind them. */
function withLook(
  { text, line }: Passage,
  { layout = '', image = '', url = '', background = '' }: SlideLook,
): Passage {
  const side = /^(?:image|iframe)-(left|right)$/.exec(layout)?.[1]
  const shown = url ? `<iframe src="${quotable(url)}"></iframe>` : side && image ? `![](<${image}>)` : ''
  const below = shown && `\n\n${side ? `::${side}::\n\n` : ''}${shown}`
  const behind = background || (side ? '' : image)
  return behind
    ? { text: `<!-- .slide: data-background="${quotable(behind)}" -->\n${text}${below}`, line: line - 1 }
    : { text: `${text}${below}`, line }
}

/** A value that can stand in an attribute. */
const quotable = (value: string): string => value.replace(/["<>]|--/g, '')

/** Another file whose slides stand for one: `./pages/a.md`, `../a.md#2,5-7`. */
export interface Part {
  /** As it is written. */
  readonly address: string
  /** Where. */
  readonly line: number
}

/** The file that is named, and which of its slides, counted from 1; all of them where `only` is null. */
export function readPart({ address }: Pick<Part, 'address'>): {
  readonly file: string
  readonly only: ((number: number) => boolean) | null
} {
  const [file = '', range = ''] = address.split('#', 2)
  if (range === '' || range === 'all' || range === '*') return { file, only: null }
  const ranges = range.split(',').map((one) => {
    const [from = '', to = from] = one.split('-')
    return [Number(from), to.trim() === '' ? Number.POSITIVE_INFINITY : Number(to)] as const
  })
  return { file, only: (number) => ranges.some(([from, to]) => number >= from && number <= to) }
}

/** The addresses of all files that slides of a text may stand for, whatever program it is of. */
export function partsNamed(text: string): string[] {
  if (!/^src\s*:/m.test(text)) return []
  return slidevSettings(text).flatMap(({ name, value }) =>
    name === 'src' ? [readPart({ address: value }).file] : [],
  )
}
