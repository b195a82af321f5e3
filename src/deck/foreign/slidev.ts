import type { SlideSource } from '../../markdown/cut.ts'
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
const telling = /^(src|image|url|hide|disabled)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s#]\S*))/

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

/** The slides of a Slidev deck: without the marks of its layouts, and with the comment that ends a slide as its notes. */
export function fromSlidev(slides: readonly SlideSource[]): SlideSource[] {
  return slides.map((slide) => {
    const last = commentsOf(slide.body).filter(({ isLast }) => isLast)
    const text = slide.body.text.replace(/^::[\w-]+::[ \t]*$/gm, '')
    return withNotes({ ...slide, body: { ...slide.body, text } }, last)
  })
}

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
